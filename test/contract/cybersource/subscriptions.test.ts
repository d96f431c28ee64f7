// Recurring billing: made and held by the vendor's client, read by our connector, the same subscriptions.
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSubscriptions } from '../../../functions/core/connectors/cybersource/subscriptions.ts';
import { createFetchTransport } from '../../../functions/core/connectors/transport/fetch-transport.ts';
import type { MerchantId } from '../../../functions/core/domain/ids.ts';
import { startGateway, type TestGateway } from './gateway.ts';
import { type AuthMode, EXPECTED_HOST, SdkClient } from './sdk.ts';

describe.each<AuthMode>(['http_signature', 'jwt'])('recurring billing, %s', (mode) => {
  let gateway: TestGateway;
  let client: SdkClient;
  let customerId: string;

  beforeAll(async () => {
    gateway = await startGateway();
    client = new SdkClient(gateway.url, gateway.shop, mode);
    customerId = await newCustomer();
  });
  afterAll(() => gateway.close());

  const newCustomer = async () =>
    (await client.call('CustomerApi', 'postCustomer', {}, {})).text('id');
  const call = (operation: string, ...args: unknown[]) =>
    client.call('SubscriptionsApi', operation, ...args);
  const startDate = (days: number) =>
    `${new Date(gateway.clock.now() + days * 86_400_000).toISOString().slice(0, 19)}Z`;
  const create = (customer: string, name: string, days = -1, total?: string) =>
    call('createSubscription', {
      subscriptionInformation: { name, startDate: startDate(days) },
      planInformation: {
        billingPeriod: { length: '1', unit: 'M' },
        ...(total === undefined ? {} : { billingCycles: { total } }),
      },
      paymentInformation: { customer: { id: customer } },
      orderInformation: { amountDetails: { currency: 'USD', billingAmount: '9.90' } },
    });
  const ours = () =>
    createSubscriptions({
      url: gateway.url,
      host: EXPECTED_HOST,
      authentication: mode === 'jwt' ? 'jwt' : 'http-signature',
      credentials: () => gateway.shop,
      transport: createFetchTransport(),
      clock: gateway.clock,
      random: { bytes: (count) => randomBytes(count) },
    });
  const merchant = () => gateway.shop.merchantId as MerchantId;

  test('the vendor’s client and our connector see the same subscription', async () => {
    const made = await create(customerId, 'Coffee club', -1, '12');
    expect([made.status, made.at('subscriptionInformation.status')]).toEqual([201, 'ACTIVE']);
    await create(await newCustomer(), 'Somebody else’s');
    const list = await call('getAllSubscriptions', { limit: 100 });
    expect(list.body).toMatchObject({
      totalCount: 2,
      subscriptions: [
        {
          id: made.text('id'),
          planInformation: {
            billingPeriod: { length: '1', unit: 'M' },
            billingCycles: { total: '12', current: '1' },
          },
          subscriptionInformation: { name: 'Coffee club', status: 'ACTIVE' },
          paymentInformation: { customer: { id: customerId } },
          orderInformation: { amountDetails: { currency: 'USD', billingAmount: '9.90' } },
        },
        {},
      ],
    });
    const one = await call('getSubscription', made.text('id'));
    expect(one.at('subscriptionInformation.name')).toBe('Coffee club');
    expect(await ours().ofCustomers(merchant(), [customerId])).toEqual({
      ok: true,
      value: {
        found: [
          {
            id: made.text('id'),
            name: 'Coffee club',
            state: 'active',
            startsAt: Date.parse(list.text('subscriptions.0.subscriptionInformation.startDate')),
            every: { count: 1, unit: 'month' },
            totalCharges: 12,
            amount: { minor: 990, currency: 'USD' },
          },
        ],
        isComplete: true,
      },
    });
  });

  test('what is suspended, cancelled or to come says so', async () => {
    const customer = await newCustomer();
    const held = (await create(customer, 'Held')).text('id');
    const ended = (await create(customer, 'Ended')).text('id');
    await create(customer, 'Later', 5);
    expect((await call('suspendSubscription', held)).status).toBe(202);
    expect((await call('cancelSubscription', ended)).status).toBe(202);
    const read = await ours().ofCustomers(merchant(), [customer]);
    const states = read.ok ? read.value.found.map(({ name, state }) => `${name} ${state}`) : [];
    expect(states).toEqual(['Held suspended', 'Ended cancelled', 'Later pending']);
    const listed = await call('getAllSubscriptions', { status: 'SUSPENDED' });
    expect(listed.at('totalCount')).toBe(1);
  });

  test('a stranger’s customer, a page too large and an unknown id are refused', async () => {
    expect((await create('F'.repeat(32), 'Nobody')).status).toBe(404);
    expect((await call('getAllSubscriptions', { limit: 101 })).status).toBe(400);
    expect((await call('getSubscription', '1')).status).toBe(404);
  });

  test('no customers cost no call, and a merchant without keys is a problem', async () => {
    expect(await ours().ofCustomers(merchant(), [])).toEqual({
      ok: true,
      value: { found: [], isComplete: true },
    });
    const silent = createSubscriptions({
      url: gateway.url,
      host: EXPECTED_HOST,
      authentication: 'jwt',
      credentials: () => undefined,
      transport: createFetchTransport(),
      clock: gateway.clock,
      random: { bytes: (count) => randomBytes(count) },
    });
    expect(await silent.ofCustomers(merchant(), [customerId])).toMatchObject({
      ok: false,
      problem: { code: 'merchant-unknown' },
    });
  });
});
