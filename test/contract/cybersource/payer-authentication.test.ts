// Payer authentication by the vendor's own client: set-up, enrolment check, the bank's page, validation, and a payment with the result.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { billTo, startGateway, type TestGateway } from './gateway.ts';
import { SdkClient } from './sdk.ts';

const API = 'PayerAuthenticationApi';
const deviceInformation = {
  httpAcceptContent: 'application/json',
  httpBrowserLanguage: 'en-US',
  httpBrowserJavaEnabled: false,
  httpBrowserJavaScriptEnabled: true,
  httpBrowserColorDepth: '24',
  httpBrowserScreenHeight: '864',
  httpBrowserScreenWidth: '1536',
  httpBrowserTimeDifference: '300',
  userAgentBrowserValue: 'Browser/1.0',
  ipAddress: '203.0.113.7',
};
const orderInformation = { amountDetails: { totalAmount: '25.00', currency: 'USD' }, billTo };

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

const client = () => new SdkClient(gateway.url, gateway.shop, 'jwt');

async function newToken(number: string): Promise<{ jti: string; jwt: string }> {
  const context = await client().call('MicroformIntegrationApi', 'generateCaptureContext', {
    clientVersion: 'v2',
    targetOrigins: ['http://127.0.0.1:4607'],
    allowedCardNetworks: ['VISA', 'MASTERCARD'],
    allowedPaymentTypes: ['CARD'],
  });
  const card = { number, securityCode: '123', expirationMonth: '12', expirationYear: '2031' };
  const answer = await fetch(`${gateway.url}/flex/v2/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: gateway.url },
    body: JSON.stringify({ captureContext: String(context.body), card }),
  });
  const jwt = await answer.text();
  const [, payload = ''] = jwt.split('.');
  const { jti } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { jti: string };
  return { jti, jwt };
}

interface Consumer {
  readonly [field: string]: string;
}
interface PayerBody {
  readonly status: string;
  readonly consumerAuthenticationInformation: Consumer;
  readonly errorInformation?: { readonly reason: string };
}

const setUp = (transientToken: string) =>
  client().call(API, 'payerAuthSetup', { tokenInformation: { transientToken } });

async function enrol(jti: string): Promise<PayerBody> {
  const start = (await setUp(jti)).body as PayerBody;
  const { referenceId } = start.consumerAuthenticationInformation;
  const answer = await client().call(API, 'checkPayerAuthEnrollment', {
    clientReferenceInformation: { code: 'INV-1' },
    tokenInformation: { transientToken: jti },
    orderInformation,
    deviceInformation,
    consumerAuthenticationInformation: {
      referenceId,
      deviceChannel: 'BROWSER',
      returnUrl: 'https://pay.example/pay/returned',
    },
  });
  expect(answer.status).toBe(201);
  return answer.body as PayerBody;
}

const validate = async (jti: string, authenticationTransactionId: string) => {
  const answer = await client().call(API, 'validateAuthenticationResults', {
    tokenInformation: { jti },
    orderInformation,
    consumerAuthenticationInformation: { authenticationTransactionId },
  });
  return answer.body as PayerBody;
};

const form = (path: string, fields: Record<string, string>) =>
  fetch(`${gateway.url}${path}`, { method: 'POST', body: new URLSearchParams(fields) });

describe('payer authentication', () => {
  test('begins with a token for the browser and an address to post it to', async () => {
    const { jti } = await newToken('4000000000002701');
    const { status, body } = await setUp(jti);
    expect(status).toBe(201);
    const { consumerAuthenticationInformation: found, status: state } = body as PayerBody;
    expect(state).toBe('COMPLETED');
    const answer = await form('/V1/Cruise/Collect', { JWT: found.accessToken ?? '' });
    expect(await answer.text()).toContain('profile.completed');
    expect((await form('/V1/Cruise/Collect', { JWT: 'forged' })).status).toBe(400);
  });

  test.each([
    ['confirmed', '4000000000002701', '05', 'vbv'],
    ['attempted', '4000000000002719', '06', 'vbv_attempted'],
    ['confirmed, Mastercard', '5200000000002235', '02', 'spa'],
    ['not possible', '4000000000002313', undefined, 'internet'],
    ['a card that takes no part', '4111111111111111', undefined, 'internet'],
  ])('without a challenge: %s', async (_, number, eciRaw, indicator) => {
    const { jti } = await newToken(number);
    const { status, consumerAuthenticationInformation: found } = await enrol(jti);
    expect(status).toBe('AUTHENTICATION_SUCCESSFUL');
    expect([found.eciRaw, found.ecommerceIndicator]).toEqual([eciRaw, indicator]);
  });

  test('that the bank refuses is AUTHENTICATION_FAILED', async () => {
    const { jti } = await newToken('4000000000002925');
    expect(await enrol(jti)).toMatchObject({
      status: 'AUTHENTICATION_FAILED',
      errorInformation: { reason: 'CONSUMER_AUTHENTICATION_FAILED' },
    });
  });

  test('by the bank’s page: the right code is a yes, which a payment then carries', async () => {
    const { jti, jwt } = await newToken('4000000000002503');
    const asked = await enrol(jti);
    expect(asked.status).toBe('PENDING_AUTHENTICATION');
    const { authenticationTransactionId: id = '', accessToken: JWT = '' } =
      asked.consumerAuthenticationInformation;
    expect(await (await form('/V2/Cruise/StepUp', { JWT })).text()).toContain('Your bank');
    // Nobody has answered yet.
    expect(await validate(jti, id)).toMatchObject({ status: 'AUTHENTICATION_FAILED' });
    const back = await (await form('/V2/Cruise/Answer', { id, code: '1234' })).text();
    expect(back).toContain('action="https://pay.example/pay/returned"');
    const done = await validate(jti, id);
    expect(done).toMatchObject({ status: 'AUTHENTICATION_SUCCESSFUL' });
    const { cavv, eciRaw, indicator } = done.consumerAuthenticationInformation;
    const paid = await client().call('PaymentsApi', 'createPayment', {
      processingInformation: { commerceIndicator: indicator },
      tokenInformation: { transientTokenJwt: jwt },
      orderInformation: { ...orderInformation, billTo: { ...billTo, lastName: 'authenticate' } },
      consumerAuthenticationInformation: { cavv, eciRaw },
    });
    expect(paid.body).toMatchObject({ status: 'AUTHORIZED' });
  });

  test.each([
    ['a wrong code', '4000000000002503', '9999'],
    ['a bank that says no afterwards', '4000000000002370', '1234'],
  ])('by the bank’s page: %s is a no', async (_, number, code) => {
    const { jti } = await newToken(number);
    const { consumerAuthenticationInformation: asked } = await enrol(jti);
    const id = asked.authenticationTransactionId ?? '';
    await form('/V2/Cruise/Answer', { id, code });
    expect(await validate(jti, id)).toMatchObject({ status: 'AUTHENTICATION_FAILED' });
  });

  test('of another card is not taken', async () => {
    const { jti } = await newToken('4000000000002503');
    const { consumerAuthenticationInformation: asked } = await enrol(jti);
    const other = await newToken('4000000000002701');
    expect(await validate(other.jti, asked.authenticationTransactionId ?? '')).toMatchObject({
      reason: 'INVALID_DATA',
    });
  });

  test('wants the browser’s own fields', async () => {
    const { jti } = await newToken('4000000000002701');
    const answer = await client().call(API, 'checkPayerAuthEnrollment', {
      tokenInformation: { transientToken: jti },
      orderInformation,
      consumerAuthenticationInformation: {
        referenceId: 'x',
        deviceChannel: 'BROWSER',
        returnUrl: 'https://pay.example/pay/returned',
      },
    });
    expect(answer.status).toBe(400);
  });

  test('may be asked for by the issuer of a payment', async () => {
    const { jwt } = await newToken('4000000000002503');
    const answer = await client().call('PaymentsApi', 'createPayment', {
      tokenInformation: { transientTokenJwt: jwt },
      orderInformation: { ...orderInformation, billTo: { ...billTo, lastName: 'authenticate' } },
    });
    expect(answer.body).toMatchObject({
      status: 'DECLINED',
      errorInformation: { reason: 'CONSUMER_AUTHENTICATION_REQUIRED' },
    });
  });
});
