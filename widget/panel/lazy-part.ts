// A part of the panel that is loaded when it is first needed, or when the browser has nothing else to do.
import { type ReadonlySignal, signal } from '@preact/signals';

type LazyState<T> =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'ready'; readonly part: T };

export interface LazyPart<T> {
  readonly state: ReadonlySignal<LazyState<T>>;
  /** Loads it unless it is there or on its way; undefined when that failed. A failed part is fetched anew. */
  load(): Promise<T | undefined>;
}

/** @param fetchPart `attempt` counts from 0: browsers keep a failed import, so a later one needs another address. */
export function lazyPart<T>(fetchPart: (attempt: number) => Promise<T>): LazyPart<T> {
  const state = signal<LazyState<T>>({ kind: 'waiting' });
  let attempt = 0;
  let underWay: Promise<T | undefined> | undefined;

  async function fetchOnce(): Promise<T | undefined> {
    state.value = { kind: 'loading' };
    try {
      const part = await fetchPart(attempt);
      state.value = { kind: 'ready', part };
      return part;
    } catch {
      attempt += 1;
      underWay = undefined;
      state.value = { kind: 'failed' };
      return undefined;
    }
  }

  return {
    state,
    load() {
      underWay ??= fetchOnce();
      return underWay;
    },
  };
}
