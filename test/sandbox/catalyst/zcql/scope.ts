// Which tables a statement speaks of, and what each column name in it means.
import type { Catalog, Column, Table } from '../catalog.ts';
import { queryError } from '../envelope.ts';
import { quoted } from '../row-store.ts';
import type { ColumnRef, TableRef } from './statement.ts';

interface ScopedTable {
  readonly alias: string;
  readonly table: Table;
}

/** A column found: where its value is put in the answer, and how SQLite names it. */
export interface FoundColumn {
  readonly table: Table;
  readonly column: Column;
  readonly sql: string;
}

export class Scope {
  readonly tables: readonly ScopedTable[];

  /** @throws CatalystError 400 for an unknown table. */
  constructor(catalog: Catalog, refs: readonly TableRef[]) {
    this.tables = refs.map(({ name, alias }) => {
      const table = catalog.find(name);
      // A table's id is accepted by /table, not by ZCQL.
      if (table?.name !== name) throw queryError(`Unknown Table ${name}`);
      return { alias, table };
    });
  }

  get first(): ScopedTable {
    const [first] = this.tables;
    if (first === undefined) throw queryError('A table is expected');
    return first;
  }

  /** @throws CatalystError 400 for an unknown or ambiguous column; names are case-sensitive. */
  column(ref: ColumnRef): FoundColumn {
    const found = this.tables.flatMap(({ alias, table }) => {
      const named = ref.table === undefined || ref.table === alias || ref.table === table.name;
      const column = named ? table.columns.get(ref.name) : undefined;
      return column === undefined
        ? []
        : [{ table, column, sql: `${quoted(alias)}.${quoted(column.name)}` }];
    });
    const [first, second] = found;
    if (first === undefined) throw queryError(`Unknown Column ${nameOf(ref)}`);
    if (second !== undefined) throw queryError(`Ambiguous Column ${nameOf(ref)}`);
    return first;
  }
}

function nameOf(ref: ColumnRef): string {
  return ref.table === undefined ? ref.name : `${ref.table}.${ref.name}`;
}
