// The comparison can fail: each thing that may go wrong with money or records is found in a world where it did.
import { expect, test } from 'vitest';
import { compareWorld } from './compare.ts';
import { compareAnswers } from './compare-answers.ts';
import { rightWorld } from './right-world.ts';
import type { World } from './world.ts';

test('nothing is wrong in a world where all is right', () => {
  expect(compareWorld(rightWorld())).toEqual([]);
});

/** One of several captures was voided: the gateway holds that much less, and the books the same. */
const VOIDED_MINOR = 1_000;
const voidedInPart: Spoil = (world) => ({
  gateway: world.gateway.map((one) =>
    one.id === 'p1' ? { ...one, capturedMinor: one.capturedMinor - VOIDED_MINOR } : one,
  ),
  payments: world.payments.map((one) => ({ ...one, amountMinor: one.amountMinor - VOIDED_MINOR })),
  invoices: each(world.invoices, { balanceMinor: VOIDED_MINOR }),
});

test('of an order whose capture was voided in part, that much is open again', () => {
  const world = rightWorld();
  expect(compareWorld({ ...world, ...voidedInPart(world) })).toEqual([]);
});

type Spoil = (world: World) => Partial<World>;

function twice<T>(all: readonly T[]): T[] {
  return [...all, ...all];
}

function each<T extends object>(all: readonly T[], change: Partial<T>): T[] {
  return all.map((one) => ({ ...one, ...change }));
}

/** The first row of a table of ours with other columns. */
function row(table: keyof World['store'], change: object, at = 0): Spoil {
  return ({ store }) => ({
    store: {
      ...store,
      [table]: store[table].map((one, index) => (index === at ? { ...one, ...change } : one)),
    },
  });
}

/** A table of ours without its row of that place. */
function without(table: keyof World['store'], at: number): Spoil {
  return ({ store }) => ({
    store: { ...store, [table]: store[table].filter((_, index) => index !== at) },
  });
}

const overRefund: Spoil = (world) => ({
  gateway: [
    ...world.gateway,
    ...world.gateway
      .filter(({ kind }) => kind === 'refund')
      .map((one) => ({ ...one, id: 'r2', mti: 'other', amountMinor: 9_500 })),
  ],
});

const spoiled: readonly (readonly [what: string, spoil: Spoil, found: string])[] = [
  ['a customer twice', (w) => ({ customers: twice(w.customers) }), '2 customers'],
  ['no contact', () => ({ crmContacts: [] }), '0 CRM contacts'],
  ['an account twice', (w) => ({ crmAccounts: twice(w.crmAccounts) }), '2 CRM accounts'],
  ['a sales order twice', (w) => ({ salesOrders: twice(w.salesOrders) }), '2 sales orders'],
  ['an invoice twice', (w) => ({ invoices: twice(w.invoices) }), '2 invoices'],
  ['no invoice', () => ({ invoices: [] }), '0 invoices'],
  [
    'an invoice that is a cent off',
    (w) => ({ invoices: each(w.invoices, { totalMinor: 9_874 }) }),
    '0 sent invoices of the right total and balance',
  ],
  [
    'an invoice that is not paid in full',
    (w) => ({ invoices: each(w.invoices, { balanceMinor: 1 }) }),
    '0 sent invoices of the right total and balance',
  ],
  [
    'an invoice that is paid in full though a capture was voided',
    (w) => ({ ...voidedInPart(w), invoices: w.invoices }),
    '0 sent invoices of the right total and balance',
  ],
  [
    'an invoice of something that is not captured',
    (w) => ({ invoices: [...w.invoices, ...each(w.invoices, { reference: '1042' })] }),
    'order 1042 has 1 invoices, not 0',
  ],
  [
    'a shop that was not told',
    (w) => ({ orders: each(w.orders, { status: 'pending' }) }),
    'order 1041 is pending',
  ],
  ['a payment twice', (w) => ({ payments: twice(w.payments) }), 'p1 is in the books 2 times'],
  [
    'a payment that is a cent off',
    (w) => ({ payments: each(w.payments, { amountMinor: 9_876 }) }),
    'captured 9875, in the books 9876',
  ],
  [
    'a payment on another account',
    (w) => ({ payments: each(w.payments, { accountId: 'other' }) }),
    'p1 is on another account',
  ],
  ['a refund that is not booked', () => ({ creditNotes: [] }), 'r1 of 500 is in the books 0 times'],
  [
    'a refund that is booked twice',
    (w) => ({ creditNotes: twice(w.creditNotes) }),
    'r1 of 500 is in the books 2 times',
  ],
  [
    'a refund that is a cent off',
    (w) => ({
      creditNotes: w.creditNotes.map((note) => ({
        ...note,
        refunds: each(note.refunds, { amountMinor: 499 }),
      })),
    }),
    'r1 of 500 is in the books 1 times, 499',
  ],
  [
    'a refund that the gateway has not made',
    (w) => ({
      creditNotes: w.creditNotes.map((note) => ({
        ...note,
        refunds: [...note.refunds, ...each(note.refunds, { reference: 'r9' })],
      })),
    }),
    'the books have r9, the gateway has not',
  ],
  ['more out than in', overRefund, 'captured 9875, refunded 10000'],
  ['a refund of the gateway that we do not know', overRefund, 'r2 is not in our log once'],
  ['an event that is never worked on', row('Inbox', { state: 'received' }), 'is received'],
  ['a dead event', row('Inbox', { state: 'dead', problem: 'why' }), 'is dead: why'],
  ['a run that stopped', row('Runs', { state: 'ready' }), 'run o1 is ready'],
  ['a run that waits for nothing', row('Runs', { state: 'waiting' }), 'run o1 is waiting'],
  ['a payment that we do not know', without('Payments', 1), 'p2 is not known in 0 rows'],
  ['a payment in the wrong state', row('Payments', { state: 'declined' }), 'p1 is declined'],
  ['an unknown outcome', row('Movements', { state: 'unknown' }, 1), 'is unknown, at the gateway'],
  [
    'a failure that the gateway has carried out',
    row('Movements', { state: 'failed' }, 1),
    'is failed, at the gateway PENDING',
  ],
  [
    'a success that the gateway has not',
    (w) => ({ gateway: each(w.gateway, { mti: 'other' }) }),
    'is succeeded, at the gateway undefined',
  ],
  ['a changed audit entry', row('Audit', { actor_name: 'Nobody' }), 'was changed'],
  ['a missing audit entry', without('Audit', 0), 'the audit chain breaks'],
  ['a refund without audit', row('Audit', { subject: 'other' }), 'has 0 audit entries'],
];

test.each(spoiled)('%s is found', (_, spoil, found) => {
  const world = rightWorld();
  const wrong = compareWorld({ ...world, ...spoil(world) });
  expect(wrong).toContainEqual(expect.stringContaining(found));
});

const ASKED = '01K9ZZZZZZZZZZZZZZZZZZZZZZ';
const whole = { [ASKED]: 500 };
const oneOfTwoParts = { [`${ASKED}-1`]: 300 };
const bothParts = { ...oneOfTwoParts, [`${ASKED}-2`]: 200 };

test.each([
  ['succeeded', whole, []],
  ['succeeded', bothParts, []],
  ['failed', {}, []],
  ['declined', oneOfTwoParts, []],
  ['unknown', whole, []],
  ['failed', whole, [`refund ${ASKED} of 500 was told as failed, 500 of it are out`]],
  ['declined', bothParts, [`refund ${ASKED} of 500 was told as declined, 500 of it are out`]],
  ['succeeded', {}, [`refund ${ASKED} of 500 was told as succeeded, 0 of it are out`]],
  ['succeeded', oneOfTwoParts, [`refund ${ASKED} of 500 was told as succeeded, 300 of it are out`]],
])('a refund that was told as %s, of which %o is out', (state, out, wrong) => {
  const { gateway, ...world } = rightWorld();
  const [refund] = gateway.filter(({ kind }) => kind === 'refund');
  const rows = Object.entries(out).flatMap(([mti, amountMinor]) =>
    refund === undefined ? [] : [{ ...refund, mti, amountMinor }],
  );
  const told = [{ intentId: ASKED, amountMinor: 500, state }];
  expect(compareAnswers({ ...world, gateway: rows }, told)).toEqual(wrong);
});
