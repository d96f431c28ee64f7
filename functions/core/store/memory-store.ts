// The store in memory, as strict as Data Store: for tests and the simulation.
import {
  type Changed,
  type Condition,
  type Inserted,
  type Patch,
  type Query,
  type Store,
  StoreFailure,
} from '../ports/store.ts';
import { checkConditions, checkDeletion, checkLookup, checkQuery, ROWS_MAX } from './conditions.ts';
import { MemoryTable, type StoredRow } from './memory-table.ts';
import { rowFrom, type StoredValues, valuesOf, valuesOfNew } from './row-values.ts';
import { type NewRow, type Row, schema, type TableName, type UniqueColumn } from './schema.ts';
import { updateStatement } from './zcql.ts';

/**
 * Stands between a caller and the store, once per call: may wait, throw instead of applying, or apply and then
 * throw, as a broken connection does. Applying is atomic.
 */
export type Interceptor = <R>(
  call: { readonly operation: keyof Store; readonly table: TableName },
  apply: () => R,
) => Promise<R>;

/** Told of every row that is written, as it was (undefined for a new one) and as it is now; not to be changed. */
export type Observer = (
  table: TableName,
  before: Row<TableName> | undefined,
  after: Row<TableName>,
) => void;

/** Beyond 2^53: two neighbours become one when somebody turns them into a number. */
const FIRST_ROW_ID = 10_000_000_000_000_001n;

class MemoryStore implements Store {
  readonly #tables: Readonly<Record<TableName, MemoryTable>>;
  readonly #intercept: Interceptor;
  readonly #observe: Observer;
  /** Each version of a row is read once: simulations read far more than they write. */
  readonly #read = new WeakMap<StoredRow, Row<TableName>>();
  #nextRowId = FIRST_ROW_ID;

  constructor(
    intercept: Interceptor = async (_, apply) => apply(),
    observe: Observer = () => undefined,
  ) {
    this.#intercept = intercept;
    this.#observe = observe;
    this.#tables = Object.fromEntries(
      Object.keys(schema).map((name) => [name, new MemoryTable(name as TableName)]),
    ) as Record<TableName, MemoryTable>;
  }

  async insert<T extends TableName>(table: T, row: NewRow<T>): Promise<Inserted<T>> {
    const values = valuesOfNew(table, row);
    return this.#intercept({ operation: 'insert', table }, () => {
      const stored = { ...values, ROWID: String(this.#nextRowId) };
      if (this.#tables[table].insert(stored) === 'duplicate') return { kind: 'duplicate' };
      this.#nextRowId += 1n;
      const row = this.#rowOf(table, stored);
      this.#observe(table, undefined, row);
      return { kind: 'inserted', row };
    });
  }

  async find<T extends TableName>(
    table: T,
    column: UniqueColumn<T>,
    value: string,
  ): Promise<Row<T> | undefined> {
    checkLookup(table, column, value);
    return this.#intercept({ operation: 'find', table }, () => {
      const found = this.#tables[table].findUnique(column, value);
      return found && this.#rowOf(table, found);
    });
  }

  async select<T extends TableName>(table: T, query: Query<T>): Promise<Row<T>[]> {
    const checked = checkQuery(table, query);
    return this.#intercept({ operation: 'select', table }, () =>
      this.#tables[table].select(checked).map((row) => this.#rowOf(table, row)),
    );
  }

  async update<T extends TableName>(
    table: T,
    rowId: string,
    patch: Patch<T>,
  ): Promise<'updated' | 'duplicate'> {
    const values = valuesOf(table, patch);
    if (Object.keys(values).length === 0) return 'updated';
    return this.#intercept({ operation: 'update', table }, () => {
      if (!this.#tables[table].has(rowId)) {
        throw new StoreFailure('not-found', `${table} has no row ${rowId}`);
      }
      return this.#change(table, [rowId], values);
    });
  }

  async updateWhere<T extends TableName>(
    table: T,
    patch: Patch<T>,
    where: readonly Condition<T>[],
  ): Promise<Changed> {
    const values = valuesOf(table, patch);
    const checked = checkConditions(table, where);
    // Made for its checks: what ZCQL cannot say is refused here too.
    updateStatement(table, values, checked);
    return this.#intercept({ operation: 'updateWhere', table }, () => {
      const rows = this.#tables[table].select({ where: checked, limit: ROWS_MAX });
      if (rows.length === 0) return 'nothing';
      return this.#change(
        table,
        rows.map((row) => row.ROWID),
        values,
      );
    });
  }

  async delete<T extends TableName>(table: T, rowId: string): Promise<void> {
    return this.#intercept({ operation: 'delete', table }, () => this.#tables[table].delete(rowId));
  }

  async deleteAll<T extends TableName>(table: T, rowIds: readonly string[]): Promise<void> {
    checkDeletion(rowIds);
    return this.#intercept({ operation: 'deleteAll', table }, () => {
      for (const rowId of rowIds) this.#tables[table].delete(rowId);
    });
  }

  #change(
    table: TableName,
    rowIds: readonly string[],
    values: StoredValues,
  ): 'updated' | 'duplicate' {
    return this.#tables[table].update(rowIds, values, (before, after) =>
      this.#observe(table, this.#readOnce(table, before), this.#readOnce(table, after)),
    );
  }

  /** A row of the caller's own: it may be changed without the store's being. */
  #rowOf<T extends TableName>(table: T, stored: StoredRow): Row<T> {
    return { ...this.#readOnce(table, stored) };
  }

  #readOnce<T extends TableName>(table: T, stored: StoredRow): Row<T> {
    const known = this.#read.get(stored);
    if (known !== undefined) return known as Row<T>;
    const row = rowFrom(table, stored);
    this.#read.set(stored, row);
    return row;
  }
}

/** A store that lives as long as the value. */
export function createMemoryStore(intercept?: Interceptor, observe?: Observer): Store {
  return new MemoryStore(intercept, observe);
}
