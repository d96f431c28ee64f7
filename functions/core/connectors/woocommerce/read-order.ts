// Reads a shop order: decimal strings become minor units exactly, or the order is refused.
import { type Currency, isCurrency } from '../../domain/currency.ts';
import type { Address, Customer } from '../../domain/customer.ts';
import { type Money, money, parseDecimal } from '../../domain/money.ts';
import type { Order, OrderLine } from '../../domain/order.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import { listAt, present, textAt, valueAt } from '../transport/read-json.ts';

/** An order as we use it, with what the shop already knows of its payment. */
export interface ShopOrder {
  readonly order: Order;
  /** The payment that the shop has recorded. */
  readonly transactionId?: string;
}

/** `shop-refused` names the field that could not be read; an amount is never rounded. */
export function readOrder(json: unknown): Result<ShopOrder> {
  const id = textAt(json, 'id');
  const status = textAt(json, 'status');
  const currency = textAt(json, 'currency');
  if (id === undefined || status === undefined) return refused(unreadable('order'));
  if (currency === undefined || !isCurrency(currency)) return refused(unreadable('currency'));
  const amounts = readAmounts(json, currency);
  if (!amounts.ok) return amounts;
  const order: Order = {
    id,
    number: textAt(json, 'number') ?? id,
    status,
    currency,
    customer: readCustomer(json),
    ...amounts.value,
    placedAt: readTime(textAt(json, 'date_created_gmt')),
  };
  return ok(present({ order, transactionId: textAt(json, 'transaction_id') }));
}

type Amounts = Pick<Order, 'lines' | 'shipping' | 'tax' | 'total'>;

function readAmounts(json: unknown, currency: Currency): Result<Amounts> {
  const total = amountAt(json, currency, 'total');
  const shipping = amountAt(json, currency, 'shipping_total');
  const totalTax = amountAt(json, currency, 'total_tax');
  const taxes = readTaxes(json);
  const products = listAt(json, 'line_items').map((line) => readLine(line, currency, taxes));
  const fees = listAt(json, 'fee_lines').map((line) => readLine(line, currency, taxes));
  const lines = [...products, ...fees].filter((line) => line !== undefined);
  if (total === undefined) return refused(unreadable('total'));
  if (shipping === undefined) return refused(unreadable('shipping_total'));
  if (totalTax === undefined) return refused(unreadable('total_tax'));
  if (lines.length < products.length + fees.length) return refused(unreadable('line_items'));
  return ok({ lines, shipping, tax: settleRounding(lines, shipping, totalTax, total), total });
}

/**
 * The shop rounds each line for display but the order as a whole, so the parts may miss the total by a unit or so.
 * What the customer paid is the total: such a remainder counts as tax. A larger one is left to be seen.
 */
function settleRounding(
  lines: readonly OrderLine[],
  shipping: Money,
  tax: Money,
  total: Money,
): Money {
  const netMinor = lines.reduce((sum, line) => sum + line.total.minor, shipping.minor);
  const restMinor = total.minor - netMinor;
  if (Math.abs(restMinor - tax.minor) > lines.length) return tax;
  return { minor: restMinor, currency: tax.currency };
}

/** Fees have neither article number nor quantity. */
function readLine(json: unknown, currency: Currency, taxes: Taxes): OrderLine | undefined {
  const total = amountAt(json, currency, 'total');
  const quantity = Number(textAt(json, 'quantity') ?? '1');
  if (total === undefined || !(quantity > 0)) return undefined;
  return {
    sku: textAt(json, 'sku') ?? '',
    name: textAt(json, 'name') ?? '',
    quantity,
    total,
    ...readLineTax(json, currency, taxes),
  };
}

/** What the order says of its taxes, by the id that its lines name them by. */
type Taxes = ReadonlyMap<string, { readonly name: string; readonly rate?: string }>;

function readTaxes(json: unknown): Taxes {
  return new Map(
    listAt(json, 'tax_lines').flatMap((tax) => {
      const id = textAt(tax, 'rate_id');
      const name = textAt(tax, 'label') ?? textAt(tax, 'rate_code');
      const rate = textAt(tax, 'rate_percent');
      return id === undefined || name === undefined ? [] : [[id, present({ name, rate })] as const];
    }),
  );
}

/** A line without a tax, or with one that the order does not explain, names none. */
function readLineTax(
  json: unknown,
  currency: Currency,
  taxes: Taxes,
): Pick<OrderLine, 'tax' | 'taxName' | 'taxRate'> {
  const tax = amountAt(json, currency, 'total_tax');
  const own = listAt(json, 'taxes').flatMap((one) =>
    textAt(one, 'total') === undefined ? [] : (taxes.get(textAt(one, 'id') ?? '') ?? []),
  );
  const [only] = own;
  if (only === undefined || tax === undefined) return {};
  const taxName = own.map(({ name }) => name).join(' + ');
  return present({ tax, taxName, taxRate: own.length === 1 ? only.rate : undefined });
}

/** Absent means zero: shops without taxes or shipping leave the text empty. */
function amountAt(json: unknown, currency: Currency, field: string): Money | undefined {
  const text = textAt(json, field);
  return text === undefined ? money(0, currency) : parseDecimal(text, currency);
}

function readCustomer(json: unknown): Customer {
  const billing = valueAt(json, 'billing');
  return present({
    email: textAt(billing, 'email') ?? '',
    firstName: textAt(billing, 'first_name') ?? '',
    lastName: textAt(billing, 'last_name') ?? '',
    company: textAt(billing, 'company'),
    phone: textAt(billing, 'phone'),
    billing: readAddress(billing),
    shipping: readAddress(valueAt(json, 'shipping')),
  });
}

/** Virtual goods have an address of empty texts: that is none. */
function readAddress(part: unknown): Address | undefined {
  const line1 = textAt(part, 'address_1');
  const country = textAt(part, 'country');
  if (line1 === undefined && country === undefined) return undefined;
  return present({
    line1: line1 ?? '',
    line2: textAt(part, 'address_2'),
    city: textAt(part, 'city') ?? '',
    region: textAt(part, 'state'),
    postalCode: textAt(part, 'postcode') ?? '',
    country: country ?? '',
  });
}

/** GMT without saying so, as in `2026-11-22T12:20:00`; 0 when absent. */
function readTime(text: string | undefined): number {
  const at = Date.parse(text === undefined || /Z$/.test(text) ? (text ?? '') : `${text}Z`);
  return Number.isNaN(at) ? 0 : at;
}

function unreadable(field: string): Problem {
  return problem('shop-refused', 'fix-setup', { detail: `${field} of the order is not readable` });
}
