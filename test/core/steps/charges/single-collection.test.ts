// However an invoice's money is asked for, it is collected once: links, saved cards and payments that come otherwise, in any order.
import { beforeEach, describe, expect, it } from 'vitest';
import { shareOf } from '../../../../functions/core/work/charges.ts';
import { seededRandom } from '../world.ts';
import { type ChargeStory, INVOICE_MINOR, openChargeStory } from './charge-story.ts';

/** Another invoice of the same customer. */
const OTHER_MINOR = 2_500;
/** What the payment takes with which the card is kept. */
const CARD_KEPT_MINOR = 100;

let story: ChargeStory;

beforeEach(() => {
  story = openChargeStory();
});

async function pay(secret: string) {
  const opened = await story.open(secret);
  return opened.ok ? story.pay(story.payRequest(secret)) : opened;
}

const collectedMinor = () =>
  story.chargeOrders
    .filter(({ reference }) => reference.startsWith('INV-inv.'))
    .reduce((sum, { amount }) => sum + amount.minor, 0);

it('a press of the button that comes twice at once is sent once', async () => {
  const secret = await story.link();
  await story.open(secret);
  const press = story.payRequest(secret);
  await Promise.all([story.pay(press), story.pay(press)]);
  expect(story.chargeOrders).toHaveLength(1);
});

describe('two links of one invoice', () => {
  it('are paid once: the second says that the invoice is paid, before a card is typed', async () => {
    const [first, second] = [await story.link(), await story.link()];
    expect(await pay(first)).toMatchObject({ value: { state: 'paid' } });
    // Collected, but not in the books yet.
    expect(await pay(second)).toMatchObject({ problem: { code: 'invoice-being-paid' } });
    await story.work();
    expect(await story.open(second)).toMatchObject({ problem: { code: 'invoice-settled' } });
    expect(await story.show(second)).toMatchObject({
      value: { state: 'over', problem: { code: 'invoice-settled' } },
    });
    expect(collectedMinor()).toBe(INVOICE_MINOR);
  });

  it('over parts are both paid, and a third over what is no longer open is closed', async () => {
    const half = { amountMinor: INVOICE_MINOR / 2 };
    const links = [await story.link(half), await story.link(half), await story.link(half)];
    const states = [];
    for (const secret of links) {
      const answered = await pay(secret);
      states.push(answered.ok ? 'paid' : answered.problem.code);
      await story.work();
    }
    expect(states).toEqual(['paid', 'paid', 'invoice-settled']);
    expect(collectedMinor()).toBe(INVOICE_MINOR);
  });

  it('where one is held for review: the other waits until it is decided', async () => {
    const [first, second] = [await story.link(), await story.link()];
    story.chargeBehaviours.push('review');
    expect(await pay(first)).toMatchObject({ value: { state: 'in-review' } });
    expect(await pay(second)).toMatchObject({ problem: { code: 'invoice-being-paid' } });
    expect(collectedMinor()).toBe(INVOICE_MINOR);
  });

  it('where one got no answer: the other waits until it is known', async () => {
    const [first, second] = [await story.link(), await story.link()];
    story.chargeBehaviours.push('time-out');
    await pay(first);
    expect(await pay(second)).toMatchObject({ problem: { code: 'invoice-being-paid' } });
    for (let hour = 0; hour < 14; hour += 1) {
      story.advance(3_600_000);
      await story.work();
    }
    expect(await pay(second)).toMatchObject({ value: { state: 'paid' } });
    expect(await pay(first)).toMatchObject({ ok: false });
  });
});

describe('a link beside other ways', () => {
  it('is closed by a payment that somebody typed into the books', async () => {
    const secret = await story.link();
    const read = story.company.ledger.readInvoice;
    story.company.ledger.readInvoice = async (id) => {
      const invoice = await read(id);
      return invoice.ok
        ? { ...invoice, value: { ...invoice.value, balance: { minor: 0, currency: 'USD' } } }
        : invoice;
    };
    expect(await pay(secret)).toMatchObject({ problem: { code: 'invoice-settled' } });
    expect(story.chargeOrders).toEqual([]);
  });

  it('charges no saved card when the link was paid, and the other way round', async () => {
    const cardKey = await story.keepCard();
    const secret = await story.link();
    await pay(secret);
    expect(await story.ask(story.request({ cardKey }))).toMatchObject({
      value: { charge: { state: 'failed', problem: { code: 'invoice-being-paid' } } },
    });
    const invoiceId = story.openInvoice('other');
    const other = await story.link({ invoiceId });
    await story.ask(story.request({ cardKey, invoiceId }));
    expect(await pay(other)).toMatchObject({ ok: false });
    expect(collectedMinor()).toBe(INVOICE_MINOR);
  });

  it('is not paid while the books do not say what is open', async () => {
    const secret = await story.link();
    await story.open(secret);
    story.company.ledger.readInvoice = async () => ({
      ok: false,
      problem: { code: 'zoho-unavailable', remedy: 'retry' },
    });
    expect(await story.pay(story.payRequest(secret))).toMatchObject({
      problem: { code: 'zoho-unavailable' },
    });
    expect(story.chargeOrders).toEqual([]);
  });
});

describe('all at once', () => {
  const seeds = Array.from({ length: 60 }, (_, seed) => seed);

  it.each(seeds)('never takes more than is open, in the order of seed %s', async (seed) => {
    const { fraction } = seededRandom(seed + 1);
    const waits: (() => void)[] = [];
    let armed = false;
    // Each store call waits for its turn: the order of all calls is drawn anew.
    story = openChargeStory({
      seed,
      intercept: async (_call, apply) => {
        if (armed) await new Promise<void>((resolve) => waits.push(resolve));
        return apply();
      },
    });
    const cardKey = await story.keepCard();
    const other = { invoiceId: story.openInvoice('two', OTHER_MINOR), amountMinor: OTHER_MINOR };
    const links = [
      await story.link(),
      await story.link(),
      await story.link({ amountMinor: 6_000 }),
      await story.link(other),
      await linkOverBoth(['invoice-inv', other.invoiceId]),
      await linkOverBoth([other.invoiceId, 'invoice-inv']),
    ];
    for (const secret of links) await story.open(secret);
    armed = true;
    let isOver = false;
    const all = Promise.all([
      ...links.map((secret) => story.pay(story.payRequest(secret))),
      story.ask(story.request({ cardKey })),
    ]).then(() => {
      isOver = true;
    });
    while (!isOver) {
      const [next] = waits.splice(Math.floor(fraction() * waits.length), 1);
      next?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
    await all;
    armed = false;
    const paid = (await story.charges()).filter(({ state }) => state === 'paid');
    const collected = (id: string) => paid.reduce((sum, one) => sum + shareOf(one, id), 0);
    expect(collected('invoice-inv')).toBeLessThanOrEqual(INVOICE_MINOR);
    expect(collected(other.invoiceId)).toBeLessThanOrEqual(OTHER_MINOR);
    const takenMinor = story.chargeOrders.reduce((sum, { amount }) => sum + amount.minor, 0);
    expect(takenMinor).toBe(
      CARD_KEPT_MINOR + collected('invoice-inv') + collected(other.invoiceId),
    );
  });

  async function linkOverBoth(invoiceIds: string[]): Promise<string> {
    const amountMinor = INVOICE_MINOR + OTHER_MINOR;
    const { invoiceId: _, ...wanted } = story.request({ invoiceIds, amountMinor });
    const asked = await story.ask({ ...wanted, customerId: 'customer-1' });
    return (asked.ok && asked.value.link?.split('#')[1]) || '';
  }
});
