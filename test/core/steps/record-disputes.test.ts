// Disputes: what is withdrawn can't be refunded on top, what is returned can.
import { beforeEach, expect, it } from 'vitest';
import { readDispute } from '../../../functions/core/connectors/cybersource/read-dispute.ts';
import { disputeReasonText } from '../../../functions/core/domain/dispute-reason.ts';
import type { GatewayId, PaymentKey } from '../../../functions/core/domain/ids.ts';
import { money } from '../../../functions/core/domain/money.ts';
import { refundLimits } from '../../../functions/core/domain/movement.ts';
import { problem } from '../../../functions/core/domain/problem.ts';
import { refused } from '../../../functions/core/domain/result.ts';
import type { GatewayDispute } from '../../../functions/core/ports/gateway.ts';
import { pollDisputes } from '../../../functions/core/steps/record-disputes.ts';
import { openAlarms } from '../../../functions/core/work/alarms.ts';
import { entryOf, readLog } from '../../../functions/core/work/movement-log.ts';
import { INSTALLATION, MERCHANT } from './fake-transactions.ts';
import { createWorld, START_MS, type World } from './world.ts';

const KEY = 'inst-1|mid_usd|p1' as PaymentKey;
const withdrawn: GatewayDispute = {
  number: 'D-1',
  transaction: 'p1' as GatewayId,
  money: 'withdrawn',
  amount: money(3_000, 'USD'),
  reason: '10.4',
  at: START_MS,
};

let world: World;

async function poll() {
  world.advance(3_600_001);
  await pollDisputes(world.ports, world.company, MERCHANT);
}

async function standing() {
  const limits = refundLimits((await readLog(world.ports.store, KEY)).map(entryOf));
  const row = await world.ports.store.find('Payments', 'payment_key', KEY);
  return { state: row?.state, disputed: limits.disputedMinor, left: limits.leftMinor };
}

beforeEach(async () => {
  world = createWorld();
  world.places('1001', 4_000);
  await world.happens({ id: 'p1', kind: 'sale', amountMinor: 4_000, reference: '1001' });
  await world.work();
});

it('takes a disputed amount off what can be refunded, however often it is reported', async () => {
  world.disputes.push(withdrawn);
  await poll();
  await poll();
  expect(await standing()).toEqual({ state: 'disputed', disputed: 3_000, left: 1_000 });
});

it.each([
  ['10.4', 'The cardholder says it was fraud (reason 10.4)'],
  ['4853', 'The cardholder is not content with goods, service or a missing credit (reason 4853)'],
  ['Z9', 'Reason Z9 of the card scheme: see the case in the Business Center'],
  [undefined, 'The card scheme gave no reason'],
])('tells the reason %s in words', (code, text) => {
  expect(disputeReasonText(code)).toBe(text);
});

it('gives it back when the dispute is won', async () => {
  world.disputes.push(withdrawn);
  await poll();
  world.disputes.push({ ...withdrawn, money: 'returned', at: START_MS + 1 });
  await poll();
  expect(await standing()).toEqual({ state: 'won', disputed: 0, left: 4_000 });
});

it('takes it again when it is lost in a second round, and stays so however the reports come', async () => {
  const returned = { ...withdrawn, money: 'returned', at: START_MS + 1 } as const;
  const again = { ...withdrawn, at: START_MS + 2 };
  world.disputes.push(again, returned, withdrawn);
  await poll();
  await poll();
  expect(await standing()).toEqual({ state: 'disputed', disputed: 3_000, left: 1_000 });
});

it('does not open it again when an older report comes late', async () => {
  world.disputes.push({ ...withdrawn, money: 'returned', at: START_MS + 1 });
  await poll();
  world.disputes.push(withdrawn);
  await poll();
  expect(await standing()).toEqual({ state: 'won', disputed: 0, left: 4_000 });
});

it('is still disputed while another dispute is open', async () => {
  world.disputes.push({ ...withdrawn, amount: money(1_000, 'USD') });
  world.disputes.push({ ...withdrawn, number: 'D-2', amount: money(500, 'USD') });
  await poll();
  world.disputes.push({ ...withdrawn, money: 'returned', at: START_MS + 1 });
  await poll();
  expect(await standing()).toEqual({ state: 'disputed', disputed: 500, left: 3_500 });
});

it('asks the store once about reports that say nothing new', async () => {
  const calls: string[] = [];
  world = createWorld({
    intercept: async ({ operation, table }, apply) => {
      calls.push(`${operation} ${table}`);
      return apply();
    },
  });
  world.places('1001', 4_000);
  await world.happens({ id: 'p1', kind: 'sale', amountMinor: 4_000, reference: '1001' });
  await world.work();
  world.disputes.push(withdrawn);
  await poll();
  calls.length = 0;
  await poll();
  expect(calls).toEqual(['select Cursors', 'select Movements', 'update Cursors']);
});

it('reads again what it could not record, and loses nothing', async () => {
  const { readTransaction } = world.company.gateway;
  world.company.gateway.readTransaction = async () =>
    refused(problem('gateway-unavailable', 'retry'));
  await world.happens({ id: 'p2', kind: 'sale', amountMinor: 2_000 }, false);
  world.disputes.push({ ...withdrawn, transaction: 'p2' as GatewayId });
  await poll();
  world.company.gateway.readTransaction = readTransaction;
  world.advance(10 * 24 * 3_600_000);
  const asked: number[] = [];
  const { readDisputes } = world.company.gateway;
  world.company.gateway.readDisputes = async (merchant, from, to) => {
    asked.push(from);
    return readDisputes(merchant, from, to);
  };
  await poll();
  expect(asked[0]).toBeLessThanOrEqual(START_MS);
  const row = await world.ports.store.find('Payments', 'payment_key', 'inst-1|mid_usd|p2');
  expect(row?.state).toBe('disputed');
});

it('tells a person when the gateway does not know the disputed transaction', async () => {
  world.disputes.push({ ...withdrawn, transaction: 'nobody' as GatewayId });
  await poll();
  const [alarm] = await openAlarms(world.ports.store, INSTALLATION);
  expect(alarm).toMatchObject({ subject: 'D-1' });
  expect(JSON.parse(alarm?.problem ?? '{}')).toMatchObject({
    code: 'dispute-unmatched',
    facts: { number: 'D-1', transaction: 'nobody' },
  });
});

it('meets the payment first when the dispute is the first that it hears of it', async () => {
  await world.happens({ id: 'p2', kind: 'sale', amountMinor: 2_000 }, false);
  world.disputes.push({ ...withdrawn, transaction: 'p2' as GatewayId });
  await poll();
  const row = await world.ports.store.find('Payments', 'payment_key', 'inst-1|mid_usd|p2');
  expect(row?.state).toBe('disputed');
});

it.each([
  ['a chargeback', { sign: '-' }, 'withdrawn'],
  ['one without a sign', {}, 'withdrawn'],
  ['a reversed chargeback', { sign: '+' }, 'returned'],
])('reads %s', (_, change, expected) => {
  const row = {
    natureOfDispute: 'Chargeback',
    requestId: '7650000000000000000001',
    trackingNumber: '1912',
    amount: '30.00',
    currencyCode: 'USD',
    reasonCode: '10.4',
    responseDueTime: '2026-12-10T00:00:00Z',
    time: '2026-11-20T08:00:00Z',
    ...change,
  };
  expect(readDispute(row)).toMatchObject([
    { number: '1912', money: expected, amount: { minor: 3_000, currency: 'USD' }, reason: '10.4' },
  ]);
});

it.each([
  ['a retrieval request', { natureOfDispute: 'Retrieval' }],
  ['no transaction', { requestId: undefined }],
  ['an unreadable amount', { amount: 'thirty' }],
  ['an unknown currency', { currencyCode: 'ZZZ' }],
])('leaves out a row with %s', (_, change) => {
  const row = { requestId: '7', amount: '30.00', currencyCode: 'USD', ...change };
  expect(readDispute(row)).toEqual([]);
});
