// A shop order as a sales order or invoice whose total is the order's total, to the last minor unit.
import { add, isZero, type Money, money } from '../../domain/money.ts';
import type { LedgerLine } from '../../ports/ledger.ts';
import { amountNumber } from './finance-amounts.ts';

/** What sales orders and invoices have in common. */
export interface FinanceOrder {
  readonly customerId: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly reference: string;
  readonly lines: readonly LedgerLine[];
  readonly shipping: Money;
  readonly tax: Money;
}

/** One line of the document: quantity × rate is exact. */
export interface ExactLine {
  readonly itemId?: string;
  readonly name: string;
  readonly description?: string;
  readonly quantity: number;
  readonly rate: Money;
}

export function orderTotal(order: FinanceOrder): Money {
  return order.lines.reduce((sum, line) => add(sum, line.total), add(order.shipping, order.tax));
}

/**
 * Lines whose quantity × rate is the line's total. Where the total does not divide (10.00 for 3) some pieces
 * cost one minor unit more: 2 × 3.33 and 1 × 3.34, so that the stock still goes down by 3. A quantity that is
 * no count of pieces (1.5) becomes 1 with the quantity in the description.
 */
export function exactLines(line: LedgerLine): ExactLine[] {
  const { quantity, total, name } = line;
  const item = line.itemId === undefined ? { name } : { name, itemId: line.itemId };
  if (!Number.isSafeInteger(quantity) || quantity < 1) {
    return [{ ...item, description: `${quantity} × ${name}`, quantity: 1, rate: total }];
  }
  const rest = total.minor % quantity;
  const dearer = rest < 0 ? rest + quantity : rest;
  const rateMinor = (total.minor - rest) / quantity - (rest < 0 ? 1 : 0);
  const parts = [
    { pieces: quantity - dearer, minor: rateMinor },
    { pieces: dearer, minor: rateMinor + 1 },
  ];
  return parts
    .filter(({ pieces }) => pieces > 0)
    .map(({ pieces, minor }) => ({
      ...item,
      quantity: pieces,
      rate: money(minor, total.currency),
    }));
}

/**
 * The document's body. The shop has calculated the tax, and Books knows no tax rate of ours: it goes into the
 * adjustment, the one amount on the document that no tax setting changes. The caller compares the total answered.
 * @param salesOrderLineIds the lines of the sales order that an invoice bills, made from the same order.
 */
export function orderBody(order: FinanceOrder, salesOrderLineIds: readonly string[] = []) {
  const lines = order.lines.flatMap(exactLines);
  return {
    customer_id: order.customerId,
    date: order.date,
    reference_number: order.reference,
    line_items: lines.map((line, index) => ({
      item_id: line.itemId,
      name: line.itemId === undefined ? line.name : undefined,
      description: line.description,
      quantity: line.quantity,
      rate: amountNumber(line.rate),
      salesorder_item_id:
        salesOrderLineIds.length === lines.length ? salesOrderLineIds[index] : undefined,
    })),
    shipping_charge: isZero(order.shipping) ? undefined : amountNumber(order.shipping),
    ...(isZero(order.tax)
      ? {}
      : { adjustment: amountNumber(order.tax), adjustment_description: 'Tax' }),
  };
}
