// One table in memory: rows in the order of their ids, with an index for each unique column.
import type { CheckedCondition, CheckedQuery, ConditionValue } from './conditions.ts';
import { type StoredValues, uniqueColumnsOf } from './row-values.ts';
import type { TableName } from './schema.ts';

export type StoredRow = StoredValues & { readonly ROWID: string };

export class MemoryTable {
  readonly #rows = new Map<string, StoredRow>();
  /** Column -> value -> ROWID. */
  readonly #unique: ReadonlyMap<string, Map<unknown, string>>;

  constructor(table: TableName) {
    this.#unique = new Map(uniqueColumnsOf(table).map((name) => [name, new Map()]));
  }

  insert(row: StoredRow): 'inserted' | 'duplicate' {
    if (this.#taken(row, new Set())) return 'duplicate';
    this.#put(row);
    return 'inserted';
  }

  findUnique(column: string, value: ConditionValue): StoredRow | undefined {
    return this.#rows.get(this.#unique.get(column)?.get(value) ?? '');
  }

  select({ where, orderBy, limit }: CheckedQuery): StoredRow[] {
    const rows = [...this.#rows.values()].filter((row) => fits(row, where));
    if (orderBy !== undefined) {
      const sign = orderBy.direction === 'asc' ? 1 : -1;
      rows.sort((a, b) => sign * compare(a[orderBy.column] ?? null, b[orderBy.column] ?? null));
    }
    return rows.slice(0, limit);
  }

  /** Writes the same values into rows: all of them, or none when a unique value would be held twice. */
  update(
    rowIds: readonly string[],
    values: StoredValues,
    tell: (before: StoredRow, after: StoredRow) => void,
  ): 'updated' | 'duplicate' {
    const changing = new Set(rowIds);
    const keyed = [...this.#unique.keys()].some((column) => values[column] !== undefined);
    if (keyed && (changing.size > 1 || this.#taken(values, changing))) return 'duplicate';
    for (const rowId of changing) {
      const row = this.#rows.get(rowId);
      if (row === undefined) continue;
      const changed = { ...row, ...values };
      this.#put(changed);
      tell(row, changed);
    }
    return 'updated';
  }

  has(rowId: string): boolean {
    return this.#rows.has(rowId);
  }

  delete(rowId: string): void {
    const row = this.#rows.get(rowId);
    if (row === undefined) return;
    this.#rows.delete(rowId);
    for (const [column, index] of this.#unique) index.delete(row[column]);
  }

  #taken(values: StoredValues, by: ReadonlySet<string>): boolean {
    return [...this.#unique].some(([column, index]) => {
      const owner = values[column] === undefined ? undefined : index.get(values[column]);
      return owner !== undefined && !by.has(owner);
    });
  }

  #put(row: StoredRow): void {
    const before = this.#rows.get(row.ROWID);
    for (const [column, index] of this.#unique) {
      if (before !== undefined) index.delete(before[column]);
      index.set(row[column], row.ROWID);
    }
    this.#rows.set(row.ROWID, row);
  }
}

/** As in SQL: an empty column fits no condition, not even `!=`. */
function fits(row: StoredRow, where: readonly CheckedCondition[]): boolean {
  return where.every((condition) => {
    const held = row[condition.column] ?? null;
    return held !== null && holds(held, condition);
  });
}

function holds(held: ConditionValue, { operator, values }: CheckedCondition): boolean {
  const [value = null] = values;
  switch (operator) {
    case 'in':
      return values.includes(held);
    case '=':
      return held === value;
    case '!=':
      return held !== value;
    case '<':
      return compare(held, value) < 0;
    case '<=':
      return compare(held, value) <= 0;
    case '>':
      return compare(held, value) > 0;
    case '>=':
      return compare(held, value) >= 0;
  }
}

/** Empty columns come first. */
function compare(a: ConditionValue | null, b: ConditionValue | null): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return a < b ? -1 : 1;
}
