// Which invoices a refund takes back of, where a payment has paid more than one: each gets a credit note of its own.
import type { Application } from './books-plan.ts';

/** A payment as the books have it. */
interface BookedPayment {
  /** What is applied to no invoice, nor refunded. */
  readonly unusedMinor: number;
  readonly applied: readonly Pick<Application, 'invoiceId' | 'amountMinor'>[];
}

interface CreditedInvoice {
  readonly invoiceId: string;
  readonly amountMinor: number;
}

interface RefundSources {
  /** Goes back as a refund of the payment itself. */
  readonly excessMinor: number;
  /** Each is credited by a note of its own. */
  readonly credits: readonly CreditedInvoice[];
  /** No invoice is known for it. */
  readonly unplacedMinor: number;
}

/**
 * What earlier refunds have credited on invoices: they took the excess first.
 * @param refundedMinor by amounts; what was refunded by chosen lines is the own invoice's whatever comes.
 */
export function creditedSoFar(
  { amountMinor, unusedMinor, applied }: BookedPayment & { readonly amountMinor: number },
  refundedMinor: number,
): number {
  const appliedMinor = applied.reduce((sum, one) => sum + one.amountMinor, 0);
  const excessRefundedMinor = Math.max(0, amountMinor - appliedMinor - unusedMinor);
  return Math.max(0, refundedMinor - excessRefundedMinor);
}

/**
 * An amount is taken from what is applied to no invoice, then from the last invoice, and from the payment's own one last; the
 * other way round than it was applied. What is over is the own invoice's, too.
 * @param ownInvoiceId empty where the payment was for none. @param creditedMinor what earlier refunds have credited.
 */
export function refundSources(
  payment: BookedPayment,
  ownInvoiceId: string,
  amountMinor: number,
  creditedMinor = 0,
): RefundSources {
  const excessMinor = Math.min(Math.max(0, payment.unusedMinor), amountMinor);
  const invoices = lastFirst(payment.applied, ownInvoiceId);
  const credits: CreditedInvoice[] = [];
  let passMinor = creditedMinor;
  let leftMinor = amountMinor - excessMinor;
  for (const [index, { invoiceId, amountMinor: appliedMinor }] of invoices.entries()) {
    const isLast = index === invoices.length - 1;
    const roomMinor = Math.max(0, appliedMinor - passMinor);
    passMinor = Math.max(0, passMinor - appliedMinor);
    const takenMinor = isLast ? leftMinor : Math.min(leftMinor, roomMinor);
    leftMinor -= takenMinor;
    if (takenMinor > 0) credits.push({ invoiceId, amountMinor: takenMinor });
  }
  return { excessMinor, credits, unplacedMinor: leftMinor };
}

/** Where somebody has applied the payment to other invoices than its own, these are what it has paid. */
function lastFirst(
  applied: BookedPayment['applied'],
  ownInvoiceId: string,
): BookedPayment['applied'] {
  if (applied.length === 0)
    return ownInvoiceId === '' ? [] : [{ invoiceId: ownInvoiceId, amountMinor: 0 }];
  const isOwn = ({ invoiceId }: { readonly invoiceId: string }) => invoiceId === ownInvoiceId;
  return [...applied.filter((one) => !isOwn(one)).toReversed(), ...applied.filter(isOwn)];
}
