// Puts a row to rest after a problem: tried again later, parked for an administrator, or dead for a person to look at.
import type { InstallationId } from '../domain/ids.ts';
import type { Problem } from '../domain/problem.ts';
import type { Clock, Exchange, Log, Random } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import type { Row } from '../store/schema.ts';
import { raiseAlarm } from '../work/alarms.ts';
import { type LeasedTable, leasedTables, release } from '../work/lease.ts';
import { packText, TEXT_LENGTH } from '../work/packed-text.ts';
import { judge } from '../work/retry.ts';

export interface RestPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

/** @param more what is kept beside the problem: the flow's node, the last exchange with the outside. */
export async function restAfterProblem(
  ports: RestPorts,
  table: LeasedTable,
  row: Row<LeasedTable>,
  found: Problem,
  more: { readonly node?: string; readonly last?: Exchange } = {},
): Promise<void> {
  const now = ports.clock.now();
  const began = { ...row } as { readonly received_at?: number; readonly created_at?: number };
  const sinceMs = now - (began.received_at ?? began.created_at ?? now);
  const tried = { attempts: row.attempts ?? 1, sinceMs };
  const verdict = judge(found, tried, ports.random);
  ports.log.warn('work stopped by a problem', { operation: table, code: found.code });
  if (verdict.kind === 'parked') {
    await raiseAlarm(ports, row.installation as InstallationId, 'set-up', found.code, found);
  }
  await release(ports, table, row, {
    state: verdict.kind === 'again' ? leasedTables[table].idle : verdict.kind,
    ...(verdict.kind === 'dead' ? {} : { dueAt: now + verdict.delayMs }),
    problem: JSON.stringify({ ...found, ...(more.node ? { node: more.node } : {}) }).slice(
      0,
      9_000,
    ),
    patch: more.last === undefined ? {} : { exchange: keep(more.last) },
  });
}

function keep(exchange: Exchange): string {
  return packText(JSON.stringify(exchange)).slice(0, TEXT_LENGTH);
}
