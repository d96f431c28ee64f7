// Turns a parsed SELECT into SQLite with bound values, checking types and limits on the way.
import type { Catalog, Column } from '../catalog.ts';
import { isWhole, type Stored, wholeNumber } from '../column-values.ts';
import { queryError } from '../envelope.ts';
import { quoted } from '../row-store.ts';
import { type FoundColumn, Scope } from './scope.ts';
import type { Aggregate, Condition, Literal, Operand, Select } from './statement.ts';

/** Rows that one statement reads or changes (docs FAQ "ZCQL"). */
const STATEMENT_ROWS = 300;
const SELECT_COLUMNS = 20;

/** Where a selected value goes in the answer: `{[table]: {[key]: value}}`. */
interface OutputColumn {
  readonly table: string;
  readonly key: string;
}

interface CompiledSelect {
  readonly sql: string;
  readonly values: readonly Stored[];
  readonly output: readonly OutputColumn[];
}

/** @throws CatalystError 400 "ZCQL QUERY ERROR". */
export function compileSelect(catalog: Catalog, select: Select): CompiledSelect {
  const { offset, count } = select.limit ?? { offset: 0, count: STATEMENT_ROWS };
  if (count > STATEMENT_ROWS) {
    throw queryError(`LIMIT cannot have more than ${STATEMENT_ROWS} rows`);
  }
  const { sql, values, output } = new SelectCompiler(catalog, select).compile();
  return {
    sql: `${sql} LIMIT ? OFFSET ?`,
    values: [...values, BigInt(count), BigInt(offset)],
    output,
  };
}

/** The condition of an UPDATE or DELETE on one table, as a query for the ROWIDs it hits. */
export function compileTargets(
  catalog: Catalog,
  tableName: string,
  where: Condition | undefined,
): Omit<CompiledSelect, 'output'> {
  const rowId = { operand: { kind: 'column', name: 'ROWID' } } as const;
  return compileSelect(catalog, {
    kind: 'select',
    distinct: false,
    items: [rowId],
    from: { name: tableName, alias: tableName },
    joins: [],
    ...(where && { where }),
    groupBy: [],
    orderBy: [{ ...rowId, descending: false }],
  });
}

class SelectCompiler {
  readonly #catalog: Catalog;
  readonly #select: Select;
  readonly #scope: Scope;
  readonly #values: Stored[] = [];

  constructor(catalog: Catalog, select: Select) {
    this.#catalog = catalog;
    this.#select = select;
    this.#scope = new Scope(catalog, [select.from, ...select.joins.map((join) => join.table)]);
  }

  /** Without LIMIT. Clauses are compiled in the order in which their values are bound. */
  compile(): CompiledSelect {
    const { select, output } = this.#items();
    const { where, having, groupBy, orderBy, distinct } = this.#select;
    const parts = [`SELECT ${distinct ? 'DISTINCT ' : ''}${select}`, this.#from()];
    if (where) parts.push(`WHERE ${this.#condition(where)}`);
    if (groupBy.length > 0) {
      parts.push(`GROUP BY ${groupBy.map((ref) => this.#scope.column(ref).sql).join(', ')}`);
    }
    if (having) parts.push(`HAVING ${this.#condition(having)}`);
    if (orderBy.length > 0) {
      const orders = orderBy.map(
        ({ operand, descending }) => `${this.#ordered(operand)} ${descending ? 'DESC' : 'ASC'}`,
      );
      parts.push(`ORDER BY ${orders.join(', ')}`);
    }
    return { sql: parts.join(' '), values: this.#values, output };
  }

  #items(): { select: string; output: OutputColumn[] } {
    const { items } = this.#select;
    if (items === '*') {
      const all = this.#scope.tables.flatMap(({ alias, table }) =>
        [...table.columns.keys()].map((key) => ({
          sql: `${quoted(alias)}.${quoted(key)}`,
          output: { table: table.name, key },
        })),
      );
      return {
        select: all.map(({ sql }) => sql).join(', '),
        output: all.map(({ output }) => output),
      };
    }
    if (items.length > SELECT_COLUMNS) {
      throw queryError(`SELECT cannot have more than ${SELECT_COLUMNS} columns`);
    }
    return {
      select: items.map(({ operand }) => this.#operand(operand)).join(', '),
      output: items.map(({ operand, alias }) => this.#output(operand, alias)),
    };
  }

  #output(operand: Operand, alias: string | undefined): OutputColumn {
    if (operand.kind === 'column') {
      const { table, column } = this.#scope.column(operand);
      return { table: table.name, key: alias ?? column.name };
    }
    const { argument, fn, distinct } = operand;
    const name = argument === '*' ? '*' : argument.name;
    const table = argument === '*' ? this.#scope.first.table : this.#scope.column(argument).table;
    return { table: table.name, key: alias ?? `${fn}(${distinct ? 'DISTINCT ' : ''}${name})` };
  }

  #from(): string {
    const { from, joins } = this.#select;
    const joined = joins.map(({ outer, table, left, right }) => {
      const on = `${this.#scope.column(left).sql} = ${this.#scope.column(right).sql}`;
      return ` ${outer ? 'LEFT' : 'INNER'} JOIN ${quoted(table.name)} AS ${quoted(table.alias)} ON ${on}`;
    });
    return `FROM ${quoted(from.name)} AS ${quoted(from.alias)}${joined.join('')}`;
  }

  #operand(operand: Operand): string {
    return operand.kind === 'column' ? this.#scope.column(operand).sql : this.#aggregate(operand);
  }

  /** ORDER BY may name the alias of a selected item. */
  #ordered(operand: Operand): string {
    const { items } = this.#select;
    const aliased =
      operand.kind === 'column' && operand.table === undefined && items !== '*'
        ? items.find(({ alias }) => alias === operand.name)
        : undefined;
    return this.#operand(aliased?.operand ?? operand);
  }

  #aggregate({ fn, distinct, argument }: Aggregate): string {
    if (argument === '*') return 'COUNT(*)';
    const { column, sql } = this.#scope.column(argument);
    if (fn !== 'COUNT' && column.type === 'encrypted text') {
      throw queryError(`${fn} cannot be used on the Encrypted Text column ${column.name}`);
    }
    if ((fn === 'SUM' || fn === 'AVG') && !isWhole(column)) {
      throw queryError(`${fn} needs a number column, ${column.name} is none`);
    }
    return `${fn}(${distinct ? 'DISTINCT ' : ''}${sql})`;
  }

  #condition(condition: Condition): string {
    switch (condition.kind) {
      case 'and':
      case 'or':
        return `(${condition.parts
          .map((part) => this.#condition(part))
          .join(condition.kind === 'and' ? ' AND ' : ' OR ')})`;
      case 'is-null':
        return `${this.#operand(condition.left)} IS ${condition.negated ? 'NOT ' : ''}NULL`;
      case 'like':
        // The live parser takes LIKE and finds nothing.
        this.#operand(condition.left);
        return 'FALSE';
      case 'between':
        this.#refuseOrdering(condition.left);
        return `${this.#operand(condition.left)} ${condition.negated ? 'NOT ' : ''}BETWEEN ${this.#bind(condition.left, condition.low)} AND ${this.#bind(condition.left, condition.high)}`;
      case 'in':
        return `${this.#operand(condition.left)} ${condition.negated ? 'NOT ' : ''}IN (${this.#set(condition)})`;
      case 'compare':
        return this.#comparison(condition);
    }
  }

  #comparison({ left, operator, right }: Extract<Condition, { kind: 'compare' }>): string {
    if (operator !== '=' && operator !== '!=') this.#refuseOrdering(left);
    return `${this.#operand(left)} ${operator} ${this.#right(left, right)}`;
  }

  #right(left: Operand, right: Extract<Condition, { kind: 'compare' }>['right']): string {
    if (right.kind === 'column') return this.#scope.column(right).sql;
    return right.kind === 'select' ? `(${this.#subquery(right)})` : this.#bind(left, right);
  }

  #set({ left, values }: Extract<Condition, { kind: 'in' }>): string {
    if ('kind' in values) return this.#subquery(values);
    return values.map((value) => this.#bind(left, value)).join(', ');
  }

  #subquery(select: Select): string {
    const { sql, values, output } = new SelectCompiler(this.#catalog, select).compile();
    if (output.length !== 1) throw queryError('A subquery selects one column');
    this.#values.push(...values);
    if (select.limit === undefined) return sql;
    this.#values.push(BigInt(select.limit.count), BigInt(select.limit.offset));
    return `${sql} LIMIT ? OFFSET ?`;
  }

  #refuseOrdering(operand: Operand): void {
    if (operand.kind === 'column' && this.#scope.column(operand).column.type === 'encrypted text') {
      throw queryError(`${operand.name} is Encrypted Text: it can only be compared for equality`);
    }
  }

  #bind(operand: Operand, literal: Literal): string {
    this.#values.push(literalFor(this.#compared(operand), literal));
    return '?';
  }

  /** The column whose type a literal beside this operand takes; none for a count. */
  #compared(operand: Operand): Column | undefined {
    if (operand.kind === 'column') return this.#scope.column(operand).column;
    if (operand.fn === 'COUNT' || operand.argument === '*') return undefined;
    const found: FoundColumn = this.#scope.column(operand.argument);
    return found.column;
  }
}

function literalFor(column: Column | undefined, literal: Literal): Stored {
  if (literal.kind === 'null') return null;
  if (column !== undefined && !isWhole(column)) return literal.text;
  try {
    return column === undefined ? BigInt(literal.text) : wholeNumber(column, literal.text);
  } catch {
    throw queryError(`"${literal.text}" is not a whole number`);
  }
}
