// A person replays or skips what stands still; a replay runs at once, so that its end can be shown.
import type {
  DeadLetterView,
  ReplayReply,
  ReplayRequest,
  SkipRequest,
} from '../contract/dead-letters.ts';
import type { InstallationId } from '../domain/ids.ts';
import { problem } from '../domain/problem.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import { type Actor, mayDo } from '../domain/role.ts';
import type { Store } from '../ports/store.ts';
import type { Row } from '../store/schema.ts';
import { clearAlarmsOf } from '../work/alarms.ts';
import { auditBy } from '../work/audit.ts';
import { leasedTables, NEVER_MS } from '../work/lease.ts';
import { takeUpEvent, takeUpRun } from './drain-work.ts';
import type { FlowPorts } from './run-flow.ts';
import { viewLetter } from './show-dead-letters.ts';

const STANDING = ['dead', 'parked'];

/**
 * Runs the event or run again from where it stood, with the document and bytes that it had. That it ran is proven by the letter as it
 * is afterwards (`attempts` has grown) and by the chain, which holds who asked for it and what came of it.
 */
export async function replayDeadLetter(
  ports: FlowPorts,
  installation: InstallationId,
  actor: Actor,
  request: ReplayRequest,
): Promise<Result<ReplayReply>> {
  const found = await findLetter(ports.store, installation, actor, request);
  if (!found.ok) return found;
  const letter = found.value;
  const { key } = request;
  await audit(ports, installation, actor, 'dead-letter.replayed', key, { reason: '' });
  const { idle } = leasedTables[letter.table];
  await changeStanding(ports.store, letter, { state: idle, due_at: ports.clock.now() });
  const due = await readLetter(ports.store, request);
  // When a worker was quicker it is being worked on already: that is a replay too.
  if (due?.row.state === idle) {
    if (due.table === 'Inbox') await takeUpEvent(ports, due.row);
    else await takeUpRun(ports, due.row);
  }
  const after = await viewNow(ports.store, letter, request);
  await audit(ports, installation, actor, 'dead-letter.replay-ended', key, {
    state: after.state,
    attempts: after.attempts,
    problem: after.state === 'done' ? '' : after.problem.code,
  });
  return ok({ letter: after });
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
  await audit(ports, installation, actor, 'dead-letter.skipped', request.key, { reason });
  const over = { state: 'skipped', due_at: NEVER_MS, finished_at: ports.clock.now() };
  await changeStanding(ports.store, found.value, over);
  // As it is now: somebody who was quicker may have set it going.
  return ok({ letter: await viewNow(ports.store, found.value, request) });
}

async function viewNow(
  store: Store,
  seen: Letter,
  request: Pick<ReplayRequest, 'kind' | 'key'>,
): Promise<DeadLetterView> {
  const { table, row } = (await readLetter(store, request)) ?? seen;
  return viewLetter(table, row);
}

/** Only while it still stands as it was seen: a worker may have taken it up in between. */
async function changeStanding(
  store: Store,
  { table, row }: Letter,
  patch: { readonly state: string; readonly due_at?: number; readonly finished_at?: number },
): Promise<void> {
  const seen = [
    ['state', '=', row.state],
    ['attempts', '=', row.attempts ?? 0],
  ] as const;
  if (table === 'Inbox') {
    await store.updateWhere('Inbox', patch, [['event_key', '=', row.event_key], ...seen]);
  } else {
    await store.updateWhere('Runs', patch, [['run_key', '=', row.run_key], ...seen]);
  }
}

type Letter =
  | { readonly table: 'Inbox'; readonly row: Row<'Inbox'> }
  | { readonly table: 'Runs'; readonly row: Row<'Runs'> };

async function findLetter(
  store: Store,
  installation: InstallationId,
  actor: Actor,
  request: ReplayRequest,
): Promise<Result<Letter>> {
  if (!mayDo(actor.role, 'handle-dead-letters')) {
    return refused(problem('not-allowed', 'none', { role: actor.role }));
  }
  const letter = await readLetter(store, request);
  const row = letter?.row;
  if (letter === undefined || row?.installation !== installation || !STANDING.includes(row.state)) {
    return refused(problem('not-found', 'fix-input', { what: 'The dead letter' }));
  }
  return ok(letter);
}

async function readLetter(
  store: Store,
  { kind, key }: Pick<ReplayRequest, 'kind' | 'key'>,
): Promise<Letter | undefined> {
  if (kind === 'event') {
    const row = await store.find('Inbox', 'event_key', key);
    return row && { table: 'Inbox', row };
  }
  const row = await store.find('Runs', 'run_key', key);
  return row && { table: 'Runs', row };
}

function audit(
  ports: FlowPorts,
  installation: InstallationId,
  actor: Actor,
  action: string,
  subject: string,
  detail: Readonly<Record<string, string | number>>,
): Promise<void> {
  return auditBy(ports, actor, {
    installation,
    action,
    subject,
    detail,
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
