// Rules of money against people who press at once: the limit of a day, and an approval that races with all else.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SeededRandom } from '../simulation/seeded-random.ts';
import { compareWorld } from './checks/compare.ts';
import { readWorld } from './checks/world.ts';
import { callAs, callWith } from './company/calls.ts';
import { type Company, startCompany } from './company/company.ts';
import { grantedStaffToken } from './company/granted-staff.ts';
import { heal } from './company/heal.ts';
import { Market, type Purchase } from './company/market.ts';
import { askRefund, paymentKeyOf, wishRefund } from './company/staff.ts';

const DAY_MINOR = 5_000;
const ALONE_MINOR = 2_000;
const random = new SeededRandom(1, 'limits');
const buyer = { firstName: 'Ada', lastName: 'Lane', email: 'ada@example.com' };

/** Nobody moves more than this alone; an administrator decides on the rest. */
const policy = {
  format: 1,
  id: 'movements',
  version: 1,
  title: 'Little alone',
  requestHours: 4,
  tell: [],
  rules: [
    { kind: 'amount', on: ['refund'], upToMinor: { USD: ALONE_MINOR }, beyond: 'approver' },
    { kind: 'per-day', on: ['refund'], upToMinor: { USD: DAY_MINOR }, beyond: 'approver' },
  ],
};

let company: Company;
let market: Market;

beforeAll(async () => {
  company = await startCompany();
  market = new Market(company);
  const path = '/documents/policy/movements';
  const draft = await callAs(company, 'admin', `${path}/draft`, { body: policy, seen: '' }, 'PUT');
  const seen = draft.json.revision;
  await callAs(company, 'admin', `${path}/publish`, { seen, version: 1, note: 'Little alone' });
});

afterAll(() => company?.close());

async function sell(count: number): Promise<readonly Purchase[]> {
  const orders = Array.from({ length: count }, () => market.order(buyer));
  const purchases = await Promise.all(orders.map((order) => market.pay(order, true)));
  await heal(company);
  return purchases;
}

function refundsAtGateway(purchases: readonly Purchase[]) {
  const roots = new Set(purchases.map(({ paymentId }) => paymentId));
  return readWorld(company).gateway.filter(
    ({ kind, rootId, status }) => kind === 'refund' && roots.has(rootId) && status !== 'DECLINED',
  );
}

test('of twenty refunds at once no more reaches the gateway than the day allows, the others are told why and can be asked for', async () => {
  const purchases = await sell(4);
  const wishes = Array.from({ length: 20 }, (_, index) =>
    wishRefund(company, random, purchases[index % 4] as Purchase, 700 + index * 10),
  );
  const answers = await Promise.all(wishes.map((wish) => askRefund(company, 'agent', wish)));
  const granted = wishes.filter((_, index) => answers[index]?.state === 'succeeded');
  for (const { state, code, message } of answers) {
    if (state !== 'succeeded') expect(code).toBe('approval-needed');
    if (state !== 'succeeded') expect(message).toMatch(/\w+ \w+.*\.$/);
  }
  const moved = refundsAtGateway(purchases).reduce((sum, one) => sum + one.amountMinor, 0);
  expect(moved).toBe(granted.reduce((sum, one) => sum + one.amountMinor, 0));
  expect(moved).toBeLessThanOrEqual(DAY_MINOR);
  // Not so little that a limit alone would not explain it.
  expect(moved).toBeGreaterThan(DAY_MINOR - 900);
  const held = wishes.find((_, index) => answers[index]?.state !== 'succeeded');
  const asked = await callAs(company, 'agent', '/approvals/request', { ...held });
  const waiting = await callAs(company, 'approver', '/approvals');
  expect(waiting.json.approvals).toMatchObject([{ own: false, wanted: { amount: {} } }]);
  await heal(company);
  expect(refundsAtGateway(purchases)).toHaveLength(granted.length);
  await callAs(company, 'agent', '/approvals/withdraw', { key: asked.json.key, reason: '' });
  await heal(company);
  expect(compareWorld(readWorld(company))).toEqual([]);
});

test('an approval that races with the refund itself, a second approver and the requester is one refund', async () => {
  const [purchase] = (await sell(1)) as [Purchase];
  const wish = wishRefund(company, random, purchase, ALONE_MINOR + 500);
  expect(await askRefund(company, 'approver', wish)).toMatchObject({ code: 'approval-needed' });
  const asked = await callAs(company, 'approver', '/approvals/request', { ...wish });
  const [own, admin, agent] = await Promise.all(
    (['approver', 'admin', 'agent'] as const).map((role) => grantedStaffToken(company, role)),
  );
  const decision = { key: asked.json.key, decision: 'approved', reason: 'Looked at it' };
  const decide = (token: string | undefined) =>
    callWith(company, token, '/approvals/decide', decision);
  const [self, byAgent, direct, ...deciders] = await Promise.all([
    decide(own),
    decide(agent),
    askRefund(company, 'approver', wish),
    decide(admin),
    decide(admin),
    decide(admin),
  ]);
  expect(self).toMatchObject({ json: { error: { code: 'approval-own' } } });
  expect(byAgent).toMatchObject({ json: { error: { code: 'not-allowed' } } });
  // Pressing once more is no way round it; when the approved one was quicker, it is the same refund.
  expect([direct.code, direct.state]).toEqual(
    direct.status === 200 ? ['', expect.any(String)] : ['approval-needed', ''],
  );
  expect(deciders.map(({ status }) => status)).toEqual([200, 200, 200]);
  await heal(company);
  expect(refundsAtGateway([purchase])).toMatchObject([{ amountMinor: wish.amountMinor }]);
  const world = readWorld(company);
  const key = paymentKeyOf(purchase);
  const ours = world.store.Movements.filter(
    ({ payment_key, kind }) => payment_key === key && kind === 'refund',
  );
  expect(ours).toHaveLength(1);
  const decided = world.store.Audit.filter(({ action }) => action === 'approval.approved');
  expect(decided).toHaveLength(1);
  expect(compareWorld(world)).toEqual([]);
});
