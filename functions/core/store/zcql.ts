// ZCQL text of one statement. There are no parameters, so literals hold only characters that need no escape.
import type { CheckedCondition, CheckedQuery } from './conditions.ts';
import { hasSafeCharacters, type StoredValues } from './row-values.ts';
import type { TableName } from './schema.ts';

/** Always `*`: more than 20 named columns are refused. */
export function selectStatement(table: TableName, query: CheckedQuery): string {
  const { where, orderBy, limit } = query;
  const order =
    orderBy === undefined ? '' : ` ORDER BY ${orderBy.column} ${orderBy.direction.toUpperCase()}`;
  return `SELECT * FROM ${table}${whereClause(where)}${order} LIMIT ${limit}`;
}

/** @throws TypeError without a condition or a value: every row would change, or none. */
export function updateStatement(
  table: TableName,
  values: StoredValues,
  where: readonly CheckedCondition[],
): string {
  const assignments = Object.entries(values).map(([name, value]) => `${name} = ${literal(value)}`);
  if (where.length === 0 || assignments.length === 0) {
    throw new TypeError(`${table}: a conditional update needs a condition and a value`);
  }
  return `UPDATE ${table} SET ${assignments.join(', ')}${whereClause(where)}`;
}

function whereClause(where: readonly CheckedCondition[]): string {
  if (where.length === 0) return '';
  return ` WHERE ${where.map(conditionText).join(' AND ')}`;
}

function conditionText({ column, operator, values }: CheckedCondition): string {
  const literals = values.map(literal);
  return operator === 'in'
    ? `${column} IN (${literals.join(', ')})`
    : `${column} ${operator} ${literals.join('')}`;
}

/** @throws RangeError for a text with other than safe characters. */
function literal(value: string | number | null): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number') return String(value);
  if (!hasSafeCharacters(value))
    throw new RangeError('a text that is not safe cannot stand in ZCQL');
  return `'${value}'`;
}
