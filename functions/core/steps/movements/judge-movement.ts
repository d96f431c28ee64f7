// May this capture, release or void go out now: judged by what is offered, and by the policy where a rule names it.
import type { MovementRequest } from '../../contract/panel.ts';
import { money, toDecimal } from '../../domain/money.ts';
import { refundLimits } from '../../domain/movement.ts';
import type { MovementAction, Offer } from '../../domain/movement-offers.ts';
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
import { offersOf, whyNotProblem } from './payment-offers.ts';

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
  const offer = offersOf(company, payment, log, role, now).find(
    ({ action }) => action === wanted.action,
  );
  if (offer === undefined) throw new Error('every action has its offer');
  if (!offer.isPossible) return whyNotProblem(offer.why, company, payment, log, role);
  return isWithin(offer, wanted) ? undefined : beyond(payment, offer.maxMinor, wanted);
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

function beyond({ currency }: PaymentRow, leftMinor: number, wanted: WantedMovement): Problem {
  if (wanted.action !== 'capture') return problem('movement-target-gone', 'fix-input');
  const shown = (minor: number) => `${currency} ${toDecimal(money(minor, currency))}`;
  const facts = { left: shown(leftMinor), asked: shown(wanted.amountMinor) };
  return problem('capture-over-limit', 'fix-input', facts);
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
