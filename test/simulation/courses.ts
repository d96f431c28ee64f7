// The ways that a payment goes at the gateway: by the shop's checkout, the Business Center and the analysts.
import type { GatewayModel, Sale, Transaction } from './outside/gateway.ts';
import type { Scheduler } from './scheduler.ts';
import type { SeededRandom } from './seeded-random.ts';

const MINUTE_MS = 60_000;
const LATE_MS = 5 * 60 * MINUTE_MS;

/** How a payment goes, and how often. */
const weights = [
  ['sale', 40],
  ['authorized-captured', 14],
  ['captured-in-parts', 8],
  ['reversed', 5],
  ['voided', 4],
  ['voided-later', 4],
  ['review-accepted', 9],
  ['review-rejected', 6],
  ['declined', 5],
  ['declined-then-sale', 7],
  ['sale-without-order', 3],
  ['sale-before-order', 3],
] as const;
/** The names of the courses. */
export const courses: readonly Course[] = weights.map(([course]) => course);
export type Course = (typeof weights)[number][0];

export function drawCourse(random: SeededRandom): Course {
  return random.weighted(weights);
}

export interface CourseParts {
  readonly scheduler: Scheduler;
  readonly random: SeededRandom;
  readonly gateway: GatewayModel;
}

/** Begins the payment's way; the answer is what refunds are about. */
export function takeCourse(parts: CourseParts, course: Course, sale: Sale): Transaction {
  const { gateway, random } = parts;
  const later = (act: () => void) => sometime(parts, act);
  switch (course) {
    case 'sale':
    case 'sale-without-order':
    case 'sale-before-order':
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
      // The rest may follow with the second parcel, days later in truth.
      const rest = sale.amountMinor - first;
      const restMs = random.pick([10 * MINUTE_MS, LATE_MS]) * random.fraction();
      if (rest > 0) parts.scheduler.after(restMs, () => gateway.capture(payment, rest));
      return payment;
    }
    case 'reversed': {
      const payment = gateway.pay(sale, 'authorization');
      later(() => gateway.reverse(payment));
      return payment;
    }
    case 'voided': {
      const payment = gateway.pay(sale, 'sale');
      gateway.void(payment);
      return payment;
    }
    case 'voided-later': {
      const payment = gateway.pay(sale, 'sale');
      later(() => {
        // Once the batch has gone out it is too late.
        if (payment.status === 'AUTHORIZED') gateway.void(payment);
      });
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

/** Within minutes mostly, and now and then only after hours. */
function sometime({ scheduler, random }: CourseParts, act: () => void): void {
  const within = random.chance(0.2) ? LATE_MS : 10 * MINUTE_MS;
  scheduler.after(random.between(1_000, within), act);
}
