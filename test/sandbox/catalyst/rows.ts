// Row operations: what /table/{t}/row does, with the store's limits.
import { type Catalog, type Column, columnOf, type Table } from './catalog.ts';
import { answeredValue, type Stored, storedValue } from './column-values.ts';
import { CatalystError, invalidId, invalidInput } from './envelope.ts';
import type { Project } from './project.ts';
import { quoted, type RowStore } from './row-store.ts';

/** Rows of one insert, update or delete request (Catalyst docs "Insert rows"). */
const BATCH_ROWS = 200;
const PAGE_ROWS = 200;
/** Development environment (docs "Insert rows"): rows in a table, rows in the project. */
const DEVELOPMENT_TABLE_ROWS = 5_000;
const DEVELOPMENT_PROJECT_ROWS = 25_000;

/** A row as answered: every column, whole numbers as strings, empty ones null. */
export type AnsweredRow = Record<string, string | null>;

interface Page {
  readonly data: AnsweredRow[];
  readonly more_records: boolean;
  readonly next_token?: string;
}

export class Rows {
  readonly #store: RowStore;
  readonly #project: Project;
  readonly #catalog: Catalog;

  constructor(store: RowStore, project: Project, catalog: Catalog) {
    this.#store = store;
    this.#project = project;
    this.#catalog = catalog;
  }

  /** @throws CatalystError 400 (shape, unknown column, value) or 409 DUPLICATE_VALUE; then nothing was written. */
  insert(table: Table, body: unknown): AnsweredRow[] {
    const rows = batch(body).map((row) => this.#newValues(table, row));
    this.#checkRowLimits(table, rows.length);
    return this.#store.atomically(() => rows.map((values) => this.#insertOne(table, values)));
  }

  /** Each row carries its ROWID; absent columns stay as they are. */
  update(table: Table, body: unknown): AnsweredRow[] {
    const changes = batch(body).map((row) => ({
      rowId: rowIdOf(row.ROWID),
      values: changedValues(table, row),
    }));
    return this.#store.atomically(() =>
      changes.map(({ rowId, values }) => {
        if (this.updateMany(table, [rowId], values) === 0) throw noSuchRow(rowId);
        return this.get(table, String(rowId));
      }),
    );
  }

  /** Writes the same values into rows; answers how many there were. */
  updateMany(table: Table, rowIds: readonly bigint[], values: ReadonlyMap<string, Stored>): number {
    const all = new Map<string, Stored>([...values, ['MODIFIEDTIME', this.#project.timestamp()]]);
    const assignments = [...all.keys()].map((name) => `${quoted(name)} = ?`).join(', ');
    return this.#store.run(
      `UPDATE ${quoted(table.name)} SET ${assignments} WHERE "ROWID" IN (${marks(rowIds)})`,
      [...all.values(), ...rowIds],
    );
  }

  get(table: Table, rowId: string): AnsweredRow {
    const [row] = this.byIds(table, [rowIdOf(rowId)]);
    if (row === undefined) throw noSuchRow(rowId);
    return row;
  }

  byIds(table: Table, rowIds: readonly bigint[]): AnsweredRow[] {
    return this.#read(table, `WHERE "ROWID" IN (${marks(rowIds)}) ORDER BY "ROWID"`, rowIds);
  }

  newest(table: Table, count: number): AnsweredRow[] {
    return this.#read(table, 'ORDER BY "ROWID" DESC LIMIT ?', [BigInt(count)]);
  }

  /** Rows in order of ROWID; the token says where the next page begins. */
  page(table: Table, token: string, maxRows: string): Page {
    const size = Math.min(maxRows === '' ? PAGE_ROWS : positive(maxRows), PAGE_ROWS);
    const after = token === '' ? 0n : tokenPosition(token);
    const rows = this.#read(table, `WHERE "ROWID" > ? ORDER BY "ROWID" LIMIT ?`, [
      after,
      BigInt(size + 1),
    ]);
    const data = rows.slice(0, size);
    const last = data.at(-1)?.ROWID;
    if (rows.length <= size || last === null || last === undefined) {
      return { data, more_records: false };
    }
    return { data, more_records: true, next_token: pageToken(last) };
  }

  /** Deletes all or none. @throws CatalystError 404 when one is not there. */
  delete(table: Table, rowIds: readonly string[]): void {
    if (rowIds.length === 0 || rowIds.length > BATCH_ROWS) throw invalidInput(batchMessage);
    this.#store.atomically(() => {
      for (const rowId of rowIds) {
        if (this.deleteMany(table, [rowIdOf(rowId)]) === 0) throw noSuchRow(rowId);
      }
    });
  }

  deleteMany(table: Table, rowIds: readonly bigint[]): number {
    return this.#store.run(
      `DELETE FROM ${quoted(table.name)} WHERE "ROWID" IN (${marks(rowIds)})`,
      rowIds,
    );
  }

  #read(table: Table, clause: string, values: readonly Stored[]): AnsweredRow[] {
    const names = [...table.columns.keys()];
    const columns = names.map(quoted).join(', ');
    return this.#store
      .all(`SELECT ${columns} FROM ${quoted(table.name)} ${clause}`, values)
      .map((row) =>
        Object.fromEntries(names.map((name, index) => [name, answeredValue(row[index])])),
      );
  }

  #newValues(table: Table, row: Record<string, unknown>): Map<string, Stored> {
    for (const name of Object.keys(row)) writableColumn(table, name);
    const values = new Map<string, Stored>();
    for (const column of table.columns.values()) {
      if (!column.system) values.set(column.name, storedValue(column, row[column.name]));
    }
    return values;
  }

  #insertOne(table: Table, values: ReadonlyMap<string, Stored>): AnsweredRow {
    const now = this.#project.timestamp();
    const all = new Map<string, Stored>([
      ['ROWID', this.#project.nextId()],
      ['CREATORID', BigInt(this.#project.owner.user_id)],
      ['CREATEDTIME', now],
      ['MODIFIEDTIME', now],
      ...values,
    ]);
    const names = [...all.keys()].map(quoted).join(', ');
    this.#store.run(
      `INSERT INTO ${quoted(table.name)} (${names}) VALUES (${marks([...all.keys()])})`,
      [...all.values()],
    );
    return Object.fromEntries([...all].map(([name, value]) => [name, answeredValue(value)]));
  }

  #checkRowLimits(table: Table, adding: number): void {
    if (this.#project.environment !== 'Development') return;
    const inProject = this.#catalog.tables.reduce((sum, each) => sum + this.#store.count(each), 0);
    if (
      this.#store.count(table) + adding > DEVELOPMENT_TABLE_ROWS ||
      inProject + adding > DEVELOPMENT_PROJECT_ROWS
    ) {
      throw new CatalystError(
        403,
        'API_LIMIT_REACHED',
        'The row limit of the Development environment is reached',
      );
    }
  }
}

/** The values that a change writes. @throws CatalystError 400 for unknown columns and bad values. */
export function changedValues(
  table: Table,
  change: Readonly<Record<string, unknown>>,
): Map<string, Stored> {
  const values = new Map<string, Stored>();
  for (const [name, value] of Object.entries(change)) {
    if (name === 'ROWID') continue;
    values.set(name, storedValue(writableColumn(table, name), value));
  }
  return values;
}

function writableColumn(table: Table, name: string): Column {
  const column = columnOf(table, name);
  if (column.system) throw invalidInput(`${name} is written by the system only`);
  return column;
}

const batchMessage = `Between 1 and ${BATCH_ROWS} rows can be sent in one request`;

function batch(body: unknown): Record<string, unknown>[] {
  if (!Array.isArray(body)) throw invalidInput('A JSON array of rows is expected');
  if (body.length === 0 || body.length > BATCH_ROWS) throw invalidInput(batchMessage);
  return body.map((row: unknown) => {
    if (row === null || typeof row !== 'object' || Array.isArray(row)) {
      throw invalidInput('Each row must be a JSON object');
    }
    return row as Record<string, unknown>;
  });
}

function rowIdOf(value: unknown): bigint {
  if (!/^\d{1,19}$/.test(String(value))) {
    throw invalidInput(`Invalid input value for ROWID: ${String(value)}`);
  }
  return BigInt(String(value));
}

function noSuchRow(rowId: unknown): CatalystError {
  return invalidId(`No such row with the given id exists: ${String(rowId)}`);
}

function positive(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value <= 0) throw invalidInput('Invalid value for max_rows');
  return value;
}

function pageToken(rowId: string): string {
  return Buffer.from(`after:${rowId}`).toString('base64url');
}

function tokenPosition(token: string): bigint {
  const position = /^after:(\d{1,19})$/.exec(Buffer.from(token, 'base64url').toString())?.[1];
  if (position === undefined) throw invalidInput('Invalid value for next_token');
  return BigInt(position);
}

function marks(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}
