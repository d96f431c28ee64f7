// The books of one organization (Zoho Books and Inventory share them): what was written, under which keys.
import type { SeededRandom } from '../seeded-random.ts';
import { minorOf } from './route.ts';

export interface Contact {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly currency: string;
  readonly uniqueKey: string;
}

export interface DocumentLine {
  readonly id: string;
  readonly itemId: string;
  readonly quantity: number;
  readonly rateMinor: number;
  readonly salesOrderLineId: string;
}

/** An invoice or a sales order. */
export interface OrderDocument {
  readonly id: string;
  readonly number: string;
  readonly customerId: string;
  readonly currency: string;
  readonly reference: string;
  readonly uniqueKey: string;
  readonly lines: readonly DocumentLine[];
  readonly totalMinor: number;
  status: string;
  writtenOffMinor?: number;
}

export interface CustomerPayment {
  readonly id: string;
  readonly number: string;
  readonly customerId: string;
  readonly currency: string;
  amountMinor: number;
  /** What the gateway has kept of it, and where that is booked. */
  feeMinor: number;
  feeAccountId: string;
  readonly reference: string;
  readonly accountId: string;
  readonly uniqueKey: string;
  applied: readonly { readonly invoiceId: string; readonly minor: number }[];
}

export interface CreditNote {
  readonly id: string;
  readonly number: string;
  readonly customerId: string;
  readonly currency: string;
  readonly reference: string;
  readonly uniqueKey: string;
  readonly totalMinor: number;
  isVoid?: boolean;
}

/** Money going back, out of a credit note or out of what a payment has left over. */
export interface BooksRefund {
  readonly id: string;
  readonly of: 'credit-note' | 'payment';
  readonly sourceId: string;
  readonly amountMinor: number;
  readonly reference: string;
  readonly accountId: string;
}

interface Comment {
  readonly id: string;
  readonly invoiceId: string;
  readonly text: string;
}

export class BooksModel {
  readonly contacts: Contact[] = [];
  readonly invoices: OrderDocument[] = [];
  readonly salesOrders: OrderDocument[] = [];
  readonly payments: CustomerPayment[] = [];
  readonly creditNotes: CreditNote[] = [];
  readonly refunds: BooksRefund[] = [];
  readonly comments: Comment[] = [];
  /** Invoices that were paid otherwise, and when (epoch ms). */
  readonly paidByHandAt = new Map<string, number>();
  readonly #violation: (what: string) => void;
  readonly #edited = new Set<string>();
  readonly #deleted = new Set<string>();
  #nextId = 460_000_000_000;

  constructor(violation: (what: string) => void) {
    this.#violation = violation;
  }

  /** Somebody corrects everything that is there by hand. */
  editByHand(): void {
    const records = [...this.contacts, ...this.invoices, ...this.payments, ...this.creditNotes];
    for (const { id } of records) this.#edited.add(id);
  }

  /**
   * Somebody deletes a record that nothing hangs on yet (no other can be deleted); names what it was about: the
   * customer's e-mail and currency, an order or a transaction.
   */
  deleteByHand(random: SeededRandom): string | undefined {
    const { contacts, salesOrders, invoices, payments, creditNotes, refunds } = this;
    const used = new Set([
      ...[...salesOrders, ...invoices, ...payments, ...creditNotes].map((one) => one.customerId),
      ...invoices.flatMap((one) => one.lines.map((line) => line.salesOrderLineId)),
      ...payments.flatMap((one) => one.applied.map((part) => part.invoiceId)),
      ...refunds.map((one) => one.sourceId),
    ]);
    const free = [contacts, salesOrders, invoices, payments, creditNotes].flatMap((list) =>
      list
        .filter(({ id }) => !used.has(id) && !used.has(`${id}-0`))
        .map((record) => ({ record, remove: () => list.splice(list.indexOf(record as never), 1) })),
    );
    if (free.length === 0) return undefined;
    const { record, remove } = random.pick(free);
    remove();
    const about = 'reference' in record ? record.reference : `${record.email} ${record.currency}`;
    this.#deleted.add(about);
    return about;
  }

  /** Somebody writes an invoice in the books themselves. */
  writeByHand(customer: Omit<Contact, 'id' | 'uniqueKey'>, totalMinor: number): OrderDocument {
    const { email, currency } = customer;
    const known = this.contacts.find((one) => one.email === email && one.currency === currency);
    const contact = known ?? { ...customer, id: this.newId(), uniqueKey: '' };
    if (known === undefined) this.contacts.push(contact);
    const id = this.newId();
    const invoice = {
      id,
      number: `INV-${id.slice(-6)}`,
      customerId: contact.id,
      currency,
      reference: `hand-${id}`,
      uniqueKey: '',
      lines: [
        { id: `${id}-0`, itemId: '', quantity: 1, rateMinor: totalMinor, salesOrderLineId: '' },
      ],
      totalMinor,
      status: 'sent',
    };
    this.invoices.push(invoice);
    return invoice;
  }

  /** The customer has paid what is open otherwise, and somebody enters it. */
  payByHand(invoice: OrderDocument, atMs: number): void {
    const minor = this.balanceMinor(invoice);
    if (minor <= 0) return;
    const { customerId, currency } = invoice;
    const id = this.newId();
    this.payments.push({
      ...{ id, number: id.slice(-6), customerId, currency, amountMinor: minor, uniqueKey: '' },
      ...{ reference: 'by-hand', accountId: 'bank', feeMinor: 0, feeAccountId: '' },
      applied: [{ invoiceId: invoice.id, minor }],
    });
    this.paidByHandAt.set(invoice.id, atMs);
  }

  comment(comment: Comment): void {
    if (this.comments.some((one) => one.text === comment.text)) {
      this.#violation(`"${comment.text}" is written on an invoice twice`);
    }
    this.comments.push(comment);
  }

  /** Whether a record about this was deleted by hand. */
  wasDeleted(about: string): boolean {
    return this.#deleted.has(about);
  }

  /** An upsert meets a record that exists: what people have changed since would be overwritten. */
  overwrite({ id }: { readonly id: string }): void {
    if (this.#edited.has(id)) this.#violation(`record ${id} was edited by hand and is overwritten`);
  }

  newId(): string {
    this.#nextId += 1;
    return String(this.#nextId);
  }

  contact(id: string): Contact | undefined {
    return this.contacts.find((one) => one.id === id);
  }

  invoice(id: string): OrderDocument | undefined {
    return this.invoices.find((one) => one.id === id);
  }

  /** What is still to be paid of an invoice, leaving one payment out of account. */
  balanceMinor(invoice: OrderDocument, exceptPaymentId = ''): number {
    const paid = this.payments
      .filter((payment) => payment.id !== exceptPaymentId)
      .flatMap((payment) => payment.applied)
      .filter((part) => part.invoiceId === invoice.id);
    const dueMinor = invoice.totalMinor - (invoice.writtenOffMinor ?? 0);
    return paid.reduce((rest, part) => rest - part.minor, dueMinor);
  }

  unusedMinor(payment: CustomerPayment): number {
    const applied = payment.applied.reduce((sum, part) => sum + part.minor, 0);
    return payment.amountMinor - applied - this.refundedMinor('payment', payment.id);
  }

  refundedMinor(of: BooksRefund['of'], sourceId: string): number {
    return this.refunds
      .filter((refund) => refund.of === of && refund.sourceId === sourceId)
      .reduce((sum, refund) => sum + refund.amountMinor, 0);
  }
}

/** The total of a document's lines and charges, in minor units. */
export function totalMinor(
  lines: readonly DocumentLine[],
  currency: string,
  charges: readonly unknown[],
): number {
  const sum = lines.reduce((total, line) => total + line.quantity * line.rateMinor, 0);
  return charges.reduce<number>((total, charge) => total + minorOf(charge ?? 0, currency), sum);
}
