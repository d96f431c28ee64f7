// What is older than the installation: recorded, shown and refundable, but nothing of it is booked twice.
import { beforeEach, describe, expect, it } from 'vitest';
import { intentId, type PaymentKey } from '../../../functions/core/domain/ids.ts';
import type { Actor } from '../../../functions/core/domain/role.ts';
import { refundPayment } from '../../../functions/core/steps/refund-payment.ts';
import { replayDeadLetter } from '../../../functions/core/steps/replay-dead-letter.ts';
import { showDeadLetters } from '../../../functions/core/steps/show-dead-letters.ts';
import { showPayment } from '../../../functions/core/steps/show-panel.ts';
import { INSTALLATION } from './fake-transactions.ts';
import { createWorld, START_MS, type World } from './world.ts';

const KEY = 'inst-1|mid_usd|p1' as PaymentKey;
const DAY_MS = 24 * 3_600_000;
const admin: Actor = { userId: 'a', name: 'Admin', role: 'admin' };
const old = {
  id: 'p1',
  kind: 'sale',
  amountMinor: 4_000,
  reference: '1001',
  submittedAt: START_MS - DAY_MS,
} as const;

let world: World;

beforeEach(async () => {
  world = createWorld();
  world.places('1001', 4_000);
  await world.ports.store.insert('Installations', {
    installation_key: INSTALLATION,
    state: 'active',
    created_at: START_MS + 700,
  });
});

const refund = (amountMinor: number) => {
  const wanted = { paymentKey: KEY, amountMinor, currency: 'USD', reason: 'Damaged' };
  const request = { ...wanted, intentId: intentId(START_MS, new Uint8Array(16)) };
  return refundPayment(world.ports, world.company, admin, request);
};
const letters = async () => {
  const reply = await showDeadLetters(world.ports, INSTALLATION, admin);
  if (!reply.ok) throw new Error('an administrator may see them');
  return reply.value.letters;
};

describe('a payment from before', () => {
  beforeEach(async () => {
    await world.happens(old);
    await world.heal();
  });

  it('is recorded and shown with its reference and limits', async () => {
    expect(await showPayment(world.ports, world.company, admin, KEY)).toMatchObject({
      state: 'captured',
      reference: '1001',
      limits: { leftMinor: 4_000 },
    });
  });

  it('starts no order-to-cash, also when it is read again', async () => {
    await world.announce('p1', 'payments.payments.accept', 'again');
    await world.happens({ ...old, status: 'TRANSMITTED' });
    await world.heal();
    expect(world.records.salesOrders.size + world.records.invoices.size).toBe(0);
    expect(world.calls).not.toContain('readOrder');
    expect(await letters()).toEqual([]);
  });

  it('can be refunded, and says that the books are for a person as long as no invoice is linked', async () => {
    expect(await refund(1_500)).toMatchObject({ value: { state: 'succeeded' } });
    await world.work();
    expect(world.records.creditNotes.size).toBe(0);
    expect(await letters()).toMatchObject([
      {
        kind: 'run',
        type: 'refund-to-books',
        state: 'dead',
        problem: { code: 'older-than-connection' },
      },
    ]);
  });

  it('is refunded in the books where an invoice is linked', async () => {
    await linkInvoice();
    await refund(1_500);
    await world.work();
    expect(world.records.creditNoteRefunds.size).toBe(1);
    expect(await letters()).toEqual([]);
  });

  it('is refunded in the books by a replay once an invoice has been linked', async () => {
    await refund(1_500);
    await world.work();
    await linkInvoice();
    const [letter] = await letters();
    if (letter === undefined) throw new Error('there is one');
    await replayDeadLetter(world.ports, INSTALLATION, admin, letter);
    expect(world.records.creditNoteRefunds.size).toBe(1);
  });

  /** Somebody links the payment to the invoice that the company had written itself. */
  async function linkInvoice(): Promise<void> {
    const { ledger } = world.company;
    const line = { name: 'Thing', quantity: 1, total: { minor: 4_000, currency: 'USD' } };
    const zero = { minor: 0, currency: 'USD' };
    const draft = { customerId: 'c', date: '2026-11-01', reference: '1001', lines: [line] };
    const taxes = { shipping: zero, tax: zero, taxWords: { all: 'Tax', rest: 'Other tax' } };
    const write = { uniqueKey: 'own', retried: false };
    await ledger.saveInvoice(write, { ...draft, ...taxes });
    await ledger.saveCustomerPayment(write, {
      customerId: 'c',
      amount: line.total,
      date: '2026-11-01',
      reference: 'p1',
      accountId: 'acct',
      applyTo: [{ invoiceId: 'invoice-own', amount: line.total }],
      description: 'own',
    });
    const row = await world.ports.store.find('Payments', 'payment_key', KEY);
    const columns = { books_invoice_id: 'invoice-own', books_payment_id: 'payment-own' };
    await world.ports.store.update('Payments', row?.ROWID ?? '', columns);
  }
});

it('leaves a refund from before alone: its amount counts, and nobody is asked about it', async () => {
  await world.happens(old, false);
  const submittedAt = START_MS - DAY_MS / 2;
  await world.happens({ id: 'f1', rootId: 'p1', kind: 'refund', amountMinor: 700, submittedAt });
  await world.heal();
  expect(await showPayment(world.ports, world.company, admin, KEY)).toMatchObject({
    limits: { refundedMinor: 700, leftMinor: 3_300 },
  });
  expect(world.records.creditNotes.size).toBe(0);
  expect(await letters()).toEqual([]);
});

it('starts no order-to-cash when a later capture is the first that it hears of an old payment', async () => {
  await world.happens({ ...old, kind: 'authorization' }, false);
  await world.happens({ id: 'c1', rootId: 'p1', kind: 'capture', amountMinor: 4_000 });
  await world.heal();
  const row = await world.ports.store.find('Payments', 'payment_key', KEY);
  expect(row?.state).toBe('captured');
  expect(world.records.salesOrders.size).toBe(0);
});

it('books what was paid in the second of the installation, as the gateway keeps whole seconds', async () => {
  await world.happens({ ...old, submittedAt: START_MS });
  await world.heal();
  expect(world.records.invoices.size).toBe(1);
});

it('reads when a company was installed once, not with each event', async () => {
  let reads = 0;
  world = createWorld({
    intercept: async ({ table }, apply) => {
      if (table === 'Installations') reads += 1;
      return apply();
    },
  });
  for (let each = 0; each < 5; each += 1) {
    await world.happens({ ...old, id: `p${each}`, reference: '' });
    await world.work();
  }
  expect(reads).toBe(1);
});
