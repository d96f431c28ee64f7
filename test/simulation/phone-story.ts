// Orders by phone: the card is authorized, and staff capture, release, void and give back by themselves.
import type { Movers } from './movers.ts';
import type { Transaction } from './outside/gateway.ts';
import type { Duty } from './people.ts';
import { drawOrder, type StoryParts } from './story.ts';

const MINUTE_MS = 60_000;
const ORDERS_FROM = 2_001;

export interface PhoneParts extends StoryParts {
  readonly movers: Movers;
  /** What is still to be done once nothing goes wrong any more. */
  readonly atLast: (duty: Duty) => void;
}

/** How a payment goes, and how often. */
const ways = [
  ['captured', 20],
  ['captured in parts', 20],
  ['released', 12],
  ['released and captured at once', 8],
  ['sale voided', 8],
  ['captures voided', 8],
  ['one capture voided', 8],
  ['refund called back', 10],
  ['refund over captures', 16],
] as const;
type Way = (typeof ways)[number][0];
/** The names of the ways. */
export const phoneWays: readonly Way[] = ways.map(([way]) => way);

const begunAsSale: readonly Way[] = ['sale voided', 'refund called back'];

/** Puts what staff do with their own orders into the queue. */
export function tellPhoneStory(parts: PhoneParts): void {
  const { random, scheduler, lastsMs } = parts;
  for (let number = random.pick([1, 1, 2]); number > 0; number -= 1) {
    const id = String(ORDERS_FROM + number);
    scheduler.after(random.between(0, lastsMs / 3), () => void takeOrder(parts, id));
  }
}

async function takeOrder(parts: PhoneParts, id: string): Promise<void> {
  const { random, scheduler, outside, coverage, atLast } = parts;
  const { sale, place } = drawOrder(parts, id);
  const way = random.weighted(ways);
  coverage.count(`phone ${way}`);
  parts.trace?.(`phone order ${id} of ${sale.amountMinor} ${sale.currency}: ${way}`);
  place();
  await scheduler.sleep(random.between(500, 20_000));
  const isSale = begunAsSale.includes(way);
  const payment = outside.gateway.pay(sale, isSale ? 'sale' : 'authorization');
  atLast(() => finish(parts, payment));
  await scheduler.sleep(random.between(5_000, 60_000));
  await act(parts, way, payment);
}

async function act(parts: PhoneParts, way: Way, payment: Transaction): Promise<void> {
  const { movers } = parts;
  const { amountMinor } = payment;
  switch (way) {
    case 'captured':
      return movers.move('capture', payment, amountMinor);
    case 'captured in parts':
      return captureInParts(parts, payment);
    case 'released':
      return movers.move('reverse', payment, amountMinor);
    case 'released and captured at once':
      await Promise.all([
        movers.move('reverse', payment, amountMinor),
        movers.move('capture', payment, amountMinor),
      ]);
      return;
    case 'sale voided':
      return movers.move('void', payment, amountMinor, payment);
    case 'captures voided':
      await captureInParts(parts, payment);
      return voidCaptures(parts, payment, 'all');
    case 'one capture voided':
      await captureInParts(parts, payment);
      return voidCaptures(parts, payment, 'one');
    case 'refund called back':
      return callBack(parts, payment);
    case 'refund over captures':
      await captureInParts(parts, payment);
      return refund(parts, payment, amountMinor - Math.floor(amountMinor / 4));
  }
}

async function captureInParts(parts: PhoneParts, payment: Transaction): Promise<void> {
  const { random, scheduler, movers } = parts;
  let left = payment.amountMinor;
  for (let count = random.pick([2, 2, 3]); count > 0 && left > 0; count -= 1) {
    const part = count === 1 ? left : Math.max(1, Math.floor(left * random.between(0.2, 0.8)));
    left -= part;
    await movers.move('capture', payment, part);
    await scheduler.sleep(random.pick([0, MINUTE_MS, 5 * MINUTE_MS]) * random.fraction());
  }
}

async function voidCaptures(
  { movers, random, scheduler, outside }: PhoneParts,
  payment: Transaction,
  which: 'all' | 'one',
): Promise<void> {
  await scheduler.sleep(random.pick([1_000, 5 * MINUTE_MS]) * random.fraction());
  const captures = capturesOf(outside, payment);
  const meant = which === 'one' ? captures.slice(0, 1) : captures;
  const voids = meant.map((one) => movers.move('void', payment, one.amountMinor, one));
  await Promise.all(voids);
}

async function callBack(parts: PhoneParts, payment: Transaction): Promise<void> {
  const { movers, random, scheduler, outside } = parts;
  const all = payment.amountMinor;
  await refund(parts, payment, random.pick([all, Math.ceil(all / 2)]));
  await scheduler.sleep(random.pick([1_000, MINUTE_MS, 10 * MINUTE_MS]) * random.fraction());
  const [refunded] = outside.gateway.refundsOf(payment.id);
  if (refunded === undefined) return;
  await movers.move('void-refund', payment, refunded.amountMinor, refunded);
}

async function refund(
  { people, installation }: PhoneParts,
  { merchantId, id, currency }: Transaction,
  amountMinor: number,
): Promise<void> {
  await people.refund(people.decide(`${installation}|${merchantId}|${id}`, amountMinor, currency));
}

function capturesOf({ gateway }: PhoneParts['outside'], { id }: Transaction): Transaction[] {
  return gateway
    .ofPayment(id)
    .filter(({ kind, status }) => kind === 'capture' && status === 'PENDING');
}

/** Nothing stays authorized for ever: what is left is captured. */
function finish({ movers, outside }: PhoneParts, payment: Transaction): Promise<void> | undefined {
  const left = leftToCapture(outside, payment);
  return left === 0 ? undefined : movers.finish('capture', payment, left);
}

function leftToCapture({ gateway }: PhoneParts['outside'], payment: Transaction): number {
  if (payment.billed || payment.status !== 'AUTHORIZED') return 0;
  const followed = gateway.ofPayment(payment.id).filter(({ status }) => status !== 'DECLINED');
  const captures = followed.filter(({ kind }) => kind === 'capture');
  if (followed.some(({ kind }) => kind === 'reversal')) return 0;
  return captures.reduce((left, one) => left - one.amountMinor, payment.amountMinor);
}
