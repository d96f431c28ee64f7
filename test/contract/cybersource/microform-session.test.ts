// Microform without a browser: capture context, public key, script integrity, transient tokens and their misuse.
import { createHash } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, importJWK, type JWK, jwtVerify, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { billTo, startGateway, type TestGateway } from './gateway.ts';
import { type AuthMode, SdkClient } from './sdk.ts';

interface ContextClaims {
  readonly flx: { readonly path: string; readonly origin: string; readonly jwk: JWK };
  readonly ctx: readonly [
    {
      readonly type: string;
      readonly data: Readonly<Record<'clientLibrary' | 'clientLibraryIntegrity', string>>;
    },
  ];
}

const session = {
  clientVersion: 'v2',
  targetOrigins: ['http://127.0.0.1:4607'],
  allowedCardNetworks: ['VISA', 'MASTERCARD', 'AMEX'],
  allowedPaymentTypes: ['CARD'],
};

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

const client = (mode: AuthMode = 'jwt') => new SdkClient(gateway.url, gateway.shop, mode);
const openContext = async (more: object = {}, mode: AuthMode = 'jwt') => {
  const request = { ...session, ...more };
  const answer = await client(mode).call(
    'MicroformIntegrationApi',
    'generateCaptureContext',
    request,
  );
  return String(answer.body);
};
const claimsOf = (context: string) => decodeJwt(context) as unknown as ContextClaims;
const card = {
  number: '4111111111111111',
  securityCode: '123',
  expirationMonth: '12',
  expirationYear: '2031',
};
const tokenize = (captureContext: string, more: object = {}, headers: object = {}) =>
  fetch(`${gateway.url}/flex/v2/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: gateway.url, ...headers },
    body: JSON.stringify({ captureContext, card: { ...card, ...more } }),
  });
const newToken = async () => (await tokenize(await openContext())).text();
const pay = (tokenInformation: object, by = client()) =>
  by.call('PaymentsApi', 'createPayment', {
    tokenInformation,
    orderInformation: { amountDetails: { totalAmount: '25.00', currency: 'USD' }, billTo },
  });

test.each<AuthMode>(['http_signature', 'jwt'])(
  'a session answers a context signed by the published key, %s',
  async (mode) => {
    const context = await openContext({}, mode);
    const { kid = '' } = decodeProtectedHeader(context);
    const published = await fetch(`${gateway.url}/flex/v2/public-keys/${kid}`);
    const key = await importJWK((await published.json()) as JWK, 'RS256');
    const { payload } = await jwtVerify(context, key, { issuer: 'Flex API' });
    expect(Number(payload.exp) - Number(payload.iat)).toBe(15 * 60);
    expect(payload).toMatchObject({
      flx: {
        path: '/flex/v2/tokens',
        origin: gateway.url,
        jwk: { kty: 'RSA', kid: expect.any(String) },
      },
      ctx: [
        {
          type: expect.stringMatching(/^mf-2/),
          data: {
            targetOrigins: session.targetOrigins,
            mfOrigin: gateway.url,
            allowedCardNetworks: session.allowedCardNetworks,
            allowedPaymentTypes: ['CARD'],
          },
        },
      ],
    });
    expect(claimsOf(context).flx.jwk.d).toBeUndefined();
  },
);

test('the library has the integrity its context names, and may be loaded from anywhere', async () => {
  const { clientLibrary, clientLibraryIntegrity } = claimsOf(await openContext()).ctx[0].data;
  const response = await fetch(clientLibrary);
  const bytes = Buffer.from(await response.arrayBuffer());
  const digest = createHash('sha256').update(bytes).digest('base64');
  expect(clientLibraryIntegrity).toBe(`sha256-${digest}`);
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
});

test('an unknown key is a 404', async () => {
  const response = await fetch(`${gateway.url}/flex/v2/public-keys/none`);
  expect(response.status).toBe(404);
});

test.each([
  ['no target origin', { targetOrigins: [] }],
  ['a wildcard', { targetOrigins: ['https://*.example.com'] }],
  ['an origin with a path', { targetOrigins: ['https://shop.example.com/pay'] }],
  ['plain http elsewhere', { targetOrigins: ['http://shop.example.com'] }],
  ['an unknown version', { clientVersion: 'v9' }],
  ['no card network', { allowedCardNetworks: [] }],
])('a session with %s is refused', async (_, more) => {
  const answer = await client().call('MicroformIntegrationApi', 'generateCaptureContext', {
    ...session,
    ...more,
  });
  expect([answer.status, answer.at('reason')]).toEqual([400, 'VALIDATION_ERROR']);
});

test('a transient token is signed by the context’s own key and shows the card masked', async () => {
  const context = await openContext();
  const token = await (await tokenize(context)).text();
  const { jwk } = claimsOf(context).flx;
  const { payload, protectedHeader } = await jwtVerify(token, await importJWK(jwk, 'RS256'));
  expect(protectedHeader.kid).toBe(jwk.kid);
  expect(payload).toMatchObject({
    iss: 'Flex/00',
    type: 'mf-2.0.0',
    content: {
      paymentInformation: {
        card: {
          number: { maskedValue: '411111XXXXXX1111', bin: '411111', detectedCardTypes: ['001'] },
          expirationMonth: { value: '12' },
          expirationYear: { value: '2031' },
          securityCode: {},
        },
      },
    },
  });
});

test('the prefix stays out of the token when the session asks so', async () => {
  const options = { transientTokenResponseOptions: { includeCardPrefix: false } };
  const token = await (await tokenize(await openContext(options))).text();
  const { content } = decodeJwt(token) as unknown as {
    content: { paymentInformation: { card: { number: object } } };
  };
  expect(content.paymentInformation.card.number).toEqual({
    maskedValue: 'XXXXXXXXXXXX1111',
    detectedCardTypes: ['001'],
  });
});

test.each([
  ['a wrong check digit', { number: '4111111111111112' }, 'number'],
  ['too few digits', { number: '41111111' }, 'number'],
  ['a network the context does not allow', { number: '6011111111111117' }, 'number'],
  ['a code of the wrong length', { securityCode: '1234' }, 'securityCode'],
  ['an expiry that has passed', { expirationYear: '2020' }, 'expirationYear'],
])('%s makes no token', async (_, more, location) => {
  const response = await tokenize(await openContext(), more);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ details: [{ location }] });
});

test('card data is taken from the field frames only, under a context of ours', async () => {
  const context = await openContext();
  const foreign = await tokenize(context, {}, { origin: 'http://127.0.0.1:4607' });
  const forged = await new SignJWT(decodeJwt(context))
    .setProtectedHeader({ alg: 'HS256', kid: 'x' })
    .sign(new Uint8Array(32));
  const unsigned = await tokenize(forged);
  expect([foreign.status, unsigned.status]).toEqual([403, 400]);
});

describe('paying with a transient token', () => {
  test('works by JWT and by jti, once', async () => {
    const transientTokenJwt = await newToken();
    const paid = await pay({ transientTokenJwt });
    expect(paid.at('status')).toBe('AUTHORIZED');
    const again = await pay({ transientTokenJwt });
    expect(again.at('details.0.field')).toBe('tokenInformation.transientTokenJwt');
    const { jti } = decodeJwt(await newToken());
    expect((await pay({ jti })).at('status')).toBe('AUTHORIZED');
  });

  test('a declined try leaves the token usable', async () => {
    const transientTokenJwt = await newToken();
    const decline = await client().call('PaymentsApi', 'createPayment', {
      tokenInformation: { transientTokenJwt },
      orderInformation: { amountDetails: { totalAmount: '4051.00', currency: 'USD' }, billTo },
    });
    expect(decline.at('status')).toBe('DECLINED');
    expect((await pay({ transientTokenJwt })).at('status')).toBe('AUTHORIZED');
  });

  test('a tampered token, another merchant’s and one that expired are refused', async () => {
    const token = await newToken();
    const [header, payload = '', signature] = token.split('.');
    const changed = Buffer.from(payload, 'base64url').toString().replace('1111', '4444');
    const tampered = [header, Buffer.from(changed).toString('base64url'), signature].join('.');
    const stranger = new SdkClient(gateway.url, gateway.other, 'jwt');
    const answers = [
      await pay({ transientTokenJwt: tampered }),
      await pay({ transientTokenJwt: token }, stranger),
    ];
    gateway.clock.advance(15 * 60_000);
    answers.push(await pay({ transientTokenJwt: token }));
    expect(answers.map((answer) => [answer.status, answer.at('reason')])).toEqual([
      [400, 'INVALID_DATA'],
      [400, 'INVALID_DATA'],
      [400, 'INVALID_DATA'],
    ]);
  });
});
