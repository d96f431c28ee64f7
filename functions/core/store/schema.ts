// The one description of every Data Store table; typed rows, sandbox tables and the project template come from it.
import type { ColumnSchema } from './columns.ts';
import { companyTables } from './company-tables.ts';
import { moneyTables } from './money-tables.ts';
import { workTables } from './work-tables.ts';

export type { ColumnSchema, TableSchema } from './columns.ts';

export const schema = { ...companyTables, ...moneyTables, ...workTables };

type Schema = typeof schema;
export type TableName = keyof Schema;

type ColumnValue<C extends ColumnSchema> = C['type'] extends 'bigint' | 'int' ? number : string;

/** A row to insert: mandatory columns required, the others optional. Never null: leave it out. */
export type NewRow<T extends TableName> = {
  -readonly [C in keyof Schema[T] as Schema[T][C] extends { mandatory: true }
    ? C
    : never]: ColumnValue<Schema[T][C] extends ColumnSchema ? Schema[T][C] : never>;
} & {
  -readonly [C in keyof Schema[T] as Schema[T][C] extends { mandatory: true }
    ? never
    : C]?: ColumnValue<Schema[T][C] extends ColumnSchema ? Schema[T][C] : never>;
};

/** A row as read: ROWID is a string (beyond 2^53), numbers are numbers, empty columns are absent. */
export type Row<T extends TableName> = NewRow<T> & { readonly ROWID: string };

/** The unique columns of a table. */
export type UniqueColumn<T extends TableName> = {
  [C in keyof Schema[T]]: Schema[T][C] extends { unique: true } ? C : never;
}[keyof Schema[T]] &
  string;

export type Column<T extends TableName> = keyof NewRow<T> & string;
