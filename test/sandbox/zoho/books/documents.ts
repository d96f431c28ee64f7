// What the ledger keeps: plain documents, amounts in minor units of their currency, times in epoch ms.

/** Kept on every record. */
export interface Kept {
  readonly id: string;
  readonly createdAt: number;
  readonly modifiedAt: number;
  /** Books user id. */
  readonly createdBy: string;
  /** Values by api name (`cf_...`). */
  readonly customFields: Readonly<Record<string, string>>;
}

export interface Address {
  readonly attention: string;
  readonly address: string;
  readonly street2: string;
  readonly city: string;
  readonly state: string;
  readonly stateCode: string;
  readonly zip: string;
  readonly country: string;
  readonly countryCode: string;
  readonly phone: string;
  readonly fax: string;
}

export interface ContactPerson {
  readonly id: string;
  readonly salutation: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  readonly mobile: string;
  readonly zcrmContactId: string;
  readonly isPrimary: boolean;
}

export interface Contact extends Kept {
  readonly type: 'customer' | 'vendor';
  readonly subType: string;
  readonly name: string;
  readonly companyName: string;
  readonly website: string;
  readonly notes: string;
  readonly currencyId: string;
  readonly paymentTerms: number;
  readonly paymentTermsLabel: string;
  readonly status: 'active' | 'inactive';
  readonly source: string;
  readonly billing: Address;
  readonly shipping: Address;
  readonly billingId: string;
  readonly shippingId: string;
  readonly persons: readonly ContactPerson[];
  readonly zcrmAccountId: string;
  readonly zcrmContactId: string;
}

export interface Item extends Kept {
  readonly name: string;
  readonly sku: string;
  readonly unit: string;
  readonly description: string;
  /** Decimal text in the base currency. */
  readonly rate: string;
  readonly taxId: string;
  readonly accountId: string;
  readonly productType: string;
  readonly itemType: string;
  readonly status: 'active' | 'inactive';
  readonly groupId: string;
}

export interface Line {
  readonly id: string;
  readonly itemId: string;
  readonly sku: string;
  readonly name: string;
  readonly description: string;
  readonly unit: string;
  readonly quantity: string;
  readonly rate: string;
  /** As given: an amount or "10%". */
  readonly discount: string;
  readonly discountMinor: number;
  readonly taxId: string;
  readonly accountId: string;
  /** After its discount, without tax. */
  readonly totalMinor: number;
  /** The sales order line it bills. */
  readonly salesOrderLineId: string;
  /** The invoice and line it credits. */
  readonly invoiceId: string;
  readonly invoiceLineId: string;
}

export interface TaxAmount {
  readonly taxId: string;
  readonly name: string;
  readonly percentage: string;
  readonly taxMinor: number;
}

/** What the lines and the document's own charges come to. */
export interface Totals {
  readonly subTotalMinor: number;
  readonly discountMinor: number;
  readonly shippingMinor: number;
  readonly adjustmentMinor: number;
  readonly taxMinor: number;
  readonly totalMinor: number;
  readonly taxes: readonly TaxAmount[];
}

/** What invoices, sales orders and credit notes have in common. */
export interface SalesDocument extends Kept {
  readonly number: string;
  readonly referenceNumber: string;
  readonly date: string;
  readonly customerId: string;
  readonly currencyId: string;
  /** Decimal text. */
  readonly exchangeRate: string;
  readonly lines: readonly Line[];
  readonly totals: Totals;
  readonly discount: string;
  readonly isDiscountBeforeTax: boolean;
  readonly isInclusiveTax: boolean;
  readonly adjustmentDescription: string;
  readonly notes: string;
  readonly terms: string;
  readonly billing: Address;
  readonly shipping: Address;
  readonly contactPersonIds: readonly string[];
  readonly zcrmPotentialId: string;
}

export interface Comment {
  readonly id: string;
  readonly type: 'system' | 'internal' | 'client';
  readonly description: string;
  readonly by: string;
  readonly at: number;
}

export interface Invoice extends SalesDocument {
  readonly base: 'draft' | 'sent' | 'void';
  readonly dueDate: string;
  readonly issuedDate: string;
  readonly paymentTerms: number;
  readonly paymentTermsLabel: string;
  readonly salesOrderId: string;
  readonly isEmailed: boolean;
  readonly paidMinor: number;
  readonly creditedMinor: number;
  readonly writtenOffMinor: number;
  readonly lastPaymentDate: string;
  readonly comments: readonly Comment[];
}

export interface SalesOrder extends SalesDocument {
  readonly base: 'draft' | 'confirmed' | 'void';
  readonly shipmentDate: string;
}

export interface CreditNote extends SalesDocument {
  readonly base: 'draft' | 'open' | 'void';
  readonly invoiceId: string;
  readonly applied: readonly AppliedCredit[];
  readonly refunds: readonly Refund[];
  readonly comments: readonly Comment[];
}

interface AppliedCredit {
  readonly id: string;
  readonly invoiceId: string;
  readonly amountMinor: number;
  readonly date: string;
}

export interface Refund {
  readonly id: string;
  readonly date: string;
  readonly amountMinor: number;
  readonly mode: string;
  readonly referenceNumber: string;
  readonly description: string;
  readonly fromAccountId: string;
  readonly exchangeRate: string;
}

export interface PaymentApplication {
  readonly id: string;
  readonly invoiceId: string;
  readonly amountMinor: number;
  readonly taxWithheldMinor: number;
  readonly date: string;
}

export interface Payment extends Kept {
  readonly number: string;
  readonly customerId: string;
  readonly mode: string;
  readonly date: string;
  readonly amountMinor: number;
  readonly bankChargesMinor: number;
  readonly bankChargesAccountId: string;
  readonly accountId: string;
  readonly currencyId: string;
  readonly exchangeRate: string;
  readonly referenceNumber: string;
  readonly description: string;
  readonly applications: readonly PaymentApplication[];
  readonly refunds: readonly Refund[];
}

export interface Account extends Kept {
  readonly name: string;
  readonly code: string;
  readonly type: string;
  readonly description: string;
  readonly currencyId: string;
  readonly isSystem: boolean;
  readonly isActive: boolean;
  readonly placeholder: string;
  readonly bankName: string;
  readonly accountNumber: string;
  readonly routingNumber: string;
}

export interface Currency {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly symbol: string;
  readonly precision: number;
  readonly format: string;
  readonly isBase: boolean;
  /** Newest last. */
  readonly rates: readonly { readonly id: string; readonly date: string; readonly rate: string }[];
}

export interface Tax {
  readonly id: string;
  readonly name: string;
  readonly percentage: string;
}
