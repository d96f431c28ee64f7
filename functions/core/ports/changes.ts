// What we need of Zoho to notice what people change there: one record's last change, and which records have changed.
import type { Result } from '../domain/result.ts';

/** The records whose changes set flows off. */
export const watchedRecords = [
  'invoice',
  'sales-order',
  'books-contact',
  'crm-contact',
  'ticket',
] as const;
export type WatchedRecord = (typeof watchedRecords)[number];

/** A record's last change; of a ticket, its closing. */
export interface RecordChange {
  readonly id: string;
  /** Epoch ms, of whole seconds at most products. */
  readonly createdAt: number;
  readonly changedAt: number;
  /** We have made the record. */
  readonly madeByUs: boolean;
  /** Its last change was made by the user whose consent we act with. */
  readonly changedByUs: boolean;
}

export interface ChangeFeed {
  /** Undefined for a ticket that is not closed; `not-found` for a record that is gone. */
  read(id: string): Promise<Result<RecordChange | undefined>>;
  /**
   * The newest thousand, at most, of those that changed at `sinceMs` or later, in no certain order. Records that were
   * never changed since they were made are among them.
   */
  changedSince(
    sinceMs: number,
  ): Promise<Result<readonly { readonly id: string; readonly changedAt: number }[]>>;
}

export type ChangeFeeds = Readonly<Record<WatchedRecord, ChangeFeed>>;

/** The channel over which the CRM tells of changed contacts. */
export interface ContactWatch {
  /** Another one when address, token or organization are: what was renewed under the old one is worth nothing. */
  readonly key: string;
  /** Starts or renews it; `expiresAt` (epoch ms) is a week away at most. */
  renew(expiresAt: number): Promise<Result<void>>;
  /** Closes it; one that is closed already is no fault. */
  close(): Promise<Result<void>>;
}
