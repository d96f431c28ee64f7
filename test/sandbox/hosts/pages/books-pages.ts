// Documents of Books and Inventory: an invoice with what was received and credited, and a customer.
import { html } from 'hono/html';
import type { CreditNote, Customer, Invoice, InvoiceRow, Payment } from '../zoho-reader.ts';
import { badge, type Document, type Markup, money, type RecordLink } from './frame.ts';

export function invoiceLink(product: string, row: InvoiceRow): RecordLink {
  return {
    href: `/${product}/invoices/${row.invoice_id}`,
    title: row.customer_name,
    figure: money(row.total, row.currency_code),
    detail: `${row.invoice_number} · ${row.date} · ${row.status.replaceAll('_', ' ')}`,
  };
}

export function customerLink(customer: Customer): RecordLink {
  return {
    href: `/books/customers/${customer.contact_id}`,
    title: customer.contact_name,
    detail: customer.email,
  };
}

function sumRow(label: string, amount: number, currency: string): Markup {
  return html`<tr><th scope="row" colspan="3">${label}</th><td>${money(amount, currency)}</td></tr>`;
}

/** A wide table scrolls by itself on a narrow window, by keyboard too. */
function scrollable(label: string, table: Markup): Markup {
  return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0">${table}</div>`;
}

function lineTable(invoice: Invoice): Markup {
  const currency = invoice.currency_code;
  return scrollable(
    'Items',
    html`<table>
  <thead><tr><th scope="col">Item</th><th scope="col">Quantity</th><th scope="col">Rate</th><th scope="col">Amount</th></tr></thead>
  <tbody>${invoice.line_items.map(
    (line) => html`<tr>
      <td>${line.name === '' ? line.description : line.name}</td>
      <td>${line.quantity}</td>
      <td>${money(line.rate, currency)}</td>
      <td>${money(line.item_total, currency)}</td>
    </tr>`,
  )}</tbody>
  <tfoot>
    ${sumRow('Sub total', invoice.sub_total, currency)}
    ${invoice.shipping_charge === 0 ? '' : sumRow('Shipping charge', invoice.shipping_charge, currency)}
    ${invoice.tax_total === 0 ? '' : sumRow('Tax', invoice.tax_total, currency)}
    ${
      invoice.adjustment === 0
        ? ''
        : sumRow(
            invoice.adjustment_description === '' ? 'Adjustment' : invoice.adjustment_description,
            invoice.adjustment,
            currency,
          )
    }
    ${sumRow('Total', invoice.total, currency)}
    ${sumRow('Balance due', invoice.balance, currency)}
  </tfoot>
</table>`,
  );
}

function section(
  title: string,
  empty: string,
  rows: readonly Markup[],
  columns: readonly string[],
): Markup {
  if (rows.length === 0) {
    return html`<section><h2>${title}</h2><p class="quiet">${empty}</p></section>`;
  }
  const table = html`<table>
    <thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
    <tbody>${rows}</tbody>
  </table>`;
  return html`<section><h2>${title} (${rows.length})</h2>${scrollable(title, table)}</section>`;
}

/** Books knows a credit note by its customer; what it is about stands in its notes. */
function noteSection(notes: readonly CreditNote[], currency: string): Markup {
  const about = (note: CreditNote) => {
    const [line] = note.line_items;
    return [note.notes, line?.description, line?.name].find((text) => text !== '') ?? '';
  };
  const noteRows = notes.map(
    (note) => html`<tr><td>${note.date}</td><td>${note.creditnote_number}</td>
      <td>${about(note)}</td><td>${badge(note.status)}</td><td>${money(note.total, currency)}</td>
      <td>${money(note.total_refunded_amount, currency)}</td></tr>`,
  );
  return section('Credit notes of the customer', 'None.', noteRows, [
    'Date',
    'Number',
    'About',
    'State',
    'Amount',
    'Refunded',
  ]);
}

export interface InvoiceRecords {
  readonly invoice: Invoice;
  readonly payments: readonly Payment[];
  readonly creditNotes: readonly CreditNote[];
}

export function invoiceDocument(records: InvoiceRecords, shared: object): Document {
  const { invoice, payments, creditNotes } = records;
  const currency = invoice.currency_code;
  const paymentRows = payments.map(
    (payment) => html`<tr><td>${payment.date}</td><td>${payment.payment_number}</td>
      <td>${payment.payment_mode}</td><td>${payment.reference_number}</td>
      <td>${money(payment.amount, currency)}</td></tr>`,
  );
  const content = html`
<header class="record"><h1>${invoice.invoice_number}</h1>${badge(invoice.status)}</header>
<article class="paper">
  <dl>
    <div><dt>Bill to</dt><dd><a href="/books/customers/${invoice.customer_id}">${invoice.customer_name}</a></dd></div>
    <div><dt>Invoice date</dt><dd>${invoice.date}</dd></div>
    <div><dt>Due date</dt><dd>${invoice.due_date}</dd></div>
    <div><dt>Reference</dt><dd>${invoice.reference_number === '' ? '–' : invoice.reference_number}</dd></div>
  </dl>
  ${lineTable(invoice)}
</article>
${section('Payments received', 'None yet.', paymentRows, ['Date', 'Number', 'Mode', 'Reference', 'Amount'])}
${noteSection(creditNotes, currency)}`;
  return { title: invoice.invoice_number, content, context: { ...shared, invoice } };
}

export function customerDocument(
  customer: Customer,
  creditNotes: readonly CreditNote[],
  shared: object,
): Document {
  const content = html`
<header class="record"><h1>${customer.contact_name}</h1></header>
<article class="paper"><dl>
  <div><dt>Company</dt><dd>${customer.company_name === '' ? '–' : customer.company_name}</dd></div>
  <div><dt>E-mail</dt><dd>${customer.email}</dd></div>
  <div><dt>Currency</dt><dd>${customer.currency_code}</dd></div>
</dl></article>
${noteSection(creditNotes, customer.currency_code)}`;
  return { title: customer.contact_name, content, context: { ...shared, contact: customer } };
}

/** A list without an open record: the widget has nothing to show. */
export function listDocument(heading: string, shared: object): Document {
  const content = html`<header class="record"><h1>${heading}</h1></header>
<p class="quiet">Choose one from the list.</p>`;
  return { title: heading, content, context: { ...shared } };
}
