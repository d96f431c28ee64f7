// Each paid order has exactly one of each record, and each unpaid one has no invoice.
import type { Transaction } from '../outside/gateway.ts';
import { textOf } from '../outside/route.ts';
import type { ShopOrder } from '../outside/shop.ts';
import {
  type HealedWorld,
  isHistory,
  wasDeletedFrom,
  wasSkipped,
  wasVoided,
} from './healed-world.ts';

export function checkOrders(world: HealedWorld): void {
  const { outside } = world;
  for (const order of outside.shop.orders.values()) {
    const payments = outside.gateway.payments().filter((one) => one.code === order.id);
    if (payments.length > 0 && payments.every((one) => isHistory(world, one))) continue;
    if (wasDeletedFrom(world, order)) continue;
    if (payments.some((one) => wasSkipped(world, one))) continue;
    const paid = payments.find((one) => outside.gateway.capturedMinor(one.id) > 0);
    if (paid !== undefined) checkPaid(world, order, paid);
    else checkUnpaid(world, order, payments);
  }
}

function checkPaid(world: HealedWorld, order: ShopOrder, payment: Transaction): void {
  const { books, crm } = world.outside;
  const { currency, buyer, totalMinor } = order;
  const email = buyer.email.toLowerCase();
  const contacts = books.contacts.filter((c) => c.email === email && c.currency === currency);
  const customerId = contacts[0]?.id;
  const invoices = books.invoices.filter((one) => one.reference === order.id);
  const counts = {
    'CRM accounts': crm.records.Accounts.filter(
      ({ fields }) => textOf(fields, 'Account_Name') === `${buyer.firstName} ${buyer.lastName}`,
    ).length,
    'CRM contacts': crm.records.Contacts.filter(({ fields }) => textOf(fields, 'Email') === email)
      .length,
    customers: contacts.length,
    'sales orders': books.salesOrders.filter(
      (one) => one.reference === order.id && one.totalMinor === totalMinor,
    ).length,
    invoices: invoices.length,
    'sent invoices of the right total': invoices.filter(
      (one) =>
        one.status === 'sent' && one.totalMinor === totalMinor && one.customerId === customerId,
    ).length,
    payments: books.payments.filter((one) => one.reference === payment.id).length,
  };
  for (const [what, count] of Object.entries(counts)) {
    if (count !== 1) world.violation(`order ${order.id} has ${count} ${what}`);
  }
  if (order.status !== 'processing' && order.status !== 'completed') {
    world.violation(`order ${order.id} is paid and ${order.status} at the shop`);
  }
}

function checkUnpaid(world: HealedWorld, order: ShopOrder, payments: readonly Transaction[]): void {
  const { books } = world.outside;
  const written = books.invoices.filter((one) => one.reference === order.id).length;
  // The invoice of a payment that was voided is open again; what becomes of it and the order is for people.
  if (payments.some((one) => wasVoided(world, one))) {
    if (written > 1) world.violation(`order ${order.id} was voided and has ${written} invoices`);
    return;
  }
  if (written > 0) world.violation(`order ${order.id} is not paid and has ${written} invoices`);
  const expected = payments.length === 0 ? 'pending' : 'failed';
  if (order.status !== expected) {
    world.violation(`order ${order.id} is not paid and ${order.status} at the shop`);
  }
}
