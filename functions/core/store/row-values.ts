// Rows on their way into the store and back: what a column takes, and how its values are read.
import { StoreFailure } from '../ports/store.ts';
import { escapeText, fitText, unescapeText } from './column-text.ts';
import { type ColumnSchema, type Row, schema, type TableName, type TableSchema } from './schema.ts';

/** Column values as they are sent: escaped text, whole numbers, null for an empty column. */
export type StoredValues = Record<string, string | number | null>;

/** A row as the store answers it. */
export type StoreAnswer = Readonly<Record<string, unknown>> & { readonly ROWID?: unknown };

/** All that may stand in a ZCQL literal, as ZCQL has no parameters. */
const SAFE_CHARACTERS = /^[A-Za-z0-9_:.|#-]+$/;

const LABEL_LENGTH = 255;

/** Whether a text may stand in a statement. */
export function hasSafeCharacters(text: string): boolean {
  return SAFE_CHARACTERS.test(text);
}

/** Whether a text may be a key or a condition's value. */
export function isSafeText(text: string): boolean {
  return text.length <= LABEL_LENGTH && hasSafeCharacters(text);
}

/** The columns of a table by name. */
export function columnsOf(table: TableName): TableSchema {
  return schema[table];
}

/** The names of a table's unique columns; the first is the row's own key. */
export function uniqueColumnsOf(table: TableName): string[] {
  return Object.entries(columnsOf(table)).flatMap(([name, { unique }]) => (unique ? [name] : []));
}

/**
 * The values of a new row. Empty texts are left out, as an empty column is an absent one; a label that is too long
 * is cut, as a customer's long name must not stop a payment.
 * @throws StoreFailure `too-long`; TypeError or RangeError for what only a mistake in our code can bring.
 */
export function valuesOfNew(table: TableName, row: object): StoredValues {
  const values = valuesOf(table, row);
  for (const [name, column] of Object.entries(columnsOf(table))) {
    if (column.mandatory && values[name] === undefined) {
      throw new TypeError(`${table}.${name} is mandatory`);
    }
  }
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

/**
 * The values of a change; an empty text empties its column.
 * @throws as {@link valuesOfNew}.
 */
export function valuesOf(table: TableName, patch: object): StoredValues {
  const columns = columnsOf(table);
  const values: StoredValues = {};
  for (const [name, value] of Object.entries(patch) as [string, unknown][]) {
    const column = columns[name];
    if (column === undefined) throw new TypeError(`${table} has no column ${name}`);
    if (value !== undefined) values[name] = storedValue(`${table}.${name}`, column, value);
  }
  return values;
}

/**
 * A row as the product knows it, from whatever the store answered: only our columns, numbers as numbers, empty
 * columns absent.
 * @throws StoreFailure `bad-answer` when a number is none or too large to be exact, or the ROWID is missing.
 */
export function rowFrom<T extends TableName>(table: T, answer: StoreAnswer) {
  const rowId = answer.ROWID;
  if (typeof rowId !== 'string' || rowId === '') throw badAnswer(`${table} row without ROWID`);
  const row: Record<string, string | number> = { ROWID: rowId };
  for (const [name, column] of Object.entries(columnsOf(table))) {
    const value = answer[name];
    if (value === null || value === undefined || value === '') continue;
    row[name] = isWhole(column) ? exact(`${table}.${name}`, value) : unescapeText(String(value));
  }
  return row as unknown as Row<T>;
}

export function isWhole(column: ColumnSchema): boolean {
  return column.type === 'bigint' || column.type === 'int';
}

/** People's words that nothing hangs on: an optional Var Char of full length. */
function isLabel(column: ColumnSchema): boolean {
  const optional = column.unique !== true && column.mandatory !== true;
  return optional && column.type === 'varchar' && column.length === LABEL_LENGTH;
}

function storedValue(name: string, column: ColumnSchema, value: unknown): string | number | null {
  if (isWhole(column)) return wholeNumber(name, column, value);
  if (typeof value !== 'string') throw new TypeError(`${name} takes a string`);
  if (value === '') {
    if (column.mandatory) throw new TypeError(`${name} is mandatory`);
    return null;
  }
  const text = escapeText(isLabel(column) ? fitText(value, column.length) : value);
  if (text.length > column.length) {
    throw new StoreFailure('too-long', `${name} holds ${column.length} characters`);
  }
  if (column.unique && !isSafeText(text)) throw new RangeError(`${name} is not a safe key`);
  return text;
}

function wholeNumber(name: string, column: ColumnSchema, value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
    throw new RangeError(`${name} takes a whole number up to 2^53`);
  }
  if (String(Math.abs(value)).length > column.length) {
    throw new RangeError(`${name} holds ${column.length} digits`);
  }
  return value;
}

function exact(name: string, value: unknown): number {
  const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) {
    throw badAnswer(`${name} is not a whole number up to 2^53`);
  }
  return number;
}

function badAnswer(message: string): StoreFailure {
  return new StoreFailure('bad-answer', message);
}
