// Voids: which refund or capture they take back, what is left then, and when a person must look.
import { beforeEach, describe, expect, it } from 'vitest';
import type { PaymentKey } from '../../../functions/core/domain/ids.ts';
import { intentId } from '../../../functions/core/domain/ids.ts';
import { refundLimits } from '../../../functions/core/domain/movement.ts';
import { refundPayment } from '../../../functions/core/steps/refund-payment.ts';
import { openAlarms } from '../../../functions/core/work/alarms.ts';
import { entryOf, readLog } from '../../../functions/core/work/movement-log.ts';
import { INSTALLATION, type TransactionSeed } from './fake-transactions.ts';
import { createWorld, START_MS, type World } from './world.ts';

const KEY = 'inst-1|mid_usd|p1' as PaymentKey;
let world: World;

const follows = (
  id: string,
  kind: TransactionSeed['kind'],
  amountMinor: number,
  more: Partial<TransactionSeed> = {},
) => ({ id, rootId: 'p1', kind, amountMinor, ...more });

async function happen(...seeds: TransactionSeed[]): Promise<void> {
  for (const seed of seeds) await world.happens(seed);
  await world.work();
}

/** Subjects of events that did not come to their end. */
async function stuck() {
  const open = await world.ports.store.select('Inbox', { where: [['state', '!=', 'done']] });
  return open.map((event) => `${event.subject} ${event.state}`);
}

async function standing() {
  const log = await readLog(world.ports.store, KEY);
  const row = await world.ports.store.find('Payments', 'payment_key', KEY);
  const states = Object.fromEntries(log.map((one) => [one.gateway_id, one.state]));
  return { state: row?.state, states, left: refundLimits(log.map(entryOf)).leftMinor };
}

const alarms = () => openAlarms(world.ports.store, INSTALLATION);

beforeEach(() => {
  world = createWorld();
  world.places('1001', 4_000);
});

describe('a void', () => {
  const sale = { id: 'p1', kind: 'sale', amountMinor: 4_000, reference: '1001' } as const;

  it('of one of two refunds frees that one only, though both are related', async () => {
    await happen(sale, follows('f1', 'refund', 1_000), follows('f2', 'refund', 700));
    const related = ['p1', 'f1', 'f2'];
    await happen(follows('v1', 'void', 700, { related }));
    expect(await standing()).toMatchObject({
      state: 'captured',
      states: { f1: 'succeeded', f2: 'voided' },
      left: 3_000,
    });
    expect(await stuck()).toEqual([]);
  });

  it('of one of two equal refunds frees the one that shows it', async () => {
    await happen(sale, follows('f1', 'refund', 700), follows('f2', 'refund', 700));
    await world.happens(follows('f2', 'refund', 700, { status: 'VOIDED' }), false);
    await happen(follows('v1', 'void', 700, { related: ['p1', 'f1', 'f2'] }));
    expect((await standing()).states).toMatchObject({ f1: 'succeeded', f2: 'voided' });
    expect(await stuck()).toEqual([]);
  });

  it('that fits two refunds, of which none shows it, is for a person and frees nothing', async () => {
    await happen(sale, follows('f1', 'refund', 700), follows('f2', 'refund', 700));
    await happen(follows('v1', 'void', 700, { related: ['p1', 'f1', 'f2'] }));
    expect(await standing()).toMatchObject({ left: 2_600 });
    expect(await stuck()).toEqual(['v1 dead']);
  });

  it('of a capture leaves a refund of another capture alone, and takes the capture’s amount', async () => {
    await happen(
      { ...sale, kind: 'authorization' },
      follows('c1', 'capture', 1_500),
      follows('c2', 'capture', 2_500),
      follows('f1', 'refund', 500),
    );
    await happen(follows('v1', 'void', 2_500, { related: ['p1', 'c1', 'c2', 'f1'] }));
    expect(await standing()).toMatchObject({
      state: 'captured',
      states: { f1: 'succeeded' },
      left: 1_000,
    });
  });

  it('of one capture sends refunds to the other', async () => {
    await happen(
      { ...sale, kind: 'authorization' },
      follows('c1', 'capture', 2_000),
      follows('c2', 'capture', 2_000),
    );
    await world.happens(follows('c1', 'capture', 2_000, { status: 'VOIDED' }), false);
    await happen(follows('v1', 'void', 2_000, { related: ['p1', 'c1', 'c2'] }));
    const done = await refundPayment(
      world.ports,
      world.company,
      { userId: 'u', name: 'U', role: 'agent' },
      {
        intentId: intentId(START_MS, new Uint8Array(16)),
        paymentKey: KEY,
        amountMinor: 2_000,
        currency: 'USD',
        reason: 'Damaged',
      },
    );
    expect(done).toMatchObject({ ok: true, value: { target_gateway_id: 'c2' } });
  });

  it('without an amount takes what it took back', async () => {
    await happen(sale);
    await world.happens(follows('v1', 'void', 4_000, { related: ['p1'] }), false);
    const { total: _total, ...bare } = world.transactions.get('v1') ?? {};
    world.transactions.set('v1', bare as never);
    await world.announce('v1');
    await world.work();
    expect(await standing()).toMatchObject({ state: 'voided', left: 0 });
    expect(await stuck()).toEqual([]);
  });

  it('of a sale leaves nothing', async () => {
    await happen(sale, follows('v1', 'void', 4_000, { related: ['p1'] }));
    expect(await standing()).toMatchObject({ state: 'voided', left: 0 });
  });

  it('meets first what it took back, when nobody announced that', async () => {
    await happen(sale);
    await world.happens(follows('f1', 'refund', 700, { status: 'VOIDED' }), false);
    await happen(follows('v1', 'void', 700, { related: ['p1', 'f1'] }));
    expect(await standing()).toMatchObject({
      state: 'captured',
      states: { f1: 'voided' },
      left: 4_000,
    });
  });

  it('that was refused takes nothing back', async () => {
    await happen(sale, follows('f1', 'refund', 700));
    await happen(follows('v1', 'void', 700, { status: 'FAILED', related: ['p1', 'f1'] }));
    expect(await standing()).toMatchObject({
      state: 'captured',
      states: { f1: 'succeeded', v1: 'failed' },
      left: 3_300,
    });
  });

  it('of a refund that is in the books takes it out again; before it is there, it keeps it out', async () => {
    await happen(sale, follows('f1', 'refund', 700));
    expect(world.records.creditNoteRefunds.size).toBe(1);
    await happen(follows('v1', 'void', 700, { related: ['p1', 'f1'] }));
    expect(world.records.creditNoteRefunds.size).toBe(0);
    expect(world.records.creditNotes.size).toBe(0);
    await happen(follows('f2', 'refund', 300, { status: 'VOIDED' }));
    expect(world.records.creditNoteRefunds.size).toBe(0);
    expect(await alarms()).toEqual([]);
  });

  it('of a refund that no flow takes out of the books again tells a person', async () => {
    const library = world.ports.flows;
    const { current } = library;
    library.current = async (installation, id) =>
      id === 'refund-called-back' ? undefined : current(installation, id);
    await happen(sale, follows('f1', 'refund', 700));
    await happen(follows('v1', 'void', 700, { related: ['p1', 'f1'] }));
    expect(world.records.creditNoteRefunds.size).toBe(1);
    expect(await alarms()).toMatchObject([{ subject: `${INSTALLATION}|gw:f1` }]);
  });
});
