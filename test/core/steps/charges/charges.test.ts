// Asking for money by link and by saved card: what the customer and staff see, and that nothing is charged twice.
import { beforeEach, describe, expect, it } from 'vitest';
import { type ChargeStory, INVOICE_MINOR, openChargeStory } from './charge-story.ts';

const HOUR_MS = 3_600_000;
let story: ChargeStory;

beforeEach(() => {
  story = openChargeStory();
});

/** Opens the fields and pays. */
async function pay(secret: string, more: object = {}) {
  const opened = await story.open(secret);
  if (!opened.ok) return opened;
  return story.pay(story.payRequest(secret, more));
}

describe('asking for money', () => {
  it('gives a link once, and keeps its hash only', async () => {
    const wanted = story.request();
    const asked = await story.ask(wanted);
    if (!asked.ok) throw new Error(asked.problem.code);
    const secret = asked.value.link?.split('#')[1] ?? '';
    expect(asked.value.link).toMatch(/^https:\/\/pay\.example\/server\/api\/pay#[\w-]{43}$/);
    expect(JSON.stringify(await story.charges())).not.toContain(secret);
    const again = await story.ask(wanted);
    expect(again).toMatchObject({ ok: true, value: { charge: { state: 'asked' } } });
    expect(again.ok && again.value.link).toBeUndefined();
    expect(await story.charges()).toHaveLength(1);
  });

  const refusals: readonly [string, object, string][] = [
    ['more than is open', { amountMinor: INVOICE_MINOR + 1 }, 'charge-over-balance'],
    ['nothing', { amountMinor: 0 }, 'amount-invalid'],
    ['another currency', { currency: 'JPY' }, 'currency-not-connected'],
    ['no reason', { reason: '  ' }, 'reason-missing'],
    ['an invoice that is not there', { invoiceId: 'invoice-none' }, 'not-found'],
    ['a card that is not there', { cardKey: 'inst-1|mid_usd|none' }, 'not-found'],
    ['an amount for keeping a card', { purpose: 'save-card' }, 'amount-invalid'],
  ];
  it.each(refusals)('is refused for %s', async (_, more, code) => {
    expect(await story.ask(story.request(more))).toMatchObject({ problem: { code } });
    expect(await story.charges()).toEqual([]);
  });

  it('is refused to those who may only look', async () => {
    const asked = await story.ask(story.request(), 'viewer');
    expect(asked).toMatchObject({ problem: { code: 'not-allowed' } });
  });

  it('does not take another wish for the same one', async () => {
    const wanted = story.request();
    await story.ask(wanted);
    const other = await story.ask({ ...wanted, amountMinor: 500 });
    expect(other).toMatchObject({ problem: { code: 'intent-reused' } });
  });
});

describe('the card page', () => {
  it('shows what is to be paid, to whom and for what', async () => {
    expect(await story.show(await story.link())).toMatchObject({
      value: {
        state: 'open',
        company: 'Test company',
        amount: { minor: INVOICE_MINOR, currency: 'USD' },
        reference: 'INV-inv',
        triesLeft: 5,
        customer: { email: 'buyer@example.com' },
      },
    });
  });

  it('tells a guessed secret nothing', async () => {
    await story.link();
    const guess = 'A'.repeat(43);
    for (const answer of [await story.show(guess), await story.open(guess)]) {
      expect(answer).toMatchObject({ problem: { code: 'link-unknown' } });
    }
  });

  it('pays: the payment is there, under a reference that finds the charge', async () => {
    const secret = await story.link();
    expect(await pay(secret)).toMatchObject({ value: { state: 'paid', card: 'Visa ..1111' } });
    const [payment] = await story.payments();
    expect(payment?.state).toBe('captured');
    expect(story.chargeOrders[0]?.reference).toMatch(/^INV-inv\.TB[0-9A-Z]{8}$/);
    // The link says that it was paid, and no more whose it was.
    const shown = await story.show(secret);
    expect(shown).toMatchObject({ value: { state: 'paid' } });
    expect(shown.ok && shown.value.customer).toBeUndefined();
  });

  it('pays: the payment is found from the customer’s records in the CRM too', async () => {
    const customer = story.records.cards.books.get('customer-1');
    if (customer === undefined) throw new Error('the story has a customer');
    const crm = { crmContactId: 'contact-7', crmAccountId: 'account-7' };
    story.records.cards.books.set('customer-1', { ...customer, ...crm });
    await pay(await story.link());
    await story.heal();
    const payments = await story.payments();
    expect(payments).toMatchObject([
      { crm_contact_id: 'contact-7', crm_account_id: 'account-7', books_invoice_id: 'invoice-inv' },
    ]);
  });

  it('takes a token of its own fields only', async () => {
    const secret = await story.link();
    const unopened = await story.pay(story.payRequest(secret));
    expect(unopened).toMatchObject({ problem: { code: 'card-entry-invalid' } });
    expect(story.chargeOrders).toEqual([]);
  });

  it('pressed twice, charges once', async () => {
    const secret = await story.link();
    await story.open(secret);
    const wanted = story.payRequest(secret);
    const both = await Promise.all([story.pay(wanted), story.pay(wanted)]);
    expect(both.every((one) => one.ok)).toBe(true);
    expect(story.chargeOrders).toHaveLength(1);
    expect(await story.pay(wanted)).toMatchObject({ value: { state: 'paid' } });
  });

  it('open in two windows, charges once', async () => {
    const secret = await story.link();
    await story.open(secret);
    const both = [story.payRequest(secret), story.payRequest(secret)];
    await Promise.all(both.map((one) => story.pay(one)));
    expect(story.chargeOrders).toHaveLength(1);
  });

  it('lets the customer try another card after a decline, five times', async () => {
    const secret = await story.link();
    for (let tries = 1; tries <= 5; tries += 1) {
      story.chargeBehaviours.push('decline');
      const answered = await pay(secret);
      expect(answered).toMatchObject({
        value: {
          state: tries < 5 ? 'open' : 'over',
          triesLeft: 5 - tries,
          problem: { code: 'card-declined' },
        },
      });
    }
    expect(await pay(secret)).toMatchObject({ problem: { code: 'link-used' } });
  });

  it('is closed by a decline for good', async () => {
    const secret = await story.link();
    story.chargeBehaviours.push('decline-for-good');
    expect(await pay(secret)).toMatchObject({ value: { state: 'over' } });
    expect(await pay(secret)).toMatchObject({ problem: { code: 'link-used' } });
  });

  it('says that a review holds it', async () => {
    const secret = await story.link();
    story.chargeBehaviours.push('review');
    expect(await pay(secret)).toMatchObject({ value: { state: 'in-review' } });
    expect((await story.payments())[0]?.state).toBe('pending-review');
  });

  it('takes a status that we don’t know for neither yes nor no', async () => {
    const secret = await story.link();
    story.chargeBehaviours.push('strange');
    expect(await pay(secret)).toMatchObject({ value: { state: 'under-way' } });
    const alarms = await story.ports.store.select('Alarms', { where: [['state', '=', 'open']] });
    expect(alarms).toHaveLength(1);
  });

  it('keeps the card when the customer agrees, and none otherwise', async () => {
    await pay(await story.link());
    expect(await story.cards()).toEqual([]);
    const invoiceId = story.openInvoice('another');
    await pay(await story.link({ invoiceId }), { keepsCard: true });
    expect(await story.cards()).toMatchObject([
      { brand: 'visa', last_four: '1111', books_customer_id: 'customer-1', is_default: 1 },
    ]);
  });

  it('checks a card without charging it, and books no payment', async () => {
    const secret = await story.link({ purpose: 'save-card', amountMinor: 0 });
    expect(await pay(secret)).toMatchObject({ value: { state: 'paid' } });
    expect(await story.cards()).toHaveLength(1);
    expect(await story.payments()).toEqual([]);
  });

  it('is over after three days', async () => {
    const secret = await story.link();
    story.advance(73 * HOUR_MS);
    expect(await story.show(secret)).toMatchObject({ value: { state: 'over' } });
    expect(await story.open(secret)).toMatchObject({ problem: { code: 'link-used' } });
    await story.work();
    expect((await story.charges())[0]?.state).toBe('expired');
  });

  it('does not open fields without end', async () => {
    const secret = await story.link();
    for (let load = 1; load <= 20; load += 1) expect((await story.open(secret)).ok).toBe(true);
    expect(await story.open(secret)).toMatchObject({ problem: { code: 'link-used' } });
  });
});

describe('an answer that did not come', () => {
  it('is under way, is found by its reference, and is not paid twice', async () => {
    const secret = await story.link();
    story.chargeBehaviours.push('act-then-time-out');
    expect(await pay(secret)).toMatchObject({ value: { state: 'under-way' } });
    expect(await pay(secret)).toMatchObject({ problem: { code: 'link-used' } });
    story.advance(30_000);
    await story.work();
    expect(await story.show(secret)).toMatchObject({ value: { state: 'paid' } });
    expect(await story.payments()).toHaveLength(1);
    expect(story.chargeOrders).toHaveLength(1);
  });

  it('that never arrived opens the link again once that is certain', async () => {
    const secret = await story.link();
    story.chargeBehaviours.push('time-out');
    await pay(secret);
    for (let hour = 0; hour < 3; hour += 1) {
      story.advance(HOUR_MS);
      await story.work();
      if (hour === 0)
        expect(await story.show(secret)).toMatchObject({ value: { state: 'under-way' } });
    }
    for (let turn = 0; turn < 12; turn += 1) {
      story.advance(HOUR_MS);
      await story.work();
    }
    expect(await story.show(secret)).toMatchObject({
      value: { state: 'open', problem: { code: 'never-sent' } },
    });
    expect(await pay(secret)).toMatchObject({ value: { state: 'paid' } });
  });

  it('is an alarm after a day without an answer to any question', async () => {
    const secret = await story.link();
    story.chargeBehaviours.push('time-out');
    await pay(secret);
    story.company.gateway.searchTransactions = async () => ({
      ok: false,
      problem: { code: 'gateway-unavailable', remedy: 'retry' },
    });
    for (let hour = 0; hour < 30; hour += 1) {
      story.advance(HOUR_MS);
      await story.work();
    }
    const alarms = await story.ports.store.select('Alarms', { where: [['state', '=', 'open']] });
    expect(alarms.map((one) => one.problem).join()).toContain('unknown-for-a-day');
  });
});

describe('a saved card', () => {
  it('is charged at once, once', async () => {
    const cardKey = await story.keepCard();
    const wanted = story.request({ cardKey, amountMinor: 2_000 });
    const [first, second] = await Promise.all([story.ask(wanted), story.ask(wanted)]);
    expect([first.ok, second.ok]).toEqual([true, true]);
    expect(await story.ask(wanted)).toMatchObject({ value: { charge: { state: 'paid' } } });
    expect(story.chargeOrders.filter((one) => one.source.kind === 'saved')).toHaveLength(1);
  });

  it('that is declined stays declined, with the reason', async () => {
    const cardKey = await story.keepCard();
    story.chargeBehaviours.push('decline');
    expect(await story.ask(story.request({ cardKey }))).toMatchObject({
      value: { charge: { state: 'declined', problem: { code: 'card-declined' } } },
    });
  });
});
