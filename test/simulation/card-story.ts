// Cards that customers leave with us: saved without a payment, charged once others approve, tried again after a decline, or not.
import type { SavedCard } from './charge-people.ts';
import { type InvoiceParts, writeInvoice } from './invoice-story.ts';
import type { OrderDocument } from './outside/books.ts';
import { Payer } from './payer.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const buyer = { email: 'eve@example.com', firstName: 'Eve', lastName: 'Stone' };
/** Beyond what an agent may charge alone, in every currency and policy. */
const BEYOND_MINOR = 80_000;
/** How often the customer comes back to the link, should the card not be there. */
const KEPT_TRIES = 6;

/** How a charge of the saved card goes, and how often. */
const ways = [
  ['approved by others', 30],
  ['declined for now', 22],
  ['declined for good', 14],
  ['removed meanwhile', 10],
  ['paid otherwise meanwhile', 14],
  ['tries ended', 10],
] as const;
type Way = (typeof ways)[number][0];
/** The names of the ways. */
export const cardWays: readonly Way[] = ways.map(([way]) => way);

/** What the bank says before it says yes. */
const forNow: readonly (readonly string[])[] = [
  ['INSUFFICIENT_FUND'],
  ['ISSUER_UNAVAILABLE'],
  ['ISSUER_UNAVAILABLE', 'INSUFFICIENT_FUND'],
  ['PROCESSOR_ERROR', 'ISSUER_UNAVAILABLE', 'PROCESSOR_ERROR'],
];
const forGood: readonly (readonly string[])[] = [
  ['STOLEN_LOST_CARD'],
  ['EXPIRED_CARD'],
  ['ISSUER_UNAVAILABLE', 'STOLEN_LOST_CARD'],
];

export function tellCardStory(parts: InvoiceParts): void {
  const { random, scheduler, lastsMs } = parts;
  scheduler.after(random.between(0, lastsMs / 3), () => void saveAndCharge(parts));
}

async function saveAndCharge(parts: InvoiceParts): Promise<void> {
  const { random, coverage, scheduler, outside } = parts;
  const way = random.weighted(ways);
  const isBeyond = way === 'approved by others';
  const totalMinor = isBeyond ? BEYOND_MINOR + random.whole(0, 999) : random.whole(10, 2_999);
  const invoice = writeInvoice(parts, buyer, totalMinor);
  parts.atLast(() => decideHeld(parts));
  const card = await saveCard(parts, invoice);
  if (card === undefined) return;
  coverage.count(`card ${way}`);
  parts.trace?.(`invoice ${invoice.id} of ${totalMinor} ${invoice.currency}: ${way}`);
  await scheduler.sleep(random.between(500, 10_000));
  if (isBeyond) return parts.charging.chargeWithApproval(invoice, card);
  const reasons = random.pick(way === 'declined for good' ? forGood : forNow);
  outside.issuers.plan(card.key.split('|')[2] ?? '', reasons);
  const intent = await parts.charging.chargeAndFollow(invoice, card);
  if (way === 'declined for now' || way === 'declined for good') return;
  // Now and then just when the card is tried again.
  const afterMs = random.pick([
    random.between(1_000, MINUTE_MS),
    random.between(0, HOUR_MS),
    HOUR_MS + random.between(0, 2 * MINUTE_MS),
  ]);
  scheduler.after(afterMs, () => void interfere(parts, way, invoice, card, intent));
}

/** By a link of no amount; whoever leaves without a card has none. */
async function saveCard(
  parts: InvoiceParts,
  { customerId, currency }: OrderDocument,
): Promise<SavedCard | undefined> {
  const { charging, random, scheduler, coverage } = parts;
  const link = await charging.askForCard(customerId, currency);
  if (link === undefined) return undefined;
  await scheduler.sleep(random.between(1_000, 20_000));
  const payer = new Payer(parts, buyer);
  for (let tries = 0; tries < KEPT_TRIES; tries += 1) {
    await payer.pay(link, 0, true);
    const card = await charging.cardOf(customerId);
    if (card !== undefined) {
      coverage.count('story card saved');
      return card;
    }
    await scheduler.sleep(random.pick([1_000, 30_000, 5 * MINUTE_MS]));
  }
  return undefined;
}

/** Analysts let through what is held. */
function decideHeld({ outside: { gateway } }: InvoiceParts): Promise<void> | undefined {
  const held = gateway.payments().filter(({ status }) => status === 'AUTHORIZED_PENDING_REVIEW');
  for (const payment of held) gateway.decide(payment, 'accept', 'bill');
  return held.length === 0 ? undefined : Promise.resolve();
}

async function interfere(
  parts: InvoiceParts,
  way: Way,
  invoice: OrderDocument,
  card: SavedCard,
  intent: string,
): Promise<void> {
  const { charging, outside, random, scheduler } = parts;
  if (way === 'removed meanwhile') return charging.removeCard(card);
  if (way === 'tries ended') return charging.cancel(intent);
  if (random.chance(0.5)) return outside.books.payByHand(invoice, scheduler.nowMs);
  const link = await charging.askByLink(invoice, invoice.totalMinor, 'sale');
  if (link !== undefined) await new Payer(parts, buyer).pay(link, invoice.totalMinor, false);
}
