// The part of a request that invoices, sales orders and credit notes share.
import { z } from 'zod';
import type { Collection } from '../../document-store.ts';
import { minorText, parseDecimal } from '../decimal.ts';
import { readAddress } from './addresses.ts';
import { address, customFieldValues, date, decimal, flag, parse, text } from './body.ts';
import type { BooksOrg } from './books-org.ts';
import { customerOf } from './contacts.ts';
import { currencyOf, documentRate, rateDecimal } from './currencies.ts';
import { type FieldModule, readCustomFields } from './custom-fields.ts';
import type { Contact, SalesDocument } from './documents.ts';
import { alreadyExists, invalidValue, refused } from './envelope.ts';
import { lineBody, readLines, totalUp } from './totals.ts';

const salesDocumentBody = z.object({
  customer_id: text.optional(),
  currency_id: text.optional(),
  date: date.optional(),
  reference_number: text.optional(),
  exchange_rate: decimal.optional(),
  line_items: z.array(lineBody).optional(),
  discount: z.union([z.number(), z.string()]).optional(),
  is_discount_before_tax: flag.optional(),
  is_inclusive_tax: flag.optional(),
  shipping_charge: decimal.optional(),
  adjustment: decimal.optional(),
  adjustment_description: text.optional(),
  notes: text.optional(),
  terms: text.optional(),
  custom_fields: customFieldValues.optional(),
  contact_persons: z.array(text).optional(),
  billing_address: address.optional(),
  shipping_address: address.optional(),
  zcrm_potential_id: text.optional(),
});
type SalesDocumentBody = z.infer<typeof salesDocumentBody>;

/** What the request's address says about the number: own ones only with the auto-number off. */
export interface NumberChoice {
  readonly ignoreAutoNumber: boolean;
}

export interface DocumentKind<T extends SalesDocument> {
  readonly module: FieldModule;
  readonly resource: string;
  readonly collection: Collection<T>;
  readonly prefix: string;
  readonly digits: number;
}

/** A number of one's own is silently ignored unless `ignore_auto_number_generation=true`. */
export function numberFor<T extends SalesDocument>(
  org: BooksOrg,
  kind: DocumentKind<T>,
  own: string | undefined,
  choice: NumberChoice,
): string {
  if (!choice.ignoreAutoNumber) return org.nextNumber(kind.prefix, kind.digits);
  if (own === undefined || own === '')
    throw invalidValue(`${kind.module.replace(/s$/, '')}_number`);
  if (kind.collection.list().some((one) => one.number === own)) {
    throw alreadyExists(kind.resource, own);
  }
  return own;
}

/** The shared fields of a new document, or of one after a change. */
export function readSalesDocument<T extends SalesDocument>(
  org: BooksOrg,
  kind: DocumentKind<T>,
  body: unknown,
  before?: T,
): Omit<SalesDocument, 'id' | 'createdAt' | 'modifiedAt' | 'createdBy' | 'number'> {
  const given = parse(salesDocumentBody, body);
  const customer = customerOf(org, given.customer_id ?? before?.customerId);
  if (before !== undefined && customer.id !== before.customerId) throw invalidValue('customer_id');
  const currency = currencyOf(org, before?.currencyId ?? given.currency_id ?? customer.currencyId);
  const on = given.date ?? before?.date ?? org.today();
  const isInclusiveTax = given.is_inclusive_tax ?? before?.isInclusiveTax ?? false;
  const isDiscountBeforeTax = given.is_discount_before_tax ?? before?.isDiscountBeforeTax ?? true;
  const discount = String(given.discount ?? before?.discount ?? 0);
  const lines =
    given.line_items === undefined && before !== undefined
      ? before.lines
      : readLines(org, given.line_items, currency, isInclusiveTax, before?.lines);
  const kept = (minor: number | undefined) =>
    parseDecimal(minorText(minor ?? 0, currency.precision));
  const totals = totalUp(
    org,
    lines,
    {
      discount,
      isDiscountBeforeTax,
      isInclusiveTax,
      shipping: given.shipping_charge ?? kept(before?.totals.shippingMinor),
      adjustment: given.adjustment ?? kept(before?.totals.adjustmentMinor),
    },
    currency,
  );
  if (totals.totalMinor < 0) throw refused('The total must not be negative.');
  const rate = given.exchange_rate ?? (before && rateDecimal(before.exchangeRate));
  return {
    ...details(customer, given, before),
    customFields: readCustomFields(kind.module, given.custom_fields, kind.collection, before),
    date: on,
    customerId: customer.id,
    currencyId: currency.id,
    exchangeRate: documentRate(currency, rate, on),
    lines,
    totals,
    discount,
    isDiscountBeforeTax,
    isInclusiveTax,
  };
}

function details(customer: Contact, given: SalesDocumentBody, before: SalesDocument | undefined) {
  return {
    referenceNumber: given.reference_number ?? before?.referenceNumber ?? '',
    adjustmentDescription: given.adjustment_description ?? before?.adjustmentDescription ?? '',
    notes: given.notes ?? before?.notes ?? '',
    terms: given.terms ?? before?.terms ?? '',
    billing: readAddress(given.billing_address, before?.billing ?? customer.billing),
    shipping: readAddress(given.shipping_address, before?.shipping ?? customer.shipping),
    contactPersonIds: given.contact_persons ?? before?.contactPersonIds ?? [],
    zcrmPotentialId: given.zcrm_potential_id ?? before?.zcrmPotentialId ?? '',
  };
}
