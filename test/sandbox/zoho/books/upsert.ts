// PUT on a module: update the record with this unique custom field value, or create it (X-Upsert).
import type { Collection } from '../../document-store.ts';
import { type FieldModule, findByCustomField, uniqueField } from './custom-fields.ts';
import type { Kept } from './documents.ts';
import { invalidValue, notFound } from './envelope.ts';
import type { FinanceCall } from './finance-router.ts';

export interface Upserted<T> {
  readonly record: T;
  readonly isNew: boolean;
}

export interface UpsertWork<T extends Kept> {
  readonly module: FieldModule;
  readonly resource: string;
  readonly collection: Collection<T>;
  create(body: unknown): T;
  update(id: string, body: unknown): T;
}

/** A record made this way carries the header's value, or the next call could not find it. */
export async function upsert<T extends Kept>(
  call: FinanceCall,
  work: UpsertWork<T>,
): Promise<Upserted<T>> {
  const apiName = uniqueField(work.module, call.header('x-unique-identifier-key') ?? '');
  const value = (call.header('x-unique-identifier-value') ?? '').trim();
  if (value === '') throw invalidValue('X-Unique-Identifier-Value');
  const body = await call.body();
  const known = findByCustomField(work.collection, apiName, value);
  if (known !== undefined) return { record: work.update(known.id, body), isNew: false };
  if (call.header('x-upsert')?.toLowerCase() !== 'true') throw notFound(work.resource);
  const made = work.create(body);
  const customFields = { ...made.customFields, [apiName]: made.customFields[apiName] ?? value };
  return { record: work.collection.put(made.id, { ...made, customFields }), isNew: true };
}
