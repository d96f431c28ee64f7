// Whether the invoices of a charge have room for it: what is open in the books, less what is under way or collected and not booked yet.
import { type ChargeShare, isUnderWay, judgeRoom } from '../../domain/charge.ts';
import { money, toDecimal } from '../../domain/money.ts';
import type { PaymentState } from '../../domain/payment.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import type { Company } from '../../ports/company.ts';
import type { LedgerInvoice } from '../../ports/ledger.ts';
import type { Store } from '../../ports/store.ts';
import { type JudgeRoom, otherChargesOf } from '../../work/begin-charge.ts';
import { type Charge, settleCharge, shareOf, sharesOf } from '../../work/charges.ts';
import type { WorkPorts } from '../../work/lease.ts';
import type { PaymentRow } from '../../work/payment-records.ts';

/** Payments in one read: more than any invoice has. */
const PAYMENTS_MAX = 100;

/** A payment in one of these holds nothing of an invoice. */
const GONE: ReadonlySet<string> = new Set<PaymentState>([
  'declined',
  'reversed',
  'voided',
  'expired',
]);

/** The room of a charge's invoices; the invoice, where it is for one, once that was looked at. */
export function roomOf(
  store: Store,
  company: Company,
  charge: Charge,
): { readonly judge: JudgeRoom; readonly invoice: () => LedgerInvoice | undefined } {
  let seen: LedgerInvoice | undefined;
  return {
    // The books are asked last: what is booked meanwhile is counted twice then, not never.
    judge: async (others) => {
      const held = await heldBy(store, charge, others);
      if (!charge.books_invoice_id) return severalVerdict(company, charge, held);
      const invoice = await company.ledger.readInvoice(charge.books_invoice_id);
      if (invoice.ok) seen = invoice.value;
      else if (invoice.problem.code !== 'not-found') return invoice.problem;
      return verdictOf(charge, seen, held);
    },
    invoice: () => seen,
  };
}

/** For a look before anything is entered; undefined when the whole amount may be taken. */
export async function whyNoRoomLeft(
  store: Store,
  company: Company,
  charge: Charge,
): Promise<Problem | undefined> {
  if (sharesOf(charge).length === 0) return undefined;
  return roomOf(store, company, charge).judge(await otherChargesOf(store, charge));
}

/** What of an invoice is under way or collected beside the charge. */
type Held = (invoiceId: string) => number;

/** A deleted invoice is as good as a void one. */
function verdictOf(charge: Charge, invoice: LedgerInvoice | undefined, held: Held) {
  const [share] = sharesOf(charge);
  if (share === undefined) return undefined;
  const isOpen = invoice?.status !== 'void' && invoice?.balance.currency === charge.currency;
  const number = invoice?.number ?? share.number;
  return shareVerdict(charge, { ...share, number }, isOpen ? invoice.balance.minor : 0, held);
}

/** Where one of them has not enough room, the customer is asked anew: nobody knows what of the rest is wanted. */
async function severalVerdict(
  { ledger }: Company,
  charge: Charge,
  held: Held,
): Promise<Problem | undefined> {
  const open = await ledger.findOpenInvoices(charge.books_customer_id ?? '', charge.currency);
  if (!open.ok) return open.problem;
  for (const share of sharesOf(charge)) {
    const balanceMinor = open.value.find(({ id }) => id === share.id)?.balance.minor ?? 0;
    const found = shareVerdict(charge, share, balanceMinor, held);
    if (found !== undefined) {
      return found.code === 'invoice-settled' ? overBalance(charge, share, 0) : found;
    }
  }
  return undefined;
}

function shareVerdict(
  charge: Charge,
  share: ChargeShare,
  balanceMinor: number,
  held: Held,
): Problem | undefined {
  const { id, number, amountMinor } = share;
  switch (judgeRoom({ balanceMinor, heldMinor: held(id) }, amountMinor)) {
    case 'free':
      return undefined;
    case 'settled':
      return problem('invoice-settled', 'none', { number });
    case 'too-much':
      return overBalance(charge, share, balanceMinor);
    case 'being-paid':
      return problem('invoice-being-paid', 'wait', { number });
  }
}

function overBalance(
  { currency }: Pick<Charge, 'currency'>,
  { number, amountMinor }: ChargeShare,
  balanceMinor: number,
): Problem {
  const shown = (minor: number) => `${currency} ${toDecimal(money(minor, currency))}`;
  const facts = { number, left: shown(balanceMinor), asked: shown(amountMinor) };
  return problem('charge-over-balance', 'fix-input', facts);
}

/** A link whose invoice is paid, or no longer open as far, is good for nothing any more. */
export function closesLink({ code }: Problem): boolean {
  return code === 'invoice-settled' || code === 'charge-over-balance';
}

/** Says on the page why, from then on. */
export function closeLink(ports: WorkPorts, charge: Charge, why: Problem): Promise<Charge> {
  return settleCharge(ports, charge, 'cancelled', { problem: JSON.stringify(why) });
}

async function heldBy(store: Store, charge: Charge, others: readonly Charge[]): Promise<Held> {
  const collected = new Map(
    others.filter(({ state }) => state === 'paid').map((one) => [paymentKeyOf(one), one]),
  );
  const payments = await paymentsOf(store, charge, [...collected.keys()]);
  const underWay = others.filter(({ state }) => isUnderWay(state));
  const unseen = [...collected].filter(([key]) => !payments.has(key)).map(([, one]) => one);
  const unbooked = [...payments.values()].filter(
    ({ state, books_payment_id: booked }) => !booked && !GONE.has(state),
  );
  return (invoiceId) =>
    sum([...underWay, ...unseen].map((one) => shareOf(one, invoiceId))) +
    sum(unbooked.map((one) => shareOfPayment(one, collected.get(one.payment_key), invoiceId)));
}

/** What of a payment is for the invoice: its charge says it; what came otherwise is for the one that it names. */
function shareOfPayment(payment: PaymentRow, charge: Charge | undefined, invoiceId: string) {
  if (charge !== undefined) return shareOf(charge, invoiceId);
  return payment.books_invoice_id === invoiceId ? (payment.authorized_minor ?? 0) : 0;
}

/** Those of the charges, and those that came otherwise and are meant for the invoices. */
async function paymentsOf(
  store: Store,
  charge: Charge,
  keys: readonly string[],
): Promise<ReadonlyMap<string, PaymentRow>> {
  const [meant, own] = await Promise.all([
    store.select('Payments', {
      where: [
        ['installation', '=', charge.installation],
        ['books_invoice_id', 'in', sharesOf(charge).map(({ id }) => id)],
      ],
      limit: PAYMENTS_MAX,
    }),
    keys.length === 0 ? [] : store.select('Payments', { where: [['payment_key', 'in', keys]] }),
  ]);
  return new Map([...meant, ...own].map((row) => [row.payment_key, row]));
}

function paymentKeyOf({ installation, merchant_id, gateway_id }: Charge): string {
  return `${installation}|${merchant_id}|${gateway_id ?? ''}`;
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
