// The lines of a shop order in the ledger's terms, with items looked up once per SKU.
import type { Order } from '../domain/order.ts';
import { ok, type Result } from '../domain/result.ts';
import type { LedgerLine } from '../ports/ledger.ts';
import { keepLink, readLink } from '../work/links.ts';
import type { ActionScope } from './action-input.ts';

/** A SKU that the books don't have stays a line by name: an order must not wait for somebody to add an item. */
export async function orderLines(scope: ActionScope, order: Order): Promise<Result<LedgerLine[]>> {
  const lines: LedgerLine[] = [];
  for (const line of order.lines) {
    const item = line.sku === '' ? ok(undefined) : await findItem(scope, line.sku);
    if (!item.ok) return item;
    lines.push({
      ...(item.value === undefined ? {} : { itemId: item.value.id }),
      name: line.name,
      quantity: line.quantity,
      total: line.total,
    });
  }
  return ok(lines);
}

async function findItem(
  scope: ActionScope,
  sku: string,
): Promise<Result<{ readonly id: string } | undefined>> {
  const { installation, ledger } = scope.company;
  const known = await readLink<{ id: string }>(scope.store, installation, 'item', sku);
  if (known !== undefined) return ok(known);
  const found = await ledger.findItem(sku);
  if (found.ok && found.value !== undefined) {
    await keepLink(scope, installation, 'item', sku, found.value);
  }
  return found;
}
