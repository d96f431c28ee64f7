// The tables and columns of the project, made from the schema file, with the ids by which they can be named too.
import { type ColumnSchema, schema } from '../../../functions/core/store/schema.ts';
import { invalidInput } from './envelope.ts';

/** How a column behaves: `datetime` and `id` are only used by the system columns. */
type DataType = ColumnSchema['type'] | 'datetime' | 'id';

export interface Column {
  readonly id: string;
  readonly name: string;
  readonly type: DataType;
  readonly length: number;
  readonly unique: boolean;
  readonly mandatory: boolean;
  /** Has a search index. */
  readonly indexed: boolean;
  /** ROWID, CREATORID, CREATEDTIME, MODIFIEDTIME: written by the store only. */
  readonly system: boolean;
}

export interface Table {
  readonly id: string;
  readonly name: string;
  /** System columns first, in the order in which `SELECT *` answers them. */
  readonly columns: ReadonlyMap<string, Column>;
}

const TABLE_IDS_FROM = 41_265_000_000_003_000n;
const COLUMN_IDS_FROM = 41_265_000_000_004_000n;

const systemColumns: readonly (readonly [string, DataType])[] = [
  ['ROWID', 'id'],
  ['CREATORID', 'id'],
  ['CREATEDTIME', 'datetime'],
  ['MODIFIEDTIME', 'datetime'],
];

/** All tables of the schema, in its order. */
export class Catalog {
  readonly tables: readonly Table[];
  readonly #byNameOrId = new Map<string, Table>();

  constructor() {
    let columnId = COLUMN_IDS_FROM;
    this.tables = Object.entries(schema).map(([name, columns], index) => {
      const all = new Map<string, Column>();
      const add = (column: Omit<Column, 'id'>) => {
        columnId += 1n;
        all.set(column.name, { id: String(columnId), ...column });
      };
      for (const [systemName, type] of systemColumns) {
        const unique = systemName === 'ROWID';
        const fixed = { length: 50, mandatory: true, indexed: false, system: true };
        add({ name: systemName, type, unique, ...fixed });
      }
      for (const [columnName, column] of Object.entries<ColumnSchema>(columns)) {
        add({
          name: columnName,
          type: column.type,
          length: column.length,
          unique: column.unique === true,
          mandatory: column.mandatory === true,
          indexed: column.indexed === true,
          system: false,
        });
      }
      return { id: String(TABLE_IDS_FROM + BigInt(index)), name, columns: all };
    });
    for (const table of this.tables) {
      this.#byNameOrId.set(table.name, table);
      this.#byNameOrId.set(table.id, table);
    }
  }

  find(nameOrId: string): Table | undefined {
    return this.#byNameOrId.get(nameOrId);
  }

  /** @throws CatalystError 400 for a table that is not there; names are case-sensitive. */
  table(nameOrId: string): Table {
    const table = this.find(nameOrId);
    if (table === undefined) {
      throw invalidInput(`No such table with the given name or id exists: ${nameOrId}`);
    }
    return table;
  }
}

/** @throws CatalystError 400 for a column that is not there; names are case-sensitive. */
export function columnOf(table: Table, name: string): Column {
  const column = table.columns.get(name);
  if (column === undefined) {
    throw invalidInput(`No such column with the given name exists: ${name}`);
  }
  return column;
}
