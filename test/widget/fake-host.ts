// A host whose answers the test writes, and a clock that the test moves.
import type { Host, HostContext, HostOutcome, HostRecord } from '../../widget/hosts/host.ts';
import type { Timing } from '../../widget/panel/timing.ts';
import { NOW } from './payments.ts';

export interface FakeHost extends Host {
  /** Requests so far: method, path and body. */
  readonly requests: { readonly method: string; readonly path: string; readonly body: unknown }[];
  readonly notes: string[];
  /** What is open at first. */
  record: HostRecord | undefined;
  context: HostOutcome<HostContext>;
  answer: (path: string, body: unknown) => Promise<HostOutcome<unknown>> | HostOutcome<unknown>;
  openRecord(record: HostRecord | undefined): void;
  /** Presses the host's own Save. */
  save(): Promise<unknown>;
}

export const INVOICE: HostRecord = { kind: 'invoice', id: '460000000012345' };

export function ok<T>(value: T): HostOutcome<T> {
  return { ok: true, value };
}

export function fakeHost(): FakeHost {
  const listeners = new Set<(record: HostRecord | undefined) => void>();
  let onSave: () => Promise<unknown> = async () => undefined;
  const host: FakeHost = {
    kind: 'books',
    requests: [],
    notes: [],
    record: INVOICE,
    context: ok({ locale: 'en-US', theme: 'auto' }),
    answer: () => ({ ok: false, why: 'failed', detail: 'not scripted' }),
    async ready(onRecord) {
      if (host.context.ok) onRecord?.(host.record);
      return host.context;
    },
    onRecordChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async request(method, path, body) {
      host.requests.push({ method, path, body });
      return host.answer(path, body);
    },
    notify: (tone, message) => void host.notes.push(`${tone}: ${message}`),
    resize() {},
    onSettingsSave: (handler) => {
      onSave = handler;
    },
    openRecord(record) {
      for (const listener of listeners) listener(record);
    },
    save: () => onSave(),
  };
  return host;
}

export interface FakeTiming extends Timing {
  /** Moves the clock, runs what is due on the way, and lets promises settle. */
  advance(ms: number): Promise<void>;
}

export function fakeTiming(): FakeTiming {
  let now = NOW;
  const waiting = new Set<{ readonly at: number; readonly run: () => void }>();
  return {
    nowMs: () => now,
    later(delayMs, run) {
      const entry = { at: now + delayMs, run };
      waiting.add(entry);
      return () => waiting.delete(entry);
    },
    async advance(ms) {
      const until = now + ms;
      for (;;) {
        const [next] = [...waiting].filter((one) => one.at <= until).sort((a, b) => a.at - b.at);
        if (next === undefined) break;
        waiting.delete(next);
        now = next.at;
        next.run();
        await settled();
      }
      now = until;
      await settled();
    },
  };
}

/** Lets everything that is already resolved run. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** A `sessionStorage` that a reloaded frame finds again. */
export function memoryStorage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const values = new Map<string, string>();
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  };
}
