// Refunds of an excess payment or of a credit note: money that leaves an account.
import { z } from 'zod';
import { fromMinor } from '../decimal.ts';
import type { Json } from './blank.ts';
import { date, decimal, parse, positive, text } from './body.ts';
import type { BooksOrg } from './books-org.ts';
import { currencyOf, documentRate, toBase } from './currencies.ts';
import type { CreditNote, Payment, Refund } from './documents.ts';
import { invalidValue, refusals } from './envelope.ts';

export type { Refund } from './documents.ts';

const REFERENCE_MAX = 50;

const refundBody = z.object({
  date,
  amount: decimal,
  from_account_id: text,
  refund_mode: text.optional(),
  reference_number: text.optional(),
  exchange_rate: decimal.optional(),
  description: text.optional(),
});

/** `date`, `amount` and `from_account_id` are needed; the amount is in the document's currency. */
export function readRefund(
  org: BooksOrg,
  body: unknown,
  source: Pick<Payment | CreditNote, 'currencyId'>,
): Refund {
  const given = parse(refundBody, body);
  const currency = currencyOf(org, source.currencyId);
  const account = org.accounts.get(given.from_account_id);
  if (account === undefined) throw invalidValue('from_account_id');
  const referenceNumber = given.reference_number ?? '';
  if (referenceNumber.length > REFERENCE_MAX) {
    throw refusals.tooLong('reference_number', REFERENCE_MAX);
  }
  return {
    id: org.id(),
    date: given.date,
    amountMinor: positive(given.amount, currency.precision, 'amount'),
    mode: given.refund_mode ?? '',
    referenceNumber,
    description: given.description ?? '',
    fromAccountId: account.id,
    exchangeRate: documentRate(currency, given.exchange_rate, given.date),
  };
}

function shared(org: BooksOrg, refund: Refund, source: Payment | CreditNote): Json {
  const currency = currencyOf(org, source.currencyId);
  const account = org.accounts.get(refund.fromAccountId);
  return {
    date: refund.date,
    refund_mode: refund.mode,
    reference_number: refund.referenceNumber,
    amount: fromMinor(refund.amountMinor, currency.precision),
    exchange_rate: Number(refund.exchangeRate),
    from_account_id: refund.fromAccountId,
    from_account_name: account?.name ?? '',
    customer_id: source.customerId,
    customer_name: org.contacts.get(source.customerId)?.name ?? '',
    currency_id: currency.id,
    currency_code: currency.code,
    currency_symbol: currency.symbol,
    description: refund.description,
    amount_bcy: fromMinor(toBase(org, refund.amountMinor, currency, refund.exchangeRate), 2),
    amount_fcy: fromMinor(refund.amountMinor, currency.precision),
  };
}

export function paymentRefundView(org: BooksOrg, refund: Refund, payment: Payment): Json {
  return {
    payment_refund_id: refund.id,
    payment_id: payment.id,
    payment_number: payment.number,
    ...shared(org, refund, payment),
  };
}

export function creditNoteRefundView(org: BooksOrg, refund: Refund, note: CreditNote): Json {
  return {
    creditnote_refund_id: refund.id,
    creditnote_id: note.id,
    creditnote_number: note.number,
    ...shared(org, refund, note),
  };
}
