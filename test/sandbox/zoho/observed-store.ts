// A document store that tells who listens of every record that is written, so that webhooks can follow.
import { type Collection, DocumentStore } from '../document-store.ts';

export interface Written {
  readonly collection: string;
  readonly id: string;
  /** It was not there before. */
  readonly isNew: boolean;
}

export class ObservedStore extends DocumentStore {
  readonly #listeners: ((written: Written) => void)[] = [];

  listen(listener: (written: Written) => void): void {
    this.#listeners.push(listener);
  }

  override collection<T>(name: string): Collection<T> {
    const inner = super.collection<T>(name);
    const tell = (written: Written) => {
      for (const listener of this.#listeners) listener(written);
    };
    return {
      get: inner.get,
      put(id, document) {
        const isNew = inner.get(id) === undefined;
        const put = inner.put(id, document);
        tell({ collection: name, id, isNew });
        return put;
      },
      delete: inner.delete,
      list: inner.list,
      get size() {
        return inner.size;
      },
    };
  }
}
