// A declined charge in the books and at the shop: a comment for each decline, the order's status, once whatever breaks.
import { describe, expect, it } from 'vitest';
import { ok } from '../../../../functions/core/domain/result.ts';
import { StoreFailure } from '../../../../functions/core/ports/store.ts';
import { cancelCharge } from '../../../../functions/core/steps/charges/cancel-charge.ts';
import type { Interceptor } from '../../../../functions/core/store/memory-store.ts';
import { INSTALLATION } from '../fake-transactions.ts';
import { INVOICE_MINOR, openChargeStory } from './charge-story.ts';

const HOUR_MS = 3_600_000;
const clerk = { userId: 'u1', name: 'A clerk', role: 'agent' } as const;

/** One open invoice that names the shop's order 1001, of the same customer over the same amount. */
async function open(
  options: {
    readonly intercept?: Interceptor;
    readonly email?: string;
    readonly orderMinor?: number;
  } = {},
) {
  const { intercept, email = 'buyer@example.com', orderMinor = INVOICE_MINOR } = options;
  const story = openChargeStory(intercept === undefined ? {} : { intercept });
  Object.assign(story.company, { publicUrl: 'https://pay.example/server/api' });
  const { readInvoice } = story.company.ledger;
  story.company.ledger.readInvoice = async (id) => {
    const read = await readInvoice(id);
    if (!read.ok || id !== 'invoice-inv') return read;
    return ok({ ...read.value, purchaseOrder: '#1001' });
  };
  story.places('1001', orderMinor, email);
  const cardKey = await story.keepCard();
  const days = async (count: number) => {
    for (let hour = 0; hour < count * 24; hour += 6) {
      story.advance(6 * HOUR_MS);
      await story.work();
    }
  };
  const pay = async (secret: string) => {
    await story.open(secret);
    return story.pay(story.payRequest(secret));
  };
  return {
    ...story,
    days,
    payBy: pay,
    comments: () => [...story.records.invoiceComments.values()],
    status: () => story.shopStatus.get('1001'),
    charge: (retries = true) => story.ask(story.request({ cardKey, retries })),
  };
}

describe('a saved card that is declined for now', () => {
  it('is noted on the invoice with reason and next try, and holds the order until it is paid', async () => {
    const story = await open();
    story.chargeBehaviours.push('decline');
    await story.charge();
    await story.work();
    await story.work();
    expect(story.comments()).toEqual([
      expect.stringMatching(
        /^invoice-inv: The Visa card ending in 1111 was declined for USD 100\.00: there is not enough money\. Nothing was charged\. The same card is tried again on Nov 19, 2026; nothing needs to be done until then\. Cybersource transaction \S+\.$/,
      ),
    ]);
    expect(story.status()).toBe('on-hold');
    expect(story.shopNotes).toEqual([
      '1001: there is not enough money; tried again on Nov 19, 2026',
    ]);
    await story.days(3);
    expect([story.comments().length, story.status()]).toEqual([1, 'processing']);
  });

  it('is noted each time, and sets the order to failed with the last', async () => {
    const story = await open();
    story.chargeBehaviours.push(...Array(5).fill('decline'));
    await story.charge();
    await story.days(30);
    const comments = story.comments();
    expect(comments).toHaveLength(5);
    expect(comments.slice(0, 4).every((one) => one.includes('is tried again on'))).toBe(true);
    expect(comments[4]).toContain(
      'nothing is tried again by itself. Try again on another day, or send a new link for another card.',
    );
    expect(story.status()).toBe('failed');
    // The link that the customer got with the last mail is paid: nobody has to put the order right.
    const secret = await story.link();
    await story.payBy(secret);
    await story.days(1);
    expect([story.comments().length, story.status()]).toEqual([5, 'processing']);
  });

  it('is noted also where nobody asked for more tries, and mails nothing', async () => {
    const story = await open();
    let mails = 0;
    story.company.notices.sendMail = async () => {
      mails += 1;
      return ok(undefined);
    };
    story.chargeBehaviours.push('decline-for-good');
    await story.charge(false);
    await story.days(1);
    expect(story.comments()).toEqual([
      expect.stringContaining('Do not try this card again. Ask the customer for another way'),
    ]);
    expect([story.status(), mails]).toEqual(['failed', 0]);
  });
});

describe('a declined card that is not tried again after all', () => {
  type Story = Awaited<ReturnType<typeof open>>;

  /** Declined once and told; then something ends it before the next try. */
  async function endedBy(end: (story: Story, intentId: string) => Promise<unknown>) {
    const story = await open();
    const mails: string[] = [];
    story.company.notices.sendMail = async (_, { text }) => {
      mails.push(text);
      return ok(undefined);
    };
    story.chargeBehaviours.push('decline');
    const asked = await story.charge();
    await story.work();
    await story.work();
    expect([story.status(), mails.length]).toEqual(['on-hold', 1]);
    await end(story, asked.ok ? asked.value.charge.intentId : '');
    await story.days(3);
    return { story, comment: story.comments()[1], count: story.comments().length, mails };
  }

  it('is noted when the card was removed, fails the order, and mails the customer a link', async () => {
    const { story, comment, count, mails } = await endedBy(async ({ cards, ports }) => {
      const [card] = await cards();
      await ports.store.update('Cards', card?.ROWID ?? '', { state: 'removed' });
    });
    expect(comment).toBe(
      'invoice-inv: The Visa card ending in 1111 is not tried again for USD 100.00: The saved card was removed. Nothing was charged. Send the customer a link, to pay with another card. USD 100.00 of the invoice is open.',
    );
    expect([count, story.status()]).toEqual([2, 'failed']);
    expect(story.shopNotes[1]).toBe('1001: not tried again. The saved card was removed.');
    expect(mails).toHaveLength(2);
    expect(mails[1]).toMatch(/^We do not try your Visa card ending in 1111 again[\s\S]*pay#/);
  });

  it('is noted when staff end it, with who did, and mails nothing', async () => {
    const { story, comment, count, mails } = await endedBy(({ ports }, intentId) =>
      cancelCharge(ports, INSTALLATION, clerk, intentId),
    );
    expect(comment).toContain('USD 100.00: A clerk has ended the tries of this card.');
    expect([count, story.status(), mails.length]).toEqual([2, 'failed', 1]);
  });

  it('is noted when the invoice was paid by a link, and leaves the order to that payment', async () => {
    const { story, comment, count, mails } = await endedBy(async ({ link, payBy }) =>
      payBy(await link()),
    );
    expect(comment).toContain('Nothing of invoice INV-inv is open any more.');
    expect([count, story.status(), mails.length]).toEqual([2, 'processing', 1]);
  });

  it.each(['paid', 'void'])(
    'is noted on the order that still waits when the invoice is %s in the books',
    async (status) => {
      const { story, count } = await endedBy(async ({ company }) => {
        const { readInvoice } = company.ledger;
        company.ledger.readInvoice = async (id) => {
          const read = await readInvoice(id);
          const { currency } = read.ok ? read.value.total : { currency: 'USD' };
          return read.ok ? ok({ ...read.value, status, balance: { minor: 0, currency } }) : read;
        };
      });
      expect([count, story.status()]).toEqual([2, 'on-hold']);
      expect(story.shopNotes[1]).toContain('Release the order if it was paid otherwise');
    },
  );

  it('ends quietly when the invoice was deleted: the run is done, and the audit says why', async () => {
    const { story, count, mails } = await endedBy(async ({ records }) =>
      records.invoices.delete('inv'),
    );
    expect([count, mails.length, story.status()]).toEqual([1, 1, 'on-hold']);
    const { store } = story.ports;
    const [run] = await store.select('Runs', { where: [['flow', '=', 'charge-given-up']] });
    expect([run?.state, run?.outcome]).toEqual(['done', expect.stringContaining('"why":')]);
    const audit = await store.select('Audit', { where: [['action', '=', 'charge.cancelled']] });
    expect(audit.map(({ actor_name, detail }) => [actor_name, detail])).toEqual([
      ['Tallybridge', expect.stringContaining('"problem":"invoice-settled"')],
    ]);
  });
});

it('pays into the customer’s credit when its invoice was deleted before the money was booked', async () => {
  const story = await open();
  const secret = await story.link();
  await story.payBy(secret);
  story.records.invoices.delete('inv');
  await story.days(1);
  const booked = [...story.records.payments.values()].map(({ amount, applyTo }) => [
    amount.minor,
    applyTo.length,
  ]);
  expect(booked).toContainEqual([INVOICE_MINOR, 0]);
});

describe('a link', () => {
  it('is noted once when the bank has said no for good', async () => {
    const story = await open();
    story.chargeBehaviours.push('decline-for-good');
    await story.payBy(await story.link());
    await story.days(5);
    expect(story.comments()).toEqual([expect.stringContaining('the card is lost or stolen')]);
    expect(story.status()).toBe('failed');
  });

  it('is noted once when its time is over after a decline, and not before', async () => {
    const story = await open();
    story.chargeBehaviours.push('decline', 'decline');
    const secret = await story.link();
    await story.payBy(secret);
    await story.payBy(secret);
    await story.days(2);
    expect(story.comments()).toEqual([]);
    await story.days(3);
    expect(story.comments()).toHaveLength(1);
    expect(story.status()).toBe('failed');
  });

  it.each<[string, (story: Awaited<ReturnType<typeof open>>) => Promise<unknown>]>([
    ['that nobody has used', async (story) => story.link()],
    [
      'that was paid with another card',
      async (story) => {
        const secret = await story.link();
        story.chargeBehaviours.push('decline');
        await story.payBy(secret);
        return story.payBy(secret);
      },
    ],
    [
      'that staff have called back',
      async (story) => {
        const secret = await story.link();
        story.chargeBehaviours.push('decline');
        await story.payBy(secret);
        const [charge] = (await story.charges()).filter((one) => one.state === 'asked');
        const intent = charge?.charge_key.split('|')[1] ?? '';
        return cancelCharge(story.ports, INSTALLATION, clerk, intent);
      },
    ],
  ])('%s is noted nowhere', async (_, use) => {
    const story = await open();
    await use(story);
    await story.days(5);
    expect([story.comments(), story.shopNotes]).toEqual([[], []]);
  });
});

it.each([
  ['another customer', { email: 'other@example.com' }],
  ['another amount', { orderMinor: INVOICE_MINOR + 1 }],
])('leaves an order of %s alone that has the number by chance', async (_, other) => {
  const story = await open(other);
  story.chargeBehaviours.push('decline-for-good');
  await story.charge();
  await story.days(1);
  await story.payBy(await story.link());
  await story.days(1);
  expect([story.comments().length, story.status()]).toEqual([1, undefined]);
});

it('holds at any store call: each decline is noted once, at the shop as well', async () => {
  const run = async (at: number, when: 'before' | 'after'): Promise<number> => {
    let calls = 0;
    let armed = false;
    const story = await open({
      intercept: async (_, apply) => {
        if (!armed) return apply();
        calls += 1;
        if (calls === at && when === 'before') throw new StoreFailure('crash', 'crash');
        const result = apply();
        if (calls === at) throw new StoreFailure('crash', 'crash');
        return result;
      },
    });
    story.chargeBehaviours.push('decline-for-good');
    await story.charge();
    armed = true;
    await story.work().catch((error: unknown) => {
      if (!(error instanceof StoreFailure)) throw error;
    });
    armed = false;
    await story.heal();
    const note = `crash ${when} store call ${at}`;
    expect([story.comments().length, story.status()], note).toEqual([1, 'failed']);
    return calls;
  };
  const usual = await run(Number.POSITIVE_INFINITY, 'before');
  for (let at = 1; at <= usual; at += 1) {
    await run(at, 'before');
    await run(at, 'after');
  }
  expect(usual).toBeGreaterThan(10);
});
