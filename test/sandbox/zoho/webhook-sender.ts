// Sends webhooks of all Zoho products: once each, after the request that caused them, and remembers what came of it.
import type { SandboxClock } from '../clock.ts';
import type { Faults } from '../faults.ts';

export interface ZohoDelivery {
  readonly at: number;
  readonly url: string;
  readonly body: string;
  /** The answer's status; 0 when there was none, `undefined` when it was dropped on the way. */
  readonly status: number | undefined;
}

interface Outgoing {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const TIMEOUT_MS = 5_000;
const KEPT_DELIVERIES = 100;

export class WebhookSender {
  readonly deliveries: ZohoDelivery[] = [];
  readonly #clock: SandboxClock;
  readonly #running = new Set<Promise<void>>();
  /** Records written in one request are announced once, as they are at its end. */
  readonly #waiting = new Map<string, () => void>();

  constructor(clock: SandboxClock) {
    this.#clock = clock;
  }

  /** Runs when the current request is over; the same key waits once. */
  afterwards(key: string, work: () => void): void {
    if (this.#waiting.size === 0) {
      const flushed = new Promise<void>((resolve) => {
        setImmediate(() => {
          const due = [...this.#waiting.values()];
          this.#waiting.clear();
          for (const one of due) one();
          resolve();
        });
      });
      this.#track(flushed);
    }
    if (!this.#waiting.has(key)) this.#waiting.set(key, work);
  }

  /** @param onAnswer told of the answer's status, 0 without one. */
  send(faults: Faults, outgoing: Outgoing, onAnswer?: (status: number) => void): void {
    if (faults.takeSwitch('webhook-drop')) {
      this.#record(outgoing, undefined);
      return;
    }
    const times = faults.takeSwitch('webhook-duplicate') ? 2 : 1;
    const delivery = async () => {
      for (let sent = 0; sent < times; sent += 1) {
        const status = await post(outgoing);
        this.#record(outgoing, status);
        onAnswer?.(status);
      }
    };
    this.#track(delivery());
  }

  /** Resolves when nothing is being delivered. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  #track(work: Promise<void>): void {
    const tracked = work.finally(() => this.#running.delete(tracked));
    this.#running.add(tracked);
  }

  #record({ url, body }: Outgoing, status: number | undefined): void {
    this.deliveries.push({ at: this.#clock.now(), url, body, status });
    if (this.deliveries.length > KEPT_DELIVERIES) this.deliveries.shift();
  }
}

/** A broken receiver never breaks Zoho. */
async function post({ url, headers, body }: Outgoing): Promise<number> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return 0;
  }
}
