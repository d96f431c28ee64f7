// Whether an invoice has room for a charge: what is open in the books, less what is under way or collected and not booked yet.
import { isUnderWay, judgeRoom } from '../../domain/charge.ts';
import { money, toDecimal } from '../../domain/money.ts';
import type { PaymentState } from '../../domain/payment.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import type { Company } from '../../ports/company.ts';
import type { LedgerInvoice } from '../../ports/ledger.ts';
import type { Store } from '../../ports/store.ts';
import { type JudgeRoom, otherChargesOf } from '../../work/begin-charge.ts';
import { type Charge, settleCharge } from '../../work/charges.ts';
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

/** The room of one charge's invoice, and the invoice once it was looked at. */
export function roomOf(
  store: Store,
  company: Company,
  charge: Charge,
): { readonly judge: JudgeRoom; readonly invoice: () => LedgerInvoice | undefined } {
  let seen: LedgerInvoice | undefined;
  return {
    // The books are asked last: what is booked meanwhile is counted twice then, not never.
    judge: async (others) => {
      const heldMinor = await heldBy(store, charge, others);
      const invoice = await company.ledger.readInvoice(charge.books_invoice_id ?? '');
      if (!invoice.ok) return invoice.problem;
      seen = invoice.value;
      return verdictOf(charge, invoice.value, heldMinor);
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
  if (!charge.books_invoice_id || charge.amount_minor === 0) return undefined;
  return roomOf(store, company, charge).judge(await otherChargesOf(store, charge));
}

function verdictOf(
  { amount_minor: amountMinor, currency }: Charge,
  { number, status, balance }: LedgerInvoice,
  heldMinor: number,
): Problem | undefined {
  if (status === 'void' || balance.currency !== currency) return settled(number);
  const shown = (minor: number) => `${currency} ${toDecimal(money(minor, currency))}`;
  switch (judgeRoom({ balanceMinor: balance.minor, heldMinor }, amountMinor)) {
    case 'free':
      return undefined;
    case 'settled':
      return settled(number);
    case 'too-much':
      return problem('charge-over-balance', 'fix-input', {
        number,
        left: shown(balance.minor),
        asked: shown(amountMinor),
      });
    case 'being-paid':
      return problem('invoice-being-paid', 'wait', { number });
  }
}

function settled(number: string): Problem {
  return problem('invoice-settled', 'none', { number });
}

/** A link whose invoice is paid, or no longer open as far, is good for nothing any more. */
export function closesLink({ code }: Problem): boolean {
  return code === 'invoice-settled' || code === 'charge-over-balance';
}

/** Says on the page why, from then on. */
export function closeLink(ports: WorkPorts, charge: Charge, why: Problem): Promise<Charge> {
  return settleCharge(ports, charge, 'cancelled', { problem: JSON.stringify(why) });
}

async function heldBy(store: Store, charge: Charge, others: readonly Charge[]): Promise<number> {
  const collected = new Map(
    others.filter(({ state }) => state === 'paid').map((one) => [paymentKeyOf(one), one]),
  );
  const payments = await paymentsOf(store, charge, [...collected.keys()]);
  const underWay = others.filter(({ state }) => isUnderWay(state));
  const unseen = [...collected].filter(([key]) => !payments.has(key)).map(([, one]) => one);
  const unbooked = [...payments.values()].filter(
    ({ state, books_payment_id: booked }) => !booked && !GONE.has(state),
  );
  return (
    sum([...underWay, ...unseen].map((one) => one.amount_minor)) +
    sum(unbooked.map((one) => one.authorized_minor ?? 0))
  );
}

/** Those of the charges, and those that came otherwise and are meant for the invoice. */
async function paymentsOf(
  store: Store,
  { installation, books_invoice_id }: Charge,
  keys: readonly string[],
): Promise<ReadonlyMap<string, PaymentRow>> {
  const [meant, own] = await Promise.all([
    store.select('Payments', {
      where: [
        ['installation', '=', installation],
        ['books_invoice_id', '=', books_invoice_id ?? ''],
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
