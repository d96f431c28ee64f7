// The filters of GET /orders.
import { orderStatuses, type ShopOrder } from '../orders.ts';
import { invalidParameter } from './rest-values.ts';

type Test = (order: ShopOrder) => boolean;

/** Dates without a zone are the shop's, which is UTC. */
function instant(text: string): number {
  return Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`);
}

function list(query: URLSearchParams, name: string): string[] | undefined {
  const values = [...query.getAll(name), ...query.getAll(`${name}[]`)];
  if (values.length === 0) return undefined;
  return values.flatMap((value) => value.split(',')).map((value) => value.trim());
}

const dateFilters: Readonly<Record<string, (order: ShopOrder, at: number) => boolean>> = {
  after: (order, at) => order.placedAt > at,
  before: (order, at) => order.placedAt < at,
  modified_after: (order, at) => order.changedAt > at,
  modified_before: (order, at) => order.changedAt < at,
};

function searchText(order: ShopOrder): string {
  return [order.id, ...Object.values(order.billing), ...order.lines.map((line) => line.name)]
    .join(' ')
    .toLowerCase();
}

/** The orders that the query asks for, in the order it asks for, or the refusal of a bad parameter. */
export function filterOrders(
  orders: readonly ShopOrder[],
  requestUrl: string,
): ShopOrder[] | Response {
  const query = new URL(requestUrl).searchParams;
  const tests: Test[] = [];
  const statuses = list(query, 'status');
  if (statuses !== undefined && !statuses.includes('any')) {
    const unknown = statuses.find(
      (status) => !(orderStatuses as readonly string[]).includes(status),
    );
    if (unknown !== undefined) {
      return invalidParameter(
        'status',
        `status[0] is not one of any, trash, ${orderStatuses.join(', ')}.`,
      );
    }
    tests.push((order) => statuses.includes(order.status));
  }
  for (const [name, fits] of Object.entries(dateFilters)) {
    const text = query.get(name);
    if (text === null) continue;
    const at = instant(text);
    if (Number.isNaN(at)) return invalidParameter(name, 'Invalid date.');
    tests.push((order) => fits(order, at));
  }
  const include = list(query, 'include');
  if (include !== undefined) tests.push((order) => include.includes(String(order.id)));
  const exclude = list(query, 'exclude');
  if (exclude !== undefined) tests.push((order) => !exclude.includes(String(order.id)));
  const search = query.get('search')?.toLowerCase();
  if (search !== undefined) tests.push((order) => searchText(order).includes(search));
  const found = orders.filter((order) => tests.every((fits) => fits(order)));
  const sorted = query.get('orderby') === 'id' ? found.toSorted((a, b) => b.id - a.id) : found;
  return query.get('order') === 'asc' ? sorted.toReversed() : sorted;
}
