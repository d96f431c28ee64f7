// The listeners of a host's record changes.
import type { HostRecord } from './host.ts';

type Listener = (record: HostRecord | undefined) => void;

export interface RecordListeners {
  add(listener: Listener): () => void;
  tell(record: HostRecord | undefined): void;
}

export function recordListeners(): RecordListeners {
  const listeners = new Set<Listener>();
  return {
    add(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell(record) {
      for (const listener of listeners) listener(record);
    },
  };
}
