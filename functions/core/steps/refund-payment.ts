// A person refunds a payment: judged against the live limits, on disk before the call, never sent twice.
import type { RefundRequest } from '../contract/panel.ts';
import type { PaymentKey } from '../domain/ids.ts';
import { captureRooms } from '../domain/movement-offers.ts';
import {
  boundsTheDay,
  judgeAmount,
  mayApprove,
  type Policy,
  policySteps,
} from '../domain/policy.ts';
import { type Problem, problem } from '../domain/problem.ts';
import type { PaidLine } from '../domain/refund-lines.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import { type Actor, mayDo } from '../domain/role.ts';
import type { Company } from '../ports/company.ts';
import type { Store } from '../ports/store.ts';
import { claimOfDay, giveBackDay } from '../work/day-claims.ts';
import { type Movement, placeMovement, readLog, takeSendRight } from '../work/movement-log.ts';
import { findPayment, type PaymentRow } from '../work/payment-records.ts';
import type { ChangePorts } from './announce-change.ts';
import { judgeRefund } from './movements/judge-movement.ts';
import { loggedOf } from './movements/payment-offers.ts';
import { judgeLines, readLinesFor } from './movements/refund-by-lines.ts';
import {
  type IntentRow,
  isOfIntent,
  isSameIntent,
  rowsOf,
  type WantedRefund,
} from './movements/refund-rows.ts';
import { sendIntended } from './movements/send-intended.ts';
import { readPolicy } from './policy/read-policy.ts';
import { personDay, refundFacts } from './policy/refund-facts.ts';
import { verdictProblem } from './policy/verdict-problem.ts';

/**
 * Refunds; the value is the movement as it stands (also when its outcome is unknown). Offer and policy are judged on
 * the log up to the place that the refund takes, whoever has approved it before.
 */
export async function refundPayment(
  ports: ChangePorts,
  company: Company,
  actor: Actor,
  request: RefundRequest,
  approver?: Actor,
): Promise<Result<Movement>> {
  const wanted = { actor, request, ...(approver === undefined ? {} : { approver }) };
  const checked = await checkWanted(ports.store, company, wanted);
  if (!checked.ok) return checked;
  const { payment, reason } = checked.value;
  const placed = await placeRefund(
    ports,
    company,
    { ...wanted, request: { ...request, reason } },
    payment,
  );
  if (!placed.ok) return placed;
  const settled = await Promise.all(
    placed.value.map((one) => sendIntended(ports, company, actor, payment, one)),
  );
  // The one that is not through speaks for the whole.
  const last = settled.find(({ state }) => state !== 'succeeded') ?? settled.at(-1);
  if (last === undefined) throw new Error('a refund has a movement');
  return ok(last);
}

/** What can be said of a wanted refund without looking at what was moved before. */
export async function checkWanted(
  store: Store,
  company: Company,
  { actor, request }: WantedRefund,
): Promise<Result<{ readonly payment: PaymentRow; readonly reason: string }>> {
  if (!mayDo(actor.role, 'refund')) {
    return refused(problem('not-allowed', 'none', { role: actor.role }));
  }
  const reason = request.reason.trim();
  if (reason === '') return refused(problem('reason-missing', 'fix-input'));
  const payment = await findPayment(store, request.paymentKey);
  if (payment === undefined || payment.installation !== company.installation) {
    return refused(problem('not-found', 'fix-input', { what: 'The payment' }));
  }
  if (request.currency !== payment.currency) {
    return refused(problem('currency-mismatch', 'fix-input', { currency: payment.currency }));
  }
  if (request.amountMinor <= 0) {
    return refused(problem('amount-invalid', 'fix-input', { currency: payment.currency }));
  }
  return ok({ payment, reason });
}

/**
 * Takes the refund's places in the payment's log: one, or one for each capture that it goes over. All are taken before the
 * first is sent; a decision that was cut off in between goes on with the rest when it is asked for again.
 */
async function placeRefund(
  ports: ChangePorts,
  company: Company,
  wanted: WantedRefund,
  payment: PaymentRow,
): Promise<Result<readonly Movement[]>> {
  const [policy, before] = await Promise.all([
    readPolicy(ports.store, company.installation),
    readLog(ports.store, payment.payment_key as PaymentKey),
  ]);
  const known = before.filter((one) => isOfIntent(one, wanted.request.intentId));
  if (known.some((one) => !isSameIntent(one, payment, wanted.request))) {
    return refused(problem('intent-reused', 'fix-input'));
  }
  const rows = rowsOf(ports.clock, company.installation, payment, wanted, before, known);
  // Before any money moves: what was chosen must be what the credit note can say.
  const paid = await readLinesFor(
    company,
    payment,
    rows.length > 0 ? wanted.request.lines : undefined,
  );
  if (!paid.ok) return paid;
  const movements = [...known];
  const own: Movement[] = [];
  let log = before;
  for (const row of rows) {
    const placed = await placePart(
      ports,
      company,
      wanted,
      payment,
      { policy, paid: paid.value },
      row,
      log,
    );
    if (placed.kind === 'refused') {
      for (const one of own) await giveUp(ports, one);
      return refused(placed.problem);
    }
    const { movement } = placed;
    if (!isSameIntent(movement, payment, wanted.request)) {
      return refused(problem('intent-reused', 'fix-input'));
    }
    if (placed.kind === 'placed') own.push(movement);
    movements.push(movement);
    log = placed.kind === 'placed' ? [...placed.log, movement] : [...placed.log];
  }
  return ok(movements);
}

/** One place of the decision, and before that one in the person's day where a policy bounds it. The whole is judged each time. */
async function placePart(
  ports: ChangePorts,
  company: Company,
  { actor, request, approver }: WantedRefund,
  payment: PaymentRow,
  { policy, paid }: { readonly policy: Policy; readonly paid: readonly PaidLine[] },
  row: IntentRow,
  before: readonly Movement[],
) {
  const { amountMinor, reason, intentId, lines, currency } = request;
  const now = ports.clock.now();
  let movedTodayMinor = 0;
  const judge = (log: readonly Movement[]) => {
    const own = log.filter((one) => isOfIntent(one, intentId));
    const others = log.filter((one) => !own.includes(one));
    const balance = judgeRefund(company, payment, others, amountMinor, actor.role, now);
    if ('refuse' in balance) return balance;
    const differs = judgeLines(paid, others, lines, amountMinor, currency);
    if (differs !== undefined) return { refuse: differs };
    const ownMinor = own.reduce((sum, one) => sum + one.amount_minor, 0);
    const movedMinor = Math.max(0, movedTodayMinor - ownMinor);
    const facts = refundFacts(payment, others, actor, now, movedMinor, reason);
    const heldBack = judgePolicy(policy, facts, amountMinor, approver);
    if (heldBack !== undefined) return { refuse: heldBack };
    const target = row.target_gateway_id ?? balance.target;
    const room = captureRooms(log.map(loggedOf)).find(({ id }) => id === target);
    return room !== undefined && row.amount_minor <= room.roomMinor
      ? { patch: { target_gateway_id: target } }
      : { refuse: problem('movement-target-gone', 'fix-input') };
  };
  const isNew = !before.some((movement) => movement.movement_key === row.movement_key);
  // What another person has approved is not moved on one's own account.
  const facts = refundFacts(payment, before, actor, now, 0, reason);
  const isClaimed = isNew && approver === undefined && boundsTheDay(policy.rules, facts);
  if (isClaimed) {
    const day = personDay(company, actor, payment.currency, now);
    const movement = { key: row.movement_key, amountMinor: row.amount_minor };
    const found = await claimOfDay(ports, day, movement, (movedMinor) => {
      movedTodayMinor = movedMinor;
      const judged = judge(before);
      return 'refuse' in judged ? judged.refuse : undefined;
    });
    if (found !== undefined) return { kind: 'refused', problem: found } as const;
  }
  const placed = await placeMovement<Problem>(ports, row, judge, before);
  if (placed.kind === 'refused' && isClaimed) await giveBackDay(ports.store, row.movement_key);
  return placed;
}

/** A part whose sister was not let in is never sent. */
async function giveUp(ports: ChangePorts, movement: Movement): Promise<void> {
  const mine = await takeSendRight(ports, movement, { state: 'failed', due_at: 0 });
  if (mine === undefined) return;
  const found = JSON.stringify(problem('never-sent', 'none'));
  await ports.store.update('Movements', mine.ROWID, { problem: found });
}

/** Why the policy holds an amount back; undefined when it is allowed, or approved by somebody who may. */
function judgePolicy(
  policy: Policy,
  facts: Parameters<typeof policySteps>[1],
  amountMinor: number,
  approver: Actor | undefined,
): Problem | undefined {
  const verdict = judgeAmount(policySteps(policy.rules, facts), amountMinor);
  const isApproved =
    approver !== undefined && verdict.by !== undefined && mayApprove(approver.role, verdict.by);
  return isApproved ? undefined : verdictProblem(verdict);
}
