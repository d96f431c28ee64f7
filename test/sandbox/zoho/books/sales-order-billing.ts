// How much of a sales order has been invoiced, and the check that no line is invoiced twice.
import { type Decimal, multiply, parseDecimal } from '../decimal.ts';
import type { BooksOrg } from './books-org.ts';
import type { Invoice, Line, SalesOrder } from './documents.ts';
import { invalidValue, refused } from './envelope.ts';

const SCALE = 6;

/** A quantity text as an integer of millionths, to add up exactly. */
function millionths(quantity: string): bigint {
  const value: Decimal = parseDecimal(quantity) ?? { units: 0n, scale: 0 };
  const scaled = multiply(value, { units: 10n ** BigInt(SCALE), scale: 0 });
  return scaled.units / 10n ** BigInt(scaled.scale);
}

/** The quantity of a sales order line on invoices that are not void. */
export function invoicedQuantity(org: BooksOrg, lineId: string, exceptInvoiceId = ''): bigint {
  let sum = 0n;
  for (const invoice of org.invoices.list()) {
    if (invoice.base === 'void' || invoice.id === exceptInvoiceId) continue;
    for (const line of invoice.lines) {
      if (line.salesOrderLineId === lineId) sum += millionths(line.quantity);
    }
  }
  return sum;
}

export type InvoicedStatus = 'not_invoiced' | 'partially_invoiced' | 'invoiced';

export function invoicedStatus(org: BooksOrg, order: SalesOrder): InvoicedStatus {
  const parts = order.lines.map((line) => ({
    ordered: millionths(line.quantity),
    invoiced: invoicedQuantity(org, line.id),
  }));
  if (parts.every((part) => part.invoiced >= part.ordered)) return 'invoiced';
  return parts.some((part) => part.invoiced > 0n) ? 'partially_invoiced' : 'not_invoiced';
}

export function remainingQuantity(org: BooksOrg, line: Line): number {
  return Number(millionths(line.quantity) - invoicedQuantity(org, line.id)) / 10 ** SCALE;
}

/** The one order whose lines are billed; undefined when none is named. */
export function orderOfLines(org: BooksOrg, lines: readonly Line[]): SalesOrder | undefined {
  const ids = new Set(lines.map((line) => line.salesOrderLineId).filter((id) => id !== ''));
  if (ids.size === 0) return undefined;
  const order = org.salesOrders.list().find((one) => one.lines.some((line) => ids.has(line.id)));
  const known = new Set(order?.lines.map((line) => line.id));
  if (order === undefined || ![...ids].every((id) => known.has(id))) {
    throw invalidValue('salesorder_item_id');
  }
  return order;
}

/** Billing a draft confirms it; billing more than was ordered is refused. */
export function billOrder(org: BooksOrg, order: SalesOrder, invoice: Invoice): void {
  if (order.base === 'void') throw refused('A void sales order cannot be invoiced.');
  if (order.customerId !== invoice.customerId) throw invalidValue('customer_id');
  for (const line of order.lines) {
    const billed = invoice.lines
      .filter((one) => one.salesOrderLineId === line.id)
      .reduce((sum, one) => sum + millionths(one.quantity), 0n);
    if (billed + invoicedQuantity(org, line.id, invoice.id) > millionths(line.quantity)) {
      throw refused('The quantity invoiced is more than the quantity ordered.');
    }
  }
  if (order.base === 'draft') org.save(org.salesOrders, { ...order, base: 'confirmed' });
}
