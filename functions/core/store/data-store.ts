// The store over Catalyst Data Store, by the genuine SDK.
import {
  type Changed,
  type Condition,
  type Inserted,
  type Patch,
  type Query,
  type Store,
  StoreFailure,
} from '../ports/store.ts';
import type { CatalystApp } from './catalyst-sdk.ts';
import {
  type CheckedQuery,
  checkConditions,
  checkDeletion,
  checkLookup,
  checkQuery,
} from './conditions.ts';
import { rowFrom, type StoreAnswer, uniqueColumnsOf, valuesOf, valuesOfNew } from './row-values.ts';
import type { NewRow, Row, TableName, UniqueColumn } from './schema.ts';
import { isDuplicate, mayHaveApplied, storeFailure } from './sdk-failure.ts';
import { selectStatement, updateStatement } from './zcql.ts';

interface DataStoreOptions {
  /** Told of every round trip: what users pay and wait for. An insert's read-back counts as `find`. */
  readonly onCall?: (operation: keyof Store, table: TableName) => void;
  /** When a call is given up; an insert may take it twice. The SDK itself would wait for ever. */
  readonly timeoutMs?: number;
}

/** Twice fits well into the 30 seconds of an HTTP function. */
const CALL_TIMEOUT_MS = 8_000;

class DataStore implements Store {
  readonly #app: CatalystApp;
  readonly #onCall: NonNullable<DataStoreOptions['onCall']>;
  readonly #timeoutMs: number;

  constructor(app: CatalystApp, options: DataStoreOptions) {
    this.#app = app;
    this.#onCall = options.onCall ?? (() => {});
    this.#timeoutMs = options.timeoutMs ?? CALL_TIMEOUT_MS;
  }

  async insert<T extends TableName>(table: T, row: NewRow<T>): Promise<Inserted<T>> {
    const values = valuesOfNew(table, row);
    try {
      const answer = await this.#call('insert', table, () => this.#rows(table).insertRow(values));
      return { kind: 'inserted', row: rowFrom(table, { ...values, ROWID: answer?.ROWID }) };
    } catch (error) {
      if (isDuplicate(error)) return { kind: 'duplicate' };
      const failure = storeFailure(`insert into ${table}`, error);
      if (mayHaveApplied(failure) && (await this.#holdsKeyOf(table, values))) {
        return { kind: 'duplicate' };
      }
      throw failure;
    }
  }

  async find<T extends TableName>(
    table: T,
    column: UniqueColumn<T>,
    value: string,
  ): Promise<Row<T> | undefined> {
    const [row] = await this.#select('find', table, checkLookup(table, column, value));
    return row;
  }

  async select<T extends TableName>(table: T, query: Query<T>): Promise<Row<T>[]> {
    return this.#select('select', table, checkQuery(table, query));
  }

  async update<T extends TableName>(
    table: T,
    rowId: string,
    patch: Patch<T>,
  ): Promise<'updated' | 'duplicate'> {
    const values = valuesOf(table, patch);
    if (Object.keys(values).length === 0) return 'updated';
    return this.#change('update', table, () =>
      this.#rows(table).updateRow({ ...values, ROWID: rowId }),
    );
  }

  async updateWhere<T extends TableName>(
    table: T,
    patch: Patch<T>,
    where: readonly Condition<T>[],
  ): Promise<Changed> {
    const conditions = checkConditions(table, where);
    const statement = updateStatement(table, valuesOf(table, patch), conditions);
    let changed: unknown;
    const done = await this.#change('updateWhere', table, async () => {
      changed = await this.#app.zcql().executeZCQLQuery(statement);
    });
    // Documented to answer the changed rows.
    return done === 'updated' && Array.isArray(changed) && changed.length === 0 ? 'nothing' : done;
  }

  async delete<T extends TableName>(table: T, rowId: string): Promise<void> {
    try {
      await this.#call('delete', table, () => this.#rows(table).deleteRow(rowId));
    } catch (error) {
      const failure = storeFailure(`delete from ${table}`, error);
      if (failure.code !== 'not-found') throw failure;
    }
  }

  async deleteAll<T extends TableName>(table: T, rowIds: readonly string[]): Promise<void> {
    checkDeletion(rowIds);
    try {
      await this.#call('deleteAll', table, () => this.#rows(table).deleteRows([...rowIds]));
    } catch (error) {
      const failure = storeFailure(`delete from ${table}`, error);
      if (failure.code !== 'not-found') throw failure;
      // One that is gone refuses all of them.
      for (const rowId of rowIds) await this.delete(table, rowId);
    }
  }

  async #change(
    operation: keyof Store,
    table: TableName,
    send: () => Promise<unknown>,
  ): Promise<'updated' | 'duplicate'> {
    try {
      await this.#call(operation, table, send);
      return 'updated';
    } catch (error) {
      if (isDuplicate(error)) return 'duplicate';
      throw storeFailure(`${operation} of ${table}`, error);
    }
  }

  async #select<T extends TableName>(
    operation: keyof Store,
    table: T,
    query: CheckedQuery,
  ): Promise<Row<T>[]> {
    const statement = selectStatement(table, query);
    try {
      const answer: unknown = await this.#call(operation, table, () =>
        this.#app.zcql().executeZCQLQuery(statement),
      );
      return wrappedRows(table, answer).map((row) => rowFrom(table, row));
    } catch (error) {
      throw storeFailure(`${operation} from ${table}`, error);
    }
  }

  /**
   * After an insert of unknown outcome: is a row with its key there? The key is a table's first unique column. No
   * when it cannot be read, as then the insert's own failure says all that is known.
   */
  async #holdsKeyOf(table: TableName, values: StoreAnswer): Promise<boolean> {
    const [column = ''] = uniqueColumnsOf(table);
    const lookup = checkLookup(table, column, String(values[column]));
    const found = await this.#select('find', table, lookup).catch(() => []);
    return found.length > 0;
  }

  #rows(table: TableName) {
    return this.#app.datastore().table(table);
  }

  async #call<R>(operation: keyof Store, table: TableName, send: () => Promise<R>): Promise<R> {
    this.#onCall(operation, table);
    const { promise: late, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      reject(new StoreFailure('timed-out', `${operation} of ${table}: no answer`));
    }, this.#timeoutMs);
    try {
      return await Promise.race([send(), late]);
    } finally {
      clearTimeout(timer);
    }
  }
}

/** The store of the project that `app` speaks for; `app` must have admin scope. */
export function createDataStore(app: CatalystApp, options: DataStoreOptions = {}): Store {
  return new DataStore(app, options);
}

/** ZCQL wraps each row in its table's name. */
function wrappedRows(table: TableName, answer: unknown): StoreAnswer[] {
  const wrapped = Array.isArray(answer) ? (answer as Record<string, StoreAnswer>[]) : [{}];
  return wrapped.map((each) => {
    const row = each[table];
    if (row === undefined) throw new StoreFailure('bad-answer', `no ${table} rows in the answer`);
    return row;
  });
}
