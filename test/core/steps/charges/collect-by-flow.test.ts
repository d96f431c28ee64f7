// The flow that follows an invoice of Books: by link, by saved card or by people, once however often the invoice is announced.
import { describe, expect, it } from 'vitest';
import { ok } from '../../../../functions/core/domain/result.ts';
import { type FlowDocument, readFlow } from '../../../../functions/core/flows/document.ts';
import invoiceCreated from '../../../../functions/core/flows/templates/invoice-created.json' with {
  type: 'json',
};
import { putInInbox } from '../../../../functions/core/work/inbox.ts';
import { INSTALLATION } from '../fake-transactions.ts';
import { libraryWith } from '../flow-library-with.ts';
import { START_MS } from '../world.ts';
import { openChargeStory } from './charge-story.ts';

type Way = 'link' | 'card' | 'wait';

/** The shipped document with the choice that an administrator has made in it. */
function documentFor(by: Way): FlowDocument {
  const document = structuredClone(invoiceCreated);
  document.nodes.how.with.by = by;
  return readFlow(document);
}

async function open(
  by: Way,
  more: { readonly byUs?: boolean; readonly hasCard?: boolean; readonly totalMinor?: number } = {},
) {
  const story = openChargeStory({ flows: libraryWith(documentFor(by)) });
  Object.assign(story.company, { publicUrl: 'https://pay.example/server/api' });
  const mails: string[] = [];
  story.company.notices.sendMail = async (to, { text }) => {
    mails.push(`${to}: ${text}`);
    return ok(undefined);
  };
  if (more.hasCard !== false) await story.keepCard();
  story.openInvoice('inv', more.totalMinor);
  const change = { id: 'invoice-inv', changedAt: START_MS, madeByUs: more.byUs === true };
  story.zohoChanges.change('invoice', change);
  /** Books' webhook, the poll, and the webhook again. */
  for (const salt of ['webhook', 'poll', 'webhook again']) {
    await putInInbox(story.ports, {
      installation: INSTALLATION,
      source: 'books',
      type: 'invoice',
      subject: 'invoice-inv',
      sameness: [salt],
      body: '',
    });
  }
  await story.work();
  const charges = (await story.charges()).filter((one) => one.books_invoice_id === 'invoice-inv');
  return { story, mails, charges };
}

describe('an invoice that somebody has written in Books', () => {
  it('is asked for by one link in the customer’s mail', async () => {
    const { mails, charges } = await open('link');
    expect(charges).toMatchObject([{ state: 'asked', amount_minor: 10_000 }]);
    expect(mails).toHaveLength(1);
    expect(mails[0]).toContain('Please pay USD 100.00');
  });

  it('is charged once of the saved card', async () => {
    const { story, charges } = await open('card');
    expect(charges).toMatchObject([{ state: 'paid', retries: 1 }]);
    const saved = story.chargeOrders.filter(({ source }) => source.kind === 'saved');
    expect(saved).toMatchObject([{ origin: 'merchant', purchase: { orderNumber: 'INV-inv' } }]);
  });

  it.each([
    ['where the customer has no card', { hasCard: false }],
    ['above the amount that the document lets be charged', { totalMinor: 50_001 }],
  ])('is asked for by link %s', async (_, more) => {
    const { mails, charges } = await open('card', more);
    expect([charges.map(({ state }) => state), mails.length]).toEqual([['asked'], 1]);
  });

  it('is told to people where they collect it', async () => {
    const { mails, charges } = await open('wait');
    expect(charges).toEqual([]);
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatch(/^finance: .*USD 100\.00 is open/);
  });

  it('and made by ourselves is left alone', async () => {
    const { mails, charges } = await open('link', { byUs: true });
    expect([charges, mails]).toEqual([[], []]);
  });
});
