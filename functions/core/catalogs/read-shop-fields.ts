// Turns the meta data of a shop's recent records into catalog fields.
import * as z from 'zod/mini';
import type { CatalogField, CatalogFieldType } from '../mapping/catalog-field.ts';

const metaShape = z.object({ key: z.string(), value: z.unknown() });
const answerShape = z.array(z.object({ meta_data: z.nullish(z.array(metaShape)) }));

/** What may stand in a path of a mapping. */
const KEY = /^(?!.*(?:__proto__|prototype|constructor))[\w-]{1,100}$/;
/** Plugins leave hundreds of keys behind; the first ones are on every record. */
const FIELDS_MAX = 100;

/**
 * The plain values among the records' `meta_data`, as fields under it by key; lists and objects of plugins are left
 * out. The values themselves are people's data and are not kept. `undefined` when the answer is no list of records.
 */
export function readShopFields(json: unknown): readonly CatalogField[] | undefined {
  const answer = answerShape.safeParse(json);
  if (!answer.success) return undefined;
  const values = new Map<string, unknown[]>();
  for (const { key, value } of answer.data.flatMap((record) => record.meta_data ?? [])) {
    if (!KEY.test(key) || typeof value === 'object' || value === undefined) continue;
    values.set(key, [...(values.get(key) ?? []), value]);
  }
  return [...values].slice(0, FIELDS_MAX).map(([key, seen]) => ({
    path: `meta_data.${key}`,
    label: labelOf(key),
    type: typeOf(seen),
    custom: true,
  }));
}

/** `_billing_vat_number` reads “Billing vat number”. */
function labelOf(key: string): string {
  const words = key.replace(/[_-]+/g, ' ').trim();
  return words === '' ? key : words.charAt(0).toUpperCase() + words.slice(1);
}

/** WordPress keeps all meta data as text: only what is plainly something else is taken for it. */
function typeOf(seen: readonly unknown[]): CatalogFieldType {
  const all = (test: (value: unknown) => boolean) => seen.every(test);
  if (all((value) => typeof value === 'boolean')) return 'boolean';
  if (all((value) => typeof value === 'number')) return 'number';
  if (all((value) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(String(value)))) return 'email';
  if (all((value) => /^https?:\/\//.test(String(value)))) return 'url';
  if (all((value) => /^\d{4}-\d\d-\d\d$/.test(String(value)))) return 'date';
  return 'text';
}
