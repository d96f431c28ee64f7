// What the timer finds: lost webhooks, decided reviews, payments whose last reading is old, and gaps.
import { beforeEach, expect, it } from 'vitest';
import type { GatewayId } from '../../../functions/core/domain/ids.ts';
import { pollDecisions } from '../../../functions/core/steps/poll-decisions.ts';
import {
  announceStalePayments,
  pollTransactions,
} from '../../../functions/core/steps/poll-transactions.ts';
import { INSTALLATION, MERCHANT } from './fake-transactions.ts';
import { createWorld, START_MS, type World } from './world.ts';

const sale = { id: 'p1', kind: 'sale', amountMinor: 4_000, reference: '1001' } as const;

let world: World;

beforeEach(() => {
  world = createWorld();
  world.places('1001', 4_000);
});

const stateOf = async (id: string) =>
  (await world.ports.store.find('Payments', 'payment_key', `inst-1|mid_usd|${id}`))?.state;

it('heals a day of lost webhooks within one poll', async () => {
  for (let hour = 0; hour < 300; hour += 1) {
    const submittedAt = START_MS - hour * 240_000;
    await world.happens({ ...sale, id: `p${hour}`, reference: '', submittedAt }, false);
  }
  await pollTransactions(world.ports, world.company, MERCHANT);
  await world.work();
  const rows = await world.ports.store.select('Payments', { where: [['state', '=', 'captured']] });
  expect(rows).toHaveLength(300);
});

it('asks for what is new only, and writes nothing for what is known', async () => {
  await world.happens(sale);
  await world.work();
  await pollTransactions(world.ports, world.company, MERCHANT);
  const polled = await world.ports.store.select('Inbox', { where: [['source', '=', 'poll']] });
  expect(polled).toEqual([]);
  const cursor = await world.ports.store.find(
    'Cursors',
    'cursor_key',
    `${INSTALLATION}|transactions|${MERCHANT}`,
  );
  expect(cursor?.position).toBe(world.ports.clock.now());
});

it('does not move the cursor when the gateway does not answer', async () => {
  world.company.gateway.searchTransactions = async () => ({
    ok: false,
    problem: { code: 'gateway-unavailable', remedy: 'retry' },
  });
  await pollTransactions(world.ports, world.company, MERCHANT);
  expect(await world.ports.store.select('Cursors', { where: [['position', '>', 0]] })).toEqual([]);
});

it('goes on with a payment whose review was decided without a webhook', async () => {
  await world.happens({ ...sale, status: 'AUTHORIZED_PENDING_REVIEW' });
  await world.work();
  await world.happens(sale, false);
  world.decided.push('p1' as GatewayId);
  await pollDecisions(world.ports, world.company, MERCHANT);
  await world.work();
  expect(await stateOf('p1')).toBe('captured');
});

it('raises an alarm before decisions fall out of the gateway’s memory', async () => {
  await pollDecisions(world.ports, world.company, MERCHANT);
  world.advance(19 * 3_600_000);
  await pollDecisions(world.ports, world.company, MERCHANT);
  const [alarm] = await world.ports.store.select('Alarms', { where: [['state', '=', 'open']] });
  expect(JSON.parse(alarm?.problem ?? '{}')).toMatchObject({
    code: 'decisions-late',
    facts: { hours: '19' },
  });
});

it('re-reads a payment in review that nobody told about, once per reading', async () => {
  await world.happens({ ...sale, status: 'AUTHORIZED_PENDING_REVIEW' });
  await world.work();
  await world.happens(sale, false);
  world.advance(16 * 60_000);
  await announceStalePayments(world.ports);
  await announceStalePayments(world.ports);
  const polled = await world.ports.store.select('Inbox', { where: [['source', '=', 'poll']] });
  expect(polled).toHaveLength(1);
  await world.work();
  expect(await stateOf('p1')).toBe('captured');
});
