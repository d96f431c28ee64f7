// What a policy would have said about the movements of the last month: judged one after the other, as they came.
import {
  type DryRunLine,
  type DryRunReply,
  type DryRunRequest,
  policySchema,
} from '../../contract/policy.ts';
import { dateIn } from '../../domain/calendar.ts';
import { holdsAmount, type MovementState } from '../../domain/movement.ts';
import { judgeAmount, type Policy, policySteps } from '../../domain/policy.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import { type Actor, mayDo, type Role, roles } from '../../domain/role.ts';
import { POLICY_ID } from '../../domain/shipped-policy.ts';
import type { Company } from '../../ports/company.ts';
import type { Clock } from '../../ports/platform.ts';
import type { Store } from '../../ports/store.ts';
import { findDraft } from '../../work/documents.ts';
import type { Movement } from '../../work/movement-log.ts';
import type { PaymentRow } from '../../work/payment-records.ts';
import { viewProblem } from '../view-problem.ts';
import { readPolicy } from './read-policy.ts';
import { refundFacts } from './refund-facts.ts';
import { verdictProblem } from './verdict-problem.ts';

const DAY_MS = 24 * 3_600_000;
const DAYS = 30;
/** One store read of movements, and one of payments for each hundred of them. */
const MOVEMENTS_MAX = 300;
const KEYS_IN_ONE_READ = 100;
const SHOWN_MAX = 100;

interface DryRunPorts {
  readonly store: Store;
  readonly clock: Clock;
}

/**
 * For administrators; nothing is written. Sums over a payment or a day count what lies in the period only, and a payment
 * is judged with the fraud score and dispute that it has now.
 */
export async function dryRunPolicy(
  ports: DryRunPorts,
  company: Company,
  actor: Actor,
  { policy: given, days = DAYS }: DryRunRequest,
): Promise<Result<DryRunReply>> {
  if (!mayDo(actor.role, 'configure')) {
    return refused(problem('not-allowed', 'none', { role: actor.role }));
  }
  const chosen = await choosePolicy(ports.store, company, given);
  if (!chosen.ok) return chosen;
  const { policy, tried } = chosen.value;
  const to = ports.clock.now();
  const from = to - days * DAY_MS;
  const movements = await readMovements(ports.store, company, from);
  const payments = await readPayments(ports.store, movements);
  const ours = movements.filter((movement) => movement.origin === 'panel').reverse();
  const lines = judgeInTurn(policy, company, ours, payments);
  const count = (outcome: DryRunLine['outcome']) =>
    lines.filter((line) => line.outcome === outcome).length;
  return ok({
    from,
    to,
    tried,
    counts: {
      allowed: count('allowed'),
      needsApproval: count('needs-approval'),
      forbidden: count('forbidden'),
      elsewhere: movements.length - ours.length,
    },
    movements: lines
      .sort(
        (a, b) => Number(a.outcome === 'allowed') - Number(b.outcome === 'allowed') || b.at - a.at,
      )
      .slice(0, SHOWN_MAX),
    isPartial: movements.length === MOVEMENTS_MAX,
  });
}

interface Chosen {
  readonly policy: Policy;
  readonly tried: DryRunReply['tried'];
}

async function choosePolicy(
  store: Store,
  { installation }: Company,
  given: object | undefined,
): Promise<Result<Chosen>> {
  const draft =
    given ?? (await findDraft(store, { installation, kind: 'policy', id: POLICY_ID }))?.body;
  if (draft === undefined) {
    return ok({ policy: await readPolicy(store, installation), tried: 'published' });
  }
  const read = policySchema.safeParse({ version: 1, ...draft });
  if (read.success)
    return ok({ policy: read.data, tried: given === undefined ? 'draft' : 'given' });
  const field = read.error.issues[0]?.path.join('.') || 'policy';
  return refused(problem('invalid-request', 'fix-input', { field, detail: 'is not valid' }));
}

/** The newest first. */
function readMovements(store: Store, { installation }: Company, from: number): Promise<Movement[]> {
  return store.select('Movements', {
    where: [
      ['installation', '=', installation],
      ['kind', '=', 'refund'],
      ['created_at', '>=', from],
    ],
    orderBy: ['created_at', 'desc'],
    limit: MOVEMENTS_MAX,
  });
}

async function readPayments(
  store: Store,
  movements: readonly Movement[],
): Promise<ReadonlyMap<string, PaymentRow>> {
  const keys = [...new Set(movements.map((movement) => movement.payment_key))];
  const payments = new Map<string, PaymentRow>();
  for (let at = 0; at < keys.length; at += KEYS_IN_ONE_READ) {
    const rows = await store.select('Payments', {
      where: [['payment_key', 'in', keys.slice(at, at + KEYS_IN_ONE_READ)]],
    });
    for (const row of rows) payments.set(row.payment_key, row);
  }
  return payments;
}

/** @param movements in the order in which they came. */
function judgeInTurn(
  policy: Policy,
  { timeZone }: Company,
  movements: readonly Movement[],
  payments: ReadonlyMap<string, PaymentRow>,
): DryRunLine[] {
  const movedOn = new Map<string, number>();
  const logs = new Map<string, Movement[]>();
  return movements.flatMap((movement): DryRunLine[] => {
    const payment = payments.get(movement.payment_key);
    if (payment === undefined) return [];
    const at = movement.created_at ?? 0;
    const person = { userId: movement.actor_id ?? '', role: roleOf(movement) };
    const day = `${person.userId} ${dateIn(timeZone, at)} ${movement.currency}`;
    const log = logs.get(movement.payment_key) ?? [];
    const movedTodayMinor = movedOn.get(day) ?? 0;
    const facts = refundFacts(payment, log, person, at, movedTodayMinor, movement.reason ?? '');
    const { amount_minor: minor, currency } = movement;
    const verdict = judgeAmount(policySteps(policy.rules, facts), minor);
    logs.set(movement.payment_key, [...log, movement]);
    if (verdict.outcome === 'allowed' && holdsAmount(movement.state as MovementState)) {
      movedOn.set(day, movedTodayMinor + minor);
    }
    const found = verdictProblem(verdict);
    return [
      {
        intentId: movement.movement_key.slice(movement.movement_key.indexOf('|') + 1),
        paymentKey: movement.payment_key,
        at,
        amount: { minor, currency },
        actorName: movement.actor_name ?? '',
        outcome: verdict.outcome,
        ...(found === undefined ? {} : { verdict: viewProblem(found) }),
      },
    ];
  });
}

/** Movements from before roles were kept are judged as an agent's. */
function roleOf({ actor_role: role }: Movement): Role {
  return roles.find((one) => one === role) ?? 'agent';
}
