// Transaction detail and search, asked by the vendor's client.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { amount, payment, startGateway, type TestGateway } from './gateway.ts';
import { type AuthMode, SdkClient } from './sdk.ts';

const DAY_MS = 86_400_000;

describe.each<AuthMode>(['http_signature', 'jwt'])('transaction search, %s', (mode) => {
  let gateway: TestGateway;
  let client: SdkClient;

  beforeAll(async () => {
    gateway = await startGateway();
    client = new SdkClient(gateway.url, gateway.shop, mode);
  });
  afterAll(() => gateway.close());

  const detail = (id: string) => client.call('TransactionDetailsApi', 'getTransaction', id);
  const search = (query: string, more: object = {}) =>
    client.call('SearchTransactionsApi', 'createSearch', { query, ...more });
  const pay = async (options: Parameters<typeof payment>[0]) =>
    (await client.call('PaymentsApi', 'createPayment', payment(options))).text('id');

  test('the detail shows a payment in the shape of the search service', async () => {
    const id = await pay({ code: 'DETAIL-1', amount: '80.00' });
    const captured = await client.call('CaptureApi', 'capturePayment', amount('80.00'), id);
    const answer = await detail(id);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      id,
      rootId: id,
      merchantId: gateway.shop.merchantId,
      submitTimeUTC: expect.stringMatching(/Z$/),
      applicationInformation: {
        status: 'AUTHORIZED',
        reasonCode: 100,
        applications: [
          { name: 'ics_auth', reasonCode: '100', rCode: '1', rFlag: 'SOK' },
          { name: 'ics_decision' },
        ],
      },
      clientReferenceInformation: { code: 'DETAIL-1' },
      paymentInformation: {
        card: { prefix: '411111', suffix: '1111', type: '001', expirationYear: '2031' },
      },
      orderInformation: {
        amountDetails: { totalAmount: '80.00', currency: 'USD', refundBalance: '80.00' },
      },
      riskInformation: { score: { result: expect.any(Number) }, profile: { decision: 'ACCEPT' } },
      _links: {
        relatedTransactions: [
          { href: `/tss/v2/transactions/${captured.text('id')}`, method: 'GET' },
        ],
      },
    });
    const capture = await detail(captured.text('id'));
    expect(capture.body).toMatchObject({
      rootId: id,
      applicationInformation: {
        status: 'PENDING',
        applications: [{ name: 'ics_bill', status: 'PENDING' }],
      },
    });
  });

  test('a sale is TRANSMITTED after midnight', async () => {
    const id = await pay({ capture: true });
    expect((await detail(id)).at('applicationInformation.status')).toBe('AUTHORIZED');
    gateway.clock.advanceToNextDay();
    const after = await detail(id);
    expect(after.at('applicationInformation.status')).toBe('TRANSMITTED');
    expect(after.at('orderInformation.amountDetails.settlementAmount')).toBe('100.00');
    const voided = await client.call('VoidApi', 'voidPayment', {}, id);
    expect(voided.at('reason')).toBe('NOT_VOIDABLE');
  });

  test('a transaction nobody has is a 404 with a message', async () => {
    const answer = await detail('1');
    expect([answer.status, answer.body]).toEqual([
      404,
      { message: 'The requested resource does not exist' },
    ]);
  });

  test('finds by reference code within a time range, newest first', async () => {
    const first = await pay({ code: 'FIND-1' });
    const second = await pay({ code: 'FIND-1', amount: '12.00' });
    await pay({ code: 'FIND-2' });
    const answer = await search(
      'clientReferenceInformation.code:FIND-1 AND submitTimeUtc:[NOW/DAY-7DAYS TO NOW/DAY+1DAY}',
      { sort: 'id:desc', name: 'by code', timezone: 'America/Chicago', limit: 10 },
    );
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ totalCount: 2, count: 2, offset: 0, limit: 10 });
    const found = [0, 1].map((index) => answer.text(`_embedded.transactionSummaries.${index}.id`));
    expect(found).toEqual([first, second].sort().reverse());
    expect(answer.at('_embedded.transactionSummaries.0')).toMatchObject({
      submitTimeUtc: expect.any(String),
      applicationInformation: { reasonCode: '100', rFlag: 'SOK' },
      orderInformation: { billTo: { lastName: 'Keller' } },
      paymentInformation: { card: { suffix: '1111' } },
      _links: { transactionDetail: { method: 'GET' } },
    });
    const again = await client.call('SearchTransactionsApi', 'getSearch', answer.text('searchId'));
    expect([again.status, again.at('totalCount')]).toEqual([200, 2]);
  });

  test('understands OR, NOT, brackets, quotes, wildcards and epoch ranges', async () => {
    const since = gateway.clock.now() - 1_000;
    await pay({ code: 'Q one' });
    await pay({ code: 'Q-two', billTo: { email: 'ann@example.org' } });
    const count = async (query: string) => (await search(query)).at('totalCount');
    const code = 'clientReferenceInformation.code';
    const range = `submitTimeUtc:[${since} TO ${since + DAY_MS}]`;
    expect(await count(`(${code}:"Q one" OR ${code}:Q-two) AND ${range}`)).toBe(2);
    expect(await count(`${code}:Q* AND NOT ${code}:"Q one"`)).toBe(1);
    expect(await count(`orderInformation.billTo.email:ann@example.org AND ${code}:Q*`)).toBe(1);
    expect(await count(`${code}:Q* AND submitTimeUtc:[* TO NOW-1DAY]`)).toBe(0);
    expect(await count(`transactionId:whatever`)).toBe(0);
  });

  test('pages, and refuses a query it cannot read', async () => {
    await pay({ code: 'PAGE' });
    await pay({ code: 'PAGE' });
    const page = await search('clientReferenceInformation.code:PAGE', { limit: 1, offset: 1 });
    expect(page.body).toMatchObject({ totalCount: 2, count: 1, offset: 1, limit: 1 });
    const broken = await search('(clientReferenceInformation.code:PAGE');
    const tooMany = await search('id:1', { limit: 2501 });
    expect([broken.status, tooMany.status]).toEqual([400, 400]);
    expect(tooMany.at('details.0')).toEqual({ field: 'limit', reason: 'INVALID_DATA' });
  });
});

test('a new transaction is found by id at once, and in searches after the index delay', async () => {
  const gateway = await startGateway({ indexDelayMs: 2_000 });
  const client = new SdkClient(gateway.url, gateway.shop, 'jwt');
  const made = await client.call('PaymentsApi', 'createPayment', payment({ code: 'LATE' }));
  const query = { query: 'clientReferenceInformation.code:LATE' };
  const find = async () =>
    (await client.call('SearchTransactionsApi', 'createSearch', query)).at('totalCount');
  const detail = await client.call('TransactionDetailsApi', 'getTransaction', made.text('id'));
  expect([detail.status, await find()]).toEqual([200, 0]);
  gateway.clock.advance(2_000);
  expect(await find()).toBe(1);
  await gateway.close();
});
