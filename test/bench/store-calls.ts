// What a call of the Catalyst REST API does to the store: the operation, the table, and how many rows came back.
import type { Finding } from './finding.ts';
import type { WireCall } from './wire-counts.ts';

export interface StoreCall {
  readonly operation: 'select' | 'insert' | 'update' | 'delete';
  readonly table: string;
  /** Its ZCQL; empty for a call of a row operation. */
  readonly statement: string;
  readonly rowsAnswered: number;
}

const ROW_OPERATIONS: Readonly<Record<string, StoreCall['operation']>> = {
  GET: 'select',
  POST: 'insert',
  PATCH: 'update',
  DELETE: 'delete',
};

/** The calls that are about the store, in their order. */
export function storeCalls(calls: readonly WireCall[]): StoreCall[] {
  return calls
    .filter(({ service }) => service === 'store')
    .flatMap((one) => storeCallOf(one) ?? []);
}

/** Undefined for calls that are about something else, e.g. a job. */
function storeCallOf({ method, path, body, answer }: WireCall): StoreCall | undefined {
  const table = /\/table\/([^/?]+)\/row/.exec(path)?.[1];
  const operation = ROW_OPERATIONS[method];
  if (table !== undefined && operation !== undefined) {
    return { operation, table, statement: '', rowsAnswered: rowsIn(answer) };
  }
  if (!path.endsWith('/query')) return undefined;
  const { query: statement } = JSON.parse(body) as { readonly query: string };
  const [, verb, named] =
    /^\s*(SELECT|UPDATE|INSERT|DELETE)\b(?:.*?\b(?:FROM|INTO))?\s+(\w+)/is.exec(statement) ?? [];
  if (verb === undefined || named === undefined) return undefined;
  return {
    operation: verb.toLowerCase() as StoreCall['operation'],
    table: named,
    statement,
    rowsAnswered: rowsIn(answer),
  };
}

function rowsIn(answer: string): number {
  const { data } = JSON.parse(answer) as { readonly data?: unknown };
  return Array.isArray(data) ? data.length : 1;
}

/** A worker's look for more work that found none: it belongs to the job, not to an event. */
export function isIdleLook({ operation, statement, rowsAnswered }: StoreCall): boolean {
  return operation === 'select' && rowsAnswered === 0 && /\bdue_at <=? \d+/.test(statement);
}

/** One line per table (`Inbox`, `1 insert, 2 select`), the busiest first. */
export function byTable(calls: readonly StoreCall[]): Finding[] {
  const tables = Map.groupBy(calls, (call) => call.table);
  return [...tables]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([table, each]) => ({ what: `  ${table}`, measured: byOperation(each) }));
}

/** `1 insert, 2 select`. */
export function byOperation(calls: readonly StoreCall[]): string {
  const operations = Map.groupBy(calls, (call) => call.operation);
  return [...operations].map(([operation, each]) => `${each.length} ${operation}`).join(', ');
}
