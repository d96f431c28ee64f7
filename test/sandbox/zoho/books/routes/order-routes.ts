// Routes of sales orders: Books opens an order, Inventory confirms it.
import { precisionOf } from '../currencies.ts';
import type { FinanceCall, FinanceRouter } from '../finance-router.ts';
import { listAnswer } from '../list-page.ts';
import { orderRow, orderStatus, orderView } from '../sales-order-view.ts';
import {
  createOrder,
  deleteOrder,
  orderOf,
  setOrderStatus,
  setOrdersStatus,
  updateOrder,
} from '../sales-orders.ts';
import { upsert } from '../upsert.ts';

const GROUP = 'salesorders';
const CREATED = 'Sales Order has been created.';
const UPDATED = 'Sales Order has been updated.';

function choice({ query }: FinanceCall) {
  return { ignoreAutoNumber: query.ignore_auto_number_generation === 'true' };
}

export function orderRoutes(router: FinanceRouter): void {
  router.get('/salesorders', GROUP, listOrders);
  router.post('/salesorders', GROUP, async (call) => {
    const order = createOrder(call.org, await call.body(), call.by, choice(call));
    return createdAnswer(call, order.id);
  });
  if (router.product === 'books') booksOnly(router);
  else inventoryOnly(router);
  router.get('/salesorders/:id', GROUP, ({ org, param, product }) => ({
    body: { salesorder: orderView(org, orderOf(org, param('id')), product) },
  }));
  router.put('/salesorders/:id', GROUP, async (call) => {
    const order = updateOrder(call.org, call.param('id'), await call.body());
    return { message: UPDATED, body: { salesorder: orderView(call.org, order, call.product) } };
  });
  router.delete('/salesorders/:id', GROUP, ({ org, param }) => {
    deleteOrder(org, param('id'));
    return { message: 'The sales order has been deleted.' };
  });
  router.post('/salesorders/:id/status/void', GROUP, ({ org, param }) => {
    setOrderStatus(org, param('id'), 'void');
    return { message: 'Sales order status has been changed to Void.' };
  });
}

function createdAnswer({ org, product }: FinanceCall, id: string) {
  return {
    message: CREATED,
    body: { salesorder: orderView(org, orderOf(org, id), product) },
    created: { resource: 'salesorders', id },
  };
}

function booksOnly(router: FinanceRouter): void {
  router.put('/salesorders', GROUP, async (call) => {
    const { org, by, product } = call;
    const { record, isNew } = await upsert(call, {
      module: 'salesorders',
      resource: 'Sales Order',
      collection: org.salesOrders,
      create: (body) => createOrder(org, body, by, choice(call)),
      update: (id, body) => updateOrder(org, id, body),
    });
    if (isNew) return createdAnswer(call, record.id);
    return { message: UPDATED, body: { salesorder: orderView(org, record, product) } };
  });
  router.post('/salesorders/:id/status/open', GROUP, ({ org, param }) => {
    setOrderStatus(org, param('id'), 'confirmed');
    return { message: 'Sales order status has been changed to Open.' };
  });
}

/** The bulk form takes `salesorder_ids`, comma separated, in the query or in the body. */
function inventoryOnly(router: FinanceRouter): void {
  router.post('/salesorders/status/confirmed', GROUP, async (call) => {
    setOrdersStatus(call.org, await orderIds(call), 'confirmed');
    return { message: 'The sales orders have been confirmed.' };
  });
  router.post('/salesorders/:id/status/confirmed', GROUP, ({ org, param }) => {
    setOrderStatus(org, param('id'), 'confirmed');
    return { message: 'Sales order status has been changed to Confirmed.' };
  });
}

async function orderIds(call: FinanceCall): Promise<string[]> {
  const inQuery = call.query.salesorder_ids;
  const given: unknown = inQuery ?? (await bodyIds(call));
  const ids = Array.isArray(given) ? given.map(String) : String(given ?? '').split(',');
  return ids.map((id) => id.trim()).filter((id) => id !== '');
}

async function bodyIds(call: FinanceCall): Promise<unknown> {
  const body = await call.body();
  if (typeof body !== 'object' || body === null) return undefined;
  return 'salesorder_ids' in body ? body.salesorder_ids : undefined;
}

function listOrders(call: FinanceCall) {
  const { org, product } = call;
  return listAnswer(call, {
    key: 'salesorders',
    records: org.salesOrders.list(),
    row: (order) => orderRow(org, order, product),
    reportName: 'Sales Orders',
    sortColumn: 'created_time',
    sortOrder: 'D',
    appliedFilter: 'Status.All',
    module: 'salesorders',
    exact: {
      customer_id: (order) => order.customerId,
      zcrm_potential_id: (order) => order.zcrmPotentialId,
    },
    texts: {
      salesorder_number: (order) => order.number,
      reference_number: (order) => order.referenceNumber,
      customer_name: (order) => org.contacts.get(order.customerId)?.name ?? '',
    },
    dates: { date: (order) => order.date, shipment_date: (order) => order.shipmentDate },
    amounts: { total: (order) => [order.totals.totalMinor, precisionOf(org, order)] },
    search: (order) => [
      order.number,
      order.referenceNumber,
      org.contacts.get(order.customerId)?.name ?? '',
    ],
    status: (order) => orderStatus(org, order, product),
  });
}
