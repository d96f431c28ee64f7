// What a policy must know of a refund: gathered from the payment, its log and the person.
import { dateIn } from '../../domain/calendar.ts';
import { riskBand } from '../../domain/fraud.ts';
import { refundLimits } from '../../domain/movement.ts';
import type { PolicyFacts } from '../../domain/policy.ts';
import type { Actor } from '../../domain/role.ts';
import type { Company } from '../../ports/company.ts';
import type { PersonDay } from '../../work/day-claims.ts';
import { entryOf, type Movement } from '../../work/movement-log.ts';
import type { PaymentRow } from '../../work/payment-records.ts';

const DAY_MS = 24 * 3_600_000;

/** @param now epoch ms. @param reason absent as long as nobody was asked for one. */
export function refundFacts(
  payment: PaymentRow,
  log: readonly Movement[],
  { userId, role }: Pick<Actor, 'userId' | 'role'>,
  now: number,
  movedTodayMinor: number,
  reason?: string,
): PolicyFacts {
  const { refundedMinor, pendingMinor, unknownMinor } = refundLimits(log.map(entryOf));
  const score = payment.fraud_score;
  return {
    movement: 'refund',
    userId,
    role,
    currency: payment.currency,
    movedTodayMinor,
    movedOfPaymentMinor: refundedMinor + pendingMinor + unknownMinor,
    ageDays: Math.max(0, Math.floor((now - (payment.submitted_at ?? now)) / DAY_MS)),
    ...(score === undefined ? {} : { risk: riskBand(score) }),
    isDisputed: payment.state === 'disputed',
    // Ours are all refunds of a payment, which go where it came from.
    isOtherCard: false,
    ...(reason === undefined ? {} : { reason }),
  };
}

/** The day of the organization on which somebody acts. @param now epoch ms. */
export function personDay(
  { installation, timeZone }: Pick<Company, 'installation' | 'timeZone'>,
  { userId }: Pick<Actor, 'userId'>,
  currency: string,
  now: number,
): PersonDay {
  return { installation, userId, currency, day: dateIn(timeZone, now) };
}
