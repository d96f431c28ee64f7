// All data of an installation as JSON lines, page by page; secrets and what only the machine needs are left out.
import type { ExportRequest } from '../../contract/lifecycle.ts';
import type { InstallationId } from '../../domain/ids.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { Actor } from '../../domain/role.ts';
import type { Store } from '../../ports/store.ts';
import { type Row, schema, type TableName, type TableSchema } from '../../store/schema.ts';
import { keyOfRow, rowsOf, tablesOfInstallations } from '../../work/installation-rows.ts';
import { unpackBody, unpackText } from '../../work/packed-text.ts';
import { fromSafeText } from '../../work/safe-text.ts';
import { refusedToConfigure } from '../connect/installation-record.ts';

export interface ExportPage {
  /** JSON lines: `{"table":...,"row":{...}}`; the first page begins with the installation's own row. */
  readonly lines: string;
  /** `after` of the next page; absent on the last. */
  readonly next?: string;
}

/** Bodies are up to 30,000 characters each. */
const PAGE = 100;
/** Nothing but tokens and leases: they mean nothing outside and are worth nothing after a day. */
const MACHINE_ONLY: readonly TableName[] = ['Tokens', 'Budgets', 'Sessions'];
const exported = tablesOfInstallations.filter((table) => !MACHINE_ONLY.includes(table));
const LEFT_OUT = ['ROWID', 'lease_token', 'lease_until', 'lane_lock', 'send_token'];
const PACKED = ['result', 'inverse', 'exchange'];

/** One page; at most a store read for each table, as empty tables are passed over. */
export async function exportInstallation(
  { store }: { readonly store: Store },
  installation: InstallationId,
  actor: Actor,
  { after }: ExportRequest,
): Promise<Result<ExportPage>> {
  const mayNot = refusedToConfigure(actor);
  if (mayNot !== undefined) return mayNot;
  const [from = exported[0], ...key] = after === undefined ? [] : after.split('|');
  const first = exported.indexOf(from as TableName);
  if (first < 0)
    return refused(
      problem('invalid-request', 'fix-input', { field: 'after', detail: 'is not valid' }),
    );
  const own = after === undefined ? await ownLine(store, installation) : '';
  for (const table of exported.slice(first)) {
    const start = table === from && key.length > 0 ? key.join('|') : undefined;
    const rows = await rowsOf(store, table, installation, start, PAGE);
    const last = rows.at(-1);
    if (last === undefined) continue;
    const lines = own + rows.map((row) => line(table, row)).join('');
    const next =
      rows.length === PAGE
        ? `${table}|${keyOfRow(table, last)}`
        : exported[exported.indexOf(table) + 1];
    return ok(next === undefined ? { lines } : { lines, next });
  }
  return ok({ lines: own });
}

async function ownLine(store: Store, installation: InstallationId): Promise<string> {
  const row = await store.find('Installations', 'installation_key', installation);
  return row === undefined ? '' : line('Installations', row);
}

function line(table: TableName, row: Row<TableName>): string {
  return `${JSON.stringify({ table, row: readable(table, row) })}\n`;
}

/** As people and programs read it: whole bodies, plain texts, no secrets. */
function readable(table: TableName, row: Row<TableName>): Readonly<Record<string, unknown>> {
  const columns: TableSchema = schema[table];
  const held = Object.entries(row).filter(
    ([name]) => columns[name]?.type !== 'encrypted text' && !LEFT_OUT.includes(name),
  );
  const shown = Object.fromEntries(
    held.map(([name, value]) => [name, readableValue(name, value as string | number)]),
  );
  if (!('body' in columns) || !('body' in row)) return shown;
  const { body: _, body_2: __, body_3: ___, ...rest } = shown;
  return { ...rest, body: unpackBody(row as Row<'Inbox'>) };
}

function readableValue(name: string, value: string | number): string | number {
  if (typeof value === 'number' || name.startsWith('body')) return value;
  return PACKED.includes(name) ? unpackText(value) : fromSafeText(value);
}
