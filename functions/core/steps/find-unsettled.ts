// Captures that are not known to have gone out with a batch: only they themselves say so, their authorization never does.
import { BATCHED_STATUS } from '../domain/gateway-transaction.ts';
import type { PaymentState } from '../domain/payment.ts';
import type { Store } from '../ports/store.ts';
import type { PaymentRow } from '../work/payment-records.ts';

const UNSETTLED: readonly PaymentState[] = ['captured', 'partially-captured'];

/** Ids at the gateway by payment key; a sale is its own capture and is not among them. One store read when any is captured. */
export async function findUnsettled(
  store: Store,
  payments: readonly PaymentRow[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const captured = payments.filter(({ state }) => UNSETTLED.includes(state as PaymentState));
  if (captured.length === 0) return new Map();
  const own = new Set(captured.map(({ gateway_id: id }) => id));
  const rows = await store.select('Movements', {
    where: [
      ['payment_key', 'in', captured.map(({ payment_key: key }) => key)],
      ['kind', '=', 'capture'],
      ['state', '=', 'succeeded'],
    ],
  });
  const found = new Map<string, string[]>();
  for (const { payment_key: key, gateway_id: id, gateway_status: status } of rows) {
    if (id === undefined || own.has(id) || status === BATCHED_STATUS) continue;
    found.set(key, [...(found.get(key) ?? []), id]);
  }
  return found;
}
