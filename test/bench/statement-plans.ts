// How the store finds the rows of each of our statements: by an index, or by looking at all.
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { Catalog } from '../sandbox/catalyst/catalog.ts';
import { compileSelect, compileTargets } from '../sandbox/catalyst/zcql/compile.ts';
import { parse } from '../sandbox/catalyst/zcql/parser.ts';
import { atMost, type Finding } from './finding.ts';

/** What one statement reads at most (docs FAQ "ZCQL"): who looks at more has not found its rows by an index. */
const ROWS_MAX = 300;

export interface StatementPlan {
  /** The statement with its values left out. */
  readonly shape: string;
  /** As SQLite tells it. */
  readonly plan: string;
  /** Rows that were looked at to find those that fit, the most of all values that were seen. */
  readonly rowsVisited: number;
}

/** @param dataDir of the Catalyst stand-in. @param statements ZCQL with values; others are passed over. */
export function statementPlans(dataDir: string, statements: readonly string[]): StatementPlan[] {
  const db = new DatabaseSync(join(dataDir, 'data-store.sqlite'), { readOnly: true });
  let visited = 0;
  db.function('visit', { useBigIntArguments: true }, (_rowId) => {
    visited += 1;
    return 1;
  });
  const catalog = new Catalog();
  try {
    const shapes = Map.groupBy(statements.filter(isSearch), shapeOf);
    return [...shapes].map(([shape, each]) => {
      let plan = '';
      let rowsVisited = 0;
      for (const statement of each) {
        const { sql, values } = compiled(catalog, statement);
        plan = planOf(db.prepare(`EXPLAIN QUERY PLAN ${sql}`), values);
        visited = 0;
        const search = db.prepare(counting(sql));
        search.setReadBigInts(true);
        search.all(...values);
        rowsVisited = Math.max(rowsVisited, visited);
      }
      return { shape, plan, rowsVisited };
    });
  } finally {
    db.close();
  }
}

/** One line for each statement that has no index to go by, worst first, and one for all others. */
export function planFindings(plans: readonly StatementPlan[]): Finding[] {
  const scans = plans
    .filter(({ plan, rowsVisited }) => plan.includes('SCAN') || rowsVisited > ROWS_MAX)
    .toSorted((a, b) => b.rowsVisited - a.rowsVisited);
  return [
    atMost(
      { what: 'statements without an index', measured: `${scans.length} of ${plans.length}` },
      scans.length,
      0,
      '',
    ),
    ...scans.map(({ shape, plan, rowsVisited }) => ({
      what: `  ${shape}`,
      measured: `${rowsVisited} rows looked at`,
      baseline: plan,
    })),
  ];
}

function isSearch(statement: string): boolean {
  return /^(SELECT|UPDATE|DELETE)\b/i.test(statement);
}

function shapeOf(statement: string): string {
  return statement
    .replace(/^UPDATE (\w+) SET .*? WHERE /, 'UPDATE $1 WHERE ')
    .replaceAll(/'[^']*'|\b\d+\b/g, '?')
    .replaceAll(/\(\?(?:, \?)*\)/g, '(?)');
}

function compiled(
  catalog: Catalog,
  text: string,
): { sql: string; values: (string | bigint | null)[] } {
  const statement = parse(text);
  if (statement.kind === 'insert') throw new Error('an INSERT looks for no rows');
  const { sql, values } =
    statement.kind === 'select'
      ? compileSelect(catalog, statement)
      : compileTargets(catalog, statement.table, statement.where);
  return { sql, values: [...values] };
}

/** The same search, which tells of each row that it comes to. */
function counting(sql: string): string {
  const table = /FROM "\w+" AS ("\w+")/.exec(sql)?.[1] ?? '';
  return sql.includes(' WHERE ')
    ? sql.replace(' WHERE ', ` WHERE visit(${table}."ROWID") AND `)
    : sql.replace(/( ORDER BY| LIMIT)/, ` WHERE visit(${table}."ROWID")$1`);
}

function planOf(explain: StatementSync, values: readonly (string | bigint | null)[]): string {
  return explain
    .all(...values)
    .map(({ detail }) => String(detail))
    .join('; ');
}
