// The keys invoices, sales orders and credit notes have in common, computed from the document.
import { fromMinor } from '../decimal.ts';
import { booksTime } from '../zoho-time.ts';
import { accountByName, systemAccounts } from './accounts.ts';
import type { Json } from './blank.ts';
import type { BooksOrg } from './books-org.ts';
import { userName } from './contact-view.ts';
import { baseCurrency, currencyOf, money, nameFormatted, toBase } from './currencies.ts';
import { customFieldView, type FieldModule } from './custom-fields.ts';
import type { Line, SalesDocument } from './documents.ts';
import { taxKeys } from './taxes.ts';

/** Amounts of one document, in its own and in the base currency. */
export interface Amounts {
  own(minor: number): number;
  base(minor: number): number;
}

export function amountsOf(
  org: BooksOrg,
  document: { readonly currencyId: string; readonly exchangeRate: string },
): Amounts {
  const currency = currencyOf(org, document.currencyId);
  const base = baseCurrency(org);
  return {
    own: (minor) => fromMinor(minor, currency.precision),
    base: (minor) => fromMinor(toBase(org, minor, currency, document.exchangeRate), base.precision),
  };
}

/** Who the document is for, its currency, amounts, times and custom fields. */
export function documentView(org: BooksOrg, module: FieldModule, document: SalesDocument): Json {
  const currency = currencyOf(org, document.currencyId);
  const { own, base } = amountsOf(org, document);
  const { totals } = document;
  const receivable = accountByName(org, systemAccounts.receivable);
  const shipping = money(totals.shippingMinor, currency);
  return {
    date: document.date,
    reference_number: document.referenceNumber,
    customer_id: document.customerId,
    customer_name: org.contacts.get(document.customerId)?.name ?? '',
    currency_id: currency.id,
    currency_code: currency.code,
    currency_symbol: currency.symbol,
    currency_name_formatted: nameFormatted(currency),
    exchange_rate: Number(document.exchangeRate),
    price_precision: currency.precision,
    contact_persons: [...document.contactPersonIds],
    ...customFieldView(module, document),
    is_inclusive_tax: document.isInclusiveTax,
    is_discount_before_tax: document.isDiscountBeforeTax,
    discount_type: totals.discountMinor > 0 ? 'entity_level' : 'item_level',
    discount: document.discount.endsWith('%') ? document.discount : own(totals.discountMinor),
    account_id: receivable.id,
    account_name: receivable.name,
    shipping_charge: own(totals.shippingMinor),
    shipping_charge_exclusive_of_tax: own(totals.shippingMinor),
    shipping_charge_inclusive_of_tax: own(totals.shippingMinor),
    shipping_charge_exclusive_of_tax_formatted: shipping,
    shipping_charge_inclusive_of_tax_formatted: shipping,
    adjustment: own(totals.adjustmentMinor),
    adjustment_description: document.adjustmentDescription,
    sub_total: own(totals.subTotalMinor),
    sub_total_inclusive_of_tax: document.isInclusiveTax
      ? own(totals.subTotalMinor + totals.taxMinor)
      : 0,
    tax_total: own(totals.taxMinor),
    total: own(totals.totalMinor),
    bcy_total: base(totals.totalMinor),
    taxes: totals.taxes.map((tax) => ({
      tax_id: tax.taxId,
      tax_name: `${tax.name} (${tax.percentage}%)`,
      tax_amount: own(tax.taxMinor),
      tax_amount_formatted: money(tax.taxMinor, currency),
    })),
    notes: document.notes,
    terms: document.terms,
    created_time: booksTime(document.createdAt, org.timeZone),
    created_by_id: document.createdBy,
    created_by_name: userName(document.createdBy),
    last_modified_by_id: document.createdBy,
    last_modified_time: booksTime(document.modifiedAt, org.timeZone),
  };
}

export function lineView(org: BooksOrg, document: SalesDocument, line: Line, index: number): Json {
  const { own } = amountsOf(org, document);
  const rate = Number(line.rate);
  const percent = line.discount.endsWith('%');
  return {
    line_item_id: line.id,
    item_id: line.itemId,
    ...(line.sku === '' ? {} : { sku: line.sku }),
    item_order: index + 1,
    name: line.name,
    description: line.description,
    unit: line.unit,
    quantity: Number(line.quantity),
    discount: percent ? line.discount : own(line.discountMinor),
    discount_amount: own(line.discountMinor),
    rate,
    bcy_rate: Number((rate * Number(document.exchangeRate)).toFixed(6)),
    account_id: line.accountId,
    account_name: org.accounts.get(line.accountId)?.name ?? '',
    ...taxKeys(org, line.taxId),
    line_item_taxes: [],
    item_total: own(line.totalMinor),
    item_type: org.items.get(line.itemId)?.itemType ?? '',
  };
}
