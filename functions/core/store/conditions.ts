// Checks conditions, order and limit before they become ZCQL: what is wrong here is a mistake in our code.
import type { Condition, Query } from '../ports/store.ts';
import { columnsOf, isSafeText, isWhole } from './row-values.ts';
import type { ColumnSchema, TableName } from './schema.ts';

/** Rows that one ZCQL statement reads or changes at most (Catalyst docs "ZCQL"). */
export const ROWS_MAX = 300;

/** Rows that one request deletes at most (Catalyst docs "Delete rows"). */
const DELETED_MAX = 200;

export type ConditionValue = string | number;

/** A checked condition; a list only with `in`. */
export type CheckedCondition = {
  readonly column: string;
  readonly operator: Condition<TableName>[1];
  readonly values: readonly ConditionValue[];
};

/** A checked query. */
export interface CheckedQuery {
  readonly where: readonly CheckedCondition[];
  readonly orderBy?: { readonly column: string; readonly direction: 'asc' | 'desc' };
  readonly limit: number;
}

/** @throws TypeError or RangeError for unknown columns, unsafe values and limits out of 1 to 300. */
export function checkQuery<T extends TableName>(table: T, query: Query<T>): CheckedQuery {
  const limit = query.limit ?? ROWS_MAX;
  if (!Number.isInteger(limit) || limit < 1 || limit > ROWS_MAX) {
    throw new RangeError(`between 1 and ${ROWS_MAX} rows can be selected`);
  }
  const where = checkConditions(table, query.where);
  if (query.orderBy === undefined) return { where, limit };
  const [column, direction] = query.orderBy;
  comparable(table, column);
  return { where, limit, orderBy: { column, direction } };
}

/** The query for the row with this value in a column. @throws as {@link checkConditions}. */
export function checkLookup(table: TableName, column: string, value: string): CheckedQuery {
  checkValue(`${table}.${column}`, comparable(table, column), value);
  return { where: [{ column, operator: '=', values: [value] }], limit: 1 };
}

/** @throws TypeError or RangeError for unknown or sealed columns, unsafe texts, inexact numbers and empty lists. */
export function checkConditions<T extends TableName>(
  table: T,
  where: readonly Condition<T>[],
): CheckedCondition[] {
  return where.map(([column, operator, value]) => {
    const values = typeof value === 'object' ? value : [value];
    if ((typeof value === 'object') !== (operator === 'in')) {
      throw new TypeError(`${table}.${column}: a list goes with "in" only`);
    }
    if (values.length === 0 || values.length > ROWS_MAX) {
      throw new RangeError(`${table}.${column}: a list has 1 to ${ROWS_MAX} values`);
    }
    const schema = comparable(table, column);
    for (const each of values) checkValue(`${table}.${column}`, schema, each);
    return { column, operator, values };
  });
}

/** @throws RangeError for no rows, or more than one request deletes. */
export function checkDeletion(rowIds: readonly string[]): void {
  if (rowIds.length === 0 || rowIds.length > DELETED_MAX) {
    throw new RangeError(`between 1 and ${DELETED_MAX} rows can be deleted`);
  }
}

function comparable(table: TableName, name: string): ColumnSchema {
  const column = columnsOf(table)[name];
  if (column === undefined) throw new TypeError(`${table} has no column ${name}`);
  if (column.type === 'encrypted text') throw new TypeError(`${table}.${name} is sealed`);
  return column;
}

function checkValue(name: string, column: ColumnSchema, value: ConditionValue): void {
  const fits = isWhole(column)
    ? Number.isSafeInteger(value)
    : typeof value === 'string' && isSafeText(value);
  if (!fits) throw new RangeError(`${name}: not a safe value for a condition`);
}
