// What can be done with a payment now: the decision table over its log, and each "no" with its live numbers.
import type { OfferView, PaymentView } from '../../contract/panel.ts';
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
import { mayDo, type Role } from '../../domain/role.ts';
import { entryOf, type Movement } from '../../work/movement-log.ts';
import type { PaymentRow } from '../../work/payment-records.ts';
import { viewProblem } from '../view-problem.ts';

/** @param now epoch ms. */
export function offersOf(
  payment: PaymentRow,
  log: readonly Movement[],
  role: Role,
  now: number,
): readonly Offer[] {
  const facts = {
    state: payment.state as PaymentState,
    authorizedMinor: payment.authorized_minor ?? 0,
    submittedAt: payment.submitted_at ?? now,
    mayMove: mayDo(role, 'move'),
    movements: log.map(loggedOf),
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

/** Nothing for those who may not move money: that is said once. */
export function viewOffers(
  payment: PaymentRow,
  log: readonly Movement[],
  role: Role,
  now: number,
): Pick<PaymentView, 'offers' | 'rooms'> {
  if (!mayDo(role, 'move')) return { offers: [], rooms: [] };
  const offers = offersOf(payment, log, role, now).map((offer): OfferView => {
    if (offer.isPossible) return offer;
    return { ...offer, why: viewProblem(whyNotProblem(offer.why, payment, log, role)) };
  });
  const rooms = captureRooms(log.map(loggedOf));
  return { offers, rooms: rooms.length > 1 ? rooms : [] };
}

/** Why something is not offered, with the numbers of the payment as it stands. */
export function whyNotProblem(
  why: WhyNot,
  payment: PaymentRow,
  log: readonly Movement[],
  role: Role,
): Problem {
  if (why === 'not-your-role') return problem('not-allowed', 'none', { role });
  const limits = refundLimits(log.map(entryOf));
  const shown = (minor: number) =>
    `${payment.currency} ${toDecimal(money(minor, payment.currency))}`;
  return problem(`cannot-${why}`, 'none', {
    state: payment.state,
    authorized: shown(payment.authorized_minor ?? 0),
    captured: shown(limits.capturedMinor),
    refunded: shown(limits.refundedMinor + limits.pendingMinor + limits.unknownMinor),
    disputed: shown(limits.disputedMinor),
  });
}
