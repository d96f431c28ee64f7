// The books against the gateway and the shop, to the minor unit: order by order, payment by payment, refund by refund.
import type { World } from './world.ts';

type GatewayRow = World['gateway'][number];
type Order = World['orders'][number];

/** What is wrong, in words; nothing when the books are right. */
export function compareBooks(world: World): string[] {
  return [
    ...world.orders.flatMap((order) => compareOrder(world, order)),
    ...paymentsOf(world).flatMap((payment) => comparePayment(world, payment)),
    ...compareStrangers(world),
  ];
}

function paymentsOf({ gateway }: World): GatewayRow[] {
  return gateway.filter(({ kind }) => kind === 'payment');
}

function refundsOf({ gateway }: World, payment: GatewayRow): GatewayRow[] {
  return gateway.filter(
    ({ kind, rootId, status, voided }) =>
      kind === 'refund' && rootId === payment.id && status !== 'DECLINED' && !voided,
  );
}

/**
 * A paid order has one of each record, its invoice open by just what the gateway does not hold of it; an authorized one waits for its
 * invoice, the others have none. Voided after it was booked, it keeps its invoice, which is open again: what becomes of that is for
 * people.
 */
function compareOrder(world: World, order: Order): string[] {
  const tried = paymentsOf(world).filter(({ code }) => code === order.id);
  const paid = tried.filter(({ capturedMinor }) => capturedMinor > 0);
  const isHeld = tried.some(({ status }) => status === 'AUTHORIZED');
  if (paid.length > 0) {
    const capturedMinor = sum(paid.map((one) => one.capturedMinor));
    const openMinor = Math.max(0, order.totalMinor - capturedMinor);
    return compareRecords(world, order, 1, ['processing'], 1, openMinor);
  }
  const wasVoided = tried.some(({ status }) => status === 'VOIDED');
  const isBilled = world.invoices.some(({ reference }) => reference === order.id);
  if (wasVoided && isBilled) {
    return compareRecords(
      world,
      order,
      1,
      ['processing', 'failed', 'cancelled'],
      1,
      order.totalMinor,
    );
  }
  if (isHeld) return compareRecords(world, order, 0, ['on-hold']);
  const isKnown = world.salesOrders.some(({ reference }) => reference === order.id);
  // What was released after the order was written down leaves its sales order; a refused one never had any.
  const known = isKnown && tried.some(({ status }) => status === 'REVERSED') ? 1 : 0;
  return compareRecords(world, order, 0, tried.length === 0 ? ['pending'] : ['failed'], known);
}

/** @param billed how many invoices there must be. @param known how many customers and sales orders. @param openMinor of the invoice. */
function compareRecords(
  world: World,
  order: Order,
  billed: 0 | 1,
  statuses: readonly string[],
  known: 0 | 1 = 1,
  openMinor = 0,
): string[] {
  const { currency, totalMinor } = order;
  const email = order.email.toLowerCase();
  const customers = world.customers.filter(
    (one) => one.email.toLowerCase() === email && one.currency === currency,
  );
  const ofOrder = <T extends { readonly reference: string }>(all: readonly T[]) =>
    all.filter(({ reference }) => reference === order.id);
  const invoices = ofOrder(world.invoices);
  const isRight = (one: { readonly totalMinor: number; readonly customerId: string }) =>
    one.totalMinor === totalMinor && one.customerId === customers[0]?.id;
  const counts: readonly (readonly [what: string, found: number, wanted: number])[] = [
    ['sales orders', ofOrder(world.salesOrders).length, known],
    ['sales orders of the right total', ofOrder(world.salesOrders).filter(isRight).length, known],
    ['invoices', invoices.length, billed],
    [
      'sent invoices of the right total and balance',
      invoices.filter(
        (one) => isRight(one) && one.base === 'sent' && one.balanceMinor === openMinor,
      ).length,
      billed,
    ],
  ];
  // Somebody whose cards were all refused may be known from another order.
  const people: typeof counts =
    known === 0
      ? []
      : [
          ['customers', customers.length, 1],
          [
            'CRM contacts',
            world.crmContacts.filter((one) => one.email.toLowerCase() === email).length,
            1,
          ],
          ['CRM accounts', world.crmAccounts.filter(({ name }) => name === order.name).length, 1],
        ];
  const wrong = [...counts, ...people].flatMap(([what, found, wanted]) =>
    found === wanted ? [] : [`order ${order.id} has ${found} ${what}, not ${wanted}`],
  );
  return statuses.includes(order.status)
    ? wrong
    : [...wrong, `order ${order.id} is ${order.status}, not ${statuses.join(' or ')}`];
}

function comparePayment(world: World, payment: GatewayRow): string[] {
  const { id, capturedMinor } = payment;
  const booked = world.payments.filter(({ reference }) => reference === id);
  const bookedMinor = sum(booked.map(({ amountMinor }) => amountMinor));
  const refunds = refundsOf(world, payment);
  const refundedMinor = sum(refunds.map(({ amountMinor }) => amountMinor));
  const wrong = refunds.flatMap((refund) => compareRefund(world, refund));
  if (bookedMinor !== capturedMinor) {
    wrong.push(`payment ${id}: captured ${capturedMinor}, in the books ${bookedMinor}`);
  }
  if (booked.length > 1) wrong.push(`payment ${id} is in the books ${booked.length} times`);
  if (refundedMinor > capturedMinor) {
    wrong.push(`payment ${id}: captured ${capturedMinor}, refunded ${refundedMinor}`);
  }
  const account = world.clearingAccounts[payment.merchantId];
  if (booked.some(({ accountId }) => accountId !== account)) {
    wrong.push(`payment ${id} is on another account than its merchant's`);
  }
  return wrong;
}

/** Paid out once: of the payment's excess, of a credit note of just the rest, or of both. */
function compareRefund(world: World, refund: GatewayRow): string[] {
  const { id, amountMinor, merchantId } = refund;
  const ofRefund = (one: { readonly reference: string }) => one.reference === id;
  const paidOut = allRefunds(world).filter(ofRefund);
  const notes = world.creditNotes.filter(ofRefund);
  const ofNotes = notes.flatMap(({ refunds }) => refunds).filter(ofRefund);
  const wrong: string[] = [];
  const minor = sum(paidOut.map((one) => one.amountMinor));
  const isOnce = ofNotes.length <= 1 && paidOut.length - ofNotes.length <= 1;
  if (!isOnce || minor !== amountMinor) {
    wrong.push(`refund ${id} of ${amountMinor} is in the books ${paidOut.length} times, ${minor}`);
  }
  if (paidOut.some(({ accountId }) => accountId !== world.clearingAccounts[merchantId])) {
    wrong.push(`refund ${id} is on another account than its merchant's`);
  }
  if (
    notes.length !== ofNotes.length ||
    sum(notes.map(({ totalMinor }) => totalMinor)) !== sum(ofNotes.map((one) => one.amountMinor))
  ) {
    wrong.push(`refund ${id} has ${notes.length} credit notes, ${ofNotes.length} paid out`);
  }
  return wrong;
}

function allRefunds({ payments, creditNotes }: World) {
  return [...payments, ...creditNotes].flatMap(({ refunds }) => refunds);
}

/** Nothing is on the clearing accounts that the gateway does not know. */
function compareStrangers(world: World): string[] {
  const known = new Set(world.gateway.map(({ id }) => id));
  const accounts = new Set(Object.values(world.clearingAccounts));
  return [...world.payments, ...allRefunds(world)]
    .filter(({ accountId, reference }) => accounts.has(accountId) && !known.has(reference))
    .map(({ reference }) => `the books have ${reference}, the gateway has not`);
}

function sum(minor: readonly number[]): number {
  return minor.reduce((total, one) => total + one, 0);
}
