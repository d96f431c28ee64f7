// What we need of the machine: time, randomness, a log, secrets, wake-ups and a way to send HTTP.
import type { TableName } from '../store/schema.ts';

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

/** The row whose column holds a sealed text, by table and key: the text opens nowhere else. */
export type SealedPlace = `${TableName}|${string}`;

/** Seals secrets for the store: AES-256-GCM, each text with a random key of its own that the master key wraps. */
export interface Secrets {
  seal(installation: string, plain: string, place: SealedPlace): string;
  /**
   * Throws when the text was sealed for another installation or place, with a master key that is no longer known, or
   * was changed.
   */
  open(installation: string, sealed: string, place: SealedPlace): string;
}

/** Secrets whose master key may be changed: what the former key wraps stays readable and is wrapped anew. */
export interface RenewableSecrets extends Secrets {
  /** Whether the text is wrapped by the present master key in the present form. */
  isCurrent(sealed: string): boolean;
  /** The same secret wrapped by the present master key. Throws as `open` does. */
  renew(installation: string, sealed: string, place: SealedPlace): string;
  /** Names the present master key without telling anything of it. */
  readonly masterKeyId: string;
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
