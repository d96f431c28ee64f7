// Customer payments: applied to invoices, kept as excess, refunded out of the excess.
import { z } from 'zod';
import { toMinor } from '../decimal.ts';
import { accountOr, systemAccounts } from './accounts.ts';
import { customFieldValues, date, decimal, parse, positive, text } from './body.ts';
import { type BooksOrg, found } from './books-org.ts';
import { customerOf } from './contacts.ts';
import { currencyOf, documentRate, rateDecimal } from './currencies.ts';
import { readCustomFields } from './custom-fields.ts';
import { invoiceBalance, settledBy, unusedAmount } from './document-balances.ts';
import type { Payment, PaymentApplication } from './documents.ts';
import { invalidValue, refusals, refused } from './envelope.ts';
import { shiftInvoice } from './invoice-credits.ts';
import { type Refund, readRefund } from './refunds.ts';

/** Zoho's own modes, and the ones this organization defined; others are not taken. */
const modes = new Set(
  'check|cash|creditcard|banktransfer|bankremittance|autotransaction|others|cybersource|credit card|bank transfer|bank remittance|auto transaction'.split(
    '|',
  ),
);
const REFERENCE_MAX = 50;

const paymentBody = z.object({
  customer_id: text.optional(),
  payment_mode: text.optional(),
  amount: decimal.optional(),
  date: date.optional(),
  reference_number: text.optional(),
  description: text.optional(),
  invoices: z
    .array(
      z.object({
        invoice_id: text,
        amount_applied: decimal,
        tax_amount_withheld: decimal.optional(),
      }),
    )
    .optional(),
  account_id: text.optional(),
  bank_charges: decimal.optional(),
  bank_charges_account_id: text.optional(),
  exchange_rate: decimal.optional(),
  custom_fields: customFieldValues.optional(),
});
type PaymentBody = z.infer<typeof paymentBody>;

export function paymentOf(org: BooksOrg, id: string): Payment {
  return found(org.payments, id, 'Payment');
}

export function createPayment(org: BooksOrg, body: unknown, by: string): Payment {
  const given = parse(paymentBody, body);
  const payment = readPayment(org, given, {
    ...org.kept(by),
    customFields: {},
    number: '',
  });
  const number = org.nextNumber('', 0);
  return settle(org, { ...payment, number });
}

/** The body replaces what was applied before; with the same body nothing changes. */
export function updatePayment(org: BooksOrg, id: string, body: unknown): Payment {
  const before = paymentOf(org, id);
  const given = parse(paymentBody, body);
  // Taken off first, so that the balances to check against are those without this payment.
  release(org, before);
  try {
    const after = readPayment(org, given, before);
    const refunded = before.refunds.reduce((sum, one) => sum + one.amountMinor, 0);
    if (unusedAmount(after) < 0 && refunded > 0) {
      throw refused('What was refunded cannot be applied.');
    }
    return settle(org, after);
  } catch (error) {
    settle(org, before);
    throw error;
  }
}

export function deletePayment(org: BooksOrg, id: string): void {
  const payment = paymentOf(org, id);
  if (payment.refunds.length > 0) throw refused('Payments with refunds cannot be deleted.');
  release(org, payment);
  org.payments.delete(id);
}

/** Only the excess can be refunded; the money applied to invoices cannot. */
export function refundPayment(org: BooksOrg, id: string, body: unknown): [Payment, Refund] {
  const payment = paymentOf(org, id);
  const refund = readRefund(org, body, payment);
  if (refund.amountMinor > unusedAmount(payment)) {
    throw refused('The refund is more than the excess amount of the payment.');
  }
  const refunds = [...payment.refunds, refund];
  return [org.save(org.payments, { ...payment, refunds }), refund];
}

function release(org: BooksOrg, payment: Payment): void {
  for (const one of payment.applications) {
    shiftInvoice(org, one.invoiceId, { paidMinor: -settledBy(one) });
  }
}

function settle(org: BooksOrg, payment: Payment): Payment {
  for (const one of payment.applications) {
    shiftInvoice(org, one.invoiceId, { paidMinor: settledBy(one), paidOn: payment.date });
  }
  return org.save(org.payments, payment);
}

type Before = Pick<
  Payment,
  'id' | 'createdAt' | 'modifiedAt' | 'createdBy' | 'customFields' | 'number'
> &
  Partial<Payment>;

function readPayment(org: BooksOrg, given: PaymentBody, before: Before): Payment {
  const known = org.payments.get(before.id);
  const customer = customerOf(org, given.customer_id ?? before.customerId);
  const currency = currencyOf(org, customer.currencyId);
  const amountMinor =
    given.amount === undefined
      ? before.amountMinor
      : positive(given.amount, currency.precision, 'amount');
  if (amountMinor === undefined) throw invalidValue('amount');
  const on = given.date ?? before.date;
  if (on === undefined) throw invalidValue('date');
  const mode = given.payment_mode ?? before.mode;
  if (mode === undefined || !modes.has(mode.toLowerCase())) throw invalidValue('payment_mode');
  const referenceNumber = given.reference_number ?? before.referenceNumber ?? '';
  if (referenceNumber.length > REFERENCE_MAX)
    throw refusals.tooLong('reference_number', REFERENCE_MAX);
  const rate = given.exchange_rate ?? (before.exchangeRate && rateDecimal(before.exchangeRate));
  return {
    ...before,
    customFields: readCustomFields('customerpayments', given.custom_fields, org.payments, known),
    customerId: customer.id,
    mode,
    date: on,
    amountMinor,
    ...readCharges(org, given, before, amountMinor, currency.precision),
    currencyId: currency.id,
    exchangeRate: documentRate(currency, rate === '' ? undefined : rate, on),
    referenceNumber,
    description: given.description ?? before.description ?? '',
    applications: readApplications(org, given, before, amountMinor),
    refunds: before.refunds ?? [],
  };
}

/** Bank charges need the account they were held back from; they default to the fee account. */
function readCharges(
  org: BooksOrg,
  given: PaymentBody,
  before: Before,
  amountMinor: number,
  precision: number,
) {
  const accountId = given.account_id ?? before.accountId;
  const bankChargesMinor =
    given.bank_charges === undefined
      ? (before.bankChargesMinor ?? 0)
      : toMinor(given.bank_charges, precision);
  if (bankChargesMinor < 0 || bankChargesMinor > amountMinor) throw invalidValue('bank_charges');
  if (bankChargesMinor > 0 && accountId === undefined) throw invalidValue('bank_charges');
  const feeId = given.bank_charges_account_id ?? before.bankChargesAccountId;
  const fees = accountOr(org, feeId, 'bank_charges_account_id', systemAccounts.bankFees);
  return {
    accountId: accountOr(org, accountId, 'account_id', systemAccounts.undeposited).id,
    bankChargesMinor,
    bankChargesAccountId: bankChargesMinor > 0 ? fees.id : '',
  };
}

function readApplications(
  org: BooksOrg,
  given: PaymentBody,
  before: Before,
  amountMinor: number,
): readonly PaymentApplication[] {
  const applications = given.invoices
    ? given.invoices.map((one) => readApplication(org, one, given, before))
    : (before.applications ?? []);
  const sum = applications.reduce((total, one) => total + one.amountMinor, 0);
  if (sum > amountMinor) throw refused('The amount applied is more than the amount paid.');
  return applications;
}

function readApplication(
  org: BooksOrg,
  one: NonNullable<PaymentBody['invoices']>[number],
  given: PaymentBody,
  before: Before,
): PaymentApplication {
  const invoice = org.invoices.get(one.invoice_id);
  const customerId = given.customer_id ?? before.customerId;
  if (invoice === undefined || invoice.customerId !== customerId || invoice.base === 'void') {
    throw invalidValue('invoice_id');
  }
  const { precision } = currencyOf(org, invoice.currencyId);
  const amountMinor = positive(one.amount_applied, precision, 'amount_applied');
  const taxWithheldMinor =
    one.tax_amount_withheld === undefined ? 0 : toMinor(one.tax_amount_withheld, precision);
  if (amountMinor + taxWithheldMinor > invoiceBalance(invoice)) throw refusals.overBalance();
  const known = before.applications?.find((row) => row.invoiceId === invoice.id);
  return {
    id: known?.id ?? org.id(),
    invoiceId: invoice.id,
    amountMinor,
    taxWithheldMinor,
    date: known?.date ?? org.today(),
  };
}
