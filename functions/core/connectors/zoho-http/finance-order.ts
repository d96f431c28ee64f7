// A shop order as a sales order or invoice whose total is the order's total, to the last minor unit.
import { add, isZero, type Money, money, subtract } from '../../domain/money.ts';
import type { LedgerLine, OrderDraft } from '../../ports/ledger.ts';
import type { MappedFields } from '../../ports/mapped-fields.ts';
import { amountNumber } from './finance-amounts.ts';
import { mappedLines, plainFields, textField } from './mapped-body.ts';

/** One line of the document: quantity × rate is exact. */
export interface ExactLine {
  readonly itemId?: string;
  readonly name: string;
  readonly description?: string;
  readonly quantity: number;
  readonly rate: Money;
}

export function orderTotal(order: OrderDraft): Money {
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

/** The number under which people know the order: what retries search by. */
export function referenceOf(order: OrderDraft): string {
  return textField(order.fields, 'reference_number') ?? order.reference;
}

/**
 * The document's body: mapped fields, and over them what is ours alone. The shop has calculated the tax: what stands on
 * lines with a tax of Books' own is left to that, the rest goes into the adjustment, the one amount on the document that no
 * tax setting changes. Other lines say that they have no tax, or an item's own would come on top. The caller compares the
 * total answered.
 * @param salesOrderLineIds the lines of the sales order that an invoice bills, made from the same order.
 * @param rounding what Books' taxes missed the shop's by at the first try.
 */
export function orderBody(
  order: OrderDraft,
  salesOrderLineIds: readonly string[] = [],
  rounding: Money = money(0, order.tax.currency),
) {
  const mapped = mappedLines(order.fields);
  const lines = order.lines.flatMap((line, index) =>
    exactLines(line).map((exact) => lineBody(exact, mapped[index] ?? {})),
  );
  const rest = add(otherTax(order), rounding);
  const bills = salesOrderLineIds.length === lines.length;
  return {
    date: order.date,
    ...plainFields(order.fields),
    reference_number: referenceOf(order),
    customer_id: order.customerId,
    line_items: lines.map((line, index) => ({
      ...line,
      salesorder_item_id: bills ? salesOrderLineIds[index] : undefined,
    })),
    shipping_charge: isZero(order.shipping) ? undefined : amountNumber(order.shipping),
    ...(isZero(rest)
      ? {}
      : {
          adjustment: amountNumber(rest),
          adjustment_description:
            taxedLines(order) === 0 ? order.taxWords.all : order.taxWords.rest,
        }),
  };
}

function lineBody(line: ExactLine, mapped: MappedFields) {
  const { name, description, tax_id, ...fields } = mapped;
  return {
    ...fields,
    item_id: line.itemId,
    name: line.itemId === undefined ? (name ?? line.name) : undefined,
    description: line.description ?? description,
    tax_id: tax_id ?? (line.itemId === undefined ? undefined : ''),
    quantity: line.quantity,
    rate: amountNumber(line.rate),
  };
}

/** The order's tax without that of the lines which have a tax of Books' own. */
function otherTax(order: OrderDraft): Money {
  const mapped = mappedLines(order.fields);
  return order.lines.reduce(
    (rest, { tax }, index) =>
      tax === undefined || mapped[index]?.tax_id === undefined ? rest : subtract(rest, tax),
    order.tax,
  );
}

function taxedLines({ fields }: OrderDraft): number {
  return mappedLines(fields).filter(({ tax_id }) => tax_id !== undefined).length;
}

/**
 * What to add so that the document comes out at the order's total, when Books has only rounded its taxes otherwise than the
 * shop: at most a minor unit for each taxed line. Undefined where it is right already, or something else is wrong.
 */
export function taxRounding(order: OrderDraft, booked: Money): Money | undefined {
  const total = orderTotal(order);
  if (booked.currency !== total.currency || booked.minor === total.minor) return undefined;
  const missed = subtract(total, booked);
  return Math.abs(missed.minor) <= taxedLines(order) ? missed : undefined;
}
