// What we need of the books: customers, items, invoices, customer payments, credit notes and their refunds.
import type { Customer } from '../domain/customer.ts';
import type { Money } from '../domain/money.ts';
import type { Result } from '../domain/result.ts';
import type { MappedFields } from './mapped-fields.ts';
import type { MarkedWrite } from './notices.ts';

/**
 * A write that may be tried again. `uniqueKey` goes into our unique custom field; `retried` says that an earlier
 * try may have got through, so the ledger looks for its record first and leaves it as people may have changed it.
 */
export interface LedgerWrite {
  readonly uniqueKey: string;
  readonly retried: boolean;
}

export interface LedgerCustomer {
  readonly id: string;
  readonly currency: string;
  readonly crmContactId?: string;
  readonly crmAccountId?: string;
}

export interface LedgerLine {
  /** The ledger's item, or a name for a line without one. */
  readonly itemId?: string;
  readonly name: string;
  readonly quantity: number;
  /** Line total; the rate is this over the quantity. */
  readonly total: Money;
  /** The line's part of the order's tax, where the shop tells it. */
  readonly tax?: Money;
}

/** What sales orders and invoices have in common. */
export interface OrderDraft {
  readonly customerId: string;
  /** `YYYY-MM-DD` in the organization's time zone, where no mapping says another day. */
  readonly date: string;
  /** The order's number, where no mapping says another. */
  readonly reference: string;
  readonly lines: readonly LedgerLine[];
  readonly shipping: Money;
  /** Of the whole order: what no line's tax of the ledger's own covers is written as an adjustment. */
  readonly tax: Money;
  /** What that adjustment is called: all of the order's tax, or what taxes of the ledger's own leave of it. */
  readonly taxWords: { readonly all: string; readonly rest: string };
  /** Its `line_items` belong to `lines`, in their order. */
  readonly fields?: MappedFields;
}

export interface InvoiceDraft extends OrderDraft {
  readonly salesOrder?: { readonly id: string; readonly lineIds: readonly string[] };
}

export interface LedgerInvoiceLine {
  readonly id: string;
  readonly name: string;
  /** Thousandths of a piece. */
  readonly quantityMilli: number;
  readonly accountId?: string;
  readonly itemId?: string;
  readonly taxId?: string;
  readonly sku?: string;
  /** Of a customs or tax list (HSN, SAC). */
  readonly commodityCode?: string;
  readonly unit?: string;
  /** With tax. */
  readonly totalMinor: number;
  /** Without tax. */
  readonly netMinor?: number;
}

export interface LedgerInvoice {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly customerId: string;
  /** What the customer knows the purchase by. */
  readonly purchaseOrder?: string;
  readonly total: Money;
  readonly balance: Money;
  /** What people or we have written off of it; absent when nothing is. */
  readonly writtenOff?: Money;
  /** What the customer has overpaid or been credited, and is applied to no invoice; absent where there is none. */
  readonly customerCredit?: Money;
  /** Units of the base currency for one of the invoice's. */
  readonly exchangeRate?: string;
  readonly lines: readonly LedgerInvoiceLine[];
}

export interface CustomerPaymentDraft {
  readonly customerId: string;
  readonly amount: Money;
  /** What an earlier try may have written, before a part was voided: it is kept, whoever books the void takes the rest off. */
  readonly earlierAmounts?: readonly Money[];
  readonly date: string;
  /** The gateway's transaction id. */
  readonly reference: string;
  /** The clearing account it is deposited to. */
  readonly accountId: string;
  /** Units of the base currency for one of the payment's; the books' own of that day when absent. */
  readonly exchangeRate?: string;
  /** What the gateway kept of it, where that is known with the payment. */
  readonly fee?: Money;
  /** The expense account of the fee; the books' own for bank fees when absent. */
  readonly feeAccountId?: string;
  /** Of one customer, and together no more than the amount. */
  readonly applyTo: readonly { readonly invoiceId: string; readonly amount: Money }[];
  /** Where no mapping says another. */
  readonly description: string;
  readonly fields?: MappedFields;
}

export interface LedgerPayment {
  readonly id: string;
  readonly number: string;
  readonly amount: Money;
  /** What is not applied to an invoice, nor refunded. */
  readonly unused: Money;
  /** What the gateway kept of it; absent when nothing is booked of that. */
  readonly fee?: Money;
  /** Where the fee is booked; absent where the books did not tell. */
  readonly feeAccountId?: string;
  /** The account it is deposited to. */
  readonly accountId?: string;
  readonly applied: readonly {
    readonly invoiceId: string;
    readonly invoiceNumber: string;
    readonly amount: Money;
  }[];
  /** Units of the base currency for one of the payment's, as the books took it. */
  readonly exchangeRate?: string;
}

export interface CreditNoteDraft {
  readonly customerId: string;
  readonly date: string;
  readonly reference: string;
  readonly invoice: { readonly id: string; readonly number: string };
  /** Where no mapping says another. */
  readonly notes: string;
  /** The invoice's own, so that just what it has brought is taken back. */
  readonly exchangeRate?: string;
  /** Amounts with tax inside; each keeps the invoice line's account and tax. */
  readonly lines: readonly {
    readonly description: string;
    readonly accountId?: string;
    readonly taxId?: string;
    readonly invoiceLineId?: string;
    readonly amount: Money;
  }[];
  readonly fields?: MappedFields;
}

export interface LedgerRefundDraft {
  readonly date: string;
  /** The ledger's word for how the money went back: `creditcard`. */
  readonly mode?: string;
  readonly amount: Money;
  /** The clearing account it leaves from. */
  readonly accountId: string;
  readonly exchangeRate?: string;
  /** The gateway's refund id. */
  readonly reference: string;
  readonly description: string;
}

/** What takes back a record that booked a refund, as it was recorded when that was written. */
export type RefundInverse =
  | { readonly void: 'credit-note'; readonly id: string }
  | {
      readonly delete: 'credit-note-refund' | 'payment-refund';
      readonly id: string;
      /** The credit note or the customer payment. */
      readonly of: string;
    };

/** An invoice of which something is still to be paid. */
export interface OpenInvoice {
  readonly id: string;
  readonly number: string;
  readonly balance: Money;
  /** `YYYY-MM-DD`. */
  readonly dueDate: string;
}

export interface Ledger {
  findCustomer(email: string, currency: string): Promise<Result<LedgerCustomer | undefined>>;
  /** Ids of those that Books has linked to this account of the CRM. */
  findCustomersOfAccount(crmAccountId: string): Promise<Result<readonly string[]>>;
  saveCustomer(
    write: LedgerWrite,
    customer: Customer,
    currency: string,
    fields: MappedFields,
  ): Promise<Result<LedgerCustomer>>;
  findItem(sku: string): Promise<Result<{ readonly id: string } | undefined>>;
  saveInvoice(write: LedgerWrite, draft: InvoiceDraft): Promise<Result<LedgerInvoice>>;
  markInvoiceSent(invoiceId: string): Promise<Result<void>>;
  readInvoice(invoiceId: string): Promise<Result<LedgerInvoice>>;
  /** The customer's, in this currency or any, the one that is due first before the others. One call for 200 of them. */
  findOpenInvoices(customerId: string, currency?: string): Promise<Result<readonly OpenInvoice[]>>;
  /** What is still to be paid of it is taken off the books: all of it, whatever it is by then. */
  writeOffInvoice(invoiceId: string): Promise<Result<void>>;
  /** All that is written off of it is to be paid again. */
  cancelWriteOff(invoiceId: string): Promise<Result<void>>;
  /** For the people who work in the books; the customer does not see it. */
  addInvoiceComment(
    write: MarkedWrite,
    invoiceId: string,
    text: string,
  ): Promise<Result<{ readonly id: string }>>;
  saveCustomerPayment(
    write: LedgerWrite,
    draft: CustomerPaymentDraft,
  ): Promise<Result<LedgerPayment>>;
  /** The one that an earlier try has written, whatever its amount. */
  findCustomerPayment(
    write: LedgerWrite,
    own: Pick<CustomerPaymentDraft, 'customerId' | 'amount' | 'reference' | 'fields'>,
  ): Promise<Result<LedgerPayment | undefined>>;
  readCustomerPayment(paymentId: string, currency: string): Promise<Result<LedgerPayment>>;
  /** Sets a payment's amount, what of it goes to which invoice, and its fee where one is given; all else of it stays as it is. */
  changeCustomerPayment(
    paymentId: string,
    change: Pick<CustomerPaymentDraft, 'amount' | 'applyTo' | 'fee' | 'feeAccountId'> & {
      /** Of the payment as it is: the books take a fee only beside it. */
      readonly accountId?: string;
    },
  ): Promise<Result<LedgerPayment>>;
  /** Its invoices are open again. One that is not there any more is as good. */
  deleteCustomerPayment(paymentId: string): Promise<Result<void>>;
  saveCreditNote(
    write: LedgerWrite,
    draft: CreditNoteDraft,
  ): Promise<Result<{ readonly id: string; readonly number: string; readonly total: Money }>>;
  /** Books has no upsert here: when retried, the note's refunds are searched by reference and amount first. */
  refundCreditNote(
    write: LedgerWrite,
    creditNoteId: string,
    draft: LedgerRefundDraft,
  ): Promise<Result<{ readonly id: string }>>;
  /** Refunds the part of a customer payment that is not applied to an invoice. */
  refundExcess(
    write: LedgerWrite,
    paymentId: string,
    draft: LedgerRefundDraft,
  ): Promise<Result<{ readonly id: string }>>;
  /** One that is not there any more, or void already, is as good. */
  takeBack(inverse: RefundInverse): Promise<Result<void>>;
}

/** Sales orders live in Inventory, over the same organization as the books. */
export interface SalesOrders {
  /** Inventory has no upsert: when retried, the order is searched by its reference first. */
  saveSalesOrder(
    write: LedgerWrite,
    draft: OrderDraft,
  ): Promise<
    Result<{ readonly id: string; readonly number: string; readonly lineIds: readonly string[] }>
  >;
}
