// Who is let in: both ways of signing, and everything that makes a signature worthless.
import { generateKeyPairSync } from 'node:crypto';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { amount, newMerchant, payment, startGateway, type TestGateway } from './gateway.ts';
import { httpSignature, jwt, type RawRequest, sendRaw } from './raw-client.ts';
import { EXPECTED_HOST, SdkClient } from './sdk.ts';

const failed = { response: { rmsg: 'Authentication Failed' } };
const get: RawRequest = { method: 'GET', target: '/tss/v2/transactions/1' };

let gateway: TestGateway;
let post: RawRequest;

beforeAll(async () => {
  gateway = await startGateway();
  const body = JSON.stringify(payment({ billTo: { lastName: 'Zoë' } }));
  post = { method: 'POST', target: '/pts/v2/payments', body };
});
afterAll(() => gateway.close());

describe('HTTP Signature', () => {
  test('a right signature passes, signed for the gateway or for the socket', async () => {
    const signed = await sendRaw(gateway.url, post, httpSignature(gateway.shop, post));
    const host = new URL(gateway.url).host;
    const bySocket = await sendRaw(gateway.url, get, httpSignature(gateway.shop, get, { host }));
    expect([signed.status, bySocket.status]).toEqual([201, 404]);
  });

  test.each([
    ['an old date', { date: new Date(Date.now() - 6 * 60_000) }],
    ['a date to come', { date: new Date(Date.now() + 6 * 60_000) }],
    ['the old form of the request target', { requestTargetName: '(request-target)' }],
    ['another host', { host: 'api.example.com' }],
  ])('%s is refused', async (_, change) => {
    const answer = await sendRaw(gateway.url, get, httpSignature(gateway.shop, get, change));
    expect([answer.status, answer.body]).toEqual([401, failed]);
  });

  test('another body, path, key or merchant than signed is refused', async () => {
    const headers = httpSignature(gateway.shop, post);
    const answers = [
      await sendRaw(gateway.url, { ...post, body: `${post.body} ` }, headers),
      await sendRaw(
        gateway.url,
        { ...get, target: '/tss/v2/transactions/2' },
        {
          ...httpSignature(gateway.shop, get),
        },
      ),
      await sendRaw(gateway.url, get, httpSignature(newMerchant('northwind_us'), get)),
      await sendRaw(
        gateway.url,
        get,
        httpSignature({ ...gateway.shop, merchantId: gateway.other.merchantId }, get),
      ),
      await sendRaw(gateway.url, get, {}),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([401, 401, 401, 401, 401]);
  });

  test('a body whose digest was not signed is refused', async () => {
    const headers = httpSignature(gateway.shop, { method: 'POST', target: post.target });
    expect((await sendRaw(gateway.url, post, headers)).status).toBe(401);
  });
});

describe('JWT', () => {
  test('a right token passes, with either spelling of the digest algorithm', async () => {
    const usual = await sendRaw(gateway.url, post, await jwt(gateway.shop, post));
    const spelling = { 'digest-algorithm': undefined, digestAlgorithm: 'SHA-256' };
    const other = await sendRaw(gateway.url, post, await jwt(gateway.shop, post, spelling));
    expect([usual.status, other.status]).toEqual([201, 201]);
  });

  test.each([
    ['an expired token', { exp: Math.floor(Date.now() / 1000) - 1 }],
    ['a token without an expiry', { exp: undefined }],
    ['a token of an hour to come', { iat: Math.floor(Date.now() / 1000) + 3600 }],
    ['a token for another host', { 'request-host': 'api.example.com' }],
    ['a token for another path', { 'request-resource-path': '/pts/v2/payments?x=1' }],
    ['a token for another method', { 'request-method': 'put' }],
    ['a token of another issuer', { iss: 'somebody' }],
    ['a token for another merchant', { 'v-c-merchant-id': 'northwind_eu' }],
    ['a token without a digest', { digest: undefined }],
    ['a token with another digest', { digest: 'AAAA' }],
    ['a token without a digest algorithm', { 'digest-algorithm': undefined }],
  ])('%s is refused', async (_, change) => {
    const answer = await sendRaw(gateway.url, post, await jwt(gateway.shop, post, change));
    expect([answer.status, answer.body]).toEqual([401, failed]);
  });

  test('the query is part of the signed path', async () => {
    const listed = { method: 'GET', target: '/notification-subscriptions/v2/webhooks?productId=x' };
    const right = await sendRaw(gateway.url, listed, await jwt(gateway.shop, listed));
    const bare = { ...listed, target: '/notification-subscriptions/v2/webhooks' };
    const wrong = await sendRaw(gateway.url, listed, await jwt(gateway.shop, bare));
    expect([right.status, wrong.status]).toEqual([404, 401]);
  });

  test('RS256 passes once the certificate is registered, and no key stands in for another', async () => {
    const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const now = Math.floor(Date.now() / 1000);
    const token = await new SignJWT({
      iss: gateway.shop.merchantId,
      iat: now,
      exp: now + 120,
      'request-host': EXPECTED_HOST,
      'request-resource-path': get.target,
      'request-method': 'get',
      'v-c-merchant-id': gateway.shop.merchantId,
    })
      .setProtectedHeader({ alg: 'RS256', kid: 'certificate-1' })
      .sign(pair.privateKey);
    const headers = { authorization: `Bearer ${token}` };
    const before = await sendRaw(gateway.url, get, headers);
    gateway.registerCertificate(gateway.shop.merchantId, 'certificate-1', pem);
    const after = await sendRaw(gateway.url, get, headers);
    // A public key must never serve as an HMAC secret.
    const confused = await jwt({ ...gateway.shop, keyId: 'certificate-1' }, get);
    const mixed = await sendRaw(gateway.url, get, confused);
    expect([before.status, after.status, mixed.status]).toEqual([401, 404, 401]);
  });
});

test('merchants do not see each other’s transactions', async () => {
  const shop = new SdkClient(gateway.url, gateway.shop, 'jwt');
  const other = new SdkClient(gateway.url, gateway.other, 'jwt');
  const body = payment({ capture: true, code: 'MINE' });
  const id = (await shop.call('PaymentsApi', 'createPayment', body)).text('id');
  const refund = await other.call('RefundApi', 'refundPayment', amount('1.00'), id);
  const detail = await other.call('TransactionDetailsApi', 'getTransaction', id);
  const search = await other.call('SearchTransactionsApi', 'createSearch', {
    query: 'clientReferenceInformation.code:MINE',
  });
  expect([refund.status, detail.status, search.at('totalCount')]).toEqual([404, 404, 0]);
});

test('an unknown path is a 404 for those who signed, a 401 for the others', async () => {
  const unknown = { method: 'GET', target: '/dm/v2/decisions' };
  const signed = await sendRaw(gateway.url, unknown, await jwt(gateway.shop, unknown));
  const unsigned = await sendRaw(gateway.url, unknown, {});
  expect([signed.status, unsigned.status]).toEqual([404, 401]);
});

describe('what the gateway refuses', () => {
  const client = () => new SdkClient(gateway.url, gateway.shop, 'jwt');
  const pay = (body: object) => client().call('PaymentsApi', 'createPayment', body);

  test('missing fields are named, with reason and message at top level', async () => {
    const answer = await pay({
      orderInformation: { amountDetails: { totalAmount: '10.00' } },
    });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({
      submitTimeUtc: expect.any(String),
      status: 'INVALID_REQUEST',
      reason: 'MISSING_FIELD',
      message: expect.any(String),
      details: [{ field: 'orderInformation.amountDetails.currency', reason: 'MISSING_FIELD' }],
    });
  });

  test('a card needs a holder, in the United States with state and postal code', async () => {
    const { administrativeArea, postalCode } = { administrativeArea: '', postalCode: '' };
    const answer = await pay(payment({ billTo: { administrativeArea, postalCode } }));
    expect(answer.at('details')).toEqual([
      { field: 'orderInformation.billTo.administrativeArea', reason: 'MISSING_FIELD' },
      { field: 'orderInformation.billTo.postalCode', reason: 'MISSING_FIELD' },
    ]);
  });

  test.each([
    ['an amount with a sign', { amount: '-1.00' }, 'orderInformation.amountDetails.totalAmount'],
    ['an amount in words', { amount: '1e3' }, 'orderInformation.amountDetails.totalAmount'],
    ['a currency in lower case', { currency: 'usd' }, 'orderInformation.amountDetails.currency'],
    ['a code that is too long', { code: 'x'.repeat(51) }, 'clientReferenceInformation.code'],
    [
      'an MTI of 31 characters',
      { mti: 'm'.repeat(31) },
      'clientReferenceInformation.transactionId',
    ],
    [
      'a month that is none',
      { card: { expirationMonth: '13' } },
      'paymentInformation.card.expirationMonth',
    ],
  ])('%s is invalid data', async (_, options, field) => {
    const answer = await pay(payment(options));
    expect(answer.body).toMatchObject({
      reason: 'INVALID_DATA',
      details: [{ field, reason: 'INVALID_DATA' }],
    });
  });

  test('a capture in another currency, of zero, or of something else', async () => {
    const id = (await pay(payment())).text('id');
    const answers = [
      await client().call('CaptureApi', 'capturePayment', amount('1.00', 'EUR'), id),
      await client().call('CaptureApi', 'capturePayment', amount('0.00'), id),
      await client().call('CaptureApi', 'capturePayment', amount('1.00'), 'not-an-id'),
      await client().call('RefundApi', 'refundCapture', amount('1.00'), id),
      await client().call('RefundApi', 'refundPayment', amount('1.00'), id),
    ];
    expect(answers.map((answer) => [answer.status, answer.at('reason')])).toEqual([
      [400, 'INVALID_DATA'],
      [400, 'INVALID_AMOUNT'],
      [400, 'INVALID_DATA'],
      [404, 'NOT_FOUND'],
      [400, 'INVALID_DATA'],
    ]);
  });

  test('a repeated code for the same card and amount, where the merchant has that check on', async () => {
    const merchant = { ...newMerchant('strict_shop'), refuseRepeatedCodes: true };
    const strict = await startGateway({ merchants: [merchant] });
    const by = new SdkClient(strict.url, merchant, 'jwt');
    const once = payment({ code: 'ONCE' });
    const send = async (body: object) =>
      (await by.call('PaymentsApi', 'createPayment', body)).status;
    expect(await send(once)).toBe(201);
    expect(await send(once)).toBe(400);
    expect(await send(payment({ code: 'ONCE', amount: '100.01' }))).toBe(201);
    strict.clock.advance(15 * 60_000);
    expect(await send(once)).toBe(201);
    await strict.close();
  });
});

test('the rate limit and a broken line can be switched on', async () => {
  gateway.faults.arm({ mode: 'rate-limit' });
  const limited = await sendRaw(gateway.url, get, await jwt(gateway.shop, get));
  gateway.faults.arm({ mode: 'cut-after', method: 'POST' });
  const request = { ...post, body: JSON.stringify(payment({ code: 'CUT' })) };
  await expect(sendRaw(gateway.url, request, await jwt(gateway.shop, request))).rejects.toThrow();
  expect(limited.status).toBe(429);
  const made = gateway.overview().filter((one) => one.code === 'CUT');
  expect(made).toHaveLength(1);
});
