// The fields that connected products have told of, kept per installation with the time of reading.
import type { InstallationId } from '../domain/ids.ts';
import type { Problem } from '../domain/problem.ts';
import type { CatalogField } from '../mapping/catalog-field.ts';
import { type FieldProduct, fieldProducts } from '../ports/fields.ts';
import type { Store } from '../ports/store.ts';
import type { Row } from '../store/schema.ts';
import { packBody, unpackBody } from '../work/packed-text.ts';

/** A kind of record of a product that can tell its fields. */
export interface LiveRecord {
  readonly product: FieldProduct;
  readonly object: string;
}

export interface KeptFields extends LiveRecord {
  /** Undefined as long as no reading has worked. */
  readonly fields?: readonly CatalogField[];
  /** When they were read, epoch ms. */
  readonly readAt?: number;
  /** Why the last reading brought nothing; the fields are those of the one before. */
  readonly problem?: Problem;
  readonly row: Row<'Catalogs'>;
}

/** By `product|object`. */
export type Kept = ReadonlyMap<string, KeptFields>;

export async function readKeptFields(store: Store, installation: InstallationId): Promise<Kept> {
  const rows = await store.select('Catalogs', { where: [['installation', '=', installation]] });
  return new Map(rows.flatMap((row) => keptOf(row)));
}

function keptOf(row: Row<'Catalogs'>): readonly (readonly [string, KeptFields])[] {
  const product = fieldProducts.find((one) => one === row.product);
  if (product === undefined) return [];
  const { object, read_at: readAt } = row;
  const read = readAt === undefined ? {} : { readAt, fields: fieldsOf(row) };
  const problem = row.problem ? { problem: JSON.parse(row.problem) as Problem } : {};
  return [[`${product}|${object}`, { product, object, ...read, ...problem, row }]];
}

function fieldsOf(row: Row<'Catalogs'>): readonly CatalogField[] {
  return JSON.parse(unpackBody(row)) as readonly CatalogField[];
}

/** What of each kind of record is known now, by `product|object`. */
export function liveFields(kept: Kept): ReadonlyMap<string, readonly CatalogField[]> {
  return new Map(
    [...kept].flatMap(([key, { fields }]) =>
      fields === undefined ? [] : [[key, fields] as const],
    ),
  );
}

/** A reading that worked replaces the one before; a failed one leaves it, with its age. One store write. */
export async function keepFields(
  store: Store,
  installation: InstallationId,
  { product, object }: LiveRecord,
  known: KeptFields | undefined,
  read: { readonly fields: readonly CatalogField[]; readonly at: number } | Problem,
): Promise<void> {
  const columns =
    'fields' in read
      ? { ...bodyOf(read.fields), read_at: read.at, problem: '' }
      : { problem: JSON.stringify(read) };
  if (known !== undefined) {
    await store.update('Catalogs', known.row.ROWID, columns);
    return;
  }
  // Somebody else may just have kept the same: one reading is as good as the other.
  await store.insert('Catalogs', {
    catalog_key: `${installation}|${product}|${object}`,
    installation,
    product,
    object,
    ...columns,
  });
}

/** Columns that are not needed are emptied; what doesn't fit is kept without its choices, then only what is custom. */
function bodyOf(fields: readonly CatalogField[]) {
  const plain = fields.map(({ choices: _, ...field }) => field);
  for (const some of [fields, plain, plain.filter(({ custom }) => custom === true), []]) {
    const body = packBody(JSON.stringify(some));
    if (body !== undefined) return { body: '', body_2: '', body_3: '', ...body };
  }
  return {};
}
