// Saved cards: what staff see before they ask, how far a policy lets them go, and how the cards stay true.
import { beforeEach, describe, expect, it } from 'vitest';
import type { PanelRequest } from '../../../../functions/core/contract/panel.ts';
import { ok } from '../../../../functions/core/domain/result.ts';
import type { Role } from '../../../../functions/core/domain/role.ts';
import { knownCustomers } from '../../../../functions/core/steps/charges/customer-cards.ts';
import {
  makeCardDefault,
  removeCard,
  renameCard,
} from '../../../../functions/core/steps/charges/manage-cards.ts';
import { showCharges } from '../../../../functions/core/steps/charges/show-charges.ts';
import { startAsking } from '../../../../functions/core/steps/charges/start-asking.ts';
import { showPanel } from '../../../../functions/core/steps/show-panel.ts';
import { putInInbox } from '../../../../functions/core/work/inbox.ts';
import { INSTALLATION, MERCHANT } from '../fake-transactions.ts';
import { type ChargeStory, INVOICE_MINOR, openChargeStory } from './charge-story.ts';

let story: ChargeStory;

beforeEach(() => {
  story = openChargeStory();
});

const clerk = (role: Role = 'agent') => ({ userId: 'u1', name: 'A clerk', role });

const keepCard = () => story.keepCard();

const start = (subject: object, role?: Role) =>
  startAsking(story.ports, story.company, clerk(role), subject);

describe('what staff see before they ask', () => {
  it('is what is open of the invoice, of whom, and the cards', async () => {
    const key = await keepCard();
    expect(await start({ invoiceId: 'invoice-inv' })).toMatchObject({
      value: {
        invoice: { number: 'INV-inv', open: { minor: INVOICE_MINOR, currency: 'USD' } },
        customer: { id: 'customer-1', name: 'Some Buyer', email: 'buyer@example.com' },
        cards: [{ key, brand: 'visa', lastFour: '1111', isDefault: true }],
      },
    });
  });

  it('is the customer’s cards where there is no invoice', async () => {
    const started = await start({ customerId: 'customer-1' });
    expect(started).toMatchObject({ value: { currency: 'USD', cards: [] } });
    expect(started.ok && started.value.invoice).toBeUndefined();
  });

  it('is refused to those who may only look, and of nobody', async () => {
    expect(await start({ invoiceId: 'invoice-inv' }, 'viewer')).toMatchObject({
      problem: { code: 'not-allowed' },
    });
    expect(await start({})).toMatchObject({ problem: { code: 'deal-without-customer' } });
  });

  it('of a CRM contact is the only customer in Books with its address', async () => {
    const customer = { email: 'buyer@example.com', firstName: 'Some', lastName: 'Buyer' };
    story.records.cards.crm.set('contact-1', customer);
    expect(await start({ crmContactId: 'contact-1' })).toMatchObject({
      value: { customer: { id: 'customer-1' } },
    });
    story.records.cards.crm.set('contact-2', { ...customer, email: 'other@example.com' });
    expect(await start({ crmContactId: 'contact-2' })).toMatchObject({
      problem: { code: 'customer-not-in-books' },
    });
    const contact = { column: 'crm_contact_id', id: 'contact-1' } as const;
    expect(await knownCustomers(story.ports.store, INSTALLATION, contact)).toEqual([]);
  });

  it('of a CRM account is the only customer that Books has linked to it, or who has paid for it', async () => {
    const ask = () => start({ crmAccountId: 'account-1' });
    const none = { problem: { code: 'account-not-in-books' } };
    const link = (...ids: string[]) => story.records.customersOfAccounts.set('account-1', ids);
    expect(await ask()).toMatchObject(none);
    link('customer-1', 'customer-2');
    expect(await ask()).toMatchObject(none);
    link('customer-1');
    expect(await ask()).toMatchObject({ value: { customer: { id: 'customer-1' } } });
    link('customer-2');
    await keepCard();
    const [payment] = await story.payments();
    await story.ports.store.update('Payments', payment?.ROWID ?? '', {
      crm_account_id: 'account-1',
      books_customer_id: 'customer-1',
    });
    expect(await ask()).toMatchObject({
      value: { customer: { id: 'customer-1' }, cards: [{ lastFour: '1111' }] },
    });
    const listed = await showCharges(story.ports, INSTALLATION, clerk(), {
      crmAccountId: 'account-1',
    });
    expect(listed).toMatchObject({
      value: { charges: [{ state: 'paid' }], cards: [{ lastFour: '1111' }] },
    });
  });

  it.each<[PanelRequest['record']['kind'], object, object]>([
    ['contact', {}, { crmContactId: 'r-1' }],
    ['account', {}, { crmAccountId: 'r-1' }],
    ['deal', { contactId: 'c-1', accountId: 'a-1' }, { crmContactId: 'c-1' }],
    ['deal', { accountId: 'a-1' }, { crmAccountId: 'a-1' }],
    ['deal', {}, {}],
  ])('is offered in the CRM for a %s of %j', async (kind, deal, charging) => {
    story.company.customers.readDeal = async () => ok(deal);
    const request = { host: 'crm', record: { kind, id: 'r-1' } } as const;
    const shown = await showPanel(story.ports, story.company, clerk(), request);
    expect(shown.ok && shown.value.charging).toEqual(charging);
  });
});

describe('the policy', () => {
  it('lets nobody charge more than their limit of a saved card, and names the way out', async () => {
    const cardKey = await keepCard();
    story.openInvoice('inv', 200_000);
    const wanted = story.request({ cardKey, amountMinor: 60_000 });
    expect(await story.ask(wanted)).toMatchObject({
      problem: { code: 'charge-beyond-limit', facts: { by: 'an approver' } },
    });
    expect(await story.ask(wanted, 'approver')).toMatchObject({
      value: { charge: { state: 'paid' } },
    });
    const link = story.request({ amountMinor: 60_000 });
    expect(await story.ask(link)).toMatchObject({ value: { charge: { state: 'asked' } } });
  });

  it('counts what the person has charged on the day', async () => {
    const cardKey = await keepCard();
    story.openInvoice('inv', 500_000);
    for (let count = 0; count < 5; count += 1) {
      const charged = await story.ask(story.request({ cardKey, amountMinor: 49_000 }));
      expect(charged).toMatchObject({ value: { charge: { state: 'paid' } } });
    }
    expect(await story.ask(story.request({ cardKey, amountMinor: 49_000 }))).toMatchObject({
      problem: { code: 'charge-beyond-limit' },
    });
    story.advance(25 * 3_600_000);
    expect(await story.ask(story.request({ cardKey, amountMinor: 49_000 }))).toMatchObject({
      ok: true,
    });
  });

  it('lets five cards of one customer be asked for in a day', async () => {
    const wanted = () => story.request({ purpose: 'save-card', amountMinor: 0 });
    for (let count = 0; count < 5; count += 1) expect((await story.ask(wanted())).ok).toBe(true);
    expect(await story.ask(wanted())).toMatchObject({ problem: { code: 'card-saves-exhausted' } });
    story.advance(25 * 3_600_000);
    expect((await story.ask(wanted())).ok).toBe(true);
  });
});

describe('looking after cards', () => {
  it('makes another the default, names one, and removes one', async () => {
    const first = await keepCard();
    const second = await keepCard();
    const made = await makeCardDefault(story.ports, story.company, clerk(), second);
    expect(made).toMatchObject({
      value: {
        cards: [
          { key: second, isDefault: true },
          { key: first, isDefault: false },
        ],
      },
    });
    const named = { cardKey: first, nickname: ' Office ' };
    expect(await renameCard(story.ports, story.company, clerk(), named)).toMatchObject({
      value: { cards: [{}, { nickname: 'Office' }] },
    });
    const removed = await removeCard(story.ports, story.company, clerk(), first);
    expect(removed.ok && removed.value.cards.map(({ key }) => key)).toEqual([second]);
    expect(await removeCard(story.ports, story.company, clerk(), first)).toMatchObject({
      problem: { code: 'not-found' },
    });
    const audit = await story.ports.store.select('Audit', { where: [] });
    expect(audit.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['card.made-default', 'card.renamed', 'card.removed']),
    );
  });

  it('is refused to those who may only look', async () => {
    const key = await keepCard();
    expect(await removeCard(story.ports, story.company, clerk('viewer'), key)).toMatchObject({
      problem: { code: 'not-allowed' },
    });
    expect(await story.cards()).toHaveLength(1);
  });

  it('keeps a card whose answer was lost, as the vault has it', async () => {
    const secret = await story.link();
    await story.open(secret);
    story.chargeBehaviours.push('act-then-time-out');
    await story.pay(story.payRequest(secret, { keepsCard: true }));
    expect(await story.cards()).toEqual([]);
    story.advance(30_000);
    await story.work();
    expect(await story.cards()).toMatchObject([
      { last_four: '1111', vault_customer_id: 'vault-1' },
    ]);
    const shown = await showCharges(story.ports, INSTALLATION, clerk(), {
      customerId: 'customer-1',
    });
    expect(shown).toMatchObject({ value: { charges: [{ state: 'paid' }], cards: [{}] } });
  });

  it('follows what the card scheme tells of it, where no flow waits for that', async () => {
    await keepCard();
    story.tokens.set('ii-1', {
      kind: 'instrument-identifier',
      id: 'ii-1',
      status: 'active',
      cardLast4: '4242',
      cardExpiry: '2034-05',
    });
    story.company.tokens.tokensIn = () => [{ kind: 'instrument-identifier', id: 'ii-1' }];
    await putInInbox(story.ports, {
      installation: INSTALLATION,
      source: 'cybersource',
      type: 'tms.networktoken.updated',
      subject: 'enrollment-1',
      merchantId: MERCHANT,
      sameness: ['one'],
      body: '{}',
    });
    await story.work();
    expect(await story.cards()).toMatchObject([{ last_four: '4242', expiry: '2034-05' }]);
  });

  it.each([
    ['closed in the vault', true],
    ['no longer in the vault at all', false],
  ])('is kept no more when it is %s', async (_, isThere) => {
    await keepCard();
    const [card] = await story.cards();
    const name = { kind: 'payment-instrument', id: card?.payment_instrument_id ?? '' } as const;
    if (isThere) story.tokens.set(name.id, { ...name, status: 'deleted' });
    story.company.tokens.tokensIn = () => [name];
    await putInInbox(story.ports, {
      installation: INSTALLATION,
      source: 'cybersource',
      type: 'tms.token.updated',
      subject: name.id,
      merchantId: MERCHANT,
      sameness: ['gone'],
      body: '{}',
    });
    await story.work();
    expect(await story.cards()).toEqual([]);
    const kept = await story.ports.store.select('Cards', { where: [] });
    expect(kept).toMatchObject([{ state: 'removed', is_default: 0 }]);
  });
});

it('a held charge becomes paid once the review has let it through', async () => {
  const secret = await story.link();
  await story.open(secret);
  story.chargeBehaviours.push('review');
  await story.pay(story.payRequest(secret));
  story.advance(20 * 60_000);
  await story.work();
  expect(await story.show(secret)).toMatchObject({ value: { state: 'in-review' } });
  for (const [id, one] of story.transactions) {
    story.transactions.set(id, { ...one, status: 'AUTHORIZED' });
  }
  story.advance(20 * 60_000);
  await story.work();
  expect(await story.show(secret)).toMatchObject({ value: { state: 'paid' } });
});
