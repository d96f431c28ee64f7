// What can be done with a payment now: the decision table over its log, and each "no" with its live numbers.
import type { MovementRequest, OfferView, PaymentView } from '../../contract/panel.ts';
import { dateIn } from '../../domain/calendar.ts';
import { evidenceFor } from '../../domain/dispute-evidence.ts';
import { money, toDecimal } from '../../domain/money.ts';
import { type MovementKind, type MovementState, refundLimits } from '../../domain/movement.ts';
import {
  captureRooms,
  type LoggedMovement,
  type Offer,
  offerMovements,
  type WhyNot,
} from '../../domain/movement-offers.ts';
import type { PaymentState } from '../../domain/payment.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import { type Processor, refundWindowDays } from '../../domain/processor.ts';
import { mayDo, type Role } from '../../domain/role.ts';
import type { Company } from '../../ports/company.ts';
import { entryOf, type Movement } from '../../work/movement-log.ts';
import type { PaymentRow } from '../../work/payment-records.ts';
import { viewProblem } from '../view-problem.ts';

/** What of the company says how far its processors go. */
type WithMerchants = Pick<Company, 'merchants' | 'timeZone'>;

/** @param now epoch ms. */
export function offersOf(
  company: WithMerchants,
  payment: PaymentRow,
  log: readonly Movement[],
  role: Role,
  now: number,
): readonly Offer[] {
  const processor = processorOf(company, payment);
  const facts = {
    state: payment.state as PaymentState,
    authorizedMinor: payment.authorized_minor ?? 0,
    submittedAt: payment.submitted_at ?? now,
    mayMove: mayDo(role, 'move'),
    movements: log.map(loggedOf),
    ...(processor === undefined ? {} : { processor }),
  };
  return offerMovements(facts, now);
}

export function loggedOf(movement: Movement): LoggedMovement {
  return {
    ...entryOf(movement),
    id: movement.movement_key,
    kind: movement.kind as MovementKind,
    state: movement.state as MovementState,
    ...(movement.gateway_id ? { gatewayId: movement.gateway_id } : {}),
    ...(movement.target_gateway_id ? { targetId: movement.target_gateway_id } : {}),
    at: movement.sent_at ?? movement.created_at ?? 0,
  };
}

/** Who settles the payment's card; undefined where nobody has said. */
export function processorOf(
  { merchants }: WithMerchants,
  { merchant_id }: PaymentRow,
): Processor | undefined {
  return merchants.find(({ merchantId }) => merchantId === merchant_id)?.processor;
}

/**
 * Nothing for those who may not move money: that is said once.
 * @param forbids what the policy has against this person's doing it, of so much.
 */
export function viewOffers(
  company: WithMerchants,
  payment: PaymentRow,
  log: readonly Movement[],
  role: Role,
  now: number,
  forbids: (action: MovementRequest['action'], amountMinor: number) => Problem | undefined,
): Pick<PaymentView, 'offers' | 'rooms'> {
  if (!mayDo(role, 'move')) return { offers: [], rooms: [] };
  const offers = offersOf(company, payment, log, role, now).map((offer): OfferView => {
    const { action } = offer;
    if (!offer.isPossible) {
      return {
        action,
        isPossible: false,
        why: viewProblem(whyNotProblem(offer.why, company, payment, log, role)),
      };
    }
    // How far a person may refund alone is shown with the amount, as others can be asked.
    const found = action === 'refund' ? undefined : forbids(action, leastOf(offer));
    return found === undefined ? offer : { action, isPossible: false, why: viewProblem(found) };
  });
  const rooms = captureRooms(log.map(loggedOf));
  return { offers, rooms: rooms.length > 1 ? rooms : [] };
}

/** The least that it can be done with: any amount of a capture, otherwise a whole. */
function leastOf({ action, maxMinor, targets }: Extract<Offer, { isPossible: true }>): number {
  if (action === 'capture') return 1;
  return Math.min(maxMinor, ...targets.map(({ amountMinor }) => amountMinor));
}

/** Why something is not offered, with the numbers of the payment as it stands. */
export function whyNotProblem(
  why: WhyNot,
  company: WithMerchants,
  payment: PaymentRow,
  log: readonly Movement[],
  role: Role,
): Problem {
  if (why === 'not-your-role') return problem('not-allowed', 'none', { role });
  const limits = refundLimits(log.map(entryOf));
  const shown = (minor: number) =>
    `${payment.currency} ${toDecimal(money(minor, payment.currency))}`;
  const numbers = {
    state: payment.state,
    authorized: shown(payment.authorized_minor ?? 0),
    captured: shown(limits.capturedMinor),
    refunded: shown(limits.refundedMinor + limits.pendingMinor + limits.unknownMinor),
    disputed: shown(limits.disputedMinor),
    days: String(refundWindowDays(processorOf(company, payment))),
  };
  const dispute = why === 'disputed' ? openDispute(log) : undefined;
  if (dispute?.due_at === undefined) return problem(`cannot-${why}`, 'none', numbers);
  return problem('cannot-disputed-until', 'none', {
    ...numbers,
    until: dateIn(company.timeZone, dispute.due_at),
    evidence: evidenceFor(dispute.reason ?? ''),
  });
}

/** The one that must be answered first. */
function openDispute(log: readonly Movement[]): Movement | undefined {
  return log
    .filter(({ kind, state, due_at }) => kind === 'dispute' && state === 'succeeded' && due_at)
    .toSorted((a, b) => (a.due_at ?? 0) - (b.due_at ?? 0))[0];
}
