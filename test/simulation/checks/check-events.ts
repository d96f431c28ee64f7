// Every event, run and movement has come to its end, and the ends are true.
import { unpackBody } from '../../../functions/core/work/inbox.ts';
import type { HealedWorld } from './check-world.ts';

export function checkEvents(world: HealedWorld): void {
  checkInbox(world);
  checkRuns(world);
  checkMovements(world);
  checkPayments(world);
}

function checkInbox({ inbox, violation }: HealedWorld): void {
  const announced = new Set<string>();
  for (const event of inbox) {
    if (event.state !== 'done') {
      violation(
        `event ${event.event_type} of ${event.subject} is ${event.state}: ${event.problem}`,
      );
    }
    if (event.source !== 'cybersource') continue;
    // Trace id, retry number and date are of the delivery; type and payload are of the event.
    const { eventType, webhookId, payload } = JSON.parse(unpackBody(event));
    const key = JSON.stringify([eventType, webhookId, payload]);
    if (announced.has(key))
      violation(`event ${event.event_type} of ${event.subject} is there twice`);
    announced.add(key);
  }
}

/** Only a payment whose order the shop does not have may stop: waiting does not bring the order. */
function checkRuns({ runs, payments, outside, violation }: HealedWorld): void {
  for (const run of runs) {
    if (run.state === 'done') continue;
    const { paymentKey } = JSON.parse(run.input ?? '{}') as { paymentKey: string };
    const payment = payments.find((one) => one.payment_key === paymentKey);
    const hasOrder = outside.shop.orders.has(payment?.reference ?? '');
    const { code } = JSON.parse(run.problem ?? '{}') as { code?: string };
    const isPermanent = run.state === 'dead' && code === 'order-not-found' && !hasOrder;
    if (!isPermanent) violation(`run ${run.run_key} is ${run.state}: ${run.problem}`);
  }
}

/** Each payment is known, in the state that it has at the gateway. */
function checkPayments({ payments, outside, violation }: HealedWorld): void {
  const { gateway } = outside;
  for (const { id, status } of gateway.payments()) {
    const state = payments.find((one) => one.gateway_id === id)?.state;
    const isReversed = gateway.related(id).some((one) => one.kind === 'reversal');
    const expected =
      gateway.capturedMinor(id) > 0
        ? ['captured', 'settled']
        : isReversed
          ? ['reversed', 'declined']
          : [status.toLowerCase()];
    if (!expected.includes(state ?? '')) {
      violation(`payment ${id} is ${state}, and should be ${expected.join(' or ')}`);
    }
  }
}

/** Our log says of each movement what the gateway says of it. */
function checkMovements({ movements, outside, violation }: HealedWorld): void {
  const { gateway } = outside;
  for (const movement of movements) {
    const intent = movement.movement_key.slice(movement.movement_key.indexOf('|') + 1);
    const known =
      movement.origin === 'panel'
        ? gateway.takenMtis.get(intent)
        : gateway.transactions.get(movement.gateway_id ?? '');
    const moved = known !== undefined && known.status !== 'DECLINED';
    const isRight = moved
      ? movement.state === 'succeeded' && movement.amount_minor === known.amountMinor
      : movement.state === 'failed' || movement.state === 'declined';
    if (!isRight) {
      violation(`${movement.kind} ${intent} is ${movement.state}, at the gateway ${known?.status}`);
    }
  }
}
