// Which payments a message may be about, the likeliest first, and why each fits.
import { dateIn } from './calendar.ts';
import type { WrittenDate } from './find-payment-figures.ts';
import type { PaymentClues } from './find-payment-in-text.ts';
import { parseDecimal } from './money.ts';

/** Why a payment fits; `number` is an order or invoice number that nothing calls one. */
export type FitReason = 'order' | 'invoice' | 'number' | 'card' | 'amount' | 'date' | 'mail';

export interface CandidatePayment {
  readonly key: string;
  readonly orderNumber?: string;
  readonly invoiceNumber?: string;
  readonly lastFour?: string;
  readonly amountMinor: number;
  readonly currency: string;
  /** Epoch ms. */
  readonly submittedAt: number;
  /** It was paid by who wrote the message. */
  readonly isByWriter: boolean;
}

interface FittingPayment {
  readonly key: string;
  readonly reasons: readonly FitReason[];
}

export interface Fit {
  /** The likeliest first. */
  readonly payments: readonly FittingPayment[];
  /** The one that the message is about, when only one can be. */
  readonly likely?: string;
}

const WEIGHTS: Readonly<Record<FitReason, number>> = {
  invoice: 16,
  order: 16,
  card: 6,
  number: 5,
  amount: 4,
  mail: 3,
  date: 2,
};
/** A name, or two things that agree by more than chance. */
const CERTAIN = 8;
/** A date or an amount alone is anybody's. */
const WORTH_SHOWING = 3;

/** @param timeZone IANA name: the days of the books. */
export function fitPayments(
  candidates: readonly CandidatePayment[],
  clues: PaymentClues,
  timeZone: string,
): Fit {
  const judged = candidates
    .map((one) => {
      const reasons = reasonsOf(one, clues, timeZone);
      const weight = reasons.reduce((sum, reason) => sum + WEIGHTS[reason], 0);
      return { key: one.key, reasons, weight, submittedAt: one.submittedAt };
    })
    .filter(({ reasons, weight }) => weight >= WORTH_SHOWING && !isChance(reasons))
    .sort((a, b) => b.weight - a.weight || b.submittedAt - a.submittedAt);
  const [best, next] = judged;
  const isClear =
    best !== undefined && best.weight >= CERTAIN && (next?.weight ?? 0) * 2 <= best.weight;
  return {
    payments: judged.map(({ key, reasons }) => ({ key, reasons })),
    ...(isClear || (best !== undefined && next === undefined) ? { likely: best.key } : {}),
  };
}

/** Many cards end in the same four digits, and many payments are of one amount on one day. */
function isChance(reasons: readonly FitReason[]): boolean {
  const counts = reasons.filter((reason) => reason !== 'date' && reason !== 'amount');
  return counts.length === 0 || (counts.length === reasons.length && counts.join() === 'card');
}

function reasonsOf(
  payment: CandidatePayment,
  clues: PaymentClues,
  timeZone: string,
): readonly FitReason[] {
  const found = new Set<FitReason>();
  for (const number of clues.numbers) {
    const isOrder = isSame(number.text, payment.orderNumber);
    const isInvoice = isSame(number.text, payment.invoiceNumber);
    const { as } = number;
    if (isInvoice && (as === 'invoice' || as === 'either')) found.add('invoice');
    else if (isOrder && (as === 'order' || as === 'either')) found.add('order');
    else if (isOrder || isInvoice) found.add('number');
  }
  if (payment.lastFour && clues.lastFours.includes(payment.lastFour)) found.add('card');
  if (clues.amounts.some((one) => isAmount(one, payment))) found.add('amount');
  if (clues.dates.some((one) => isDay(one, payment.submittedAt, timeZone))) found.add('date');
  if (payment.isByWriter) found.add('mail');
  if (found.has('order') || found.has('invoice')) found.delete('number');
  return [...found];
}

function isSame(written: string, known: string | undefined): boolean {
  return known !== undefined && written.toUpperCase() === known.toUpperCase();
}

function isAmount(
  { decimals, currencies }: PaymentClues['amounts'][number],
  { amountMinor, currency }: CandidatePayment,
): boolean {
  if (currencies.length > 0 && !currencies.includes(currency)) return false;
  return decimals.some((decimal) => parseDecimal(decimal, currency)?.minor === amountMinor);
}

const DAY_MS = 86_400_000;

/** A day more or less: statements show the day of booking, and customers live in other time zones. */
function isDay({ year, month, day }: WrittenDate, submittedAt: number, timeZone: string): boolean {
  return [-1, 0, 1].some((days) => {
    const [y, m, d] = dateIn(timeZone, submittedAt + days * DAY_MS)
      .split('-')
      .map(Number);
    return m === month && d === day && (year === undefined || y === year);
  });
}
