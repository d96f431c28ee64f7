// A shop order in the ledger's terms, with items looked up once per SKU.
import { dateIn } from '../../domain/calendar.ts';
import { canonicalOrder } from '../../domain/canonical/order.ts';
import type { Order } from '../../domain/order.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Company } from '../../ports/company.ts';
import type { LedgerLine, OrderDraft } from '../../ports/ledger.ts';
import { staffWords } from '../../texts/staff-words.ts';
import { keepLink, readLink } from '../../work/links.ts';
import type { ActionScope } from './define-action.ts';
import { mappedPayment, mappedRecord } from './mapped-record.ts';

/**
 * What a sales order and an invoice of the shop's order have in common.
 * @param mappings what their fields are filled by.
 */
export async function orderDraft(
  scope: ActionScope,
  order: Order,
  customerId: string,
  mappings: readonly string[],
): Promise<Result<OrderDraft>> {
  const { payment: row } = scope.subject;
  const whole = canonicalOrder(order);
  const payment = row && mappedPayment(row);
  const fields = await mappedRecord(scope, mappings, {
    order: whole,
    customer: whole.customer,
    ...(payment === undefined ? {} : { payment }),
  });
  if (!fields.ok) return fields;
  const lines = await orderLines(scope, order);
  if (!lines.ok) return lines;
  const { books } = (await staffWords(scope.company.language)).notices;
  return ok({
    customerId,
    date: dateIn(scope.company.timeZone, order.placedAt),
    reference: order.number,
    lines: lines.value,
    shipping: order.shipping,
    tax: order.tax,
    taxWords: { all: books.tax, rest: books.otherTax },
    fields: fields.value,
  });
}

/** A SKU that the books don't have stays a line by name: an order must not wait for somebody to add an item. */
async function orderLines(scope: ActionScope, order: Order): Promise<Result<LedgerLine[]>> {
  const lines: LedgerLine[] = [];
  for (const line of order.lines) {
    const item = line.sku === '' ? ok(undefined) : await findItem(scope, line.sku);
    if (!item.ok) return item;
    lines.push({
      ...(item.value === undefined ? {} : { itemId: item.value.id }),
      name: line.name,
      quantity: line.quantity,
      total: line.total,
      ...(line.tax === undefined ? {} : { tax: line.tax }),
    });
  }
  return ok(lines);
}

/** Items that this opening of the company has met: sales order and invoice have the same ones. */
const itemsByCompany = new WeakMap<Company, Map<string, { readonly id: string }>>();

function itemsOf(company: Company): Map<string, { readonly id: string }> {
  const known = itemsByCompany.get(company) ?? new Map<string, { readonly id: string }>();
  itemsByCompany.set(company, known);
  return known;
}

async function findItem(
  scope: ActionScope,
  sku: string,
): Promise<Result<{ readonly id: string } | undefined>> {
  const { installation, ledger } = scope.company;
  const memory = itemsOf(scope.company);
  const known =
    memory.get(sku) ?? (await readLink<{ id: string }>(scope.store, installation, 'item', sku));
  if (known !== undefined) {
    memory.set(sku, known);
    return ok(known);
  }
  const found = await ledger.findItem(sku);
  if (found.ok && found.value !== undefined) {
    memory.set(sku, found.value);
    await keepLink(scope, installation, 'item', sku, found.value);
  }
  return found;
}
