// What people do in a world: they buy, cards are captured, held, declined; staff and the Business Center refund.

import { KNOWN_SKUS } from './outside/books-api.ts';
import type { Transaction } from './outside/gateway.ts';
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

/** How a payment goes, and how often. */
const courses = [
  ['sale', 40],
  ['authorized-captured', 14],
  ['captured-in-parts', 8],
  ['reversed', 5],
  ['voided', 4],
  ['review-accepted', 8],
  ['review-rejected', 6],
  ['declined', 5],
  ['declined-then-sale', 7],
  ['sale-without-order', 3],
] as const;
type Course = (typeof courses)[number][0];

export interface StoryParts {
  readonly scheduler: Scheduler;
  readonly random: SeededRandom;
  readonly outside: Outside;
  readonly people: People;
  readonly installation: string;
  readonly connected: readonly SimulatedMerchant[];
  readonly announceOrder: (order: ShopOrder) => void;
  readonly trace: (line: string) => void;
}

/** Puts everything that people will do into the queue; answers how long they are at it. */
export function tellStory(parts: StoryParts): { readonly lastsMs: number } {
  const { random, scheduler, outside } = parts;
  const lastsMs = random.pick([2, 3, 5, 8]) * MINUTE_MS;
  const count = random.pick([1, 1, 1, 2, 2, 3]);
  for (let number = 0; number < count; number += 1) {
    scheduler.after(random.between(0, lastsMs / 3), () =>
      buy(parts, String(1001 + number), lastsMs),
    );
  }
  const sometime = (probability: number, act: () => void) => {
    if (random.chance(probability)) scheduler.after(random.between(0, lastsMs), act);
  };
  sometime(0.12, () => outside.blockForAnHour());
  sometime(0.5, () => outside.gateway.settle());
  sometime(0.3, () => outside.books.editByHand());
  sometime(0.3, () => outside.shop.completeByHand());
  return { lastsMs };
}

function buy(parts: StoryParts, id: string, lastsMs: number): void {
  const { random, scheduler, outside } = parts;
  const merchant = random.pick(parts.connected);
  const buyer = random.pick(buyers);
  const lines = Array.from({ length: random.pick([1, 1, 2]) }, () => line(random));
  const shippingMinor = random.pick([0, 499]);
  const taxMinor = random.pick([0, 731]);
  const totalMinor = lines.reduce((sum, one) => sum + one.totalMinor, shippingMinor + taxMinor);
  const { merchantId, currency } = merchant;
  const order = { id, currency, buyer, lines, shippingMinor, taxMinor, totalMinor };
  const placed = outside.shop.place({ ...order, placedAt: scheduler.nowMs });
  parts.announceOrder(placed);
  const course = drawCourse(random);
  parts.trace(`order ${id} of ${totalMinor} ${currency} by ${buyer.email}: ${course}`);
  const code = course === 'sale-without-order' ? `9${id}` : id;
  const sale = { merchantId, currency, amountMinor: totalMinor, code, buyer };
  scheduler.after(random.between(500, 20_000), () => {
    const payment = run(parts, course, sale);
    if (course !== 'sale-without-order') refundLater(parts, payment, lastsMs);
  });
}

function line(random: SeededRandom): ShopLine {
  const sku = random.pick([...KNOWN_SKUS, 'SKU-unknown', '']);
  return { sku, name: 'A thing', quantity: random.whole(1, 3), totalMinor: random.whole(1, 9_999) };
}

function drawCourse(random: SeededRandom): Course {
  let luck = random.fraction() * courses.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [course, weight] of courses) {
    if (luck < weight) return course;
    luck -= weight;
  }
  return 'sale';
}

type Sale = Parameters<Outside['gateway']['pay']>[0];

/** The payment's way at the gateway; the answer is what refunds are about. */
function run({ random, scheduler, outside }: StoryParts, course: Course, sale: Sale): Transaction {
  const { gateway } = outside;
  const later = (act: () => void) => scheduler.after(random.between(1_000, 10 * MINUTE_MS), act);
  switch (course) {
    case 'sale':
    case 'sale-without-order':
      return gateway.pay(sale, 'sale');
    case 'declined':
      return gateway.pay(sale, 'declined');
    case 'declined-then-sale':
      gateway.pay(sale, 'declined');
      return gateway.pay(sale, 'sale');
    case 'authorized-captured': {
      const payment = gateway.pay(sale, 'authorization');
      later(() => gateway.capture(payment, sale.amountMinor));
      return payment;
    }
    case 'captured-in-parts': {
      const payment = gateway.pay(sale, 'authorization');
      const first = Math.max(1, Math.floor(sale.amountMinor * random.fraction()));
      later(() => gateway.capture(payment, first));
      if (first < sale.amountMinor) later(() => gateway.capture(payment, sale.amountMinor - first));
      return payment;
    }
    case 'reversed': {
      const payment = gateway.pay(sale, 'authorization');
      later(() => gateway.reverse(payment));
      return payment;
    }
    case 'voided': {
      // At once: books that were written before are not taken back by any flow yet.
      const payment = gateway.pay(sale, 'sale');
      gateway.void(payment);
      return payment;
    }
    case 'review-accepted':
    case 'review-rejected': {
      const payment = gateway.pay(sale, 'review');
      const decision = course === 'review-accepted' ? 'accept' : 'reject';
      const how = random.pick(['bill', 'capture'] as const);
      later(() => gateway.decide(payment, decision, how));
      return payment;
    }
  }
}

/** Refunds by one or more people, some of them by hand at the gateway, most while the payment is still fresh. */
function refundLater(parts: StoryParts, payment: Transaction, lastsMs: number): void {
  const { random, scheduler, outside } = parts;
  const isHopeless = payment.status === 'DECLINED' || payment.status === 'VOIDED';
  if (isHopeless && random.chance(0.8)) return;
  const wishes = random.pick([0, 1, 1, 2, 3, 4]);
  const together = scheduler.nowMs + random.between(FRESH_MS, lastsMs);
  for (let wish = 0; wish < wishes; wish += 1) {
    const at = random.chance(0.5) ? together : scheduler.nowMs + random.between(FRESH_MS, lastsMs);
    const delayMs = at - scheduler.nowMs + random.between(0, 500);
    scheduler.after(delayMs, () => void wishRefund(parts, payment, lastsMs));
  }
  if (random.chance(0.15)) {
    const amountMinor = random.whole(1, payment.amountMinor);
    scheduler.after(random.between(0, lastsMs), () =>
      outside.gateway.refundByHand(payment, amountMinor),
    );
  }
}

async function wishRefund(parts: StoryParts, payment: Transaction, lastsMs: number): Promise<void> {
  const { random, people, installation } = parts;
  const all = payment.amountMinor;
  const amountMinor = random.pick([all, Math.ceil(all / 2), random.whole(1, all), 1]);
  const key = `${installation}|${payment.merchantId}|${payment.id}`;
  const wish = people.decide(key, amountMinor, payment.currency);
  const how = random.fraction();
  if (how < 0.15) await people.refundTwice(wish, random.between(0, 200));
  else if (how < 0.25) await people.refundTwice(wish, random.between(0, lastsMs));
  else if (how < 0.3) await people.reuse(wish);
  else await people.refund(wish);
}
