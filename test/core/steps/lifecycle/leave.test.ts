// A company leaves: everything is taken back at the other sides, nothing is erased too early, and no crash loses a step.
import { describe, expect, it } from 'vitest';
import { leavingTasks } from '../../../../functions/core/contract/lifecycle.ts';
import { problem } from '../../../../functions/core/domain/problem.ts';
import { StoreFailure } from '../../../../functions/core/ports/store.ts';
import { leave, showLeaving, stay } from '../../../../functions/core/steps/lifecycle/leave.ts';
import { createDoorKeyReader } from '../../../../functions/core/steps/read-door-keys.ts';
import { NEVER_MS } from '../../../../functions/core/work/lease.ts';
import { INSTALLATION } from '../fake-transactions.ts';
import { company, DAY_MS, unknownRefund, WANTED } from './leaving-company.ts';
import { ADMIN } from './whole-company.ts';

describe('an administrator who uninstalls', () => {
  it('has to type the company’s name, and to be an administrator', async () => {
    const { ports, row } = await company();
    const wrong = { confirm: 'Another company' };
    expect(await leave(ports, INSTALLATION, ADMIN, wrong)).toMatchObject({
      problem: { code: 'leaving-unconfirmed' },
    });
    const approver = { ...ADMIN, role: 'approver' } as const;
    expect(await leave(ports, INSTALLATION, approver, WANTED)).toMatchObject({
      problem: { code: 'not-allowed' },
    });
    expect((await row()).state).toBe('active');
  });

  it('is told of money that is still under way, and may leave all the same', async () => {
    const { ports, store, begin } = await company();
    await store.insert('Movements', unknownRefund);
    expect(await begin()).toMatchObject({
      problem: { code: 'leaving-money-open', facts: { count: '1' } },
    });
    const despite = { ...WANTED, despiteOpen: true };
    expect(await leave(ports, INSTALLATION, ADMIN, despite)).toMatchObject({ ok: true });
  });

  it('stops all work at once: nobody opens the company, no webhook is let in', async () => {
    const { ports, store, world, begin, turn } = await company();
    await world.announce('p1');
    await begin();
    expect(await createDoorKeyReader(ports)(INSTALLATION)).toBeUndefined();
    await turn();
    const rows = await store.select('Inbox', { where: [] });
    expect(rows).toMatchObject([{ state: 'skipped', due_at: NEVER_MS }]);
  });

  it('has everything taken back, in order, and the secrets forgotten last', async () => {
    const { ports, store, row, asked, begin, turn } = await company();
    const before = await begin();
    expect(before).toMatchObject({ value: { state: 'leaving', done: [], byHand: [] } });
    await turn();
    expect(asked).toEqual(['gateway', 'shop', 'crm', 'zoho']);
    const view = await showLeaving(ports, INSTALLATION, ADMIN);
    expect(view).toMatchObject({ value: { done: leavingTasks, byHand: [] } });
    expect((await row()).secrets).toBeUndefined();
    const merchants = await store.select('Merchants', { where: [] });
    expect(merchants.map(({ secrets }) => secrets)).toEqual([undefined]);
    await turn();
    expect(asked).toHaveLength(4);
  });

  it('has all rows for a month, and then none', async () => {
    const { store, world, begin, turn, rowsLeft } = await company();
    await begin();
    await turn();
    world.advance(30 * DAY_MS - 1);
    await turn();
    expect(await store.select('Audit', { where: [] })).not.toEqual([]);
    world.advance(1);
    await turn();
    expect(await rowsLeft()).toBe(0);
  });

  it('may stay after all: the rows are there, what was taken back is connected anew', async () => {
    const { ports, row, world, begin, turn, rowsLeft } = await company();
    await begin();
    await turn();
    expect(await stay(ports, INSTALLATION, ADMIN)).toMatchObject({ value: { state: 'staying' } });
    expect((await row()).state).toBe('connecting');
    world.advance(31 * DAY_MS);
    await turn();
    expect(await rowsLeft()).toBeGreaterThan(2);
  });
});

describe('another side that does not answer', () => {
  it('is asked again and again, and the rest waits for it', async () => {
    const { ports, asked, refusals, begin, turn } = await company();
    refusals.set('shop', problem('shop-unavailable', 'retry'));
    await begin();
    await turn();
    await turn();
    expect(asked).toEqual(['gateway', 'shop', 'shop']);
    refusals.clear();
    await turn();
    expect(await showLeaving(ports, INSTALLATION, ADMIN)).toMatchObject({
      value: { done: leavingTasks, byHand: [] },
    });
  });

  it('is left to a person after three days', async () => {
    const { ports, world, refusals, begin, turn } = await company();
    refusals.set('shop', problem('shop-unavailable', 'retry'));
    await begin();
    world.advance(3 * DAY_MS + 1);
    await turn();
    expect(await showLeaving(ports, INSTALLATION, ADMIN)).toMatchObject({
      value: {
        done: leavingTasks.filter((task) => task !== 'shop-webhooks'),
        byHand: [{ task: 'shop-webhooks', problem: { code: 'shop-unavailable' } }],
      },
    });
  });

  it('that refuses is left to a person at once', async () => {
    const { ports, refusals, begin, turn } = await company();
    refusals.set('gateway', problem('gateway-credentials', 'fix-setup', { merchant: 'mid_usd' }));
    await begin();
    await turn();
    expect(await showLeaving(ports, INSTALLATION, ADMIN)).toMatchObject({
      value: { byHand: [{ task: 'gateway-webhooks' }] },
    });
  });
});

describe('a timer that dies', () => {
  it('at any write of the leaving leaves a state that the next one ends in the same way', async () => {
    const writes = ['insert', 'update', 'updateWhere', 'delete', 'deleteAll'];
    let deaths = 0;
    for (let dieAt = 1; ; dieAt += 1) {
      const fate = { isOn: false, count: 0 };
      const { store, world, asked, begin, turn, rowsLeft } = await company(async (call, apply) => {
        const isWrite = fate.isOn && writes.includes(call.operation);
        if (isWrite) fate.count += 1;
        const isLast = isWrite && fate.count === dieAt;
        // Half of the deaths come after the write has arrived.
        if (isLast && dieAt % 2 === 0) apply();
        if (isLast) throw new StoreFailure('timed-out', 'killed');
        return apply();
      });
      await world.announce('p1');
      await begin();
      fate.isOn = true;
      await turn().catch(() => undefined);
      world.advance(5 * 60_000);
      await turn().catch(() => undefined);
      world.advance(30 * DAY_MS);
      await turn().catch(() => undefined);
      await turn();
      expect([dieAt, await rowsLeft()]).toEqual([dieAt, 0]);
      expect(new Set(asked)).toEqual(new Set(['gateway', 'shop', 'crm', 'zoho']));
      expect(await store.select('Installations', { where: [] })).toEqual([]);
      if (fate.count < dieAt) break;
      deaths += 1;
    }
    expect(deaths).toBeGreaterThan(15);
  });
});
