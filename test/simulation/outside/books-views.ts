// Records of the books as Zoho answers them, whole and as rows of a list.
import type {
  BooksModel,
  BooksRefund,
  Contact,
  CreditNote,
  CustomerPayment,
  OrderDocument,
} from './books.ts';
import { decimalOf } from './route.ts';

export function contactJson({ id, name, email, currency }: Contact) {
  const [first_name = '', last_name = ''] = name.split(' ');
  return {
    contact_id: id,
    first_name,
    last_name,
    contact_type: 'customer',
    status: 'active',
    email,
    currency_code: currency,
  };
}

export function invoiceJson(books: BooksModel, invoice: OrderDocument) {
  const { currency } = invoice;
  const amount = (minor: number) => Number(decimalOf(minor, currency));
  return {
    invoice_id: invoice.id,
    invoice_number: invoice.number,
    status:
      books.balanceMinor(invoice) === 0 && invoice.status !== 'draft' ? 'paid' : invoice.status,
    customer_id: invoice.customerId,
    currency_code: currency,
    total: amount(invoice.totalMinor),
    balance: amount(books.balanceMinor(invoice)),
    write_off_amount: amount(invoice.writtenOffMinor ?? 0),
    line_items: invoice.lines.map((line) => ({
      line_item_id: line.id,
      account_id: 'acct-sales',
      item_id: line.itemId,
      item_total: amount(line.quantity * line.rateMinor),
    })),
  };
}

export function salesOrderJson(order: OrderDocument) {
  return {
    salesorder_id: order.id,
    salesorder_number: order.number,
    status: order.status,
    currency_code: order.currency,
    total: Number(decimalOf(order.totalMinor, order.currency)),
    line_items: order.lines.map((line) => ({ line_item_id: line.id })),
  };
}

export function documentRow(document: OrderDocument) {
  const isInvoice = document.number.startsWith('INV');
  return {
    ...(isInvoice ? { invoice_id: document.id } : { salesorder_id: document.id }),
    customer_id: document.customerId,
    reference_number: document.reference,
    total: Number(decimalOf(document.totalMinor, document.currency)),
    custom_field_hash: isInvoice
      ? { cf_tallybridge_invoice: document.uniqueKey }
      : { cf_tallybridge_order: document.uniqueKey },
  };
}

export function paymentJson(books: BooksModel, payment: CustomerPayment) {
  return {
    payment_id: payment.id,
    payment_number: payment.number,
    amount: Number(decimalOf(payment.amountMinor, payment.currency)),
    unused_amount: Number(decimalOf(books.unusedMinor(payment), payment.currency)),
    account_id: payment.accountId,
    bank_charges: Number(decimalOf(payment.feeMinor, payment.currency)),
    bank_charges_account_id: payment.feeAccountId,
    invoices: payment.applied.map(({ invoiceId, minor }) => ({
      invoice_id: invoiceId,
      invoice_number: books.invoice(invoiceId)?.number ?? '',
      amount_applied: Number(decimalOf(minor, payment.currency)),
    })),
  };
}

export function paymentRow(payment: CustomerPayment) {
  return {
    payment_id: payment.id,
    customer_id: payment.customerId,
    reference_number: payment.reference,
    amount: Number(decimalOf(payment.amountMinor, payment.currency)),
    custom_field_hash: { cf_tallybridge_payment: payment.uniqueKey },
  };
}

export function creditNoteRow(note: CreditNote) {
  return {
    creditnote_id: note.id,
    creditnote_number: note.number,
    status: note.isVoid === true ? 'void' : 'open',
    customer_id: note.customerId,
    reference_number: note.reference,
    total: Number(decimalOf(note.totalMinor, note.currency)),
    custom_field_hash: { cf_tallybridge_credit_note: note.uniqueKey },
  };
}

export function refundRow(refund: BooksRefund, currency: string) {
  return {
    ...(refund.of === 'payment'
      ? { payment_refund_id: refund.id }
      : { creditnote_refund_id: refund.id }),
    reference_number: refund.reference,
    amount: Number(decimalOf(refund.amountMinor, currency)),
  };
}
