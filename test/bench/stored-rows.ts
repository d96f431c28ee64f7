// Fills the Data Store's file with rows as they are after years: copies of genuine rows, each with keys and ids of its own.
import { createHash } from 'node:crypto';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { type ColumnSchema, schema, type TableName } from '../../functions/core/store/schema.ts';

/** Tables that grow with the orders. */
const GROWING: readonly TableName[] = [
  'Inbox',
  'Payments',
  'Movements',
  'Runs',
  'Tasks',
  'Links',
  'Audit',
  'Alarms',
];
/** Copies have ids below every id that the store gives itself. */
const ROW_IDS_FROM = 41_000_000_000_000_001n;
const GENUINE_FROM = 41_200_000_000_000_000n;
/** States of rows that somebody works on or will. */
const IN_WORK = new Set(
  'received processing ready running waiting parked intended sent unknown'.split(' '),
);
const UNTOUCHED = `state = 'received' AND attempts = 0`;
const GATEWAY_ID = /\d{22}/g;
/** The place in a chain, as the audit's keys end. */
const CHAIN_PLACE = /\|(\d{12})$/;
const HASH = /[0-9a-f]{32,}|[A-Za-z0-9_-]{43}/;

/** A genuine row and which of its values are other ones in a copy. */
interface TemplateRow {
  readonly table: TableName;
  readonly columns: readonly string[];
  readonly values: readonly SQLInputValue[];
  readonly renamed: readonly Renamed[];
}

interface Renamed {
  readonly index: number;
  readonly text: string;
  readonly length: number;
  /** The row is known or found by it; of other texts only the gateway's ids are changed. */
  readonly isName: boolean;
}

/** Gives a text its name in one copy; the same text has the same name. */
type Naming = (text: string) => string;

/** The file that the Catalyst stand-in keeps its rows in; nothing else may write while this does. */
export class StoredRows {
  readonly #db: DatabaseSync;
  readonly #inserts = new Map<TableName, StatementSync>();
  #copies = 0;
  #nextRowId = ROW_IDS_FROM;

  constructor(file: string) {
    this.#db = new DatabaseSync(file);
    this.#db.exec(
      'PRAGMA synchronous = OFF; PRAGMA cache_size = -262144; PRAGMA temp_store = MEMORY;',
    );
  }

  /** Copies all rows that are at rest again and again until there are so many in the tables that grow. */
  growTo(rows: number): void {
    this.#atOnce(() => {
      const template = this.#template();
      const missing = Math.floor((rows - this.#count()) / template.length) * template.length;
      this.#withoutIndexes(() => {
        for (let copied = 0; copied < missing; copied += template.length) {
          this.#copy(template, this.#naming(), settled);
        }
      });
    });
  }

  /**
   * Copies what is known of one sale for each other sale, and lets the event about it wait.
   * @param known the sale's gateway id, the only one in its rows; @param others gateway ids of sales alike.
   */
  addWaiting(known: string, others: readonly string[], nowMs: number): void {
    this.#atOnce(() => {
      const template = this.#template().filter(({ values }) =>
        values.some((value) => typeof value === 'string' && value.includes(known)),
      );
      for (const [index, other] of others.entries()) {
        const dueAt = BigInt(nowMs + index - others.length);
        this.#copy(template, this.#naming(other), (row) => waiting(row, dueAt));
      }
    });
  }

  /** Events that nobody has taken up yet. */
  waitingEvents(): number {
    return Number(
      this.#db.prepare(`SELECT COUNT(*) AS n FROM "Inbox" WHERE ${UNTOUCHED}`).get()?.n,
    );
  }

  /** Takes away the events that still wait. @returns how many there were. */
  dropWaiting(): number {
    return Number(this.#db.prepare(`DELETE FROM "Inbox" WHERE ${UNTOUCHED}`).run().changes);
  }

  close(): void {
    this.#db.close();
  }

  #count(): number {
    const counts = GROWING.map((table) => `(SELECT COUNT(*) FROM "${table}")`);
    return Number(this.#db.prepare(`SELECT ${counts.join(' + ')} AS n`).get()?.n);
  }

  /** Rows that the store made itself and that nobody works on. */
  #template(): TemplateRow[] {
    return GROWING.flatMap((table) => {
      const select = this.#db.prepare(`SELECT * FROM "${table}" WHERE ROWID > ? ORDER BY ROWID`);
      select.setReadBigInts(true);
      return select
        .all(GENUINE_FROM)
        .filter((row) => !IN_WORK.has(String(row.state)))
        .map((row) => templateOf(table, row));
    });
  }

  #naming(gatewayId?: string): Naming {
    this.#copies += 1;
    const copy = this.#copies;
    const own = (id: string) => gatewayId ?? `7${String(copy).padStart(11, '0')}${id.slice(12)}`;
    return (text) => nameOf(text, copy, own);
  }

  #copy(
    template: readonly TemplateRow[],
    naming: Naming,
    change: (row: TemplateRow) => ReadonlyMap<string, SQLInputValue> | undefined,
  ): void {
    for (const row of template) {
      const values = [...row.values];
      for (const { index, text, length, isName } of row.renamed) {
        const own = isName ? naming(text) : text.replace(GATEWAY_ID, naming);
        values[index] = own.slice(0, length);
      }
      for (const [column, value] of change(row) ?? []) values[row.columns.indexOf(column)] = value;
      values[row.columns.indexOf('ROWID')] = this.#nextRowId++;
      this.#insertInto(row).run(...values);
    }
  }

  #insertInto({ table, columns }: TemplateRow): StatementSync {
    const known = this.#inserts.get(table);
    if (known !== undefined) return known;
    const names = columns.map((name) => `"${name}"`).join(', ');
    const marks = columns.map(() => '?').join(', ');
    const insert = this.#db.prepare(`INSERT INTO "${table}" (${names}) VALUES (${marks})`);
    this.#inserts.set(table, insert);
    return insert;
  }

  #atOnce(work: () => void): void {
    this.#db.exec('BEGIN IMMEDIATE');
    work();
    this.#db.exec('COMMIT');
    this.#db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  /** Made again at the end, sorted, they take a fraction of the time. */
  #withoutIndexes(work: () => void): void {
    const indexes = this.#db
      .prepare(`SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL`)
      .all();
    for (const { name } of indexes) this.#db.exec(`DROP INDEX "${String(name)}"`);
    work();
    for (const { sql } of indexes) this.#db.exec(String(sql));
  }
}

function templateOf(table: TableName, row: Record<string, SQLInputValue>): TemplateRow {
  const known: Readonly<Record<string, ColumnSchema>> = schema[table];
  const columns = Object.keys(row);
  const renamed = columns.flatMap((column, index): Renamed[] => {
    const text = row[column];
    const schemaOf = known[column];
    if (typeof text !== 'string' || schemaOf === undefined) return [];
    const { type, length, unique, indexed } = schemaOf;
    const isFound =
      unique === true || (indexed === true && column !== 'state') || column === 'lane';
    const isName = isFound && type === 'varchar';
    return isName || text.search(GATEWAY_ID) >= 0 ? [{ index, text, length, isName }] : [];
  });
  return { table, columns, values: Object.values(row), renamed };
}

/** A name of the same kind as the text. */
function nameOf(text: string, copy: number, gatewayId: (id: string) => string): string {
  if (text === '') return text;
  const place = CHAIN_PLACE.exec(text)?.[1];
  if (place !== undefined) {
    const next = Number(place) + copy * 100;
    return text.replace(CHAIN_PLACE, `|${String(next).padStart(12, '0')}`);
  }
  const renamed = text.replace(GATEWAY_ID, gatewayId);
  if (renamed !== text) return renamed;
  const digest = createHash('sha256').update(`${text} ${copy}`).digest('hex');
  const hashed = text.replace(HASH, (hash) => digest.slice(0, hash.length));
  return hashed === text ? `${text}-${copy}` : hashed;
}

/** Payments of the past were settled long ago; only those of these days are still read again. */
function settled({ table }: TemplateRow) {
  return table === 'Payments' ? new Map([['state', 'settled']]) : undefined;
}

function waiting({ table }: TemplateRow, dueAt: bigint) {
  if (table !== 'Inbox') return undefined;
  return new Map<string, SQLInputValue>([
    ['state', 'received'],
    ['due_at', dueAt],
    ['received_at', dueAt],
    ['finished_at', null],
    ['attempts', 0n],
    ['lease_token', null],
    ['lease_until', null],
  ]);
}
