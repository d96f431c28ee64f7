// The shipped flows that tell people of things: each run from its trigger's data to its end, once whatever breaks.
import { describe, expect, it } from 'vitest';
import { shippedFlows } from '../../../functions/core/flows/shipped.ts';
import { validateFlow } from '../../../functions/core/flows/validate-flow.ts';
import { StoreFailure } from '../../../functions/core/ports/store.ts';
import { definedActions } from '../../../functions/core/steps/actions/flow-actions.ts';
import { runKey, startRun } from '../../../functions/core/work/runs.ts';
import { INSTALLATION, MERCHANT } from './fake-transactions.ts';
import { createWorld, type World } from './world.ts';

const PAYMENT = `${INSTALLATION}|${MERCHANT}|p1`;
const held = {
  id: 'p1',
  kind: 'sale',
  amountMinor: 4_000,
  reference: '1001',
  status: 'AUTHORIZED_PENDING_REVIEW',
} as const;

/** As a trigger does. */
async function setOff(world: World, flow: string, input: object): Promise<void> {
  await startRun(world.ports, {
    installation: INSTALLATION,
    flow,
    flowVersion: 1,
    subject: 'subject-1',
    lane: `${INSTALLATION}|test|${flow}`,
    input,
  });
}

async function outcomeOf(world: World, flow: string) {
  const key = runKey(INSTALLATION, flow, 'subject-1');
  const run = await world.ports.store.find('Runs', 'run_key', key);
  return { state: run?.state, outcome: JSON.parse(run?.outcome ?? '{}') };
}

async function worldWith(payment: Parameters<World['happens']>[0], intercept = {}) {
  const world = createWorld(intercept);
  world.places('1001', 4_000);
  await world.happens(payment);
  await world.work();
  return world;
}

async function decide(world: World, status: string): Promise<void> {
  await world.happens({ ...held, status }, false);
  await world.announce('p1', 'risk.casemanagement.decision');
  await world.work();
}

describe('the shipped flows', () => {
  it('are fit to be published', () => {
    const flows = [...shippedFlows().values()];
    for (const flow of flows) {
      const faults = validateFlow(flow, { actions: definedActions, flows, mappings: [] });
      expect(faults, flow.id).toEqual([]);
    }
  });

  it('have a title at every step that is not from before titles', () => {
    for (const { id, nodes } of shippedFlows().values()) {
      if (id === 'order-to-cash' || id === 'refund-to-books') continue;
      const untitled = Object.entries(nodes).filter(([, { title }]) => title === undefined);
      expect(untitled, id).toEqual([]);
    }
  });

  it('start nothing by themselves that needs more than a connection', async () => {
    const { flows } = createWorld().ports;
    expect(await flows.startedBy(INSTALLATION, 'payment.declined')).toEqual([]);
    expect(await flows.current(INSTALLATION, 'case-opened')).toBeUndefined();
    const [first] = await flows.startedBy(INSTALLATION, 'payment.changed');
    expect(first?.id).toBe('order-to-cash');
  });
});

describe('a declined payment', () => {
  it('is told with amount, customer and cause', async () => {
    const world = await worldWith({ ...held, status: 'DECLINED' });
    await setOff(world, 'payment-declined', { paymentKey: PAYMENT });
    await world.work();
    const text = world.records.notices.get('payments');
    expect(text).toContain('A card was declined: USD 40.00, order 1001.');
    expect(text).toContain('Some Buyer, Visa ending in 1111.');
    expect(await outcomeOf(world, 'payment-declined')).toMatchObject({ state: 'done' });
  });
});

describe('a case', () => {
  it('becomes a ticket when the payment is held', async () => {
    const world = await worldWith(held);
    await setOff(world, 'case-opened', { paymentKey: PAYMENT });
    await world.work();
    expect([...world.records.tickets]).toMatchObject([
      [
        'case-p1',
        {
          contact: { name: 'Some Buyer', email: 'buyer@example.com' },
          fields: {
            subject: 'Payment held for review: order 1001, USD 40.00',
            category: 'Fraud review',
            priority: 'Low',
            contact: { firstName: 'Some', lastName: 'Buyer', email: 'buyer@example.com' },
          },
        },
      ],
    ]);
    expect(await outcomeOf(world, 'case-opened')).toEqual({
      state: 'done',
      outcome: { document: '101' },
    });
  });

  it('is left alone when it is decided before anybody could open it', async () => {
    const world = await worldWith({ ...held, status: 'AUTHORIZED' });
    await setOff(world, 'case-opened', { paymentKey: PAYMENT });
    await world.work();
    expect(world.records.tickets.size).toBe(0);
  });

  it.each([
    ['AUTHORIZED', 'The payment was accepted: it is captured now.'],
    ['REVERSED', 'The payment was not accepted: it is released now.'],
  ])('is noted and closed when the gateway says %s', async (status, text) => {
    const world = await worldWith(held);
    await setOff(world, 'case-opened', { paymentKey: PAYMENT });
    await world.work();
    await decide(world, status);
    await setOff(world, 'case-decided', { paymentKey: PAYMENT });
    await world.work();
    const [comment] = world.records.comments.values();
    expect(comment).toContain(`ticket-case-p1: ${text}`);
    expect([...world.records.closedTickets]).toEqual(['ticket-case-p1']);
  });

  it('is written in the company’s language, ticket and note', async () => {
    const world = await worldWith(held);
    Object.assign(world.company, { language: 'de' });
    await setOff(world, 'case-opened', { paymentKey: PAYMENT });
    await world.work();
    await decide(world, 'REVERSED');
    await setOff(world, 'case-decided', { paymentKey: PAYMENT });
    await world.work();
    const [comment] = world.records.comments.values();
    expect(comment).toContain(
      'Die Zahlung wurde nicht angenommen; ihr Stand ist jetzt: freigegeben. Die Bestellung 1001 darf nicht versandt werden.',
    );
    const [ticket] = world.records.tickets.values();
    expect(ticket).toMatchObject({
      fields: {
        subject: 'Zahlung in Prüfung: Bestellung 1001, USD 40.00',
        description: expect.stringMatching(/hält diese Zahlung.*\n.*Ausgelöste Regeln: /s),
      },
    });
  });

  it('that is announced as decided but still held is waited for', async () => {
    const world = await worldWith(held);
    await setOff(world, 'case-opened', { paymentKey: PAYMENT });
    await setOff(world, 'case-decided', { paymentKey: PAYMENT });
    await world.work();
    expect(await outcomeOf(world, 'case-decided')).toMatchObject({ state: 'waiting' });
    await decide(world, 'AUTHORIZED');
    await world.heal();
    expect(world.records.closedTickets.size).toBe(1);
  });

  it('without a ticket is over', async () => {
    const world = await worldWith({ ...held, status: 'AUTHORIZED' });
    await setOff(world, 'case-decided', { paymentKey: PAYMENT });
    await world.work();
    expect(await outcomeOf(world, 'case-decided')).toEqual({ state: 'done', outcome: {} });
    expect(world.records.comments.size).toBe(0);
  });
});

describe('a dispute', () => {
  const number = 'CB-77';
  const dispute = {
    movement_key: `${INSTALLATION}|dispute:${number}`,
    slot: `${PAYMENT}#9`,
    installation: INSTALLATION,
    payment_key: PAYMENT,
    kind: 'dispute',
    state: 'succeeded',
    amount_minor: 2_500,
    currency: 'USD',
    reason: 'The cardholder says it was fraud (reason 10.4)',
    due_at: Date.parse('2026-12-24T15:00:00Z'),
  };

  it('becomes a ticket with its deadline and what to send', async () => {
    const world = await worldWith({ ...held, status: 'TRANSMITTED' });
    await world.ports.store.insert('Movements', dispute);
    const { movement_key: movementKey } = dispute;
    await setOff(world, 'dispute-opened', { paymentKey: PAYMENT, movementKey });
    await world.work();
    const ticket = world.records.tickets.get(`dispute-${number}`);
    expect(ticket).toMatchObject({
      subject: 'Dispute: USD 25.00 for order 1001, answer by Dec 24, 2026',
      category: 'Dispute',
      dueAt: dispute.due_at,
      contact: { email: 'buyer@example.com' },
    });
    expect(ticket?.description).toContain('address and security code checks');
  });

  it('becomes a ticket also when the gateway does not know the payment any more', async () => {
    const world = await worldWith({ ...held, status: 'TRANSMITTED' });
    await world.ports.store.insert('Movements', dispute);
    const { gateway } = world.company;
    Object.assign(gateway, {
      readTransaction: async () => ({ ok: false, problem: { code: 'not-found', remedy: 'none' } }),
    });
    await setOff(world, 'dispute-opened', { given: { dispute: { id: number } } });
    await world.work();
    expect(world.records.tickets.get(`dispute-${number}`)?.contact).toEqual({
      name: 'Unknown customer',
    });
  });

  it('that nobody has recorded is put aside with its number', async () => {
    const world = createWorld();
    await setOff(world, 'dispute-opened', { given: { dispute: { id: 'CB-0' } } });
    await world.work();
    expect(await outcomeOf(world, 'dispute-opened')).toMatchObject({ state: 'dead' });
  });
});

describe('finance', () => {
  it('hears of a settlement', async () => {
    const world = createWorld();
    await setOff(world, 'settlement-posted', { given: { settlement: { id: 'batch-9' } } });
    await world.work();
    expect(world.records.notices.get('finance')).toContain('The settlement batch-9 has arrived');
  });

  it('hears of an open invoice that somebody has written', async () => {
    const world = await worldWith({ ...held, status: 'AUTHORIZED' });
    const [key] = world.records.invoices.keys();
    // Nothing has paid it.
    world.records.payments.clear();
    await setOff(world, 'invoice-created', { given: { invoice: { id: `invoice-${key}` } } });
    await world.work();
    expect(world.records.notices.get('finance')).toContain('USD 40.00 is open');
  });
});

describe('a customer', () => {
  const known = { email: 'buyer@example.com', firstName: 'Some', lastName: 'Buyer' };
  const full = { ...known, phone: '+1 555 0100', company: 'Some Ltd' };

  it.each([
    ['crm', 'books'],
    ['books', 'crm'],
  ] as const)('who was changed in %s is completed in %s, and nothing echoes', async (from, to) => {
    const world = createWorld();
    world.records.cards[from].set('a1', full);
    world.records.cards[to].set('b1', { ...known, firstName: 'Samuel' });
    await setOff(world, 'customer-sync', { given: { customer: { id: 'a1' } } });
    await world.work();
    expect(world.records.cards[to].get('b1')).toEqual({ ...full, firstName: 'Samuel' });
    expect(world.records.cards[from].get('a1')).toEqual(full);
    expect((await outcomeOf(world, 'customer-sync')).outcome).toEqual({
      changed: 1,
      fields: 'company, phone',
    });
  });
});

/** Runs a decided case whose store call number `at` fails; answers how many calls there were. */
async function decideWithCrash(at: number, when: 'before' | 'after'): Promise<number> {
  let calls = 0;
  let armed = false;
  const world = await worldWith(held, {
    intercept: async (_call: unknown, apply: () => unknown) => {
      if (!armed) return apply();
      calls += 1;
      if (calls === at && when === 'before') throw new StoreFailure('crash', 'crash');
      const result = apply();
      if (calls === at) throw new StoreFailure('crash', 'crash');
      return result;
    },
  });
  await setOff(world, 'case-opened', { paymentKey: PAYMENT });
  await world.work();
  await decide(world, 'AUTHORIZED');
  await setOff(world, 'case-decided', { paymentKey: PAYMENT });
  armed = true;
  await world.work().catch(() => undefined);
  await world.heal();
  const found = [
    (await outcomeOf(world, 'case-decided')).state,
    world.records.comments.size,
    world.records.closedTickets.size,
  ];
  expect(found, `crash ${when} store call ${at}`).toEqual(['done', 1, 1]);
  return calls;
}

it('a decided case is noted once and closed from a crash at any store call', async () => {
  const usual = await decideWithCrash(Number.POSITIVE_INFINITY, 'before');
  const ordinary = Math.min(usual, 25);
  for (let at = 1; at <= ordinary; at += 1) {
    await decideWithCrash(at, 'before');
    await decideWithCrash(at, 'after');
  }
  expect(ordinary).toBeGreaterThan(5);
});
