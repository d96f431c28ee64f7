// One request over several open invoices of a customer: asked by link, paid as one, booked over each, and never collected twice.
import { describe, expect, it } from 'vitest';
import type { ChargeRequest } from '../../../../functions/core/contract/charges.ts';
import { shareOverInvoices } from '../../../../functions/core/domain/charge.ts';
import { ok } from '../../../../functions/core/domain/result.ts';
import { showCharges } from '../../../../functions/core/steps/charges/show-charges.ts';
import { startAsking } from '../../../../functions/core/steps/charges/start-asking.ts';
import { previewBooks } from '../../../../functions/core/steps/preview-books.ts';
import { INSTALLATION } from '../fake-transactions.ts';
import { type ChargeStory, openChargeStory } from './charge-story.ts';

const clerk = { userId: 'u1', name: 'A clerk', role: 'agent' } as const;
const SECOND_MINOR = 2_500;
const BOTH_MINOR = 12_500;

function open() {
  const story = openChargeStory();
  story.openInvoice('two', SECOND_MINOR);
  return story;
}

/** Both invoices, the second first: that is the order in which they are paid. */
function both(more: Partial<ChargeRequest> = {}): Partial<ChargeRequest> {
  return {
    customerId: 'customer-1',
    invoiceIds: ['invoice-two', 'invoice-inv'],
    amountMinor: BOTH_MINOR,
    ...more,
  };
}

async function linkForBoth(story: ChargeStory, more: Partial<ChargeRequest> = {}): Promise<string> {
  const { invoiceId: _, ...request } = story.request(both(more));
  const asked = await story.ask(request);
  if (!asked.ok) throw new Error(asked.problem.code);
  return asked.value.link?.split('#')[1] ?? '';
}

async function payBy(story: ChargeStory, secret: string) {
  await story.open(secret);
  return story.pay(story.payRequest(secret));
}

const applied = ({ records }: ChargeStory) =>
  [...records.payments.values()].map(({ amount, applyTo }) => [
    amount.minor,
    ...applyTo.map((one) => `${one.invoiceId} ${one.amount.minor}`),
  ]);

describe('an amount over several invoices', () => {
  const invoices = [
    { id: 'a', number: 'INV-A', balanceMinor: 1_000 },
    { id: 'b', number: 'INV-B', balanceMinor: 500 },
  ];
  it.each([
    ['all of it', 1_500, ['INV-A 1000', 'INV-B 500']],
    ['a part: the first in full, the rest of the second', 1_200, ['INV-A 1000', 'INV-B 200']],
    ['no more than the first', 900, ['INV-A 900']],
    ['a cent of the second', 1_001, ['INV-A 1000', 'INV-B 1']],
  ])('%s', (_, amountMinor, shares) => {
    const shared = shareOverInvoices(amountMinor, invoices);
    expect(shared.map((one) => `${one.number} ${one.amountMinor}`)).toEqual(shares);
  });
});

describe('a link over several invoices', () => {
  it('is begun with what the customer owes, and names each invoice with its amount on the page', async () => {
    const story = open();
    const { ports, company } = story;
    const start = await startAsking(ports, company, clerk, { customerId: 'customer-1' });
    expect(start).toMatchObject({
      value: {
        currency: 'USD',
        invoices: [
          { id: 'invoice-inv', number: 'INV-inv', open: { minor: 10_000 } },
          { id: 'invoice-two', number: 'INV-two', open: { minor: SECOND_MINOR } },
        ],
      },
    });
    expect(await story.show(await linkForBoth(story))).toMatchObject({
      value: {
        amount: { minor: BOTH_MINOR, currency: 'USD' },
        invoices: [
          { number: 'INV-two', amount: { minor: SECOND_MINOR } },
          { number: 'INV-inv', amount: { minor: 10_000 } },
        ],
      },
    });
  });

  it('tells each invoice in the mail, with its amount', async () => {
    const story = open();
    const mails: string[] = [];
    story.company.notices.sendMail = async (_, { text }) => {
      mails.push(text);
      return ok(undefined);
    };
    await linkForBoth(story, { sendsMail: true });
    expect(mails[0]).toMatch(/these invoices:\nINV-two: .*25\.00\nINV-inv: .*100\.00\n\nhttps:/);
  });

  it('becomes one customer payment over each of them', async () => {
    const story = open();
    await payBy(story, await linkForBoth(story));
    await story.work();
    expect(applied(story)).toEqual([
      [BOTH_MINOR, `invoice-two ${SECOND_MINOR}`, 'invoice-inv 10000'],
    ]);
    const [payment] = await story.payments();
    expect(payment?.books_invoice_id).toBe('invoice-two');
    const refund = await previewBooks(story.ports, story.company, clerk, {
      paymentKey: payment?.payment_key ?? '',
      kind: 'refund',
      amountMinor: 11_000,
    });
    const notes = refund.ok
      ? refund.value.records.filter(({ kind }) => kind === 'credit-note')
      : [];
    expect(notes.map(({ amount, invoices }) => [amount.minor, ...invoices])).toEqual([
      [10_000, 'INV-inv'],
      [1_000, 'INV-two'],
    ]);
  });

  it.each([
    ['all of both: both orders go on', BOTH_MINOR, { '1001': 'processing', '1002': 'processing' }],
    ['a part of the last: only the other one', BOTH_MINOR - 1_000, { '1002': 'processing' }],
  ])('pays %s', async (_, amountMinor, went) => {
    const story = open();
    const orders: Record<string, string> = { 'invoice-inv': '#1001', 'invoice-two': '#1002' };
    const { readInvoice } = story.company.ledger;
    story.company.ledger.readInvoice = async (id) => {
      const read = await readInvoice(id);
      const purchaseOrder = orders[id];
      return read.ok && purchaseOrder !== undefined ? ok({ ...read.value, purchaseOrder }) : read;
    };
    story.places('1001', 10_000, 'buyer@example.com');
    story.places('1002', SECOND_MINOR, 'buyer@example.com');
    await payBy(story, await linkForBoth(story, { amountMinor }));
    await story.work();
    expect(Object.fromEntries(story.shopStatus)).toEqual(went);
  });

  it('that is only reserved shows beforehand what of it goes to which invoice', async () => {
    const story = open();
    await payBy(story, await linkForBoth(story, { purpose: 'authorization' }));
    await story.work();
    const [payment] = await story.payments();
    const preview = await previewBooks(story.ports, story.company, clerk, {
      paymentKey: payment?.payment_key ?? '',
      kind: 'capture',
      amountMinor: BOTH_MINOR,
    });
    expect(preview).toMatchObject({
      value: {
        records: [
          { kind: 'customer-payment', invoices: ['INV-two (USD 25.00)', 'INV-inv (USD 100.00)'] },
        ],
      },
    });
  });

  it('is refused above what is open, and for an invoice that is not open', async () => {
    const story = open();
    const { invoiceId: _, ...request } = story.request(both({ amountMinor: BOTH_MINOR + 1 }));
    expect(await story.ask(request)).toMatchObject({
      problem: { code: 'charge-over-balance', facts: { left: 'USD 125.00' } },
    });
    const invoiceIds = ['invoice-two', 'invoice-of-another'];
    expect(await story.ask({ ...request, invoiceIds })).toMatchObject({
      problem: { code: 'not-found' },
    });
  });

  it('that reaches no further than the first is for that one', async () => {
    const story = open();
    await linkForBoth(story, { amountMinor: 2_000 });
    expect(await story.charges()).toMatchObject([
      { books_invoice_id: 'invoice-two', reference: 'INV-two' },
    ]);
  });

  it('is seen at each of its invoices while it is open', async () => {
    const story = open();
    await linkForBoth(story);
    for (const invoiceId of ['invoice-inv', 'invoice-two']) {
      const list = await showCharges(story.ports, INSTALLATION, clerk, { invoiceId });
      expect(list).toMatchObject({ value: { charges: [{ reference: 'INV-two, INV-inv' }] } });
    }
  });

  it('is a charge of the saved card as well', async () => {
    const story = open();
    const cardKey = await story.keepCard();
    await story.work();
    const { invoiceId: _, ...request } = story.request(both({ cardKey }));
    expect(await story.ask(request)).toMatchObject({ value: { charge: { state: 'paid' } } });
    await story.work();
    expect(applied(story)).toContainEqual([
      BOTH_MINOR,
      `invoice-two ${SECOND_MINOR}`,
      'invoice-inv 10000',
    ]);
  });
});

describe('nothing is collected twice', () => {
  const code = (answer: Awaited<ReturnType<ChargeStory['pay']>>) =>
    answer.ok ? answer.value.state : answer.problem.code;

  it.each(['invoice-inv', 'invoice-two'])(
    'where %s was paid by a link of its own before: the customer is asked anew',
    async (invoiceId) => {
      const story = open();
      const secret = await linkForBoth(story);
      const amountMinor = invoiceId === 'invoice-two' ? SECOND_MINOR : 10_000;
      await payBy(story, await story.link({ invoiceId, amountMinor }));
      // Not in the books yet: what is under way counts too.
      expect(code(await payBy(story, secret))).toBe('invoice-being-paid');
      await story.work();
      await story.open(secret);
      expect(await story.show(secret)).toMatchObject({
        value: { state: 'over', problem: { code: 'charge-over-balance' } },
      });
    },
  );

  it.each(['invoice-inv', 'invoice-two'])(
    'where it is paid and %s is asked for once more',
    async (invoiceId) => {
      const story = open();
      const amountMinor = invoiceId === 'invoice-two' ? SECOND_MINOR : 10_000;
      const single = await story.link({ invoiceId, amountMinor });
      await payBy(story, await linkForBoth(story));
      expect(code(await payBy(story, single))).toBe('invoice-being-paid');
      await story.work();
      await story.open(single);
      expect(await story.show(single)).toMatchObject({
        value: { state: 'over', problem: { code: 'invoice-settled' } },
      });
    },
  );

  it.each(['invoice-inv', 'invoice-two'])(
    'where both are paid at once, and meet at %s',
    async (invoiceId) => {
      const story = open();
      const amountMinor = invoiceId === 'invoice-two' ? SECOND_MINOR : 10_000;
      const secrets = [await linkForBoth(story), await story.link({ invoiceId, amountMinor })];
      const answers = await Promise.all(secrets.map((secret) => payBy(story, secret)));
      const paid = answers.filter((answer) => code(answer) === 'paid');
      expect(paid.length).toBeLessThanOrEqual(1);
      await story.work();
      expect(applied(story)).toHaveLength(paid.length);
    },
  );

  it('where one of them was deleted before it was booked, the rest is the customer’s credit', async () => {
    const story = open();
    await payBy(story, await linkForBoth(story));
    story.records.invoices.delete('inv');
    await story.work();
    expect(applied(story)).toEqual([[BOTH_MINOR, `invoice-two ${SECOND_MINOR}`]]);
  });
});
