// Charges that go on by themselves: declined cards that are tried again, and what flows charge.
import { beforeEach, describe, expect, it } from 'vitest';
import { ok } from '../../../../functions/core/domain/result.ts';
import { StoreFailure } from '../../../../functions/core/ports/store.ts';
import { cancelCharge } from '../../../../functions/core/steps/charges/cancel-charge.ts';
import { chargeByFlow } from '../../../../functions/core/steps/charges/charge-by-flow.ts';
import type { Interceptor } from '../../../../functions/core/store/memory-store.ts';
import { INSTALLATION } from '../fake-transactions.ts';
import { type ChargeStory, openChargeStory } from './charge-story.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const clerk = { userId: 'u1', name: 'A clerk', role: 'agent' } as const;

let story: ChargeStory;
let mails: string[];
let cardKey: string;

async function open(options: { readonly intercept?: Interceptor } = {}) {
  story = openChargeStory(options);
  mails = [];
  Object.assign(story.company, { publicUrl: 'https://pay.example/server/api' });
  story.company.notices.sendMail = async (to, { text }) => {
    mails.push(`${to}: ${text}`);
    return ok(undefined);
  };
  cardKey = await story.keepCard();
}

beforeEach(() => open());

const newest = async () => {
  const rows = await story.charges();
  const row = rows.filter(({ books_invoice_id: of }) => of === 'invoice-inv').at(-1);
  if (row === undefined) throw new Error('no charge');
  return row;
};
const followed = async () => (await story.charges()).find(({ retries }) => retries === 1);
const savedTries = () => story.chargeOrders.filter(({ source }) => source.kind === 'saved').length;
const days = async (count: number) => {
  for (let hour = 0; hour < count * 24; hour += 6) {
    story.advance(6 * HOUR_MS);
    await story.work();
  }
};

describe('a declined saved card that is followed', () => {
  const charge = () => story.ask(story.request({ cardKey, retries: true }));

  it('is tried again on later days, and the customer is told each time', async () => {
    story.chargeBehaviours.push('decline', 'decline');
    const answered = await charge();
    const at = story.ports.clock.now();
    expect(answered).toMatchObject({
      value: { charge: { state: 'retrying', nextTryAt: at + DAY_MS, tries: 1 } },
    });
    await story.work();
    expect(mails).toHaveLength(1);
    expect(mails[0]).toContain('buyer@example.com: We could not charge USD 100.00 to your Visa');
    expect(mails[0]).toContain('there was not enough money for it. Nothing was charged.');
    expect(mails[0]).toContain('We try the same card again on');
    await days(2);
    expect(mails).toHaveLength(2);
    expect(savedTries()).toBe(0);
    await days(2);
    expect(await newest()).toMatchObject({ state: 'paid', tries: 3 });
    expect([savedTries(), mails.length]).toEqual([1, 2]);
  });

  it('is given up after the last time, with a link to pay by another card', async () => {
    story.chargeBehaviours.push(...Array(9).fill('decline'));
    await charge();
    await days(30);
    const rows = await story.charges();
    const mine = rows.find(({ charge_key, link_hash }) => link_hash === charge_key);
    expect(mine).toMatchObject({ state: 'declined', tries: 5 });
    expect(mails).toHaveLength(5);
    expect(mails.at(-1)).toMatch(/could not charge[\s\S]*Please pay USD 100\.00[\s\S]*pay#/);
  });

  it('is never tried again when the card is stolen: the customer gets a link, and no hint', async () => {
    story.chargeBehaviours.push('decline-for-good');
    expect(await charge()).toMatchObject({ value: { charge: { state: 'declined' } } });
    await days(20);
    expect(savedTries()).toBe(0);
    expect(mails).toHaveLength(1);
    expect(mails[0]).toContain('your bank has declined it');
  });

  it('is cancelled by staff', async () => {
    story.chargeBehaviours.push('decline');
    const answered = await charge();
    const intentId = answered.ok ? answered.value.charge.intentId : '';
    expect(await cancelCharge(story.ports, INSTALLATION, clerk, intentId)).toMatchObject({
      value: { charge: { state: 'cancelled' } },
    });
    await days(3);
    expect(savedTries()).toBe(0);
  });

  it('is not tried again once the invoice is paid otherwise', async () => {
    story.chargeBehaviours.push('decline');
    await charge();
    const secret = await story.link();
    await story.open(secret);
    await story.pay(story.payRequest(secret));
    await days(3);
    expect(await followed()).toMatchObject({ state: 'cancelled' });
    expect(savedTries()).toBe(0);
  });

  it('waits for nobody when the card was removed meanwhile', async () => {
    story.chargeBehaviours.push('decline');
    await charge();
    const [card] = await story.cards();
    await story.ports.store.update('Cards', card?.ROWID ?? '', { state: 'removed' });
    await days(2);
    expect(await followed()).toMatchObject({ state: 'failed' });
  });

  it('is tried again in an hour when nobody could judge it', async () => {
    story.chargeBehaviours.push('never-sent');
    expect(await charge()).toMatchObject({ value: { charge: { state: 'retrying' } } });
    await days(1);
    expect(await newest()).toMatchObject({ state: 'paid' });
    expect(mails).toEqual([]);
  });

  it.each([
    ['is not tried before its time', ['decline'], 'retrying', 1],
    ['rests once it is declined for good', ['decline-for-good'], 'declined', 1],
  ] as const)('%s, should it be looked at too early', async (_, answers, state, tries) => {
    story.chargeBehaviours.push(...answers);
    await charge();
    await story.work();
    const row = await followed();
    await story.ports.store.update('Charges', row?.ROWID ?? '', { due_at: 0 });
    await story.work();
    const after = await followed();
    expect(after).toMatchObject({ state, tries });
    expect(after?.due_at).toBeGreaterThanOrEqual(story.ports.clock.now() + DAY_MS - HOUR_MS);
  });

  it('is given up when the invoice was deleted', async () => {
    story.chargeBehaviours.push('decline');
    await charge();
    story.records.invoices.delete('inv');
    await days(2);
    expect(await followed()).toMatchObject({ state: 'cancelled', tries: 1 });
  });

  it('is given up after a day in which nobody could judge it', async () => {
    story.chargeBehaviours.push(...Array(9).fill('never-sent'));
    await charge();
    await days(3);
    expect(await followed()).toMatchObject({ state: 'failed', tries: 5 });
    expect(story.chargeBehaviours).toHaveLength(4);
    expect(mails).toEqual([expect.stringMatching(/not try your Visa[\s\S]*pay#/)]);
    expect(story.records.invoiceComments.size).toBe(1);
  });
});

describe('a flow that charges the saved card', () => {
  const step = () =>
    chargeByFlow(story.ports, story.company, {
      invoiceId: 'invoice-inv',
      reason: 'Invoice',
      effectKey: 'inst-1|invoice-created|inv|charge',
    });

  it('charges once however often the step is tried', async () => {
    expect(await step()).toMatchObject({ value: { state: 'paid' } });
    expect(await step()).toMatchObject({ value: { state: 'paid' } });
    expect(savedTries()).toBe(1);
  });

  it('says that there is no card', async () => {
    for (const card of await story.cards()) {
      await story.ports.store.update('Cards', card.ROWID, { state: 'removed' });
    }
    expect(await step()).toMatchObject({ problem: { code: 'no-saved-card' } });
  });
});

it('holds at any store call: a followed charge is taken once, and told once at least', async () => {
  const run = async (at: number, when: 'before' | 'after'): Promise<number> => {
    let calls = 0;
    let armed = false;
    await open({
      intercept: async ({ table }, apply) => {
        // Calls of flows and payments have crash tests of their own.
        if (!armed || (table !== 'Charges' && table !== 'Cards')) return apply();
        calls += 1;
        if (calls === at && when === 'before') throw new StoreFailure('crash', 'crash');
        const result = apply();
        if (calls === at) throw new StoreFailure('crash', 'crash');
        return result;
      },
    });
    story.chargeBehaviours.push('decline');
    const wanted = story.request({ cardKey, retries: true });
    armed = true;
    await story.ask(wanted).catch(() => undefined);
    for (let turn = 0; turn < 5; turn += 1) {
      story.advance(6 * HOUR_MS);
      await story.work().catch((error: unknown) => {
        if (!(error instanceof StoreFailure)) throw error;
      });
    }
    armed = false;
    await story.ask(wanted);
    await days(2);
    const note = `crash ${when} store call ${at}`;
    expect(savedTries(), note).toBe(1);
    expect(await newest(), note).toMatchObject({ state: 'paid' });
    return calls;
  };
  const usual = await run(Number.POSITIVE_INFINITY, 'before');
  for (let at = 1; at <= usual; at += 1) {
    await run(at, 'before');
    await run(at, 'after');
  }
  expect(usual).toBeGreaterThan(15);
});
