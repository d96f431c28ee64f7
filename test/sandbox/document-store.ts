// JSON documents in collections over file-backed SQLite, read from memory and written through.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';

export interface Collection<T> {
  get(id: string): T | undefined;
  put(id: string, document: T): T;
  delete(id: string): boolean;
  /** In order of first insertion. */
  list(): T[];
  readonly size: number;
}

/** What one stand-in keeps. */
export class DocumentStore {
  readonly #db: DatabaseSync;
  readonly #upsert: StatementSync;
  readonly #remove: StatementSync;
  readonly #collections = new Map<string, Map<string, unknown>>();

  /** @param dataDir folder, or `:memory:`. @param name the file's name without ending. */
  constructor(dataDir: string, name: string) {
    if (dataDir !== ':memory:') mkdirSync(dataDir, { recursive: true });
    this.#db = new DatabaseSync(
      dataDir === ':memory:' ? ':memory:' : join(dataDir, `${name}.sqlite`),
    );
    this.#db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
    this.#db.exec(
      'CREATE TABLE IF NOT EXISTS document (seq INTEGER PRIMARY KEY, collection TEXT NOT NULL, id TEXT NOT NULL, json TEXT NOT NULL, UNIQUE (collection, id))',
    );
    this.#upsert = this.#db.prepare(
      'INSERT INTO document (collection, id, json) VALUES (?, ?, ?) ON CONFLICT (collection, id) DO UPDATE SET json = excluded.json',
    );
    this.#remove = this.#db.prepare('DELETE FROM document WHERE collection = ? AND id = ?');
    for (const row of this.#db
      .prepare('SELECT collection, id, json FROM document ORDER BY seq')
      .all()) {
      this.#rows(String(row.collection)).set(String(row.id), JSON.parse(String(row.json)));
    }
  }

  collection<T>(name: string): Collection<T> {
    const rows = this.#rows(name) as Map<string, T>;
    return {
      get: (id) => rows.get(id),
      put: (id, document) => {
        rows.set(id, document);
        this.#upsert.run(name, id, JSON.stringify(document));
        return document;
      },
      delete: (id) => {
        this.#remove.run(name, id);
        return rows.delete(id);
      },
      list: () => [...rows.values()],
      get size() {
        return rows.size;
      },
    };
  }

  /** A counter that survives restarts: start, start + 1, ... */
  next(counter: string, start = 1): number {
    const counters = this.collection<{ value: number }>('counter');
    const value = (counters.get(counter)?.value ?? start - 1) + 1;
    counters.put(counter, { value });
    return value;
  }

  close(): void {
    this.#db.close();
  }

  #rows(name: string): Map<string, unknown> {
    let rows = this.#collections.get(name);
    if (rows === undefined) {
      rows = new Map();
      this.#collections.set(name, rows);
    }
    return rows;
  }
}
