// How Books and Inventory answer customer payments: the full record and the differently keyed list row.
import { booksTime } from '../zoho-time.ts';
import { accountByName, systemAccounts } from './accounts.ts';
import { blank, type Json } from './blank.ts';
import type { BooksOrg } from './books-org.ts';
import { userName } from './contact-view.ts';
import { currencyOf } from './currencies.ts';
import { customFieldView } from './custom-fields.ts';
import { invoiceBalance, unusedAmount } from './document-balances.ts';
import type { Payment, PaymentApplication } from './documents.ts';
import { paymentRefundView } from './refunds.ts';
import { amountsOf } from './sales-document-view.ts';
import { paymentBlank } from './shapes/sales-document-blank.ts';

export function paymentView(org: BooksOrg, payment: Payment): Json {
  const currency = currencyOf(org, payment.currencyId);
  const account = org.accounts.get(payment.accountId);
  const receivable = accountByName(org, systemAccounts.receivable);
  const { own } = amountsOf(org, payment);
  const withheld = payment.applications.reduce((sum, row) => sum + row.taxWithheldMinor, 0);
  return {
    ...paymentBlank(),
    payment_id: payment.id,
    payment_number: payment.number,
    payment_number_suffix: payment.number,
    created_by: userName(payment.createdBy),
    created_time: booksTime(payment.createdAt, org.timeZone),
    updated_time: booksTime(payment.modifiedAt, org.timeZone),
    customer_id: payment.customerId,
    customer_name: org.contacts.get(payment.customerId)?.name ?? '',
    payment_mode: payment.mode,
    date: payment.date,
    account_id: payment.accountId,
    account_name: account?.name ?? '',
    account_type: account?.type ?? '',
    customer_advance_account_id: receivable.id,
    customer_advance_account_name: receivable.name,
    currency_id: currency.id,
    currency_symbol: currency.symbol,
    currency_code: currency.code,
    exchange_rate: Number(payment.exchangeRate),
    amount: own(payment.amountMinor),
    unused_amount: own(unusedAmount(payment)),
    bank_charges: own(payment.bankChargesMinor),
    bank_charges_account_id: payment.bankChargesAccountId,
    bank_charges_account_name: org.accounts.get(payment.bankChargesAccountId)?.name ?? '',
    tax_amount_withheld: own(withheld),
    description: payment.description,
    reference_number: payment.referenceNumber,
    invoices: payment.applications.map((row) => applicationView(org, payment, row)),
    payment_refunds: payment.refunds.map((refund) => paymentRefundView(org, refund, payment)),
    ...customFieldView('customerpayments', payment),
    price_precision: currency.precision,
  };
}

function applicationView(org: BooksOrg, payment: Payment, row: PaymentApplication): Json {
  const invoice = org.invoices.get(row.invoiceId);
  const { own } = amountsOf(org, payment);
  return {
    ...blank({
      empty: 'invoice_customer_id invoice_customer_name allow_partial_payments',
      zero: 'discount_amount',
      no: 'is_early_payment_discount_applicable',
      lists: 'invoice_installments installments',
    }),
    invoice_number: invoice?.number ?? '',
    invoice_payment_id: row.id,
    invoice_id: row.invoiceId,
    amount_applied: own(row.amountMinor),
    tax_amount_withheld: own(row.taxWithheldMinor),
    total: own(invoice?.totals.totalMinor ?? 0),
    balance: own(invoice === undefined ? 0 : invoiceBalance(invoice)),
    date: invoice?.date ?? '',
    due_date: invoice?.dueDate ?? '',
    price_precision: currencyOf(org, payment.currencyId).precision,
    apply_date: row.date,
  };
}

export function paymentRow(org: BooksOrg, payment: Payment): Json {
  const { own, base } = amountsOf(org, payment);
  const unused = unusedAmount(payment);
  const refunded = payment.refunds.reduce((sum, one) => sum + one.amountMinor, 0);
  const numbers = payment.applications.map((row) => org.invoices.get(row.invoiceId)?.number ?? '');
  const custom = customFieldView('customerpayments', payment);
  return {
    ...blank({
      empty: `last_four_digits gateway_transaction_id payment_gateway documents custom_fields_list
        tax_account_id tax_account_name settlement_status sales_channel`,
      no: 'has_attachment',
      lists: 'tags',
    }),
    payment_id: payment.id,
    payment_number: payment.number,
    invoice_numbers: numbers.join(', '),
    date: payment.date,
    payment_mode: payment.mode,
    payment_mode_formatted: payment.mode,
    amount: own(payment.amountMinor),
    bcy_amount: base(payment.amountMinor),
    unused_amount: own(unused),
    bcy_unused_amount: base(unused),
    account_id: payment.accountId,
    account_name: org.accounts.get(payment.accountId)?.name ?? '',
    description: payment.description,
    reference_number: payment.referenceNumber,
    customer_id: payment.customerId,
    customer_name: org.contacts.get(payment.customerId)?.name ?? '',
    created_time: booksTime(payment.createdAt, org.timeZone),
    last_modified_time: booksTime(payment.modifiedAt, org.timeZone),
    bcy_refunded_amount: base(refunded),
    // Recorded as an empty list even on payments that are applied; `invoice_numbers` says to what.
    applied_invoices: [],
    tax_amount_withheld: own(
      payment.applications.reduce((sum, row) => sum + row.taxWithheldMinor, 0),
    ),
    payment_type: 'Invoice Payment',
    payment_status: 'paid',
    ...(Object.keys(payment.customFields).length === 0
      ? {}
      : { ...custom, ...payment.customFields }),
  };
}
