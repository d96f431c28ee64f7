// Chargeback details: what the report lists, and the vendor's own client reading it.
import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SandboxClock } from '../../sandbox/clock.ts';
import { type CybersourceStandIn, startCybersource } from '../../sandbox/cybersource/server.ts';

const DAY_MS = 86_400_000;
const HOST = 'apitest.cybersource.com';
const SECRET = Buffer.alloc(32, 5).toString('base64');

interface ReportingClient {
  getChargebackDetails(
    start: string,
    end: string,
    options: { organizationId: string },
    done: (error: unknown, data: { chargebackDetails: Record<string, unknown>[] }) => void,
  ): void;
}

let gateway: CybersourceStandIn;
const clock = new SandboxClock();

beforeAll(async () => {
  gateway = await startCybersource({
    clock,
    dataDir: ':memory:',
    port: 0,
    expectedHost: HOST,
    merchants: [{ merchantId: 'disputed_mid', keyId: 'key-1', secret: SECRET, currency: 'USD' }],
  });
  const submitTimeMs = clock.now() - 20 * DAY_MS;
  await gateway.seedTransaction({
    merchantId: 'disputed_mid',
    code: '1001',
    amountMinor: 4_500,
    submitTimeMs,
    sale: true,
    card: { number: '4111111111111111', expirationMonth: '12', expirationYear: '2031' },
    billTo: {
      firstName: 'Some',
      lastName: 'Buyer',
      email: 'buyer@example.com',
      address1: '1 Mill Lane',
      locality: 'Portland',
      administrativeArea: 'OR',
      postalCode: '97201',
      country: 'US',
    },
    disputed: {
      amountMinor: 4_500,
      openedAtMs: submitTimeMs + 4 * DAY_MS,
      returnedAtMs: submitTimeMs + 9 * DAY_MS,
    },
  });
});

afterAll(() => gateway.close());

function read(fromDaysAgo: number, toDaysAgo: number): Promise<Record<string, unknown>[]> {
  const vendor = createRequire(import.meta.url)('cybersource-rest-client') as {
    ChargebackDetailsApi: new (config: object) => ReportingClient;
  };
  const client = new vendor.ChargebackDetailsApi({
    authenticationType: 'http_signature',
    runEnvironment: HOST,
    intermediateHost: gateway.url,
    merchantID: 'disputed_mid',
    merchantKeyId: 'key-1',
    merchantsecretKey: SECRET,
    logConfiguration: { enableLog: false },
  });
  const time = (daysAgo: number) => new Date(clock.now() - daysAgo * DAY_MS).toISOString();
  return new Promise((resolve, reject) => {
    client.getChargebackDetails(
      time(fromDaysAgo),
      time(toDaysAgo),
      { organizationId: 'disputed_mid' },
      (error, data) => (error ? reject(error) : resolve(data.chargebackDetails)),
    );
  });
}

it('lists the withdrawal and the return, each on its day', async () => {
  expect(await read(30, 0)).toMatchObject([
    { sign: '-', amount: '45.00', currencyCode: 'USD', merchantReferenceNumber: '1001' },
    { sign: '+', amount: '45.00' },
  ]);
  expect(await read(17, 12)).toMatchObject([{ sign: '-' }]);
});

it('lists nothing for a time without disputes', async () => {
  expect(await read(10, 0)).toEqual([]);
});
