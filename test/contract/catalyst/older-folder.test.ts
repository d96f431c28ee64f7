// A data folder of an older version starts: new columns are added, its rows are read, and new ones can be written.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keptRows, olderVersions } from '../../core/steps/lifecycle/kept-rows.ts';
import { Catalog } from '../../sandbox/catalyst/catalog.ts';
import { quoted, RowStore } from '../../sandbox/catalyst/row-store.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'older-folder-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Tables with the columns that the version's rows have, and the rows. */
function writeOlderFolder(version: (typeof olderVersions)[number]): Map<string, number> {
  const db = new DatabaseSync(join(folder, 'data-store.sqlite'));
  const tables = Map.groupBy(keptRows(version).rows, ({ table }) => table);
  for (const [table, rows] of tables) {
    const columns = [...new Set(rows.flatMap(({ row }) => Object.keys(row)))];
    const declared = columns.map((name) =>
      name === 'ROWID' ? '"ROWID" INTEGER PRIMARY KEY' : `${quoted(name)} TEXT`,
    );
    db.exec(`CREATE TABLE ${quoted(table)} (${declared.join(', ')})`);
    const names = columns.map(quoted).join(', ');
    const places = columns.map(() => '?').join(', ');
    const insert = db.prepare(`INSERT INTO ${quoted(table)} (${names}) VALUES (${places})`);
    for (const { row } of rows) insert.run(...columns.map((name) => row[name] ?? null));
  }
  db.close();
  return new Map([...tables].map(([table, rows]) => [table, rows.length]));
}

describe.each(olderVersions)('a data folder of %s', (version) => {
  it('starts, with every column of today and all rows of then', () => {
    const counts = writeOlderFolder(version);
    const catalog = new Catalog();
    const store = new RowStore(folder, catalog);
    for (const table of catalog.tables) {
      const columns = [...table.columns.keys()].map(quoted).join(', ');
      const rows = store.all(`SELECT ${columns} FROM ${quoted(table.name)}`);
      expect([table.name, rows.length]).toEqual([table.name, counts.get(table.name) ?? 0]);
    }
    store.close();
  });

  it('starts again, and takes rows with what is new', () => {
    writeOlderFolder(version);
    new RowStore(folder, new Catalog()).close();
    const store = new RowStore(folder, new Catalog());
    const insert = `INSERT INTO "Installations" ("ROWID", "installation_key", "data_version") VALUES (?, ?, ?)`;
    expect(store.run(insert, [1n, 'new', 2n])).toBe(1);
    expect(() => store.run(insert, [2n, 'new', 2n])).toThrow('Duplicate value');
    store.close();
  });
});
