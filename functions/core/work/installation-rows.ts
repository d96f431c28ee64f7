// All rows of one installation, table by table: what export and erasure go through, whatever tables there are.
import type { InstallationId } from '../domain/ids.ts';
import type { Query, Store } from '../ports/store.ts';
import { type Row, schema, type TableName, type TableSchema } from '../store/schema.ts';

/** Tables whose rows belong to an installation; `Installations` itself is none of them. */
export const tablesOfInstallations = Object.entries<TableSchema>(schema).flatMap(
  ([table, columns]) => ('installation' in columns ? [table as TableName] : []),
);

/** As many as one request deletes. */
export const ROWS_AT_ONCE = 200;

/** The first unique column: a row's own key. */
function keyColumn(table: TableName): string {
  const columns = Object.entries<TableSchema[string]>(schema[table]);
  const found = columns.find(([, column]) => column.unique === true);
  if (found === undefined) throw new TypeError(`${table} has no key`);
  return found[0];
}

export function keyOfRow(table: TableName, row: Row<TableName>): string {
  return String((row as Readonly<Record<string, unknown>>)[keyColumn(table)]);
}

/**
 * A page of an installation's rows in the order of their keys: one store read.
 * @param after the key of the last row of the page before.
 */
export function rowsOf<T extends TableName>(
  store: Store,
  table: T,
  installation: InstallationId,
  after?: string,
  limit = ROWS_AT_ONCE,
): Promise<Row<T>[]> {
  const key = keyColumn(table);
  const where = [
    ['installation', '=', installation],
    ...(after === undefined ? [] : [[key, '>', after]]),
  ];
  return store.select(table, { where, orderBy: [key, 'asc'], limit } as unknown as Query<T>);
}

/**
 * Deletes an installation's rows, one page after the other, for as long as there is time. Doing it again goes on.
 * @returns whether all are gone.
 */
export async function deleteRowsOf(
  store: Store,
  installation: InstallationId,
  isTimeLeft: () => boolean,
): Promise<boolean> {
  for (const table of tablesOfInstallations) {
    for (;;) {
      if (!isTimeLeft()) return false;
      const rows = await rowsOf(store, table, installation);
      if (rows.length === 0) break;
      await store.deleteAll(
        table,
        rows.map((row) => row.ROWID),
      );
    }
  }
  return true;
}
