// Every event and run has come to its end, and the ends are true.
import { unpackBody } from '../../../functions/core/work/packed-text.ts';
import {
  type HealedWorld,
  isCharge,
  isHistory,
  wasChargeDeleted,
  wasDeletedFrom,
} from './healed-world.ts';
import { inputOf, waitsForOver } from './open-work.ts';

export function checkEvents(world: HealedWorld): void {
  checkInbox(world);
  checkRuns(world);
}

function checkInbox({ inbox, outside, violation }: HealedWorld): void {
  const announced = new Set<string>();
  for (const event of inbox) {
    // Nothing will ever be known of what the gateway does not have.
    const isAboutNothing = !outside.gateway.transactions.has(event.subject ?? '');
    const isOver =
      event.state === 'done' ||
      (event.source === 'cybersource' && isAboutNothing && event.state === 'dead');
    if (!isOver) {
      violation(
        `event ${event.event_type} of ${event.subject} is ${event.state}: ${event.problem}`,
      );
    }
    if (event.source !== 'cybersource') continue;
    // Trace id, retry number and date are of the delivery; type and payload are of the event.
    const { eventType, webhookId, payload } = JSON.parse(unpackBody(event));
    const key = JSON.stringify([eventType, webhookId, payload]);
    if (announced.has(key)) {
      violation(`event ${event.event_type} of ${event.subject} is there twice`);
    }
    announced.add(key);
  }
}

/** A run may stop where no waiting helps: the shop has no such order, a person deleted what it builds on, it is history. */
function checkRuns(world: HealedWorld): void {
  const { runs, payments, outside, audit, violation } = world;
  for (const run of runs) {
    if (run.state === 'done' || waitsForOver(run, runs)) continue;
    const payment = payments.find((one) => one.payment_key === inputOf(run).paymentKey);
    const order = outside.shop.orders.get(payment?.reference ?? '');
    const { code = '' } = JSON.parse(run.problem ?? '{}') as { code?: string };
    const charge = outside.gateway.transactions.get(payment?.gateway_id ?? '');
    const isPermanent =
      run.state === 'dead' &&
      (charge !== undefined && isCharge(charge)
        ? wasChargeDeleted(world, charge) && isAboutDeleted(code)
        : order === undefined
          ? code === 'order-not-found'
          : wasDeletedFrom(world, order) && isAboutDeleted(code));
    const wasLaidAside =
      run.state === 'skipped' &&
      audit.some((one) => one.action === 'dead-letter.skipped' && one.subject === run.run_key);
    // What was paid before the company was connected is told of, and not booked.
    const transaction = outside.gateway.transactions.get(payment?.gateway_id ?? '');
    const isOld =
      transaction !== undefined &&
      isHistory(world, transaction) &&
      (run.state === 'skipped' || (run.state === 'dead' && code === 'not-found'));
    if (!isPermanent && !wasLaidAside && !isOld) {
      violation(`run ${run.run_key} is ${run.state}: ${run.problem}`);
    }
  }
}

function isAboutDeleted(code: string): boolean {
  return code === 'not-found' || code === 'zoho-refused' || code === 'document-mismatch';
}
