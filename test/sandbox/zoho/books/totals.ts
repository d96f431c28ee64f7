// Lines, discounts, taxes and totals of invoices, sales orders and credit notes.
import { z } from 'zod';
import {
  type Decimal,
  divideHalfUp,
  multiply,
  parseDecimal,
  percentOf,
  toMinor,
} from '../decimal.ts';
import { accountOr, systemAccounts } from './accounts.ts';
import { decimal, text } from './body.ts';
import type { BooksOrg } from './books-org.ts';
import { decimalText, rateDecimal } from './currencies.ts';
import type { Currency, Line, TaxAmount, Totals } from './documents.ts';
import { invalidValue } from './envelope.ts';
import { percentageOf, taxOf } from './taxes.ts';

export const lineBody = z.object({
  line_item_id: text.optional(),
  item_id: text.optional(),
  name: text.optional(),
  description: text.optional(),
  unit: text.optional(),
  quantity: decimal.optional(),
  rate: decimal.optional(),
  discount: z.union([z.number(), z.string()]).optional(),
  tax_id: text.optional(),
  account_id: text.optional(),
  salesorder_item_id: text.optional(),
  invoice_id: text.optional(),
  invoice_item_id: text.optional(),
});
export type LineBody = z.infer<typeof lineBody>;

const ONE: Decimal = { units: 1n, scale: 0 };
const ZERO: Decimal = { units: 0n, scale: 0 };

/** Reads the lines: of an item (its rate and tax by default) or of a name or account with a rate. */
export function readLines(
  org: BooksOrg,
  given: readonly LineBody[] | undefined,
  currency: Currency,
  isInclusiveTax: boolean,
  before: readonly Line[] = [],
): Line[] {
  if (given === undefined || given.length === 0) throw invalidValue('line_items');
  return given.map((line) => {
    const known = before.find((one) => one.id === line.line_item_id);
    return { ...readLine(org, line, currency, isInclusiveTax), id: known?.id ?? org.id() };
  });
}

function readLine(
  org: BooksOrg,
  given: LineBody,
  currency: Currency,
  inclusive: boolean,
): Omit<Line, 'id'> {
  const item = given.item_id ? org.items.get(given.item_id) : undefined;
  if (given.item_id && item === undefined) throw invalidValue('item_id');
  const rate = given.rate ?? (item === undefined ? undefined : parseDecimal(item.rate));
  if (rate === undefined) throw invalidValue('rate');
  if (item === undefined && !given.name && !given.account_id && !given.description) {
    throw invalidValue('item_id');
  }
  const quantity = given.quantity ?? ONE;
  if (quantity.units < 0n) throw invalidValue('quantity');
  const gross = toMinor(multiply(rate, quantity), currency.precision);
  const discount = String(given.discount ?? 0);
  const discountMinor = discountOf(discount, gross, currency.precision);
  const taxId = given.tax_id ?? item?.taxId ?? '';
  const tax = taxOf(org, taxId);
  const net = gross - discountMinor;
  const accountId = given.account_id ?? item?.accountId;
  return {
    itemId: item?.id ?? '',
    sku: item?.sku ?? '',
    name: given.name ?? item?.name ?? '',
    description: given.description ?? item?.description ?? '',
    unit: given.unit ?? item?.unit ?? '',
    quantity: decimalText(quantity),
    rate: decimalText(rate),
    discount,
    discountMinor,
    taxId,
    accountId: accountOr(org, accountId, 'account_id', systemAccounts.sales).id,
    totalMinor: inclusive && tax !== undefined ? net - taxWithin(net, percentageOf(tax)) : net,
    salesOrderLineId: given.salesorder_item_id ?? '',
    invoiceId: given.invoice_id ?? '',
    invoiceLineId: given.invoice_item_id ?? '',
  };
}

/** The tax inside an amount that includes it. */
function taxWithin(minor: number, percent: Decimal): number {
  const hundred = 100n * 10n ** BigInt(percent.scale);
  return minor - Number(divideHalfUp(BigInt(minor) * hundred, hundred + percent.units));
}

/** `5` or `"5"` is an amount, `"5%"` a part of the base. */
function discountOf(given: string, baseMinor: number, precision: number): number {
  const percent = given.trim().endsWith('%');
  const value = parseDecimal(given.trim().replace(/%$/, ''));
  if (value === undefined || value.units < 0n) throw invalidValue('discount');
  return percent ? percentOf(baseMinor, value) : toMinor(value, precision);
}

export interface Charges {
  readonly discount: string;
  readonly isDiscountBeforeTax: boolean;
  readonly isInclusiveTax: boolean;
  readonly shipping: Decimal | undefined;
  readonly adjustment: Decimal | undefined;
}

/** Taxes are rounded once for each tax over the whole document (`tax_rounding: entity_level`). */
export function totalUp(
  org: BooksOrg,
  lines: readonly Line[],
  charges: Charges,
  currency: Currency,
): Totals {
  const subTotalMinor = lines.reduce((sum, line) => sum + line.totalMinor, 0);
  const discountMinor = discountOf(charges.discount, subTotalMinor, currency.precision);
  const shippingMinor = toMinor(charges.shipping ?? ZERO, currency.precision);
  const adjustmentMinor = toMinor(charges.adjustment ?? ZERO, currency.precision);
  const taxable = charges.isDiscountBeforeTax ? discountMinor : 0;
  const taxes = charges.isInclusiveTax
    ? inclusiveTaxes(org, lines, currency)
    : exclusiveTaxes(org, lines, subTotalMinor, taxable);
  const taxMinor = taxes.reduce((sum, tax) => sum + tax.taxMinor, 0);
  return {
    subTotalMinor,
    discountMinor,
    shippingMinor,
    adjustmentMinor,
    taxMinor,
    totalMinor: subTotalMinor - discountMinor + taxMinor + shippingMinor + adjustmentMinor,
    taxes,
  };
}

function byTax(lines: readonly Line[], amount: (line: Line) => number): Map<string, number> {
  const sums = new Map<string, number>();
  for (const line of lines) {
    if (line.taxId !== '') sums.set(line.taxId, (sums.get(line.taxId) ?? 0) + amount(line));
  }
  return sums;
}

/** A discount before tax lowers each line's taxable amount by its share. */
function exclusiveTaxes(
  org: BooksOrg,
  lines: readonly Line[],
  subTotalMinor: number,
  discountMinor: number,
): TaxAmount[] {
  return [...byTax(lines, (line) => line.totalMinor)].map(([taxId, minor]) => {
    const share =
      subTotalMinor === 0
        ? 0
        : Number(divideHalfUp(BigInt(minor) * BigInt(discountMinor), BigInt(subTotalMinor)));
    return taxAmount(org, taxId, (percent) => percentOf(minor - share, percent));
  });
}

function inclusiveTaxes(org: BooksOrg, lines: readonly Line[], currency: Currency): TaxAmount[] {
  const gross = (line: Line) =>
    toMinor(multiply(rateDecimal(line.rate), rateDecimal(line.quantity)), currency.precision) -
    line.discountMinor -
    line.totalMinor;
  return [...byTax(lines, gross)].map(([taxId, minor]) => taxAmount(org, taxId, () => minor));
}

function taxAmount(org: BooksOrg, taxId: string, amount: (percent: Decimal) => number): TaxAmount {
  const tax = taxOf(org, taxId);
  if (tax === undefined) throw invalidValue('tax_id');
  const { name, percentage } = tax;
  return { taxId, name, percentage, taxMinor: amount(percentageOf(tax)) };
}
