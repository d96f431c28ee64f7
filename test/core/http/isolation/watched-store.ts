// A store that many companies share, and a witness before it: whose rows leave it, whose are changed, which questions name no company.
import type { Condition, Query, Store } from '../../../../functions/core/ports/store.ts';
import { createMemoryStore } from '../../../../functions/core/store/memory-store.ts';
import { type Row, schema, type TableName } from '../../../../functions/core/store/schema.ts';

type AnyRow = Readonly<Record<string, unknown>>;

/** What a proof stands in for the company's name, by `Table.column`: nobody can know it of another company. */
const PROOFS = new Set(['Charges.link_hash']);

/** The company that a row belongs to. */
function ownerOf(row: Row<TableName>): string {
  const columns = row as AnyRow;
  return String(columns.installation ?? columns.installation_key);
}

function isOf(installation: string, value: unknown): boolean {
  return value === installation || String(value).startsWith(`${installation}|`);
}

/** What was seen since the last `begin`. */
interface Seen {
  /** `operation Table: whose` */
  readonly strangers: string[];
  /** `operation Table where column operator` */
  readonly unscoped: string[];
  /** Rows of another company that the request itself has named by their keys: each must end in a refusal. */
  readonly refused: string[];
}

export function createWatchedStore() {
  const rows = new Map<string, { readonly table: TableName; readonly row: Row<TableName> }>();
  const store = createMemoryStore(undefined, (table, _, row) => {
    rows.set(row.ROWID, { table, row });
  });
  let asking: string | undefined;
  let named = '';
  const seen: Seen = { strangers: [], unscoped: [], refused: [] };

  const isStranger = (row: Row<TableName>) => asking !== undefined && ownerOf(row) !== asking;
  function left<R extends Row<TableName>>(what: string, found: readonly R[]): void {
    for (const row of found) {
      if (isStranger(row)) seen.strangers.push(`${what}: of ${ownerOf(row)}`);
    }
  }
  function asked(what: string, conditions: readonly Condition<TableName>[]): void {
    const own = asking;
    if (own === undefined) return;
    const fits = (column: string, operators: readonly string[]) =>
      conditions.some(([name, operator, value]) => {
        const values: readonly unknown[] = Array.isArray(value) ? value : [value];
        return (
          name === column && operators.includes(operator) && values.every((one) => isOf(own, one))
        );
      });
    const isScoped = conditions.some(
      ([column]) =>
        fits(column, ['=', 'in']) || (fits(column, ['>', '>=']) && fits(column, ['<', '<='])),
    );
    if (!isScoped) {
      const where = conditions.map(([column, operator]) => `${column} ${operator}`).join(', ');
      seen.unscoped.push(`${what} where ${where}`);
    }
  }
  function changed(what: string, rowIds: readonly string[]): void {
    const found = rowIds.flatMap((id) => rows.get(id)?.row ?? []);
    left(what, found);
  }

  const watched: Store = {
    insert: async (table, row) => {
      left(`insert ${table}`, [row as unknown as Row<TableName>]);
      return store.insert(table, row);
    },
    find: async (table, column, value) => {
      const found = await store.find(table, column, value);
      const isNamed = named.includes(JSON.stringify(value).slice(1, -1));
      if (isNamed && found !== undefined && isStranger(found))
        seen.refused.push(`${table} ${value}`);
      if (!isNamed && !PROOFS.has(`${table}.${column}`)) {
        asked(`find ${table}`, [[column, '=', value] as unknown as Condition<TableName>]);
        if (found !== undefined) left(`find ${table}`, [found]);
      }
      return found;
    },
    select: async (table, query: Query<typeof table>) => {
      asked(`select ${table}`, query.where as readonly Condition<TableName>[]);
      const found = await store.select(table, query);
      left(`select ${table}`, found);
      return found;
    },
    update: async (table, rowId, patch) => {
      changed(`update ${table}`, [rowId]);
      return store.update(table, rowId, patch);
    },
    updateWhere: async (table, patch, where) => {
      asked(`updateWhere ${table}`, where as readonly Condition<TableName>[]);
      return store.updateWhere(table, patch, where);
    },
    delete: async (table, rowId) => {
      changed(`delete ${table}`, [rowId]);
      return store.delete(table, rowId);
    },
    deleteAll: async (table, rowIds) => {
      changed(`deleteAll ${table}`, rowIds);
      return store.deleteAll(table, rowIds);
    },
  };

  return {
    store: watched,
    seen,
    /** From now on this company asks, with these words; undefined: nobody is watched. */
    begin(installation: string | undefined, request = ''): void {
      asking = installation;
      named = request;
      seen.refused.length = 0;
      seen.strangers.length = 0;
      seen.unscoped.length = 0;
    },
    /** All rows of a company as one text. */
    async rowsOf(installation: string): Promise<string> {
      const own: string[] = [];
      for (const table of Object.keys(schema) as TableName[]) {
        for (const row of await store.select(table, { where: [] })) {
          if (ownerOf(row) === installation) own.push(JSON.stringify([table, row]));
        }
      }
      return own.join('\n');
    },
    /** Tables in which a company has a row. */
    tablesOf(installation: string): readonly TableName[] {
      const own = [...rows.values()].filter(({ row }) => ownerOf(row) === installation);
      return [...new Set(own.map(({ table }) => table))];
    },
  };
}
