// Sales orders of both products: the same order is open in Books and confirmed in Inventory.
import { z } from 'zod';
import { fromMinor } from '../decimal.ts';
import { date, parse, text } from './body.ts';
import { type BooksOrg, found } from './books-org.ts';
import { currencyOf } from './currencies.ts';
import type { Invoice, SalesOrder } from './documents.ts';
import { invalidValue, refused } from './envelope.ts';
import { createInvoice } from './invoices.ts';
import {
  type DocumentKind,
  type NumberChoice,
  numberFor,
  readSalesDocument,
} from './sales-document.ts';
import { invoicedQuantity, remainingQuantity } from './sales-order-billing.ts';

function orderKind(org: BooksOrg): DocumentKind<SalesOrder> {
  return {
    module: 'salesorders',
    resource: 'Sales Order',
    collection: org.salesOrders,
    prefix: 'SO-',
    digits: 5,
  };
}

const orderBody = z.object({
  salesorder_number: text.optional(),
  shipment_date: date.optional(),
});

export function orderOf(org: BooksOrg, id: string): SalesOrder {
  return found(org.salesOrders, id, 'Sales Order');
}

export function createOrder(
  org: BooksOrg,
  body: unknown,
  by: string,
  choice: NumberChoice = { ignoreAutoNumber: false },
): SalesOrder {
  const given = parse(orderBody, body);
  const kind = orderKind(org);
  const shared = readSalesDocument(org, kind, body);
  return org.save(org.salesOrders, {
    ...org.kept(by),
    ...shared,
    number: numberFor(org, kind, given.salesorder_number, choice),
    base: 'draft',
    shipmentDate: given.shipment_date ?? '',
  });
}

export function updateOrder(org: BooksOrg, id: string, body: unknown): SalesOrder {
  const before = orderOf(org, id);
  const given = parse(orderBody, body);
  const shared = readSalesDocument(org, orderKind(org), body, before);
  const remaining = new Set(shared.lines.map((line) => line.id));
  for (const line of before.lines) {
    if (!remaining.has(line.id) && invoicedQuantity(org, line.id) > 0n) {
      throw refused('Lines that have been invoiced cannot be removed.');
    }
  }
  return org.save(org.salesOrders, {
    ...before,
    ...shared,
    shipmentDate: given.shipment_date ?? before.shipmentDate,
  });
}

export function deleteOrder(org: BooksOrg, id: string): void {
  const order = orderOf(org, id);
  if (order.lines.some((line) => invoicedQuantity(org, line.id) > 0n)) {
    throw refused('Sales orders that have been invoiced cannot be deleted.');
  }
  org.salesOrders.delete(id);
}

export function setOrderStatus(org: BooksOrg, id: string, base: SalesOrder['base']): SalesOrder {
  const order = orderOf(org, id);
  if (base === 'void' && order.lines.some((line) => invoicedQuantity(org, line.id) > 0n)) {
    throw refused('Sales orders that have been invoiced cannot be voided.');
  }
  return org.save(org.salesOrders, { ...order, base });
}

/** `POST /salesorders/status/confirmed` with a comma list of ids; all must exist first. */
export function setOrdersStatus(org: BooksOrg, ids: string[], base: SalesOrder['base']): void {
  if (ids.length === 0) throw invalidValue('salesorder_ids');
  for (const id of ids) orderOf(org, id);
  for (const id of ids) setOrderStatus(org, id, base);
}

/** A draft invoice for what is not invoiced yet. */
export function invoiceFromOrder(org: BooksOrg, id: string, by: string): Invoice {
  const order = orderOf(org, id);
  const { precision } = currencyOf(org, order.currencyId);
  const line_items = order.lines
    .map((line) => ({ line, quantity: remainingQuantity(org, line) }))
    .filter(({ quantity }) => quantity > 0)
    .map(({ line, quantity }) => ({
      ...(line.itemId === '' ? {} : { item_id: line.itemId }),
      salesorder_item_id: line.id,
      name: line.name,
      description: line.description,
      unit: line.unit,
      rate: line.rate,
      quantity,
      tax_id: line.taxId,
      account_id: line.accountId,
      discount: line.discount,
    }));
  if (line_items.length === 0) throw refused('The sales order has been invoiced already.');
  const body = {
    customer_id: order.customerId,
    currency_id: order.currencyId,
    exchange_rate: order.exchangeRate,
    reference_number: order.number,
    line_items,
    discount: order.discount,
    is_inclusive_tax: order.isInclusiveTax,
    is_discount_before_tax: order.isDiscountBeforeTax,
    shipping_charge: fromMinor(order.totals.shippingMinor, precision),
    adjustment: fromMinor(order.totals.adjustmentMinor, precision),
  };
  return createInvoice(org, body, by);
}
