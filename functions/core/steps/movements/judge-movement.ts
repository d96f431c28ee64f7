// May this movement go out now: judged by what is offered, and by the policy where a rule names it.
import type { MovementRequest } from '../../contract/panel.ts';
import type { GatewayId } from '../../domain/ids.ts';
import { money, toDecimal } from '../../domain/money.ts';
import { refundLimits } from '../../domain/movement.ts';
import { type MovementAction, type Offer, planRefund } from '../../domain/movement-offers.ts';
import {
  judgeAmount,
  mayApprove,
  type PolicyMovement,
  type PolicyRule,
  policySteps,
} from '../../domain/policy.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import type { Actor, Role } from '../../domain/role.ts';
import type { Company } from '../../ports/company.ts';
import { entryOf, type Movement } from '../../work/movement-log.ts';
import type { PaymentRow } from '../../work/payment-records.ts';
import { refundFacts } from '../policy/refund-facts.ts';
import { becauseOf } from '../policy/verdict-problem.ts';
import { loggedOf, offersOf, whyNotProblem } from './payment-offers.ts';

/** What of a wanted movement its offer is asked about. */
interface WantedMovement {
  readonly action: Exclude<MovementAction, 'refund'>;
  readonly amountMinor: number;
  /** Of a void: the capture or refund, by the gateway's id. */
  readonly targetId?: string | undefined;
}

/** The same rules as the panel shows; undefined when it may go out. @param now epoch ms. */
export function judgeOffer(
  company: Company,
  payment: PaymentRow,
  log: readonly Movement[],
  wanted: WantedMovement,
  role: Role,
  now: number,
): Problem | undefined {
  const offer = offerOf(wanted.action, company, payment, log, role, now);
  if ('refuse' in offer) return offer.refuse;
  return isWithin(offer, wanted) ? undefined : beyond(payment, offer.maxMinor, wanted);
}

/**
 * A refund, by the same rules. `target`: the capture that it is of, or the first of several.
 * @param log without this refund. @param now epoch ms.
 */
export function judgeRefund(
  company: Company,
  payment: PaymentRow,
  log: readonly Movement[],
  amountMinor: number,
  role: Role,
  now: number,
): { readonly refuse: Problem } | { readonly target: GatewayId } {
  const offer = offerOf('refund', company, payment, log, role, now);
  if ('refuse' in offer) return offer;
  const target = planRefund(log.map(loggedOf), amountMinor)?.[0]?.captureId;
  if (target !== undefined) return { target: target as GatewayId };
  const facts = limitsOf(payment, offer.maxMinor, amountMinor);
  return { refuse: problem('refund-over-limit', 'fix-input', facts) };
}

function offerOf(
  wanted: MovementAction,
  company: Company,
  payment: PaymentRow,
  log: readonly Movement[],
  role: Role,
  now: number,
): PossibleOffer | { readonly refuse: Problem } {
  const offers = offersOf(company, payment, log, role, now);
  const offer = offers.find(({ action }) => action === wanted);
  if (offer === undefined) throw new Error('every action has its offer');
  return offer.isPossible
    ? offer
    : { refuse: whyNotProblem(offer.why, company, payment, log, role) };
}

type PossibleOffer = Extract<Offer, { isPossible: true }>;

function isWithin({ maxMinor, targets }: PossibleOffer, wanted: WantedMovement): boolean {
  const { action, amountMinor, targetId } = wanted;
  switch (action) {
    case 'capture':
      return amountMinor <= maxMinor;
    case 'reverse':
      return amountMinor === maxMinor;
    case 'void':
    case 'void-refund':
      return targets.some((one) => one.gatewayId === targetId && one.amountMinor === amountMinor);
  }
}

function beyond(payment: PaymentRow, leftMinor: number, wanted: WantedMovement): Problem {
  if (wanted.action !== 'capture') return problem('movement-target-gone', 'fix-input');
  const facts = limitsOf(payment, leftMinor, wanted.amountMinor);
  return problem('capture-over-limit', 'fix-input', facts);
}

function limitsOf({ currency }: PaymentRow, leftMinor: number, askedMinor: number) {
  const shown = (minor: number) => `${currency} ${toDecimal(money(minor, currency))}`;
  return { left: shown(leftMinor), asked: shown(askedMinor) };
}

const policyNames = {
  capture: 'capture',
  reverse: 'reversal',
  void: 'void',
  'void-refund': 'void',
} as const satisfies Record<MovementRequest['action'], PolicyMovement>;

/**
 * Nobody is asked to approve these, as they can't wait: who is of the role that a rule wants does it, all others are told who
 * may. Of one payment, captures count beside captures.
 */
export function judgeByPolicy(
  rules: readonly PolicyRule[],
  payment: PaymentRow,
  log: readonly Movement[],
  actor: Actor,
  request: Pick<MovementRequest, 'action' | 'amountMinor'> & { readonly reason?: string },
  now: number,
): Problem | undefined {
  const { action, amountMinor, reason } = request;
  const refund = refundFacts(payment, log, actor, now, 0, reason);
  const { capturedMinor } = refundLimits(log.map(entryOf));
  const facts = {
    ...refund,
    movement: policyNames[action],
    ...(action === 'capture' ? { movedOfPaymentMinor: capturedMinor } : {}),
  };
  const { outcome, by = 'admin', why } = judgeAmount(policySteps(rules, facts), amountMinor);
  if (outcome === 'allowed') return undefined;
  if (outcome === 'forbidden') {
    return becauseOf(why, 'policy-forbids', 'fix-input');
  }
  const who = by === 'approver' ? 'an approver' : 'an administrator';
  return mayApprove(actor.role, by)
    ? undefined
    : becauseOf(why, 'movement-beyond-role', 'none', { by: who });
}
