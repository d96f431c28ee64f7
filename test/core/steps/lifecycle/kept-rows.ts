// The kept rows of older versions, put into a store as they were.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from '../../../../functions/core/ports/store.ts';
import {
  type ColumnSchema,
  schema,
  type TableName,
} from '../../../../functions/core/store/schema.ts';

const FOLDER = join(import.meta.dirname, '../../../fixtures/upgrade');

export const olderVersions = ['first-start', 'indexed-payments'] as const;
type OlderVersion = (typeof olderVersions)[number];

interface KeptRow {
  readonly table: TableName;
  /** As SQLite and ZCQL answer it: whole numbers as texts. */
  readonly row: Readonly<Record<string, string>>;
}

export function keptRows(version: OlderVersion): {
  readonly masterKey: string;
  readonly rows: readonly KeptRow[];
} {
  const text = readFileSync(join(FOLDER, `${version}.jsonl`), 'utf8');
  const [head = '{}', ...lines] = text.trim().split('\n');
  const { masterKey } = JSON.parse(head) as { readonly masterKey: string };
  return { masterKey, rows: lines.map((line) => JSON.parse(line) as KeptRow) };
}

/** Columns that are no more stay behind, as nothing reads them; what is mandatory by now was not then. */
export async function putKeptRows(store: Store, version: OlderVersion): Promise<string> {
  const { masterKey, rows } = keptRows(version);
  for (const { table, row } of rows) {
    const columns: Readonly<Record<string, ColumnSchema>> = schema[table];
    const values = Object.entries(columns).flatMap(([name, { type, mandatory, unique }]) => {
      const value = row[name];
      if (value === undefined) return mandatory && unique ? [[name, row.audit_key ?? '']] : [];
      return [[name, type === 'bigint' || type === 'int' ? Number(value) : value]];
    });
    await store.insert(table, Object.fromEntries(values) as never);
  }
  return masterKey;
}
