// Runs a ZCQL statement and answers rows wrapped per table name.
import type { Catalog, Table } from '../catalog.ts';
import { answeredValue } from '../column-values.ts';
import { queryError } from '../envelope.ts';
import type { Caller } from '../project.ts';
import type { RowStore } from '../row-store.ts';
import { type AnsweredRow, changedValues, type Rows } from '../rows.ts';
import { compileSelect, compileTargets } from './compile.ts';
import { parse } from './parser.ts';
import type { Delete, Insert, Literal, Select, Statement, Update } from './statement.ts';

/** `{[table]: {[column]: value}}` */
type WrappedRow = Record<string, Record<string, string | number | null>>;

export class ZcqlEngine {
  readonly #catalog: Catalog;
  readonly #store: RowStore;
  readonly #rows: Rows;

  constructor(catalog: Catalog, store: RowStore, rows: Rows) {
    this.#catalog = catalog;
    this.#store = store;
    this.#rows = rows;
  }

  /**
   * @param counted told the kind of statement before it runs.
   * @throws CatalystError 400 "ZCQL QUERY ERROR", 403 for writes of an app user, 409 DUPLICATE_VALUE.
   */
  execute(query: string, caller: Caller, counted: (kind: Statement['kind']) => void): WrappedRow[] {
    const statement = parse(query);
    counted(statement.kind);
    if (caller === 'user' && statement.kind !== 'select') {
      throw queryError('No privileges to perform this action');
    }
    switch (statement.kind) {
      case 'select':
        return this.#select(statement);
      case 'insert':
        return this.#insert(statement);
      case 'update':
        return this.#update(statement);
      case 'delete':
        return this.#delete(statement);
    }
  }

  #select(select: Select): WrappedRow[] {
    const { sql, values, output } = compileSelect(this.#catalog, select);
    return this.#store.all(sql, values).map((row) => {
      const wrapped: WrappedRow = {};
      output.forEach(({ table, key }, index) => {
        wrapped[table] ??= {};
        wrapped[table][key] = answeredValue(row[index]);
      });
      return wrapped;
    });
  }

  #insert({ table: name, columns, values }: Insert): WrappedRow[] {
    const table = this.#table(name);
    const row = Object.fromEntries(
      columns.map((column, index) => [column, writtenValue(values[index])]),
    );
    return wrap(table, this.#rows.insert(table, [row]));
  }

  /** Changes at most 300 rows, the first by ROWID. */
  #update({ table: name, assignments, where }: Update): WrappedRow[] {
    const table = this.#table(name);
    const change = assignments.map(({ column, value }) => [column, writtenValue(value)] as const);
    if (change.some(([column]) => column === 'ROWID')) throw queryError('ROWID cannot be changed');
    const values = changedValues(table, Object.fromEntries(change));
    return this.#store.atomically(() => {
      const { sql, values: bound } = compileTargets(this.#catalog, name, where);
      const rowIds = this.#store.all(sql, bound).map(([rowId]) => rowId as bigint);
      if (rowIds.length === 0) return [];
      this.#rows.updateMany(table, rowIds, values);
      return wrap(table, this.#rows.byIds(table, rowIds));
    });
  }

  #delete({ table: name, where }: Delete): WrappedRow[] {
    const table = this.#table(name);
    return this.#store.atomically(() => {
      const { sql, values } = compileTargets(this.#catalog, name, where);
      const rowIds = this.#store.all(sql, values).map(([rowId]) => rowId as bigint);
      const deleted = rowIds.length === 0 ? 0 : this.#rows.deleteMany(table, rowIds);
      return [{ [table.name]: { DELETED_ROWS_COUNT: deleted } }];
    });
  }

  #table(name: string): Table {
    const table = this.#catalog.find(name);
    if (table?.name !== name) throw queryError(`Unknown Table ${name}`);
    return table;
  }
}

function wrap(table: Table, rows: readonly AnsweredRow[]): WrappedRow[] {
  return rows.map((row) => ({ [table.name]: row }));
}

function writtenValue(literal: Literal | undefined): string | null {
  return literal === undefined || literal.kind === 'null' ? null : literal.text;
}
