// A refund that is called back before the batch goes out: whatever had been booked of it is out of the books again.
import { describe, expect, it } from 'vitest';
import { problem } from '../../../functions/core/domain/problem.ts';
import { refused } from '../../../functions/core/domain/result.ts';
import { runKey } from '../../../functions/core/work/runs.ts';
import { INSTALLATION } from './fake-transactions.ts';
import { books } from './shown-books.ts';
import { createWorld } from './world.ts';

describe('a refund that was called back after it was booked', () => {
  const sale = { id: 'p1', kind: 'sale', amountMinor: 5_000, reference: '1001' } as const;
  const refund = { id: 'r1', rootId: 'p1', kind: 'refund', amountMinor: 2_500 } as const;
  const calledBack = {
    id: 'v1',
    rootId: 'p1',
    kind: 'void',
    amountMinor: 2_500,
    related: ['r1'],
  } as const;

  it('leaves neither credit note nor pay-outs, and keeps what would book it again', async () => {
    const world = createWorld();
    world.places('1001', 4_000);
    for (const seed of [sale, refund]) {
      await world.happens(seed);
      await world.work();
    }
    const before = books(world);
    expect(before).toContain('paid back 25.00');
    await world.happens(calledBack);
    await world.work();
    expect(books(world)).toEqual(before.slice(0, 1));
    const run = runKey(INSTALLATION, 'refund-called-back', 'gw:r1');
    const row = await world.ports.store.find('Tasks', 'task_key', `${run}|undo`);
    expect(row?.inverse).toContain('"again":"refund"');
  });

  it('while its booking is being tried again is taken out once that has ended', async () => {
    const world = createWorld();
    world.places('1001', 4_000);
    const { ledger } = world.company;
    const { saveCreditNote } = ledger;
    let isDown = true;
    const unavailable = refused(problem('zoho-unavailable', 'retry'));
    Object.assign(ledger, {
      saveCreditNote: (...asked: Parameters<typeof saveCreditNote>) =>
        isDown ? Promise.resolve(unavailable) : saveCreditNote(...asked),
    });
    for (const seed of [sale, refund, calledBack]) {
      await world.happens(seed);
      await world.work();
    }
    isDown = false;
    await world.heal();
    expect(books(world)).toEqual(['p1: 50.00 = invoice-inv-1001 40.00 + credit 10.00']);
    const states = ['refund-to-books', 'refund-called-back'].map(async (flow) => {
      const key = runKey(INSTALLATION, flow, 'gw:r1');
      return (await world.ports.store.find('Runs', 'run_key', key))?.state;
    });
    expect(await Promise.all(states)).toEqual(['done', 'done']);
    expect(world.calls.filter((one) => one === 'saveCreditNote')).toHaveLength(1);
  });

  it.each([
    ['had begun to be written: is left to the one who mends that', true, 'dead'],
    ['had not begun: nothing is to be taken out', false, 'done'],
  ])('when its booking stopped for good and %s', async (_what, hasBegun, ending) => {
    const world = createWorld();
    world.places('1001', 4_000);
    const { ledger } = world.company;
    const stops = refused(problem('zoho-refused', 'none'));
    Object.assign(
      ledger,
      hasBegun ? { saveCreditNote: async () => stops } : { readCustomerPayment: async () => stops },
    );
    for (const seed of [sale, refund, calledBack]) {
      await world.happens(seed);
      await world.work();
    }
    await world.heal();
    const state = async (flow: string) => {
      const key = runKey(INSTALLATION, flow, 'gw:r1');
      return (await world.ports.store.find('Runs', 'run_key', key))?.state;
    };
    expect(await state('refund-to-books')).toBe('dead');
    expect(await state('refund-called-back')).toBe(ending);
  });

  it('and refunded again is booked again', async () => {
    const world = createWorld();
    world.places('1001', 4_000);
    for (const seed of [sale, refund, calledBack, { ...refund, id: 'r2' }]) {
      await world.happens(seed);
      await world.work();
    }
    expect(books(world)).toEqual([
      'p1: 50.00 = invoice-inv-1001 40.00 + credit 10.00',
      'credit note of invoice-inv-1001 15.00',
      'paid back 25.00',
    ]);
  });
});
