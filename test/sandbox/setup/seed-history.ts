// Puts the company's past into the shop and the gateway; our own poller then brings it into Zoho.
import type { TransactionSeed } from '../cybersource/seeding.ts';
import type { CybersourceStandIn } from '../cybersource/server.ts';
import type { ShopOrder } from '../woocommerce/orders.ts';
import type { ShopStandIn } from '../woocommerce/shop.ts';
import { merchantIds } from './company-facts.ts';
import { history, type Outcome, type PastOrder } from './history.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Orders in the shop with the gateway transactions that paid them, oldest first. */
export async function seedHistory(
  shop: ShopStandIn,
  gateway: CybersourceStandIn,
  nowMs: number,
): Promise<void> {
  for (const past of history) {
    const placedAt = nowMs - past.daysAgo * DAY_MS;
    const { currency, buyer: billing, items } = past;
    const order = shop.seedOrder({ currency, billing, items, placedAt });
    await gateway.seedTransaction(paymentOf(past, order, placedAt));
  }
}

function paymentOf(past: PastOrder, order: ShopOrder, submitTimeMs: number): TransactionSeed {
  const { buyer } = past;
  return {
    merchantId: merchantIds[past.currency],
    code: String(order.id),
    amountMinor: order.totalMinor,
    submitTimeMs,
    card: { number: past.card, expirationMonth: '12', expirationYear: '2031' },
    billTo: {
      firstName: buyer.first_name,
      lastName: buyer.last_name,
      email: buyer.email,
      address1: buyer.address_1,
      locality: buyer.city,
      ...(buyer.state === '' ? {} : { administrativeArea: buyer.state }),
      postalCode: buyer.postcode,
      country: buyer.country,
    },
    ...outcomeOf(past.outcome, order.totalMinor, submitTimeMs),
  };
}

function outcomeOf(outcome: Outcome, totalMinor: number, paidMs: number): Partial<TransactionSeed> {
  switch (outcome.kind) {
    case 'sale':
      return {
        sale: true,
        refunds: parts(outcome.refundShares ?? [], totalMinor, paidMs + 8 * HOUR_MS),
        ...disputeOf(outcome, totalMinor, paidMs),
      };
    case 'captured':
      return { captures: parts(outcome.shares, totalMinor, paidMs + HOUR_MS) };
    case 'authorized':
      return outcome.reversed ? { reversedAtMs: paidMs + 5 * HOUR_MS } : {};
    case 'decided-by-rules':
      return { sale: true };
  }
}

function disputeOf(
  { disputed }: Extract<Outcome, { kind: 'sale' }>,
  amountMinor: number,
  paidMs: number,
): Partial<TransactionSeed> {
  if (disputed === undefined) return {};
  const openedAtMs = paidMs + 4 * DAY_MS;
  const won = disputed === 'won' ? { returnedAtMs: openedAtMs + 6 * DAY_MS } : {};
  return { disputed: { amountMinor, openedAtMs, ...won } };
}

/** Hundredths of a total, an hour apart; all of them together never come to more than the total. */
function parts(
  shares: readonly number[],
  totalMinor: number,
  fromMs: number,
): readonly { readonly amountMinor: number; readonly submitTimeMs: number }[] {
  const whole = shares.reduce((sum, share) => sum + share, 0) === 100;
  const amounts = shares.map((share) => Math.floor((totalMinor * share) / 100));
  const rest = totalMinor - amounts.reduce((sum, amount) => sum + amount, 0);
  return amounts.map((amount, index) => ({
    amountMinor: whole && index === amounts.length - 1 ? amount + rest : amount,
    submitTimeMs: fromMs + index * HOUR_MS,
  }));
}
