// Flows that run by the clock, and those behind a button.
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../functions/core/domain/role.ts';
import { announceSchedule } from '../../../functions/core/steps/announce-schedule.ts';
import { lastDue, readCron } from '../../../functions/core/steps/cron-time.ts';
import { showButtons, showProgress } from '../../../functions/core/steps/show-buttons.ts';
import { startFlow } from '../../../functions/core/steps/start-flow.ts';
import { INSTALLATION } from './fake-transactions.ts';
import { flowThatEnds, libraryWith } from './flow-library-with.ts';
import { createWorld } from './world.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const NEW_YORK = 'America/New_York';

function dueTimes(at: string, from: string, to: string, timeZone = NEW_YORK): string[] {
  const cron = readCron(at);
  if (cron === undefined) throw new Error('no time');
  const names: string[] = [];
  for (let now = Date.parse(from); now <= Date.parse(to); now += MINUTE_MS) {
    const due = lastDue(cron, timeZone, now - MINUTE_MS, now);
    if (due !== undefined) names.push(due);
  }
  return names;
}

describe('a time', () => {
  it.each([
    ['0 6 * * *', ['2026-06-08T06-00', '2026-06-09T06-00']],
    ['30 9 * * 1', ['2026-06-08T09-30']],
    [
      '15,45 0-1 8 * *',
      ['2026-06-08T00-15', '2026-06-08T00-45', '2026-06-08T01-15', '2026-06-08T01-45'],
    ],
    ['0 8/6 9 6 *', ['2026-06-09T08-00', '2026-06-09T14-00', '2026-06-09T20-00']],
    ['0 12 8 * 2', ['2026-06-08T12-00', '2026-06-09T12-00']],
    ['0 12 * 7 *', []],
    ['0 12 * * 7', []],
  ])('%s comes on the organization’s clock', (at, expected) => {
    // Monday and Tuesday in New York.
    expect(dueTimes(at, '2026-06-08T04:00:00Z', '2026-06-10T03:59:00Z')).toEqual(expected);
  });

  it('that clocks skip comes when they jump, and one that they repeat comes once', () => {
    expect(dueTimes('30 2 * * *', '2026-03-08T05:00:00Z', '2026-03-09T03:00:00Z')).toEqual([
      '2026-03-08T02-30',
    ]);
    const twice = dueTimes('30 1 * * *', '2026-11-01T04:00:00Z', '2026-11-02T04:00:00Z');
    expect(new Set(twice)).toEqual(new Set(['2026-11-01T01-30']));
    const hourly = dueTimes('0 * * * *', '2026-11-01T04:00:00Z', '2026-11-02T04:59:00Z');
    expect(new Set(hourly).size).toBe(25);
  });

  it.each(['', '0 6 * *', '0 6 * * * *', 'x 6 * * *', '0 6 * * */0'])('“%s” is none', (at) => {
    expect(readCron(at)).toBeUndefined();
  });
});

describe('the schedule', () => {
  // The world begins at 06:06:40 in New York.
  const start = (at: string) => {
    const flow = flowThatEnds({ on: 'schedule', at, once: 'change' });
    const world = createWorld({ flows: libraryWith(flow) });
    const look = (flows = [flow]) => announceSchedule(world.ports, INSTALLATION, flows);
    const runs = async () => (await world.ports.store.select('Runs', { where: [] })).length;
    return { world, look, runs };
  };

  it('starts a flow once for each due time, however often the timer looks', async () => {
    const { world, look, runs } = start('*/15 * * * *');
    for (let minute = 0; minute < 60; minute += 1) {
      await look();
      await look();
      world.advance(MINUTE_MS);
    }
    expect(await runs()).toBe(4);
    await world.work();
    const done = await world.ports.store.select('Runs', { where: [['state', '=', 'done']] });
    expect(done).toHaveLength(4);
  });

  it('makes up for missed times once, not for each', async () => {
    const { world, look, runs } = start('*/15 * * * *');
    await look();
    world.advance(30 * HOUR_MS);
    await look();
    expect(await runs()).toBe(1);
    world.advance(15 * MINUTE_MS);
    await look();
    expect(await runs()).toBe(2);
  });

  it('counts from when a time is first seen', async () => {
    const { world, look, runs } = start('0 6 * * *');
    await look();
    world.advance(10 * MINUTE_MS);
    await look();
    expect(await runs()).toBe(0);
    const other = flowThatEnds({ on: 'schedule', at: '10 6 * * *', once: 'change' });
    await look([other]);
    expect(await runs()).toBe(0);
  });
});

describe('the button', () => {
  const agent: Actor = { userId: 'u1', name: 'An Agent', role: 'agent' };
  const press = {
    intentId: '01JDA0000000000000000000AB',
    flow: 'noticed',
    paymentKey: `${INSTALLATION}|mid_usd|p1`,
  };

  async function withPayment(trigger: object = { on: 'button', once: 'change' }) {
    const flow = flowThatEnds(trigger);
    const world = createWorld({ flows: libraryWith(flow) });
    world.places('1001', 4_000);
    await world.happens({ id: 'p1', kind: 'sale', amountMinor: 4_000, reference: '1001' });
    await world.work();
    const push = (change: Partial<typeof press> = {}, actor = agent) =>
      startFlow(world.ports, world.company, actor, { ...press, ...change });
    const runs = () => world.ports.store.select('Runs', { where: [['flow', '=', 'noticed']] });
    return { world, push, runs };
  }

  it('starts the flow for the payment, once for a double click, and is written down', async () => {
    const { world, push, runs } = await withPayment();
    expect(await push()).toMatchObject({ ok: true, value: { state: 'started' } });
    expect(await push()).toMatchObject({ ok: true, value: { state: 'known' } });
    await world.work();
    expect(await runs()).toMatchObject([{ state: 'done' }]);
    const audit = await world.ports.store.select('Audit', {
      where: [['action', '=', 'flow.started']],
    });
    expect(audit).toMatchObject([{ actor_id: 'u1', subject: press.paymentKey }]);
    await push({ intentId: '01JDA0000000000000000000AC' });
    expect(await runs()).toHaveLength(2);
  });

  it.each([
    ['a viewer', {}, 'viewer', 'not-allowed'],
    ['another company’s payment', { paymentKey: 'inst-2|mid_usd|p1' }, 'agent', 'not-found'],
    ['a flow without a button', { flow: 'order-to-cash' }, 'agent', 'not-found'],
    ['a flow that there is not', { flow: 'none' }, 'agent', 'not-found'],
  ] as const)('refuses %s', async (_, change, role, code) => {
    const { push, runs } = await withPayment();
    const answer = await push(change, { ...agent, role });
    expect(answer).toMatchObject({ ok: false, problem: { code } });
    expect(await runs()).toEqual([]);
  });

  it('refuses a payment that does not fit', async () => {
    const where = [['$payment.currency', '=', 'EUR']];
    const { push } = await withPayment({ on: 'button', once: 'change', where });
    expect(await push()).toMatchObject({ ok: false, problem: { code: 'invalid-request' } });
  });

  it('is offered for the payments that it fits, to those who may press it', async () => {
    const where = [['$payment.currency', '=', 'USD']];
    const { world } = await withPayment({ on: 'button', once: 'change', where });
    const payment = await world.ports.store.find('Payments', 'payment_key', press.paymentKey);
    if (payment === undefined) throw new Error('the payment is there');
    const euros = { ...payment, payment_key: 'inst-1|mid_eur|p2', currency: 'EUR' };
    const offered = (actor: Actor, payments = [payment, euros]) =>
      showButtons(world.ports, INSTALLATION, actor, payments);
    expect(await offered(agent)).toEqual([
      { flow: 'noticed', title: expect.any(String), payments: [press.paymentKey] },
    ]);
    expect(await offered({ ...agent, role: 'viewer' })).toEqual([]);
    expect(await offered(agent, [euros])).toEqual([]);
  });

  it('tells how far its flow has come, and what it ended with or failed by', async () => {
    const { world, push, runs } = await withPayment();
    const progress = () => showProgress(world.ports, world.company, agent, press);
    expect(await progress()).toMatchObject({ problem: { code: 'not-found' } });
    await push();
    expect(await progress()).toMatchObject({ value: { run: { state: 'working' } } });
    await world.work();
    expect(await progress()).toMatchObject({ value: { run: { state: 'done' } } });
    const [run] = await runs();
    const change = async (patch: object) => {
      await world.ports.store.update('Runs', run?.ROWID ?? '', patch);
      return progress();
    };
    const outcome = JSON.stringify({ creditNote: 'CN-1', lines: [{ id: 1 }] });
    expect(await change({ outcome })).toMatchObject({
      value: { run: { state: 'done', results: [{ label: 'credit note', value: 'CN-1' }] } },
    });
    const problem = JSON.stringify({ code: 'zoho-busy', remedy: 'wait', facts: {} });
    expect(await change({ state: 'dead', problem })).toMatchObject({
      value: { run: { state: 'failed', problem: { code: 'zoho-busy' } } },
    });
    expect(await change({ state: 'parked' })).toMatchObject({
      value: { run: { state: 'working', problem: { code: 'zoho-busy' } } },
    });
    expect(await change({ state: 'waiting', problem: '' })).toMatchObject({
      value: { run: { state: 'waiting' } },
    });
    expect(
      await showProgress(world.ports, world.company, { ...agent, role: 'viewer' }, press),
    ).toMatchObject({ problem: { code: 'not-allowed' } });
  });
});
