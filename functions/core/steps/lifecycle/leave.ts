// A company leaves: asked for by an administrator or announced by Zoho, then one task after the other until its rows are gone.
import {
  type LeaveRequest,
  type LeavingReply,
  type LeavingTask,
  type LeavingView,
  leavingTasks,
} from '../../contract/lifecycle.ts';
import type { InstallationId } from '../../domain/ids.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { Actor } from '../../domain/role.ts';
import type { OpenDeparture } from '../../ports/departure.ts';
import type { Clock, Log } from '../../ports/platform.ts';
import type { Store } from '../../ports/store.ts';
import type { Row } from '../../store/schema.ts';
import { clearAlarm, raiseAlarm } from '../../work/alarms.ts';
import { appendAudit } from '../../work/audit.ts';
import { deleteRowsOf } from '../../work/installation-rows.ts';
import { retention } from '../../work/retention.ts';
import { refusedToConfigure } from '../connect/installation-record.ts';
import { forgetSecrets, stopWork } from './end-work.ts';
import { GRACE_MS, type LeavingPlan, NOTICE_MS, planOf, viewLeaving } from './leaving-plan.ts';

export interface LeavePorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
}

const ALARM = 'uninstall';
/** What fails is tried again for so long before it is left to a person. */
const TRIED_MS = 3 * 24 * 3_600_000;

/**
 * Begins it at once. Refused when the name is not the company's, and while the outcome of movements is unknown, unless
 * the person wants it all the same.
 */
export async function leave(
  ports: LeavePorts,
  installation: InstallationId,
  actor: Actor,
  request: LeaveRequest,
): Promise<Result<LeavingView>> {
  const row = await rowFor(ports, installation, actor);
  if (!row.ok) return row;
  if (planOf(row.value)?.eraseAt !== undefined) return ok(viewLeaving(row.value));
  if (request.confirm.trim() !== (row.value.name ?? '')) {
    return refused(problem('leaving-unconfirmed', 'fix-input', { company: row.value.name ?? '' }));
  }
  const open = await openMovements(ports.store, installation);
  if (open > 0 && request.despiteOpen !== true) {
    return refused(problem('leaving-money-open', 'fix-input', { count: String(open) }));
  }
  await audit(ports, installation, actor, 'installation.leaving', { openMovements: open });
  return ok(viewLeaving(await begin(ports, row.value)));
}

/**
 * Zoho tells that one of its products has dropped us. The others may go on using us, so it begins only after a week, in
 * which any administrator may say that the company stays.
 */
export async function announceLeaving(
  ports: LeavePorts,
  row: Row<'Installations'>,
  product: string,
): Promise<void> {
  if (planOf(row) !== undefined) return;
  const installation = row.installation_key as InstallationId;
  const startsAt = ports.clock.now() + NOTICE_MS;
  await savePlan(ports.store, row, { startsAt, done: [], failed: {} });
  const facts = { product, date: new Date(startsAt).toISOString().slice(0, 10) };
  await raiseAlarm(ports, installation, ALARM, '', problem('uninstall-announced', 'none', facts));
  const zoho = { userId: 'zoho', name: product };
  await audit(ports, installation, zoho, 'installation.leaving-announced', {});
}

/**
 * Zoho tells that the one product with which people worked with us has dropped us: it begins at once. Any administrator may
 * still say that the company stays, as long as its rows are there.
 */
export async function leaveForZoho(
  ports: LeavePorts,
  row: Row<'Installations'>,
  product: string,
): Promise<void> {
  if (planOf(row)?.eraseAt !== undefined) return;
  const zoho = { userId: 'zoho', name: product };
  const installation = row.installation_key as InstallationId;
  await audit(ports, installation, zoho, 'installation.leaving', { openMovements: 0 });
  await begin(ports, row);
}

/**
 * Takes the announcement back, or ends the leaving: what was taken back at the other sides is connected anew on the settings
 * page, all rows are there still.
 */
export async function stay(
  ports: LeavePorts,
  installation: InstallationId,
  actor: Actor,
): Promise<Result<LeavingView>> {
  const row = await rowFor(ports, installation, actor);
  if (!row.ok) return row;
  const plan = planOf(row.value);
  if (plan === undefined) return ok(viewLeaving(row.value));
  const isBegun = plan.eraseAt !== undefined;
  const patch = { leaving: '', ...(isBegun ? { state: 'connecting' } : {}) };
  await ports.store.update('Installations', row.value.ROWID, patch);
  await clearAlarm(ports, installation, ALARM, '');
  await audit(ports, installation, actor, 'installation.staying', {});
  return ok({ state: 'staying', done: [], byHand: [] });
}

export async function showLeaving(
  ports: LeavePorts,
  installation: InstallationId,
  actor: Actor,
): Promise<Result<LeavingReply>> {
  const row = await rowFor(ports, installation, actor);
  if (!row.ok) return row;
  const periods = retention.map(({ table, days }) => ({ what: table, days }));
  return ok({ ...viewLeaving(row.value), company: row.value.name ?? '', periods });
}

/**
 * Goes on with the leaving: each task that is done is noted, so that a crash repeats one at most, and each may be
 * repeated. Does nothing for a company that stays.
 */
export async function goOnLeaving(
  ports: LeavePorts & { readonly openDeparture: OpenDeparture },
  seen: Row<'Installations'>,
  isTimeLeft: () => boolean,
): Promise<void> {
  const planned = planOf(seen);
  if (planned === undefined) return;
  // Somebody has said meanwhile that the company stays.
  if (planned.eraseAt !== undefined && seen.state !== 'leaving') return;
  const now = ports.clock.now();
  if (planned.eraseAt === undefined && planned.startsAt > now) return;
  const row = planned.eraseAt === undefined ? await begin(ports, seen) : seen;
  let plan = planOf(row) ?? planned;
  const installation = row.installation_key as InstallationId;
  for (;;) {
    // Tasks that have failed get their next try with the next turn.
    const task = leavingTasks.find((one) => isOpen(plan, one, now));
    if (task === undefined || !isTimeLeft()) break;
    const done = await doTask(ports, installation, task);
    plan = done.ok
      ? { ...plan, done: [...plan.done, task] }
      : { ...plan, failed: { ...plan.failed, [task]: done.problem } };
    if (!(await savePlan(ports.store, row, plan))) return;
    if (!done.ok && !isGivenUp(plan, task, now)) return;
  }
  if ((plan.eraseAt ?? Number.POSITIVE_INFINITY) > now) return;
  if (!(await deleteRowsOf(ports.store, installation, isTimeLeft))) return;
  await ports.store.delete('Installations', row.ROWID);
  ports.log.info('all rows of an installation were erased', { installation });
}

function isOpen(plan: LeavingPlan, task: LeavingTask, now: number): boolean {
  return !plan.done.includes(task) && !isGivenUp(plan, task, now);
}

/** Left to a person: what no further try can mend, and what has failed for days. */
function isGivenUp({ failed, eraseAt = 0 }: LeavingPlan, task: LeavingTask, now: number): boolean {
  const found = failed[task];
  if (found === undefined) return false;
  const canHeal = found.remedy === 'retry' || found.remedy === 'wait';
  return !canHeal || now > eraseAt - GRACE_MS + TRIED_MS;
}

async function doTask(
  ports: LeavePorts & { readonly openDeparture: OpenDeparture },
  installation: InstallationId,
  task: LeavingTask,
): Promise<Result<void>> {
  if (task === 'stop-work') return stopWork(ports, installation);
  if (task === 'forget-secrets') return forgetSecrets(ports.store, installation);
  const departure = await ports.openDeparture(installation);
  if (departure === undefined) return ok(undefined);
  switch (task) {
    case 'gateway-webhooks':
      return departure.removeGatewayWebhooks();
    case 'shop-webhooks':
      return departure.removeShopWebhooks();
    case 'crm-watch':
      return departure.closeContactWatch();
    case 'zoho-access':
      return departure.revokeZohoAccess();
  }
}

async function begin(ports: LeavePorts, row: Row<'Installations'>): Promise<Row<'Installations'>> {
  const now = ports.clock.now();
  const plan: LeavingPlan = { startsAt: now, eraseAt: now + GRACE_MS, done: [], failed: {} };
  const columns = { state: 'leaving', leaving: JSON.stringify(plan) };
  await ports.store.update('Installations', row.ROWID, columns);
  return { ...row, ...columns };
}

/** Whether the company still leaves: an administrator may have said meanwhile that it stays. */
async function savePlan(
  store: Store,
  row: Row<'Installations'>,
  plan: LeavingPlan,
): Promise<boolean> {
  const there = await store.find('Installations', 'installation_key', row.installation_key);
  if (there === undefined || (plan.eraseAt !== undefined && there.state !== 'leaving'))
    return false;
  await store.update('Installations', row.ROWID, { leaving: JSON.stringify(plan) });
  return true;
}

async function rowFor(
  { store }: LeavePorts,
  installation: InstallationId,
  actor: Actor,
): Promise<Result<Row<'Installations'>>> {
  const mayNot = refusedToConfigure(actor);
  if (mayNot !== undefined) return mayNot;
  const row = await store.find('Installations', 'installation_key', installation);
  return row === undefined ? refused(problem('not-connected', 'fix-setup')) : ok(row);
}

export async function openMovements(store: Store, installation: InstallationId): Promise<number> {
  const rows = await store.select('Movements', {
    where: [
      ['installation', '=', installation],
      ['state', 'in', ['intended', 'sent', 'unknown']],
    ],
  });
  return rows.length;
}

function audit(
  ports: LeavePorts,
  installation: InstallationId,
  actor: Pick<Actor, 'userId' | 'name'>,
  action: string,
  detail: Readonly<Record<string, number>>,
): Promise<void> {
  const { userId: actorId, name: actorName } = actor;
  const subject = installation;
  return appendAudit(ports, { installation, actorId, actorName, action, subject, detail });
}
