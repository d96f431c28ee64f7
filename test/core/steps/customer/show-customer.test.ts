// A customer at a glance, from the CRM's contact, account and deal and from the contact in the books.
import { beforeEach, expect, it } from 'vitest';
import type {
  CustomerReply,
  CustomerRequest,
} from '../../../../functions/core/contract/customer.ts';
import { problem } from '../../../../functions/core/domain/problem.ts';
import { ok, refused } from '../../../../functions/core/domain/result.ts';
import type { Actor } from '../../../../functions/core/domain/role.ts';
import type { Subscription } from '../../../../functions/core/ports/subscriptions.ts';
import { showCustomer } from '../../../../functions/core/steps/customer/show-customer.ts';
import { INSTALLATION, MERCHANT } from '../fake-transactions.ts';
import { createWorld, START_MS, type World } from '../world.ts';

let world: World;
let booksCustomer: string;

const viewer: Actor = { userId: 'u1', name: 'Viewer', role: 'viewer' };

async function show(
  host: CustomerRequest['host'],
  kind: CustomerRequest['record']['kind'],
  id: string,
): Promise<CustomerReply> {
  const record = { kind, id };
  const shown = await showCustomer(world.ports, world.company, viewer, { host, record });
  if (!shown.ok) throw new Error(shown.problem.code);
  return shown.value;
}

beforeEach(async () => {
  world = createWorld();
  world.places('1001', 4_000);
  world.places('1002', 9_000);
  await world.happens({ id: 'p1', kind: 'sale', amountMinor: 4_000, reference: '1001' });
  await world.happens({
    id: 'p2',
    kind: 'sale',
    amountMinor: 9_000,
    reference: '1002',
    submittedAt: START_MS + 1_000,
  });
  await world.work();
  const first = await world.ports.store.find('Payments', 'payment_key', 'inst-1|mid_usd|p1');
  booksCustomer = first?.books_customer_id ?? '';
  await world.ports.store.insert('Cards', {
    card_key: `${INSTALLATION}|${MERCHANT}|pi-1`,
    installation: INSTALLATION,
    merchant_id: MERCHANT,
    vault_customer_id: 'vault-1',
    payment_instrument_id: 'pi-1',
    state: 'active',
    brand: 'visa',
    last_four: '1111',
    expiry: '2031-12',
    is_default: 1,
    books_customer_id: booksCustomer,
    crm_contact_id: 'contact-1',
  });
});

it('adds up what was paid, when last, how risky, and shows the cards on file', async () => {
  const { customer } = await show('books', 'contact', booksCustomer);
  expect(customer).toMatchObject({
    totals: [{ currency: 'USD', paidMinor: 13_000, refundedMinor: 0, paymentCount: 2 }],
    lastPaidAt: START_MS + 1_000,
    openDisputeCount: 0,
    risk: 'low',
    cards: [{ brand: 'visa', lastFour: '1111', expiry: '2031-12', isDefault: true }],
    isRecentOnly: false,
  });
  expect(customer.months?.currency).toBe('USD');
  expect(customer.months?.totals).toHaveLength(12);
  expect(customer.months?.totals.at(-1)).toMatchObject({ paidMinor: 13_000, paymentCount: 2 });
});

it.each([
  ['contact', 'contact-1'],
  ['account', 'account-1'],
  ['deal', 'deal-1'],
] as const)('is the same from the CRM’s %s', async (kind, id) => {
  const inBooks = await show('books', 'contact', booksCustomer);
  expect(await show('crm', kind, id)).toEqual(inBooks);
});

it('is empty for a customer who never paid by card', async () => {
  const { customer } = await show('crm', 'contact', 'contact-9');
  expect(customer).toEqual({
    totals: [],
    declinedCount: 0,
    openDisputeCount: 0,
    lostDisputeCount: 0,
    cards: [],
    subscriptions: { list: [], isComplete: true },
    isRecentOnly: false,
  });
});

it('shows the cards of a contact who has not paid yet, and remembers whose they are', async () => {
  const mail = { email: 'new@example.com', firstName: 'New', lastName: 'Buyer' };
  world.records.cards.crm.set('contact-9', mail);
  world.records.cards.books.set('books-9', mail);
  await world.ports.store.insert('Cards', {
    card_key: `${INSTALLATION}|${MERCHANT}|pi-9`,
    installation: INSTALLATION,
    merchant_id: MERCHANT,
    vault_customer_id: 'vault-9',
    payment_instrument_id: 'pi-9',
    state: 'active',
    brand: 'visa',
    last_four: '4242',
    books_customer_id: 'books-9',
  });
  const { customer } = await show('crm', 'contact', 'contact-9');
  expect(customer.cards).toMatchObject([{ lastFour: '4242' }]);
  world.calls.length = 0;
  expect((await show('crm', 'contact', 'contact-9')).customer.cards).toHaveLength(1);
  expect(world.calls).toEqual([]);
});

it('shows recurring charges of the card’s customer, and the next one by its schedule', async () => {
  const asked: unknown[] = [];
  const subscription: Subscription = {
    id: 's1',
    name: 'Club',
    state: 'active',
    startsAt: START_MS - 1_000,
    every: { count: 1, unit: 'week' },
    amount: { minor: 990, currency: 'USD' },
  };
  const company = {
    ...world.company,
    subscriptions: {
      ofCustomers: async (merchant: string, ids: readonly string[]) => {
        asked.push([merchant, ids]);
        return ok({ found: [subscription], isComplete: true });
      },
    },
  };
  const record = { kind: 'contact', id: 'contact-1' } as const;
  const shown = await showCustomer(world.ports, company, viewer, { host: 'crm', record });
  expect(asked).toEqual([[MERCHANT, ['vault-1']]]);
  const nextChargeAt = START_MS - 1_000 + 7 * 86_400_000;
  const { startsAt: _, ...told } = subscription;
  expect(shown).toMatchObject({
    value: {
      customer: { subscriptions: { list: [{ ...told, nextChargeAt }], isComplete: true } },
    },
  });
});

it('shows the rest when the gateway does not answer', async () => {
  const silent = async () => refused(problem('gateway-unavailable', 'retry'));
  const company = { ...world.company, subscriptions: { ofCustomers: silent } };
  const record = { kind: 'contact', id: 'contact-1' } as const;
  const shown = await showCustomer(world.ports, company, viewer, { host: 'crm', record });
  expect(shown).toMatchObject({
    value: {
      customer: {
        totals: [{ paidMinor: 13_000 }],
        subscriptions: { code: 'gateway-unavailable', message: expect.any(String) },
      },
    },
  });
});
