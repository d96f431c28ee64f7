// What a call of the Catalyst REST API does to the store: the operation and the table.
import type { Finding } from './finding.ts';
import type { WireCall } from './wire-counts.ts';

export interface StoreCall {
  readonly operation: 'select' | 'insert' | 'update' | 'delete';
  readonly table: string;
}

const ROW_OPERATIONS: Readonly<Record<string, StoreCall['operation']>> = {
  GET: 'select',
  POST: 'insert',
  PATCH: 'update',
  DELETE: 'delete',
};

/** Undefined for calls that are about something else, e.g. a job. */
export function storeCallOf({ method, path, body }: WireCall): StoreCall | undefined {
  const table = /\/table\/([^/?]+)\/row/.exec(path)?.[1];
  const operation = ROW_OPERATIONS[method];
  if (table !== undefined && operation !== undefined) return { operation, table };
  return path.endsWith('/query') ? statementOf(body) : undefined;
}

function statementOf(body: string): StoreCall | undefined {
  const { query } = JSON.parse(body) as { readonly query: string };
  const [, verb, table] =
    /^\s*(SELECT|UPDATE|INSERT|DELETE)\b(?:.*?\b(?:FROM|INTO))?\s+(\w+)/is.exec(query) ?? [];
  if (verb === undefined || table === undefined) return undefined;
  return { operation: verb.toLowerCase() as StoreCall['operation'], table };
}

/** One line per table (`Inbox`, `1 insert, 2 select`), the busiest first. */
export function byTable(calls: readonly StoreCall[]): Finding[] {
  const tables = Map.groupBy(calls, (call) => call.table);
  return [...tables]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([table, each]) => ({ what: `  ${table}`, measured: byOperation(each) }));
}

function byOperation(calls: readonly StoreCall[]): string {
  const operations = Map.groupBy(calls, (call) => call.operation);
  return [...operations].map(([operation, each]) => `${each.length} ${operation}`).join(', ');
}
