// Saved cards: kept once for each time that a customer agreed, tried again only where the bank and the invoice allow it, ends told.
import type { Row } from '../../../functions/core/store/schema.ts';
import { decisionOf } from '../decisions.ts';
import { paymentsOf } from '../invoice-story.ts';
import type { OrderDocument } from '../outside/books.ts';
import type { Transaction } from '../outside/gateway.ts';
import { staff } from '../staff.ts';
import { type HealedWorld, isLive } from './healed-world.ts';

type Charge = Row<'Charges'>;

/** What the bank says when the same card must not be charged again unasked. */
const FINAL: ReadonlySet<string> = new Set(['STOLEN_LOST_CARD', 'EXPIRED_CARD']);
/** First try included. */
const TRIES_MAX = 5;
/** A try that was under way when the invoice was paid. */
const GRACE_MS = 2 * 60_000;
/** Beyond what an agent may charge alone, in any world's policy. */
const BEYOND_MINOR = 75_000;

export function checkSavedCards(world: HealedWorld, cards: readonly Row<'Cards'>[]): void {
  const { gateway, books } = world.outside;
  checkKept(world, cards);
  for (const charge of world.charges) {
    if (charge.link_hash !== charge.charge_key) continue;
    checkApproval(world, charge);
    const invoice = books.invoices.find(({ id }) => id === charge.books_invoice_id);
    if (invoice === undefined || charge.retries !== 1) continue;
    const { payment_instrument_id: cardId } = charge;
    const tries = paymentsOf(world, invoice).filter((one) => one.cardId === cardId);
    checkTries(world, charge, invoice, tries);
    checkTold(world, charge, invoice);
  }
  for (const { cardId = '', id } of gateway.payments()) {
    if (cardId !== '' && !cards.some((one) => one.payment_instrument_id === cardId)) {
      world.violation(`${id} charges card ${cardId}, which is none of ours`);
    }
  }
}

/** Of all presses at one link, one card is in the vault; and what is in the vault is with us. */
function checkKept(world: HealedWorld, cards: readonly Row<'Cards'>[]): void {
  const { outside, decisions, charges, violation } = world;
  const kept = outside.gateway.payments().filter((one) => one.keepsCard && isLive(world, one));
  const byWish = Map.groupBy(kept, ({ mti = '' }) => decisions.of(decisionOf(mti))?.wish ?? '');
  for (const [wish, all] of byWish) {
    if (all.length > 1) violation(`the link ${wish} has left ${all.length} cards in the vault`);
  }
  const isOurs = (id: string) => cards.some((one) => one.payment_instrument_id === `P${id}`);
  for (const { charge_key: key, purpose, state, gateway_id: id = '' } of charges) {
    if (purpose !== 'save-card' || state !== 'paid') continue;
    if (!isOurs(id)) violation(`card save ${key} is done, and no card is kept`);
  }
}

function checkTries(
  { outside, violation }: HealedWorld,
  { charge_key: key }: Charge,
  invoice: OrderDocument,
  tries: readonly Transaction[],
): void {
  if (tries.length > TRIES_MAX) violation(`charge ${key} was tried ${tries.length} times`);
  const final = tries.findIndex(({ declineReason = '' }) => FINAL.has(declineReason));
  if (final >= 0 && final < tries.length - 1) {
    violation(`charge ${key} was tried again after ${tries[final]?.declineReason}`);
  }
  const paidAt = outside.books.paidByHandAt.get(invoice.id) ?? Number.POSITIVE_INFINITY;
  const late = tries.find(({ submittedAt }) => submittedAt > paidAt + GRACE_MS);
  if (late) violation(`charge ${key} was tried as ${late.id} after the invoice was paid`);
}

/** Whoever was told of a next try is told that there is none. */
function checkTold({ outside, violation }: HealedWorld, charge: Charge, { id }: OrderDocument) {
  const { charge_key: key, state, declines, tries = 0 } = charge;
  const isGivenUp = (state === 'failed' || state === 'cancelled') && tries > 0;
  if (!isGivenUp || !declines || outside.books.wasDeleted(`hand-${id}`)) return;
  const told = outside.books.comments.filter(
    (one) => one.invoiceId === id && one.text.includes('is not tried again'),
  );
  if (told.length !== 1) violation(`the end of charge ${key} is told ${told.length} times`);
}

function checkApproval({ violation }: HealedWorld, charge: Charge): void {
  const { charge_key: key, amount_minor: minor, actor_id: by, approved_by: other } = charge;
  const isAgents = staff.clerks.some(({ userId, role }) => userId === by && role === 'agent');
  if (other && other === by) violation(`${key} was approved by who asked for it`);
  if (isAgents && minor > BEYOND_MINOR && (charge.tries ?? 0) > 0 && !other) {
    violation(`charge ${key} is above the limit and was not approved`);
  }
}
