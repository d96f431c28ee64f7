// What people do in a world: they buy, staff and the Business Center refund, the cardholder's bank takes back.

import { drawCourse, takeCourse } from './courses.ts';
import type { Coverage } from './coverage.ts';
import { KNOWN_SKUS } from './outside/books-api.ts';
import type { Sale, Transaction } from './outside/gateway.ts';
import type { Outside } from './outside/outside.ts';
import type { Buyer, ShopLine, ShopOrder } from './outside/shop.ts';
import type { People } from './people.ts';
import type { Scheduler } from './scheduler.ts';
import type { SeededRandom } from './seeded-random.ts';

const MINUTE_MS = 60_000;
/** How soon after a payment somebody may want to give it back. */
const FRESH_MS = 20_000;

export const merchants = [
  { merchantId: 'mid_usd', currency: 'USD', clearingAccount: 'clearing-usd' },
  { merchantId: 'mid_jpy', currency: 'JPY', clearingAccount: 'clearing-jpy' },
] as const;
export type SimulatedMerchant = (typeof merchants)[number];

/** A namesake, and one who writes the address in another way each time. */
const buyers: readonly Buyer[] = [
  { email: 'ada@example.com', firstName: 'Ada', lastName: 'Lane' },
  { email: 'Ada@Example.com', firstName: 'Ada', lastName: 'Lane' },
  { email: 'lane@example.org', firstName: 'Ada', lastName: 'Lane' },
  { email: 'bo@example.net', firstName: 'Bo', lastName: "O'Neill (jr)" },
];

/** How somebody asks for a refund, and how often. */
const waysToAsk = [
  ['refund', 67],
  ['refund clicked twice', 15],
  ['refund asked again later', 10],
  ['intent used twice', 5],
  ['refund by a viewer', 3],
] as const;

export interface StoryParts {
  readonly scheduler: Scheduler;
  readonly random: SeededRandom;
  readonly outside: Outside;
  readonly people: People;
  readonly coverage: Coverage;
  readonly installation: string;
  readonly connected: readonly SimulatedMerchant[];
  readonly announceOrder: (order: ShopOrder) => void;
  readonly trace: ((line: string) => void) | undefined;
  /** How long people are at it. */
  readonly lastsMs: number;
}

/** Puts what the shop's customers will do into the queue, and what follows from it. */
export function tellShopStory(parts: StoryParts): void {
  const { random, scheduler, lastsMs } = parts;
  const count = random.pick([1, 1, 1, 1, 2, 3]);
  for (let number = 0; number < count; number += 1) {
    scheduler.after(random.between(0, lastsMs / 3), () => buy(parts, String(1001 + number)));
  }
}

/** An order, and the card payment that belongs to it. */
export interface DrawnOrder {
  readonly sale: Sale;
  /** It appears in the shop, which tells of it. */
  readonly place: () => void;
}

export function drawOrder(parts: StoryParts, id: string): DrawnOrder {
  const { random, scheduler, outside } = parts;
  const { merchantId, currency } = random.pick(parts.connected);
  const buyer = random.pick(buyers);
  const lines = Array.from({ length: random.pick([1, 1, 2]) }, () => line(random));
  const shippingMinor = random.pick([0, 499]);
  const taxMinor = random.pick([0, 731]);
  const totalMinor = lines.reduce((sum, one) => sum + one.totalMinor, shippingMinor + taxMinor);
  const order = { id, currency, buyer, lines, shippingMinor, taxMinor, totalMinor };
  return {
    sale: { merchantId, currency, amountMinor: totalMinor, code: id, buyer },
    place: () => parts.announceOrder(outside.shop.place({ ...order, placedAt: scheduler.nowMs })),
  };
}

function buy(parts: StoryParts, id: string): void {
  const { random, scheduler, outside, coverage } = parts;
  const { sale, place } = drawOrder(parts, id);
  const course = drawCourse(random);
  coverage.count(`course ${course}`);
  parts.trace?.(
    `order ${id} of ${sale.amountMinor} ${sale.currency} by ${sale.buyer.email}: ${course}`,
  );
  if (course === 'sale-before-order') scheduler.after(random.between(0, 30 * MINUTE_MS), place);
  else place();
  const code = course === 'sale-without-order' ? `9${id}` : id;
  scheduler.after(random.between(500, 20_000), () => {
    const courseParts = { scheduler, random, gateway: outside.gateway };
    const payment = takeCourse(courseParts, course, { ...sale, code });
    // Who voids a payment does not refund it as well.
    if (course === 'sale-without-order' || course === 'voided-later') return;
    refundLater(parts, payment);
    // Between two captures a dispute does the most harm.
    if (random.chance(course === 'captured-in-parts' ? 0.4 : 0.12)) disputeLater(parts, payment);
  });
}

function line(random: SeededRandom): ShopLine {
  const sku = random.pick([...KNOWN_SKUS, 'SKU-unknown', '']);
  return { sku, name: 'A thing', quantity: random.whole(1, 3), totalMinor: random.whole(1, 9_999) };
}

/** Refunds by one or more people, some of them by hand at the gateway, most while the payment is still fresh. */
function refundLater(parts: StoryParts, payment: Transaction): void {
  const { random, scheduler, lastsMs } = parts;
  const isHopeless = payment.status === 'DECLINED' || payment.status === 'VOIDED';
  if (isHopeless && random.chance(0.8)) return;
  const wishes = random.pick([0, 1, 1, 2, 3]);
  const together = scheduler.nowMs + random.between(FRESH_MS, lastsMs);
  for (let wish = 0; wish < wishes; wish += 1) {
    const at = random.chance(0.5) ? together : scheduler.nowMs + random.between(FRESH_MS, lastsMs);
    const delayMs = at - scheduler.nowMs + random.between(0, 500);
    scheduler.after(delayMs, () => void wishRefund(parts, payment));
  }
  const sometime = (probability: number, act: () => void) => {
    if (random.chance(probability)) scheduler.after(random.between(0, lastsMs), act);
  };
  sometime(0.15, () => refundByHand(parts, payment));
  sometime(0.2, () => {
    const invoice = parts.outside.books.invoices.find((one) => one.reference === payment.code);
    void parts.people.lookAt(invoice?.id ?? 'no-invoice');
  });
}

async function wishRefund(parts: StoryParts, payment: Transaction): Promise<void> {
  const { random, people, installation, coverage, lastsMs } = parts;
  const all = payment.amountMinor;
  const amountMinor = random.pick([all, Math.ceil(all / 2), random.whole(1, all), 1]);
  const key = `${installation}|${payment.merchantId}|${payment.id}`;
  const wish = people.decide(key, amountMinor, payment.currency);
  const how = random.weighted(waysToAsk);
  coverage.count(`story ${how}`);
  switch (how) {
    case 'refund clicked twice':
      return people.refundTwice(wish, random.between(0, 200));
    case 'refund asked again later':
      return people.refundTwice(wish, random.between(0, lastsMs));
    case 'intent used twice':
      return people.reuse(wish);
    case 'refund by a viewer':
      return people.overstep(wish);
    case 'refund':
      return people.refund(wish);
  }
}

/** In the Business Center; called back now and then, as a mistake. */
function refundByHand(parts: StoryParts, payment: Transaction): void {
  const { outside, random, coverage, scheduler } = parts;
  const refund = outside.gateway.refundByHand(payment, random.whole(1, payment.amountMinor));
  if (refund === undefined) return;
  coverage.count('story refund by hand');
  if (!random.chance(0.25)) return;
  scheduler.after(random.pick([0, MINUTE_MS, 20 * MINUTE_MS]) * random.fraction(), () => {
    if (outside.gateway.recall(refund)) coverage.count('story refund by hand called back');
  });
}

/** Somewhere among the refunds the bank takes the money back; the company wins it back or not. */
function disputeLater(parts: StoryParts, payment: Transaction): void {
  const { random, scheduler, outside, coverage, lastsMs } = parts;
  const { disputes } = outside.gateway;
  scheduler.after(random.between(0, lastsMs), () => {
    const captured = outside.gateway.capturedMinor(payment.id);
    if (captured === 0) return;
    const [capture] = outside.gateway.related(payment).filter((one) => one.kind === 'capture');
    const named = capture === undefined || random.chance(0.5) ? payment.id : capture.id;
    const all = capture?.amountMinor ?? captured;
    const dispute = disputes.open(payment, named, random.chance(0.7) ? all : random.whole(1, all));
    coverage.count('story dispute opened');
    if (!random.chance(0.5)) return;
    coverage.count('story dispute won');
    scheduler.after(random.between(MINUTE_MS, 300 * MINUTE_MS), () => disputes.win(dispute));
  });
}
