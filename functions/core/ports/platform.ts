// What we need of the machine: time, randomness, a log, secrets, wake-ups and a way to send HTTP.

export interface Clock {
  /** Epoch ms. */
  now(): number;
}

export interface Random {
  bytes(count: number): Uint8Array;
}

/** A log line's fields: an allow-list of harmless things; never bodies, tokens or customer data. */
export interface LogFields {
  readonly installation?: string;
  readonly event?: string;
  readonly run?: string;
  readonly payment?: string;
  readonly movement?: string;
  readonly code?: string;
  readonly operation?: string;
  readonly status?: number;
  readonly durationMs?: number;
  readonly count?: number;
}

export interface Log {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

/** Seals secrets for the store: AES-256-GCM with a key of the installation's own. */
export interface Secrets {
  seal(installation: string, plain: string): string;
  /** Throws when the text was not sealed for this installation or was changed. */
  open(installation: string, sealed: string): string;
}

/** Asks the platform to run the worker soon; losing a wake-up only costs time, the minute timer is the net. */
export interface Waker {
  wake(): Promise<void>;
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMs: number;
}

export type HttpOutcome =
  | {
      readonly kind: 'answered';
      readonly status: number;
      /** Lower-case names. */
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }
  /** Time-out or broken connection: the other side may have acted, unless `neverSent` (refused connection, no such host). */
  | { readonly kind: 'no-answer'; readonly neverSent: boolean; readonly reason: string };

/** One request and its answer as they may be shown to a person: no credentials, no card numbers, cut to length. */
export interface Exchange {
  readonly request: string;
  readonly answer: string;
}

/** Remembers the last exchange that a piece of work had with the outside: what a dead letter shows. */
export interface Witness {
  watch<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly last?: Exchange }>;
}

/** Never throws, never retries. */
export interface Transport {
  send(request: HttpRequest): Promise<HttpOutcome>;
}
