// Routes of items.
import { parseDecimal, toMinor } from '../../decimal.ts';
import type { FinanceCall, FinanceRouter } from '../finance-router.ts';
import { createItem, deleteItem, itemOf, itemRow, itemView, updateItem } from '../items.ts';
import { listAnswer } from '../list-page.ts';
import { upsert } from '../upsert.ts';

const RATE_PRECISION = 6;
const DETAILS_MAX = 100;

/** Books keeps items under settings, Inventory under items. */
export function itemRoutes(router: FinanceRouter): void {
  const group = router.product === 'books' ? 'settings' : 'items';
  router.get('/items', group, listItems);
  router.post('/items', group, async (call) => {
    const item = createItem(call.org, await call.body(), call.by);
    return {
      message: 'The item has been added.',
      body: { item: itemView(call.org, item) },
      created: { resource: 'items', id: item.id },
    };
  });
  if (router.product === 'books') {
    router.put('/items', group, async (call) => {
      const { org, by } = call;
      const { record, isNew } = await upsert(call, {
        module: 'items',
        resource: 'Item',
        collection: org.items,
        create: (body) => createItem(org, body, by),
        update: (id, body) => updateItem(org, id, body),
      });
      return {
        message: isNew ? 'The item has been added.' : 'Item details have been saved.',
        body: { item: itemView(org, record) },
        ...(isNew ? { created: { resource: 'items', id: record.id } } : {}),
      };
    });
  }
  router.get('/itemdetails', group, ({ org, query }) => {
    const ids = (query.item_ids ?? '').split(',').slice(0, DETAILS_MAX);
    const items = ids.flatMap((id) => org.items.get(id.trim()) ?? []);
    return { body: { items: items.map((item) => itemView(org, item)) } };
  });
  router.get('/items/:id', group, ({ org, param }) => ({
    body: { item: itemView(org, itemOf(org, param('id'))) },
  }));
  router.put('/items/:id', group, async (call) => ({
    message: 'Item details have been saved.',
    body: { item: itemView(call.org, updateItem(call.org, call.param('id'), await call.body())) },
  }));
  router.delete('/items/:id', group, ({ org, param }) => {
    deleteItem(org, param('id'));
    return { message: 'The item has been deleted.' };
  });
}

function listItems(call: FinanceCall) {
  const { org } = call;
  return listAnswer(call, {
    key: 'items',
    records: org.items.list(),
    row: (item) => itemRow(org, item),
    reportName: 'Items',
    sortColumn: 'name',
    sortOrder: 'A',
    appliedFilter: 'Status.All',
    module: 'items',
    exact: { tax_id: (item) => item.taxId, account_id: (item) => item.accountId },
    texts: {
      name: (item) => item.name,
      sku: (item) => item.sku,
      description: (item) => item.description,
    },
    amounts: {
      rate: (item) => {
        const rate = parseDecimal(item.rate) ?? { units: 0n, scale: 0 };
        return [toMinor(rate, RATE_PRECISION), RATE_PRECISION];
      },
    },
    search: (item) => [item.name, item.sku, item.description],
    status: (item) => item.status,
  });
}
