// Search: finds rows by words in their Var Char columns.
import { z } from 'zod';
import { type Catalog, columnOf, type Table } from './catalog.ts';
import { answeredValue } from './column-values.ts';
import { invalidInput } from './envelope.ts';
import { quoted, type RowStore } from './row-store.ts';
import type { AnsweredRow } from './rows.ts';

const ROWS = 300;

const columnsOfTables = z.record(z.string(), z.array(z.string()).min(1));
const body = z.object({
  search: z.string().min(1),
  search_table_columns: columnsOfTables,
  select_table_columns: columnsOfTables.optional(),
  start: z.coerce.number().int().min(0).default(0),
  end: z.coerce.number().int().min(0).default(ROWS),
});

/**
 * Rows per table in which a searched column contains the text, whatever its case.
 * @throws CatalystError 400 for an unknown table or column, or one that has no search index.
 */
export function search(catalog: Catalog, store: RowStore, input: unknown) {
  const parsed = body.safeParse(input);
  if (!parsed.success) throw invalidInput(z.prettifyError(parsed.error));
  const { search: words, search_table_columns, select_table_columns, start, end } = parsed.data;
  const found: Record<string, AnsweredRow[]> = {};
  for (const [name, columns] of Object.entries(search_table_columns)) {
    const table = catalog.table(name);
    const selected = select_table_columns?.[name] ?? [...table.columns.keys()];
    for (const column of selected) columnOf(table, column);
    const rows = store.all(
      `SELECT ${selected.map(quoted).join(', ')} FROM ${quoted(table.name)} WHERE ${columns
        .map((column) => `instr(lower(${quoted(searchable(table, column))}), lower(?)) > 0`)
        .join(' OR ')} ORDER BY "ROWID" LIMIT ? OFFSET ?`,
      [
        ...columns.map(() => words.replaceAll('*', '')),
        BigInt(Math.max(0, Math.min(end - start, ROWS))),
        BigInt(start),
      ],
    );
    found[table.name] = rows.map((row) =>
      Object.fromEntries(selected.map((column, index) => [column, answeredValue(row[index])])),
    );
  }
  return found;
}

/** Text and Encrypted Text have no search index. */
function searchable(table: Table, name: string): string {
  if (columnOf(table, name).type !== 'varchar') throw invalidInput(`${name} has no search index`);
  return name;
}
