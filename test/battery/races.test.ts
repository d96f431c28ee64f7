// Many people and machines at one payment at the same moment, over HTTP, on several instances of our functions.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SeededRandom } from '../simulation/seeded-random.ts';
import { compareWorld } from './checks/compare.ts';
import { readWorld, type World } from './checks/world.ts';
import { type Company, startCompany } from './company/company.ts';
import { heal, quiet, runTimer } from './company/heal.ts';
import { Market, type Purchase } from './company/market.ts';
import {
  askRefund,
  paymentKeyOf,
  type RefundAnswer,
  refunders,
  wishRefund,
} from './company/staff.ts';

const HOUR_MS = 3_600_000;
const random = new SeededRandom(1, 'races');
const buyer = { firstName: 'Ada', lastName: 'Lane', email: 'ada@example.com' };
const newcomer = { firstName: 'Bo', lastName: 'Reed', email: 'bo@example.com' };

let company: Company;
let market: Market;

beforeAll(async () => {
  company = await startCompany();
  market = new Market(company);
});

afterAll(() => company?.close());

/** A sale that is in the books: what comes then is only about the money that goes back. */
async function sell(): Promise<Purchase> {
  const purchase = await market.pay(market.order(buyer), true);
  await heal(company);
  return purchase;
}

/** Different people, each with an intent of their own; all at once. */
function refundAtOnce(purchase: Purchase, amounts: readonly number[]): Promise<RefundAnswer[]> {
  const wishes = amounts.map((minor) => wishRefund(company, random, purchase, minor));
  return Promise.all(
    wishes.map((wish, index) =>
      askRefund(company, refunders[index % refunders.length] ?? 'agent', wish),
    ),
  );
}

/** The amounts that were granted. */
function granted(amounts: readonly number[], answers: readonly RefundAnswer[]): number[] {
  return amounts.filter((_, index) => answers[index]?.state === 'succeeded');
}

function refundsOf({ gateway }: World, { paymentId }: Purchase) {
  return gateway.filter(
    ({ kind, rootId, status }) =>
      kind === 'refund' && rootId === paymentId && status !== 'DECLINED',
  );
}

function refundedMinor(world: World, purchase: Purchase): number {
  return sum(refundsOf(world, purchase).map(({ amountMinor }) => amountMinor));
}

function sum(minor: readonly number[]): number {
  return minor.reduce((total, one) => total + one, 0);
}

/** Every answer is a yes, or a no in words. */
/** What is refused where nothing, or too little, is left. */
const overLimit = [
  'refund-over-limit',
  'cannot-nothing-left',
  'cannot-disputed',
  'cannot-disputed-until',
];

function expectWords(answers: readonly RefundAnswer[], codes: readonly string[]): void {
  for (const answer of answers.filter(({ state }) => state !== 'succeeded')) {
    expect(codes).toContain(answer.code);
    expect(answer.message).toMatch(/\w+ \w+.*\.$/);
  }
}

test('a new customer who pays six orders at once with cards of six people is one customer', async () => {
  const orders = Array.from({ length: 6 }, () => market.order(newcomer));
  await Promise.all(
    orders.map((order, index) => {
      const email = `holder${index}@example.com`;
      return market.pay({ ...order, billing: { ...order.billing, email } }, true);
    }),
  );
  await heal(company);
  expect(compareWorld(readWorld(company))).toEqual([]);
});

test('of fifty refunds at once on one payment only those go out that fit', async () => {
  const purchase = await sell();
  const { totalMinor } = purchase.order;
  const amounts = Array.from({ length: 50 }, (_, index) => 301 + index * 17);
  const answers = await refundAtOnce(purchase, amounts);
  expectWords(answers, overLimit);
  await heal(company);
  const world = readWorld(company);
  const moved = refundedMinor(world, purchase);
  expect(moved).toBe(sum(granted(amounts, answers)));
  expect(moved).toBeLessThanOrEqual(totalMinor);
  // As many as there is room for: the smallest that was refused would not have fitted either.
  const refused = amounts.filter((_, index) => answers[index]?.state !== 'succeeded');
  expect(moved + Math.min(...refused)).toBeGreaterThan(totalMinor);
  expect(compareWorld(world)).toEqual([]);
});

test('twenty clicks with one intent are one refund', async () => {
  const purchase = await sell();
  const wish = wishRefund(company, random, purchase, 1_000);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => askRefund(company, 'agent', wish)),
  );
  for (const { status, state } of answers) {
    expect(status).toBe(200);
    expect(['intended', 'sent', 'succeeded']).toContain(state);
  }
  const other = await askRefund(company, 'agent', { ...wish, amountMinor: 1_001 });
  expect(other).toMatchObject({ status: 409, code: 'intent-reused' });
  await heal(company);
  const world = readWorld(company);
  expect(refundsOf(world, purchase)).toMatchObject([{ amountMinor: 1_000 }]);
  expect(compareWorld(world)).toEqual([]);
});

test('refunds that meet a dispute leave no more than what is left beside it', async () => {
  const { clock } = company;
  const order = market.order(buyer);
  const { totalMinor } = order;
  const amountMinor = Math.ceil(totalMinor / 2);
  const openedAtMs = clock.now() + 2 * HOUR_MS;
  const purchase = await market.payAndDispute(order, { amountMinor, openedAtMs });
  await heal(company);
  clock.advance(2 * HOUR_MS);
  const amounts = Array.from({ length: 8 }, () => Math.floor(totalMinor / 5));
  const [answers] = await Promise.all([refundAtOnce(purchase, amounts), runTimer(company)]);
  await quiet(company);
  expectWords(answers, overLimit);
  const late = await refundAtOnce(purchase, amounts);
  expectWords(late, overLimit);
  await heal(company);
  const world = readWorld(company);
  const moved = refundedMinor(world, purchase);
  expect(moved).toBe(sum([...granted(amounts, answers), ...granted(amounts, late)]));
  expect(moved).toBeLessThanOrEqual(totalMinor);
  expectEachFitted(world, purchase);
  expect(compareWorld(world)).toEqual([]);
});

/** In the order of our log every refund had room beside all that was before it. */
function expectEachFitted({ store }: World, purchase: Purchase): void {
  const key = paymentKeyOf(purchase);
  const place = (row: { readonly slot?: string | null }) => Number(row.slot?.split('#').at(-1));
  const log = store.Movements.filter((row) => row.payment_key === key);
  let outMinor = 0;
  for (const { kind, state, amount_minor } of log.toSorted((a, b) => place(a) - place(b))) {
    if (kind === 'capture' || state !== 'succeeded') continue;
    outMinor += Number(amount_minor);
    if (kind === 'refund') expect(outMinor).toBeLessThanOrEqual(purchase.order.totalMinor);
  }
  expect(log.filter(({ kind }) => kind === 'dispute')).toHaveLength(1);
}

/** When somebody in the Business Center acts on a payment that we are refunding. */
const moments = ['at the same moment', 'while ours is under way'] as const;

/** Resolves at once, or when our refund of the payment has its place in the log. */
async function until(moment: (typeof moments)[number], purchase: Purchase): Promise<void> {
  if (moment === 'at the same moment') return;
  const key = paymentKeyOf(purchase);
  const isPlaced = () =>
    company.catalyst.tables
      .newest('Movements', 10)
      .some(({ payment_key, kind }) => payment_key === key && kind === 'refund');
  while (!isPlaced()) await new Promise((resolve) => setTimeout(resolve, 1));
}

test.each(moments)(
  'somebody else refunds in the Business Center, %s: only one goes out',
  async (moment) => {
    const purchase = await sell();
    const minor = Math.ceil(purchase.order.totalMinor * 0.6);
    const [answers, byHand] = await Promise.all([
      refundAtOnce(purchase, [minor]),
      until(moment, purchase).then(() => market.refund(purchase, minor)),
    ]);
    expect(granted([minor], answers)).toHaveLength(byHand.status === 201 ? 0 : 1);
    expectWords(answers, ['gateway-refused', ...overLimit]);
    await heal(company);
    const world = readWorld(company);
    expect(refundedMinor(world, purchase)).toBe(minor);
    expect(compareWorld(world)).toEqual([]);
  },
);

// Last, and without the books: what was booked before a void is not taken back by any flow yet.
test.each(moments)(
  'somebody voids the sale in the Business Center, %s: the money goes back once',
  async (moment) => {
    const purchase = await sell();
    const { totalMinor } = purchase.order;
    const [answers, voided] = await Promise.all([
      refundAtOnce(purchase, [totalMinor]),
      until(moment, purchase).then(() => market.voidSale(purchase)),
    ]);
    const refunds = voided.status === 201 ? 0 : 1;
    expect(granted([totalMinor], answers)).toHaveLength(refunds);
    expectWords(answers, [
      'gateway-refused',
      'cannot-given-back',
      'cannot-nothing-captured',
      ...overLimit,
    ]);
    await heal(company);
    const world = readWorld(company);
    expect(refundsOf(world, purchase)).toHaveLength(refunds);
    const ours = world.store.Movements.filter(
      ({ kind, state, payment_key }) =>
        kind === 'refund' && state === 'succeeded' && payment_key === paymentKeyOf(purchase),
    );
    expect(ours).toHaveLength(refunds);
  },
);
