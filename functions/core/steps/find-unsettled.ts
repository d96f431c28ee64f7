// Movements that are read again with their payment: captures until their batch, and what a crash may have left without its effect.
import { BATCHED_STATUS } from '../domain/gateway-transaction.ts';
import type { PaymentState } from '../domain/payment.ts';
import type { Store } from '../ports/store.ts';
import type { PaymentRow } from '../work/payment-records.ts';

const LOOKED_AFTER: readonly PaymentState[] = ['authorized', 'partially-captured', 'captured'];

/**
 * Ids at the gateway by payment key; a sale is its own capture and is not among them. That a batch has gone out only the
 * captures say, their authorization never does; and no announcement brings back what a crash cut off between a
 * movement's success and the payment's new state. One store read when there is such a payment.
 */
export async function findUnsettled(
  store: Store,
  payments: readonly PaymentRow[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const open = payments.filter(({ state }) => LOOKED_AFTER.includes(state as PaymentState));
  if (open.length === 0) return new Map();
  const own = new Set(open.map(({ gateway_id: id }) => id));
  const rows = await store.select('Movements', {
    where: [
      ['payment_key', 'in', open.map(({ payment_key: key }) => key)],
      ['kind', 'in', ['capture', 'reversal', 'void']],
      ['state', '=', 'succeeded'],
    ],
  });
  const found = new Map<string, string[]>();
  for (const { payment_key: key, gateway_id: id, gateway_status: status } of rows) {
    if (!id || own.has(id) || status === BATCHED_STATUS) continue;
    found.set(key, [...(found.get(key) ?? []), id]);
  }
  return found;
}
