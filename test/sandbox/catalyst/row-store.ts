// Rows on disk: one real SQLite table per table of the schema, extended when the schema has grown.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Catalog, Column, Table } from './catalog.ts';
import { isWhole, type Stored } from './column-values.ts';
import { CatalystError } from './envelope.ts';

const SQLITE_CONSTRAINT_UNIQUE = 2067;

/** A name as SQLite quotes it; names come from the schema, never from a request. */
export function quoted(name: string): string {
  return `"${name}"`;
}

/** Thin access to SQLite with cached statements; values are always bound. */
export class RowStore {
  readonly #db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  /** @param dataDir folder, or `:memory:`. */
  constructor(dataDir: string, catalog: Catalog) {
    if (dataDir !== ':memory:') mkdirSync(dataDir, { recursive: true });
    this.#db = new DatabaseSync(
      dataDir === ':memory:' ? ':memory:' : join(dataDir, 'data-store.sqlite'),
    );
    this.#db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
    for (const table of catalog.tables) this.#create(table);
  }

  /** Rows as arrays in the order of the selected columns; whole numbers are bigint. */
  all(sql: string, values: readonly Stored[] = []): unknown[][] {
    return this.#prepare(sql).all(...values) as unknown as unknown[][];
  }

  /**
   * Number of rows changed.
   * @throws CatalystError 409 DUPLICATE_VALUE when a unique column would hold a value twice.
   */
  run(sql: string, values: readonly Stored[] = []): number {
    try {
      return Number(this.#prepare(sql).run(...values).changes);
    } catch (error) {
      throw asDuplicate(error) ?? error;
    }
  }

  /** All or nothing, for the rows of one request. */
  atomically<T>(work: () => T): T {
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.#db.exec('COMMIT');
      return result;
    } catch (error) {
      this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  count(table: Table): number {
    return Number(this.all(`SELECT COUNT(*) FROM ${quoted(table.name)}`)[0]?.[0] ?? 0);
  }

  close(): void {
    this.#db.close();
  }

  #prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#db.prepare(sql);
      statement.setReadBigInts(true);
      statement.setReturnArrays(true);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #create(table: Table): void {
    const name = quoted(table.name);
    const columns = [...table.columns.values()];
    this.#db.exec(`CREATE TABLE IF NOT EXISTS ${name} (${columns.map(declaration).join(', ')})`);
    const present = new Set(
      this.#db
        .prepare(`SELECT name FROM pragma_table_info(?)`)
        .all(table.name)
        .map((row) => row.name),
    );
    for (const column of columns) {
      if (!present.has(column.name)) {
        this.#db.exec(`ALTER TABLE ${name} ADD COLUMN ${declaration(column)}`);
      }
      if (column.unique && !column.system) {
        const index = quoted(`unique_${table.name}_${column.name}`);
        this.#db.exec(
          `CREATE UNIQUE INDEX IF NOT EXISTS ${index} ON ${name} (${quoted(column.name)})`,
        );
      }
      if (column.indexed) {
        const index = quoted(`index_${table.name}_${column.name}`);
        this.#db.exec(`CREATE INDEX IF NOT EXISTS ${index} ON ${name} (${quoted(column.name)})`);
      }
    }
  }
}

function declaration(column: Column): string {
  if (column.name === 'ROWID') return '"ROWID" INTEGER PRIMARY KEY';
  return `${quoted(column.name)} ${isWhole(column) ? 'INTEGER' : 'TEXT'}`;
}

function asDuplicate(error: unknown): CatalystError | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined;
  if (error.errcode !== SQLITE_CONSTRAINT_UNIQUE) return undefined;
  const column = error.message.split('.').at(-1) ?? '';
  return new CatalystError(
    409,
    'DUPLICATE_VALUE',
    `Duplicate value for ${column}. Please provide a different value`,
  );
}
