// One kind of vault record: created, read, changed and deleted by its merchant only.
import type { Collection } from '../../document-store.ts';
import { vaultError } from '../refusal.ts';

/** What every vault record carries. */
export interface VaultRecord {
  readonly id: string;
  readonly merchantId: string;
  /** Counts changes; the entity tag. */
  readonly version: number;
  readonly deleted: boolean;
}

export class Shelf<T extends VaultRecord> {
  readonly #rows: Collection<T>;
  readonly #title: string;

  /** @param title what an error calls the record, as "Customer". */
  constructor(rows: Collection<T>, title: string) {
    this.#rows = rows;
    this.#title = title;
  }

  put(record: T): T {
    return this.#rows.put(record.id, record);
  }

  /** @throws Refusal 404 for an unknown id or another merchant's, 410 for a deleted record. */
  get(merchantId: string, id: string): T {
    const record = this.#rows.get(id);
    if (record?.merchantId !== merchantId) {
      throw vaultError(404, 'notFound', `${this.#title} not found`);
    }
    if (record.deleted) throw vaultError(410, 'notAvailable', `${this.#title} not available`);
    return record;
  }

  find(merchantId: string, id: string): T | undefined {
    const record = this.#rows.get(id);
    return record?.merchantId === merchantId && !record.deleted ? record : undefined;
  }

  /** @param ifMatch the entity tag the caller expects. @throws Refusal 412 when it moved on. */
  change(record: T, change: Partial<T>, ifMatch?: string): T {
    if (ifMatch !== undefined && ifMatch.replaceAll('"', '') !== String(record.version)) {
      throw vaultError(412, 'preConditionFailed', 'The record was changed since it was read');
    }
    return this.put({ ...record, ...change, version: record.version + 1 });
  }

  delete(record: T): void {
    this.put({ ...record, deleted: true });
  }

  filter(merchantId: string, matches: (record: T) => boolean): T[] {
    return this.#rows
      .list()
      .filter((record) => record.merchantId === merchantId && !record.deleted && matches(record));
  }
}
