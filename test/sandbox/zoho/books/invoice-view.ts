// How Books and Inventory answer invoices: the full record, a list row, its payments, credits and comments.
import { booksTime, daysBetween, orgDate } from '../zoho-time.ts';
import { defaultBillingAddress, invoiceAddress, listAddress } from './addresses.ts';
import { blank, type Json } from './blank.ts';
import type { BooksOrg } from './books-org.ts';
import { primaryPerson, userName } from './contact-view.ts';
import { currencyOf } from './currencies.ts';
import { customFieldView } from './custom-fields.ts';
import { invoiceBalance, invoiceStatus } from './document-balances.ts';
import type { Comment, Invoice } from './documents.ts';
import { receivablesOf } from './receivables.ts';
import { amountsOf, documentView, lineView } from './sales-document-view.ts';
import { invoiceBlank, invoiceLineBlank } from './shapes/sales-document-blank.ts';

/** The public page of an invoice, as Zoho's own portal address looks. */
function invoiceUrl(org: BooksOrg, invoice: Invoice): string {
  const { portalName } = org.company.organization;
  return `https://zohosecurepay.com/books/${portalName}/secure?CInvoiceID=2-${invoice.id}`;
}

/** Reads carry one line key more than the answers to writes. */
export function invoiceView(org: BooksOrg, invoice: Invoice, isRead = false): Json {
  const customer = org.contacts.get(invoice.customerId);
  const { own, base } = amountsOf(org, invoice);
  const { totals } = invoice;
  const status = invoiceStatus(invoice, org.today());
  const sums = customer && receivablesOf(org, customer);
  const order = org.salesOrders.get(invoice.salesOrderId);
  const taxable = invoice.lines.filter((line) => line.taxId !== '');
  return {
    ...invoiceBlank(),
    ...documentView(org, 'invoices', invoice),
    invoice_id: invoice.id,
    invoice_number: invoice.number,
    due_date: invoice.dueDate,
    issued_date: invoice.issuedDate,
    email: customer === undefined ? '' : (primaryPerson(customer)?.email ?? ''),
    status,
    current_sub_status: status,
    payment_terms: invoice.paymentTerms,
    payment_terms_label: invoice.paymentTermsLabel,
    payment_made: own(invoice.paidMinor),
    credits_applied: own(invoice.creditedMinor),
    write_off_amount: own(invoice.writtenOffMinor),
    balance: own(invoiceBalance(invoice)),
    zcrm_potential_id: invoice.zcrmPotentialId,
    line_items: invoice.lines.map((line, index) => ({
      ...invoiceLineBlank(),
      ...lineView(org, invoice, line, index),
      sales_rate: Number(org.items.get(line.itemId)?.rate ?? line.rate),
      salesorder_item_id: line.salesOrderLineId,
      ...(isRead ? { image_document_id: '' } : {}),
    })),
    total_taxable_amount: own(taxable.reduce((sum, line) => sum + line.totalMinor, 0)),
    discount_total: own(totals.discountMinor),
    bcy_shipping_charge: base(totals.shippingMinor),
    bcy_adjustment: base(totals.adjustmentMinor),
    bcy_sub_total: base(totals.subTotalMinor),
    bcy_discount_total: base(totals.discountMinor),
    bcy_tax_total: base(totals.taxMinor),
    last_payment_date: invoice.lastPaymentDate,
    salesorder_id: order?.id ?? '',
    salesorder_number: order?.number ?? '',
    salesorders:
      order === undefined ? [] : [{ salesorder_id: order.id, salesorder_number: order.number }],
    contact: {
      customer_balance: own(sums?.outstandingMinor ?? 0),
      credit_limit: 0,
      unused_customer_credits: own(sums?.creditsMinor ?? 0),
      is_credit_limit_migration_completed: true,
    },
    is_emailed: invoice.isEmailed,
    billing_address: invoiceAddress(invoice.billing),
    shipping_address: invoiceAddress(invoice.shipping),
    customer_default_billing_address: defaultBillingAddress(customer?.billing ?? invoice.billing),
    invoice_url: invoiceUrl(org, invoice),
    created_date: orgDate(invoice.createdAt, org.timeZone),
  };
}

/** `Due Today`, `Overdue by 3 days`, `Due in 5 days`; nothing on what is not owed. */
function dueDays(invoice: Invoice, today: string, status: string): string {
  if (['draft', 'paid', 'void'].includes(status)) return '';
  const days = daysBetween(today, invoice.dueDate);
  if (days === 0) return 'Due Today';
  const count = `${Math.abs(days)} day${Math.abs(days) === 1 ? '' : 's'}`;
  return days > 0 ? `Due in ${count}` : `Overdue by ${count}`;
}

export function invoiceRow(org: BooksOrg, invoice: Invoice): Json {
  const customer = org.contacts.get(invoice.customerId);
  const currency = currencyOf(org, invoice.currencyId);
  const { own } = amountsOf(org, invoice);
  const status = invoiceStatus(invoice, org.today());
  const modified = booksTime(invoice.modifiedAt, org.timeZone);
  const person = customer && primaryPerson(customer);
  return {
    ...blank({
      empty: `zcrm_potential_name project_name payment_expected_date salesperson_name
        client_viewed_time color_code current_sub_status_id schedule_time
        last_reminder_sent_date documents salesperson_id`,
      zero: 'reminders_sent unprocessed_payment_amount',
      no: 'ach_payment_initiated is_viewed_by_client has_attachment',
      lists: 'tags',
    }),
    invoice_id: invoice.id,
    zcrm_potential_id: invoice.zcrmPotentialId,
    customer_id: invoice.customerId,
    customer_name: customer?.name ?? '',
    company_name: customer?.companyName ?? '',
    status,
    invoice_number: invoice.number,
    reference_number: invoice.referenceNumber,
    date: invoice.date,
    due_date: invoice.dueDate,
    issued_date: invoice.issuedDate,
    due_days: dueDays(invoice, org.today(), status),
    email: person?.email ?? '',
    billing_address: listAddress(invoice.billing),
    shipping_address: listAddress(invoice.shipping),
    country: invoice.billing.country,
    phone: person?.phone ?? '',
    created_by: userName(invoice.createdBy),
    total: own(invoice.totals.totalMinor),
    balance: own(invoiceBalance(invoice)),
    ...customFieldView('invoices', invoice),
    ...invoice.customFields,
    shipping_charge: own(invoice.totals.shippingMinor),
    adjustment: own(invoice.totals.adjustmentMinor),
    created_time: booksTime(invoice.createdAt, org.timeZone),
    last_modified_time: modified,
    updated_time: modified,
    is_emailed: invoice.isEmailed,
    current_sub_status: status,
    currency_id: currency.id,
    currency_code: currency.code,
    currency_symbol: currency.symbol,
    template_type: 'standard',
    template_id: '460000000000017001',
    invoice_source: 'Api',
    sales_channel: 'direct_sales',
    transaction_type: 'renewal',
    last_payment_date: invoice.lastPaymentDate,
    write_off_amount: own(invoice.writtenOffMinor),
    exchange_rate: Number(invoice.exchangeRate),
    invoice_url: invoiceUrl(org, invoice),
  };
}

/** `GET /invoices/{id}/payments` */
export function invoicePayments(org: BooksOrg, invoice: Invoice): Json[] {
  const { own } = amountsOf(org, invoice);
  return org.payments.list().flatMap((payment) =>
    payment.applications
      .filter((row) => row.invoiceId === invoice.id)
      .map((row) => ({
        payment_id: payment.id,
        payment_number: payment.number,
        invoice_id: invoice.id,
        invoice_payment_id: row.id,
        payment_mode: payment.mode,
        description: payment.description,
        date: payment.date,
        reference_number: payment.referenceNumber,
        exchange_rate: Number(payment.exchangeRate),
        amount: own(row.amountMinor),
        tax_amount_withheld: own(row.taxWithheldMinor),
        online_transaction_id: '',
        is_single_invoice_payment: payment.applications.length === 1,
      })),
  );
}

/** `GET /invoices/{id}/creditsapplied` */
export function invoiceCredits(org: BooksOrg, invoice: Invoice): Json[] {
  const { own } = amountsOf(org, invoice);
  return org.creditNotes.list().flatMap((note) =>
    note.applied
      .filter((row) => row.invoiceId === invoice.id)
      .map((row) => ({
        creditnote_id: note.id,
        creditnotes_invoice_id: row.id,
        creditnotes_number: note.number,
        credited_date: row.date,
        amount_applied: own(row.amountMinor),
      })),
  );
}

export function commentView(org: BooksOrg, comment: Comment, keys: Json): Json {
  return {
    comment_id: comment.id,
    ...keys,
    description: comment.description,
    commented_by_id: comment.by,
    commented_by: userName(comment.by),
    comment_type: comment.type,
    date: orgDate(comment.at, org.timeZone),
    date_description: '',
    time: booksTime(comment.at, org.timeZone),
    operation_type: comment.type === 'system' ? 'Added' : '',
    transaction_type: '',
  };
}
