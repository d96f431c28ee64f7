// One customer's payments at a glance: what came in, what went back, what is disputed, how risky, when last.
import { dateIn } from './calendar.ts';
import { riskBand } from './fraud.ts';
import { type MovementEntry, refundLimits } from './movement.ts';
import { isPaid, type PaymentState } from './payment.ts';

export interface PaymentAtAGlance {
  readonly currency: string;
  readonly state: PaymentState;
  readonly merchantId: string;
  /** Epoch ms. */
  readonly submittedAt: number;
  readonly fraudScore?: number;
  readonly movements: readonly MovementEntry[];
}

/** In minor units of the currency. */
interface CurrencyTotals {
  readonly currency: string;
  readonly paidMinor: number;
  readonly refundedMinor: number;
  readonly disputedMinor: number;
  readonly paymentCount: number;
}

export interface CustomerOverview {
  /** The currency with the latest payment first. */
  readonly totals: readonly CurrencyTotals[];
  readonly firstPaidAt?: number;
  readonly lastPaidAt?: number;
  readonly declinedCount: number;
  readonly openDisputeCount: number;
  readonly lostDisputeCount: number;
  /** Of the riskiest payment among the latest ten: an old score says little. */
  readonly risk?: ReturnType<typeof riskBand>;
}

const JUDGED_MAX = 10;

/** Amounts of different currencies are never added up. */
export function overviewOf(payments: readonly PaymentAtAGlance[]): CustomerOverview {
  const latestFirst = [...payments].sort((a, b) => b.submittedAt - a.submittedAt);
  const paid = latestFirst.filter((one) => isPaid(one.state) || one.state === 'lost');
  const scores = latestFirst.slice(0, JUDGED_MAX).flatMap((one) => one.fraudScore ?? []);
  const count = (state: PaymentState) => payments.filter((one) => one.state === state).length;
  const last = paid[0]?.submittedAt;
  const first = paid.at(-1)?.submittedAt;
  return {
    totals: [...Map.groupBy(paid, (one) => one.currency)].map(([currency, all]) =>
      totalsOf(currency, all),
    ),
    ...(first === undefined ? {} : { firstPaidAt: first }),
    ...(last === undefined ? {} : { lastPaidAt: last }),
    declinedCount: count('declined'),
    openDisputeCount: count('disputed'),
    lostDisputeCount: count('lost'),
    ...(scores.length === 0 ? {} : { risk: riskBand(Math.max(...scores)) }),
  };
}

function totalsOf(currency: string, payments: readonly PaymentAtAGlance[]): CurrencyTotals {
  const limits = payments.map((one) => refundLimits(one.movements));
  const sum = (pick: (one: (typeof limits)[number]) => number) =>
    limits.reduce((total, one) => total + pick(one), 0);
  return {
    currency,
    paidMinor: sum((one) => one.capturedMinor),
    refundedMinor: sum((one) => one.refundedMinor),
    disputedMinor: sum((one) => one.disputedMinor),
    paymentCount: payments.length,
  };
}

/** What came in by one month of the books. */
export interface MonthTotal {
  /** `YYYY-MM`. */
  readonly month: string;
  /** What was paid, in minor units; what went back later is not taken off. */
  readonly paidMinor: number;
  readonly paymentCount: number;
}

/**
 * The last months with the present one last, none left out.
 * @param currency other currencies' payments are passed over. @param timeZone IANA name: the months of the books.
 */
export function paidByMonth(
  payments: readonly PaymentAtAGlance[],
  currency: string,
  timeZone: string,
  nowMs: number,
  monthCount = 12,
): MonthTotal[] {
  const paid = payments.filter(
    (one) => one.currency === currency && (isPaid(one.state) || one.state === 'lost'),
  );
  const byMonth = Map.groupBy(paid, (one) => dateIn(timeZone, one.submittedAt).slice(0, 7));
  return lastMonths(dateIn(timeZone, nowMs), monthCount).map((month) => {
    const those = byMonth.get(month) ?? [];
    const paidMinor = those.length === 0 ? 0 : totalsOf(currency, those).paidMinor;
    return { month, paidMinor, paymentCount: those.length };
  });
}

function lastMonths(today: string, count: number): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(year, month - count + index, 1)).toISOString().slice(0, 7),
  );
}
