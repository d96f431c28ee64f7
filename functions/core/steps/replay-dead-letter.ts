// A person replays or skips what stands still; a replay runs at once, so that its end can be shown.
import type { ReplayReply, ReplayRequest, SkipRequest } from '../contract/dead-letters.ts';
import type { InstallationId } from '../domain/ids.ts';
import { problem } from '../domain/problem.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import { type Actor, mayDo } from '../domain/role.ts';
import type { Store } from '../ports/store.ts';
import type { Row } from '../store/schema.ts';
import { clearAlarmsOf } from '../work/alarms.ts';
import { appendAudit } from '../work/audit.ts';
import { type LeasedTable, leasedTables } from '../work/lease.ts';
import { takeUpEvent, takeUpRun } from './drain-work.ts';
import type { FlowPorts } from './run-flow.ts';
import { viewLetter } from './show-dead-letters.ts';

const STANDING = ['dead', 'parked'];

/** Runs the event or run again from where it stood, with the document and bytes that it had. */
export async function replayDeadLetter(
  ports: FlowPorts,
  installation: InstallationId,
  actor: Actor,
  request: ReplayRequest,
): Promise<Result<ReplayReply>> {
  const found = await findLetter(ports.store, installation, actor, request);
  if (!found.ok) return found;
  const { table, row } = found.value;
  await ports.store.update(table, row.ROWID, {
    state: leasedTables[table].idle,
    due_at: ports.clock.now(),
  });
  await audit(ports, installation, actor, 'dead-letter.replayed', request.key, '');
  const due = await readRow(ports.store, table, request.key);
  // When a worker was quicker it is being worked on already: that is a replay too.
  if (due !== undefined && table === 'Inbox') await takeUpEvent(ports, due as Row<'Inbox'>);
  if (due !== undefined && table === 'Runs') await takeUpRun(ports, due as Row<'Runs'>);
  const after = await readRow(ports.store, table, request.key);
  return ok({ letter: viewLetter(table, after ?? row) });
}

/** Lays it aside for good, with who and why. */
export async function skipDeadLetter(
  ports: FlowPorts,
  installation: InstallationId,
  actor: Actor,
  request: SkipRequest,
): Promise<Result<ReplayReply>> {
  const found = await findLetter(ports.store, installation, actor, request);
  if (!found.ok) return found;
  const reason = request.reason.trim();
  if (reason === '') return refused(problem('reason-missing', 'fix-input'));
  const { table, row } = found.value;
  await audit(ports, installation, actor, 'dead-letter.skipped', request.key, reason);
  await ports.store.update(table, row.ROWID, {
    state: 'skipped',
    finished_at: ports.clock.now(),
  });
  return ok({ letter: viewLetter(table, { ...row, state: 'skipped' }) });
}

async function findLetter(
  store: Store,
  installation: InstallationId,
  actor: Actor,
  request: ReplayRequest,
): Promise<Result<{ readonly table: LeasedTable; readonly row: Row<LeasedTable> }>> {
  if (!mayDo(actor.role, 'handle-dead-letters')) {
    return refused(problem('not-allowed', 'none', { role: actor.role }));
  }
  const table = request.kind === 'event' ? 'Inbox' : 'Runs';
  const row = await readRow(store, table, request.key);
  if (row === undefined || row.installation !== installation || !STANDING.includes(row.state)) {
    return refused(problem('not-found', 'fix-input', { what: 'The dead letter' }));
  }
  return ok({ table, row });
}

function readRow(
  store: Store,
  table: LeasedTable,
  key: string,
): Promise<Row<LeasedTable> | undefined> {
  return table === 'Inbox'
    ? store.find('Inbox', 'event_key', key)
    : store.find('Runs', 'run_key', key);
}

function audit(
  ports: FlowPorts,
  installation: InstallationId,
  actor: Actor,
  action: string,
  subject: string,
  reason: string,
): Promise<void> {
  return appendAudit(ports, {
    installation,
    actorId: actor.userId,
    actorName: actor.name,
    action,
    subject,
    detail: { reason },
  });
}

/** The set-up was mended: what waited for it is due, a few hundred rows at a time. */
export async function unparkAll(
  ports: Pick<FlowPorts, 'store' | 'clock'>,
  installation: InstallationId,
): Promise<void> {
  await clearAlarmsOf(ports, installation, 'set-up');
  for (const table of ['Inbox', 'Runs'] as const) {
    const where = [
      ['installation', '=', installation],
      ['state', '=', 'parked'],
    ] as const;
    while ((await ports.store.select(table, { where, limit: 1 })).length > 0) {
      const due = { state: leasedTables[table].idle, due_at: ports.clock.now() };
      await ports.store.updateWhere(table, due, where);
    }
  }
}
