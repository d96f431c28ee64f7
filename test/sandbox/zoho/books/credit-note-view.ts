// How Books and Inventory answer credit notes: the full record and a list row.
import { booksTime } from '../zoho-time.ts';
import { creditNoteAddress } from './addresses.ts';
import { blank, type Json } from './blank.ts';
import type { BooksOrg } from './books-org.ts';
import { currencyOf } from './currencies.ts';
import { customFieldView } from './custom-fields.ts';
import {
  creditBalance,
  creditNoteStatus,
  creditsRefunded,
  creditsUsed,
} from './document-balances.ts';
import type { CreditNote } from './documents.ts';
import { creditNoteRefundView } from './refunds.ts';
import { amountsOf, documentView, lineView } from './sales-document-view.ts';
import { creditNoteLineBlank, documentBlank } from './shapes/sales-document-blank.ts';

const TEMPLATE_ID = '460000000000017005';

export function creditNoteView(org: BooksOrg, note: CreditNote): Json {
  const { own } = amountsOf(org, note);
  const status = creditNoteStatus(note);
  const { bcy_total: _, ...shared } = documentView(org, 'creditnotes', note);
  return {
    ...documentBlank(),
    ...blank({ empty: 'sales_channel', no: 'is_emailed' }),
    ...shared,
    creditnote_id: note.id,
    creditnote_number: note.number,
    status,
    current_sub_status: status,
    issued_date: note.date,
    invoice_id: note.invoiceId,
    invoices_credited: appliedView(org, note),
    template_id: TEMPLATE_ID,
    line_items: note.lines.map((line, index) => {
      return {
        ...creditNoteLineBlank(),
        ...lineView(org, note, line, index),
        // Lines of an item carry two keys more than lines of an account.
        ...(line.itemId === '' ? {} : { sales_margin: '', image_document_id: '' }),
        invoice_id: line.invoiceId,
        invoice_item_id: line.invoiceLineId,
      };
    }),
    total_credits_used: own(creditsUsed(note)),
    total_refunded_amount: own(creditsRefunded(note)),
    balance: own(creditBalance(note)),
    creditnote_refunds: note.refunds.map((refund) => creditNoteRefundView(org, refund, note)),
    billing_address: creditNoteAddress(note.billing),
    shipping_address: creditNoteAddress(note.shipping),
  };
}

/** `GET /creditnotes/{id}/invoices`, and in the note itself. */
export function appliedView(org: BooksOrg, note: CreditNote): Json[] {
  const { own } = amountsOf(org, note);
  return note.applied.map((row) => {
    const invoice = org.invoices.get(row.invoiceId);
    return {
      creditnote_id: note.id,
      creditnote_invoice_id: row.id,
      invoice_id: row.invoiceId,
      invoice_number: invoice?.number ?? '',
      customer_id: note.customerId,
      customer_name: org.contacts.get(note.customerId)?.name ?? '',
      date: row.date,
      amount_applied: own(row.amountMinor),
      amount: own(row.amountMinor),
    };
  });
}

export function creditNoteRow(org: BooksOrg, note: CreditNote): Json {
  const currency = currencyOf(org, note.currencyId);
  const { own } = amountsOf(org, note);
  const status = creditNoteStatus(note);
  const custom = customFieldView('creditnotes', note);
  return {
    ...blank({
      empty: 'client_viewed_time color_code current_sub_status_id',
      no: 'is_emailed has_attachment is_viewed_by_client',
      lists: 'tags',
    }),
    creditnote_id: note.id,
    creditnote_number: note.number,
    status,
    reference_number: note.referenceNumber,
    date: note.date,
    issued_date: note.date,
    total: own(note.totals.totalMinor),
    balance: own(creditBalance(note)),
    customer_id: note.customerId,
    customer_name: org.contacts.get(note.customerId)?.name ?? '',
    applied_invoices: note.applied
      .map((row) => org.invoices.get(row.invoiceId)?.number ?? '')
      .join(', '),
    salesperson_name: 'Others',
    salesperson_id: '-1',
    current_sub_status: status,
    currency_id: currency.id,
    currency_code: currency.code,
    created_time: booksTime(note.createdAt, org.timeZone),
    last_modified_time: booksTime(note.modifiedAt, org.timeZone),
    exchange_rate: Number(note.exchangeRate),
    template_id: TEMPLATE_ID,
    template_type: 'standard',
    rounding_mode: 'round_half_up',
    price_precision: currency.precision,
    // Rows have the custom field keys only where there is a value.
    ...(Object.keys(note.customFields).length === 0 ? {} : { ...custom, ...note.customFields }),
  };
}
