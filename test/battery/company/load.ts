// A stretch of business under one seed: orders paid, held, captured and declined, refunds by several people at once.
import type { SeededRandom } from '../../simulation/seeded-random.ts';
import type { Told } from '../checks/compare-answers.ts';
import type { Company } from './company.ts';
import { passTime, runTimer } from './heal.ts';
import { type Buyer, Market, type MarketCurrency, type Purchase } from './market.ts';
import { insistOnRefund, refunders, wishRefund } from './staff.ts';

/** How a payment goes. */
const courses = [
  'sale',
  'sale',
  'sale',
  'sale',
  'sale-after-decline',
  'captured-later',
  'captured-in-parts',
  'authorized',
  'accepted',
  'rejected',
  'declined',
] as const;
type Course = (typeof courses)[number];

/** When the work of functions that died is taken over. */
const LEASES_END_MS = 6 * 60_000;
const REFUNDS_EACH = 3;
const BY_HAND_MINOR = 50;

const triggers: Partial<Record<Course, string>> = {
  accepted: '+review',
  rejected: '+review',
  declined: '+decline',
};

/** Namesakes, and names that some records cannot take as they are. */
const people: readonly (readonly [firstName: string, lastName: string])[] = [
  ['Ada', 'Lane'],
  ['Bo', "O'Neill (jr)"],
  ['Zoë', 'Ström'],
  ['Robin', 'Ash'],
];

export interface Deal {
  readonly course: Course;
  readonly purchase: Purchase;
}

/** Orders of all courses, paid at once; ends when nobody outside has anything more to do with them. */
export async function sell(company: Company, random: SeededRandom): Promise<readonly Deal[]> {
  const market = new Market(company);
  troubleWebhooks(company, random);
  const deals = await Promise.all(courses.map((course) => buy(market, random, course)));
  await runTimer(company);
  await Promise.all(deals.map((deal) => carryOn(market, random, deal)));
  await passTime(company, LEASES_END_MS);
  return deals;
}

/** Refunds of most payments, some in the Business Center, most by our people; answers what those were told. */
export async function giveBack(
  company: Company,
  random: SeededRandom,
  deals: readonly Deal[],
): Promise<readonly Told[]> {
  const market = new Market(company);
  const byHand = deals.filter(() => random.chance(0.3));
  await Promise.all(byHand.map(({ purchase }) => market.refund(purchase, BY_HAND_MINOR)));
  troubleWebhooks(company, random);
  troubleRefunds(company, random);
  const back = deals.filter(() => random.chance(0.8));
  const told = back.map(({ purchase }) => refundSome(company, random, purchase));
  const all = (await Promise.all(told)).flat();
  await passTime(company, LEASES_END_MS);
  return all;
}

/** The next webhooks come twice, late, after the one that followed them, or never. */
function troubleWebhooks({ cybersource, shop }: Company, random: SeededRandom): void {
  for (const { switches } of [cybersource.faults, shop.faults]) {
    switches.set('webhook-duplicate', random.whole(2, 6));
    switches.set('webhook-drop', random.whole(1, 4));
  }
  cybersource.faults.switches.set('webhook-reorder', random.whole(0, 2));
}

/** Refunds whose answer is lost, before and after the gateway has acted. */
function troubleRefunds({ cybersource }: Company, random: SeededRandom): void {
  for (const mode of ['cut-before', 'cut-after', 'bad-json'] as const) {
    if (random.chance(0.5)) cybersource.faults.arm({ mode, method: 'POST', path: '/refunds' });
  }
}

async function buy(market: Market, random: SeededRandom, course: Course): Promise<Deal> {
  const currency: MarketCurrency = random.pick(['USD', 'USD', 'EUR', 'JPY']);
  const order = market.order(buyer(random, course), currency);
  if (course === 'sale-after-decline') {
    const { email } = order.billing;
    const refused = { ...order.billing, email: email.replace('@', '+decline@') };
    await market.pay({ ...order, billing: refused }, true);
  }
  const isSale = course.startsWith('sale') || course === 'declined';
  return { course, purchase: await market.pay(order, isSale) };
}

/** Few people with many orders: what is made once per customer must not be made twice. */
function buyer(random: SeededRandom, course: Course): Buyer {
  const number = random.whole(0, people.length - 1);
  const [firstName, lastName] = people[number] ?? ['', ''];
  const email = `buyer${number}${triggers[course] ?? ''}@example.com`;
  // An address of its own is a person of its own.
  const family = triggers[course] === undefined ? lastName : `${lastName} ${course}`;
  return { firstName, lastName: family, email };
}

async function carryOn(
  market: Market,
  random: SeededRandom,
  { course, purchase }: Deal,
): Promise<void> {
  const { totalMinor } = purchase.order;
  if (course === 'captured-later') await market.capture(purchase, totalMinor);
  if (course === 'captured-in-parts') {
    const firstMinor = random.whole(1, totalMinor - 1);
    await market.capture(purchase, firstMinor);
    await market.capture(purchase, totalMinor - firstMinor);
  }
  if (course === 'accepted') await market.decide(purchase, 'ACCEPT');
  if (course === 'rejected') await market.decide(purchase, 'REJECT');
}

/** Several people at once, with double clicks; not all of it fits. */
async function refundSome(
  company: Company,
  random: SeededRandom,
  purchase: Purchase,
): Promise<Told[]> {
  const { totalMinor } = purchase.order;
  const wanted = Array.from({ length: random.whole(1, REFUNDS_EACH) }, () => {
    const amountMinor = random.pick([totalMinor, Math.ceil(totalMinor / 2), 100]);
    const wish = wishRefund(company, random, purchase, amountMinor);
    return { role: random.pick(refunders), wish };
  });
  const clicks = wanted.flatMap((one) => (random.chance(0.3) ? [one, one] : [one]));
  return Promise.all(
    clicks.map(async ({ role, wish }) => {
      const { state } = await insistOnRefund(company, role, wish);
      return { intentId: wish.intentId, amountMinor: wish.amountMinor, state };
    }),
  );
}
