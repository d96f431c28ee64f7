// A WooCommerce shop as the Shop port: REST v3 orders, read and told what became of their payment.
import type { Order, OrderOutcome } from '../../domain/order.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { Shop } from '../../ports/shop.ts';
import { textAt } from '../transport/read-json.ts';
import { readOrder, type ShopOrder } from './read-order.ts';
import { callShop, type ShopConnection } from './shop-call.ts';

/** From which states an outcome may be set; every other state was set by people or is further on. */
const MAY_BECOME: Readonly<Record<OrderOutcome, readonly string[]>> = {
  processing: ['pending', 'on-hold', 'failed'],
  'on-hold': ['pending', 'failed'],
  failed: ['pending', 'on-hold'],
  cancelled: ['pending', 'on-hold', 'processing'],
};

const NOTES: Readonly<Record<OrderOutcome, string>> = {
  processing: 'Tallybridge: payment received.',
  'on-hold': 'Tallybridge: payment held for review.',
  failed: 'Tallybridge: payment declined.',
  cancelled: 'Tallybridge: payment voided.',
};

/** The payment's reference at the gateway is the shop's order id. */
export function createWooCommerceShop(connection: ShopConnection): Shop {
  return {
    async readOrder(reference) {
      const read = await readShopOrder(connection, reference);
      return read.ok ? ok(read.value.order) : read;
    },
    async setOrderOutcome(orderId, outcome, gatewayId, declined) {
      const wanted = { outcome, gatewayId, ...(declined === undefined ? {} : { declined }) };
      const read = await readShopOrder(connection, orderId);
      if (!read.ok) return read;
      const step = nextStep(read.value, outcome, gatewayId);
      if (step === 'leave') return ok({ status: read.value.order.status });
      if (step === 'finish') return finish(connection, read.value.order, wanted);
      return move(connection, read.value, wanted);
    },
  };
}

interface Wanted {
  readonly outcome: OrderOutcome;
  readonly gatewayId: string;
  /** Why the transaction was declined. */
  readonly declined?: string;
}

async function readShopOrder(
  connection: ShopConnection,
  reference: string,
): Promise<Result<ShopOrder>> {
  const what = `Order ${reference}`;
  // Anything but digits is not an order id, and must not become part of a path.
  if (!/^\d{1,18}$/.test(reference)) return refused(problem('not-found', 'none', { what }));
  const answer = await callShop(connection, { method: 'GET', path: `/orders/${reference}`, what });
  return answer.ok ? readOrder(answer.value) : answer;
}

/** `finish`: the status is there already, perhaps by an earlier try of ours that was cut off before its note. */
function nextStep(
  { order, transactionId }: ShopOrder,
  outcome: OrderOutcome,
  gatewayId: string,
): 'move' | 'finish' | 'leave' {
  const other = transactionId !== undefined && transactionId !== gatewayId;
  if (order.status === outcome) return other ? 'leave' : 'finish';
  // A payment that is none says nothing about an order that another payment holds.
  if (other && !isHeld(outcome)) return 'leave';
  return MAY_BECOME[outcome].includes(order.status) ? 'move' : 'leave';
}

function isHeld(outcome: OrderOutcome): boolean {
  return outcome === 'processing' || outcome === 'on-hold';
}

async function move(
  connection: ShopConnection,
  { order, transactionId }: ShopOrder,
  wanted: Wanted,
): Promise<Result<{ readonly status: string }>> {
  const { outcome, gatewayId, declined } = wanted;
  const records = isHeld(outcome) && transactionId === undefined && declined === undefined;
  const answer = await callShop(connection, {
    method: 'PUT',
    path: `/orders/${order.id}`,
    body: { status: outcome, ...(records ? { transaction_id: gatewayId } : {}) },
    what: `Order ${order.id}`,
  });
  if (!answer.ok) return answer;
  const status = textAt(answer.value, 'status') ?? outcome;
  return writeNote(connection, order.id, noteOf(wanted), status);
}

async function finish(
  connection: ShopConnection,
  order: Order,
  wanted: Wanted,
): Promise<Result<{ readonly status: string }>> {
  const note = noteOf(wanted);
  const what = `Order ${order.id}`;
  const path = `/orders/${order.id}/notes`;
  const notes = await callShop(connection, { method: 'GET', path, what });
  if (!notes.ok) return notes;
  const written = Array.isArray(notes.value) && notes.value.some((n) => textAt(n, 'note') === note);
  return written
    ? ok({ status: order.status })
    : writeNote(connection, order.id, note, order.status);
}

/** Private: customers do not see it. */
async function writeNote(
  connection: ShopConnection,
  orderId: string,
  note: string,
  status: string,
): Promise<Result<{ readonly status: string }>> {
  const answer = await callShop(connection, {
    method: 'POST',
    path: `/orders/${orderId}/notes`,
    body: { note, customer_note: false },
    what: `Order ${orderId}`,
  });
  return answer.ok ? ok({ status }) : answer;
}

function noteOf({ outcome, gatewayId, declined }: Wanted): string {
  const text = declined === undefined ? NOTES[outcome] : `Tallybridge: card declined: ${declined}.`;
  return `${text} Cybersource transaction ${gatewayId}.`;
}
