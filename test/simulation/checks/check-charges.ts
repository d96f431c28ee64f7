// Charges: every one has come to an end that is true, none was collected twice, and no invoice beyond what was due.
import type { Row } from '../../../functions/core/store/schema.ts';
import { WRITE_OFF_MINOR } from '../company-policy.ts';
import { paymentsOf } from '../invoice-story.ts';
import type { OrderDocument } from '../outside/books.ts';
import { type HealedWorld, isLive } from './healed-world.ts';

export function checkCharges(world: HealedWorld): void {
  const { charges } = world;
  for (const charge of charges) checkCharge(world, charge, charges);
  for (const invoice of world.outside.books.invoices) {
    if (!invoice.reference.startsWith('hand-')) continue;
    const live = paymentsOf(world, invoice).filter((one) => isLive(world, one));
    const collected = live.reduce((sum, one) => sum + one.amountMinor, 0);
    if (collected > invoice.totalMinor) {
      world.violation(
        `${collected} of ${invoice.totalMinor} due on ${invoice.number} are collected`,
      );
    }
    const balance = world.outside.books.balanceMinor(invoice);
    checkWriteOff(world, invoice, live.length > 0);
    if (balance < 0) world.violation(`${invoice.number} is paid ${-balance} beyond what was due`);
  }
}

/** Only the small rest that a charge has left is given up, and nothing once that charge was voided. */
function checkWriteOff(
  { violation }: HealedWorld,
  { number, writtenOffMinor = 0 }: OrderDocument,
  isPaid: boolean,
) {
  if (writtenOffMinor > 0 && !isPaid) violation(`${number} is unpaid, and partly given up`);
  if (writtenOffMinor > WRITE_OFF_MINOR) violation(`${writtenOffMinor} of ${number} are given up`);
}

const pending: readonly string[] = ['requested', 'sent', 'unknown', 'in-review', 'retrying'];

function checkCharge(
  world: HealedWorld,
  charge: Row<'Charges'>,
  all: readonly Row<'Charges'>[],
): void {
  const { charge_key: key, state, intent_id: intent = '', gateway_id: id } = charge;
  const { gateway } = world.outside;
  if (pending.includes(state)) world.violation(`charge ${key} is still ${state}`);
  const last = gateway.takenMtis.get(intent);
  if (state === 'paid') {
    const paid = gateway.transactions.get(id ?? '');
    const isRight = paid !== undefined && paid.mti === intent && paid.status !== 'DECLINED';
    if (!isRight) world.violation(`charge ${key} is paid, at the gateway it is ${paid?.status}`);
  } else if (last !== undefined && isLive(world, last)) {
    world.violation(`charge ${key} is ${state}, and the gateway has taken it`);
  }
  const entries = world.audit.filter(
    ({ action, subject }) =>
      (action === 'charge.asked' || action === 'charge.requested') && subject === key,
  );
  if ((charge.tries ?? 0) > 0 && entries.length !== 1) {
    world.violation(`charge ${key} was sent and has ${entries.length} audit entries`);
  }
  if (all.filter((one) => one.intent_id === intent && intent !== '').length > 1) {
    world.violation(`intent ${intent} is of two charges`);
  }
}
