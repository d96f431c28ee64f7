// Strangers, neighbours and old acquaintances at every door, over HTTP: refused, and nothing is kept.
import {
  createHmac,
  createPrivateKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { company as facts } from '../sandbox/setup/company-facts.ts';
import { staffMember } from '../sandbox/setup/staff.ts';
import { SeededRandom } from '../simulation/seeded-random.ts';
import { readWorld, storedDocuments } from './checks/world.ts';
import { callAs, callWith, deliver } from './company/calls.ts';
import { type Company, startCompany } from './company/company.ts';
import { grantedStaffToken } from './company/granted-staff.ts';
import { heal, passTime, quiet } from './company/heal.ts';
import { Market, type Purchase } from './company/market.ts';
import {
  type Delivery,
  type DoorKeys,
  moveIn,
  NEIGHBOUR,
  neighboursKeys,
  proofOf,
} from './company/neighbour.ts';
import { wishRefund } from './company/staff.ts';

const HOME = facts.installation;
const random = new SeededRandom(1, 'forged');

let company: Company;
let purchase: Purchase;
let keys: DoorKeys;

beforeAll(async () => {
  company = await startCompany();
  const market = new Market(company);
  const ada = { firstName: 'Ada', lastName: 'Lane', email: 'ada@example.com' };
  purchase = await market.pay(market.order(ada), true);
  await heal(company);
  await moveIn(company);
  const made = await callAs(company, 'admin', '/setup/door-secret', {});
  const { secret } = (made.json.door ?? {}) as { readonly secret: string };
  const [gateway] = storedDocuments<DoorKeys['gateway']>(
    company.dataDir,
    'cybersource',
    'webhook-key',
  );
  if (gateway === undefined) throw new Error('the gateway has no webhook key');
  keys = { gateway, shop: company.credentials.shopWebhookSecret, finance: secret };
});
afterAll(() => company?.close());

const inbox = () => company.catalyst.tables.newest('Inbox', 10_000).length;

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function jwt(header: object, claims: object, sign: (text: string) => string): string {
  const text = `${part(header)}.${part(claims)}`;
  return `${text}.${sign(text)}`;
}

const hs256 = (key: string | Buffer) => (text: string) =>
  createHmac('sha256', key).update(text).digest('base64url');
const rs256 = (key: KeyObject) => (text: string) =>
  sign('RSA-SHA256', Buffer.from(text), key).toString('base64url');

describe('a staff token', () => {
  /** As ours are, for the administrator. */
  const claims = (more: object = {}) => {
    const iat = Math.floor(company.clock.now() / 1000);
    const who = { sub: staffMember('admin').id, ins: HOME, org: facts.booksOrganizationId };
    const life = { iat, exp: iat + 600, iss: 'tallybridge', aud: 'staff' };
    return { ...who, role: 'admin', sid: 'admin', ...life, ...more };
  };
  const now = () => Math.floor(company.clock.now() / 1000);
  const key = () => Buffer.from(company.credentials.tokenKey, 'base64');
  const HS = { alg: 'HS256', typ: 'JWT' };
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const forgeries: readonly (readonly [string, () => string])[] = [
    ['of another key', () => jwt(HS, claims(), hs256(Buffer.alloc(32, 1)))],
    ['without signature', () => jwt({ ...HS, alg: 'none' }, claims(), () => '')],
    ['that says none but is signed', () => jwt({ ...HS, alg: 'none' }, claims(), hs256(key()))],
    ['of another algorithm', () => jwt({ ...HS, alg: 'RS256' }, claims(), rs256(stranger))],
    [
      'whose key comes with it',
      () => jwt({ ...HS, jwk: { kty: 'oct', k: 'AQ' } }, claims(), hs256(Buffer.from([1]))),
    ],
    ['that is over', () => jwt(HS, claims({ iat: now() - 1_200, exp: now() - 600 }), hs256(key()))],
    ['that lives for a year', () => jwt(HS, claims({ exp: now() + 31_536_000 }), hs256(key()))],
    ['for another purpose', () => jwt(HS, claims({ aud: 'consent' }), hs256(key()))],
    ['of another issuer', () => jwt(HS, claims({ iss: 'zoho' }), hs256(key()))],
    ['of somebody without a grant', () => jwt(HS, claims({ sub: '1' }), hs256(key()))],
    ['of the same person next door', () => jwt(HS, claims({ ins: NEIGHBOUR }), hs256(key()))],
  ];

  test.each(forgeries)('%s is refused at every instance, and moves nothing', async (_, forge) => {
    const wish = wishRefund(company, random, purchase, 500);
    const calls = [0, 1, 2].flatMap(() => [
      callWith(company, forge(), '/refunds', wish),
      callWith(company, forge(), '/audit/export'),
    ]);
    for (const { status, text } of await Promise.all(calls)) {
      expect(status).toBe(401);
      expect(text).not.toContain('payment');
    }
    expect(readWorld(company).gateway.filter(({ kind }) => kind === 'refund')).toEqual([]);
  });

  test('with a greater role written into it gives no greater role', async () => {
    const token = jwt(HS, claims({ sub: staffMember('viewer').id }), hs256(key()));
    await grantedStaffToken(company, 'viewer');
    const reply = await callWith(company, token, '/audit/export');
    expect(reply).toMatchObject({ status: 403, json: { error: { code: 'not-allowed' } } });
  });

  test('that is genuine is let in', async () => {
    await grantedStaffToken(company, 'admin');
    expect((await callWith(company, jwt(HS, claims(), hs256(key())), '/alarms')).status).toBe(200);
  });
});

test('the token endpoint gives nothing for guesses at any instance, and never tells the client to forget', async () => {
  const guess = (secret: string) => {
    const form = { grant_type: 'refresh_token', client_id: company.credentials.connectionClientId };
    const refresh_token = `${'0'.repeat(32)}.${'A'.repeat(43)}`;
    return fetch(`${company.catalyst.functions.base}/api/oauth/token`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-forwarded-for': '203.0.113.9',
      },
      body: new URLSearchParams({ ...form, client_secret: secret, refresh_token }),
    });
  };
  const answers = await Promise.all(
    Array.from({ length: 90 }, (_, index) => guess(`guess-${index}`)),
  );
  const told = await Promise.all(answers.map(async (one) => [one.status, await one.json()]));
  for (const [status, body] of told) {
    const error = status === 429 ? 'temporarily_unavailable' : 'invalid_client';
    expect([status, body]).toEqual([status === 429 ? 429 : 401, { error }]);
  }
  expect(told.filter(([status]) => status === 429).length).toBeGreaterThan(0);
  // Nobody is locked out by what somebody else guesses.
  const right = await guess(company.credentials.connectionClientSecret);
  expect([right.status, await right.json()]).toEqual([400, { error: 'invalid_grant' }]);
});

describe('a webhook', () => {
  const body: Readonly<Record<Delivery['source'], () => string>> = {
    cybersource: () =>
      JSON.stringify({
        ...{
          eventType: 'payments.payments.accept',
          organizationId: 'larkfield_usd',
          webhookId: 'w',
        },
        payload: { id: purchase.paymentId, status: 'PENDING' },
      }),
    woocommerce: () => JSON.stringify({ id: purchase.order.id, status: 'processing' }),
    books: () =>
      JSON.stringify({
        invoice: { invoice_id: '1', last_modified_time: '2026-11-22T10:00:00-0500' },
      }),
  };
  const sources = ['cybersource', 'woocommerce', 'books'] as const;

  test.each(sources)(
    'of %s is refused without proof, with a neighbour’s, for other bytes and at a neighbour’s door',
    async (source) => {
      const delivery = { source, body: body[source]() };
      const at = company.clock.now();
      const proof = proofOf(delivery, keys, at);
      const strange = {
        ...keys,
        gateway: { ...keys.gateway, key: neighboursKeys.gateway.key },
        shop: 'x',
        finance: 'x',
      };
      const { 'x-wc-webhook-topic': topic } = proof;
      const before = inbox();
      const answers = [
        await deliver(
          company,
          `${source}/${HOME}`,
          delivery.body,
          topic ? { 'x-wc-webhook-topic': topic } : {},
        ),
        await deliver(
          company,
          `${source}/${HOME}`,
          delivery.body,
          proofOf(delivery, neighboursKeys, at),
        ),
        await deliver(company, `${source}/${HOME}`, delivery.body, proofOf(delivery, strange, at)),
        await deliver(company, `${source}/${HOME}`, `${delivery.body} `, proof),
        await deliver(company, `${source}/${NEIGHBOUR}`, delivery.body, proof),
        await deliver(company, `${source}/nobody`, delivery.body, proof),
      ];
      expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 401]);
      expect(inbox()).toBe(before);
      // The same bytes, proven: once, however often they are sent.
      expect((await deliver(company, `${source}/${HOME}`, delivery.body, proof)).status).toBe(200);
      expect((await deliver(company, `${source}/${HOME}`, delivery.body, proof)).status).toBe(200);
      expect(inbox()).toBe(before + 1);
      await quiet(company);
    },
  );

  test('of the gateway is refused when it comes again after six minutes, or from the future', async () => {
    const delivery = {
      source: 'cybersource',
      body: body.cybersource().replace('PENDING', 'LATER'),
    } as const;
    const proof = proofOf(delivery, keys, company.clock.now());
    await passTime(company, 6 * 60_000);
    const ahead = proofOf(delivery, keys, company.clock.now() + 120_000);
    const before = inbox();
    for (const headers of [proof, ahead]) {
      expect((await deliver(company, `cybersource/${HOME}`, delivery.body, headers)).status).toBe(
        401,
      );
    }
    expect(inbox()).toBe(before);
  });

  test('of Desk is refused for every token but the portal’s own', async () => {
    const published = await fetch(`${company.zoho.desk.url}/.well-known/jwks.json`);
    const [key] = ((await published.json()) as { keys: [{ kid: string; n: string }] }).keys;
    const [{ pem } = { pem: '' }] = storedDocuments<{ pem: string }>(
      company.dataDir,
      'zoho',
      'desk-signing-key',
    );
    const own = createPrivateKey(pem);
    const head = { alg: 'RS256', typ: 'JWT', kid: key.kid };
    const claims = { iss: `orgId:${facts.deskOrgId}`, aud: 'webhookId:1' };
    const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    const event = { eventType: 'Ticket_Update', eventTime: '1795000000000', payload: { id: '77' } };
    const send = (token: string) =>
      deliver(company, `desk/${HOME}`, JSON.stringify([event]), { 'x-zdesk-jwt': token });
    const over = Math.floor(company.clock.now() / 1000) - 600;
    const before = inbox();
    const forged = [
      jwt(head, claims, rs256(stranger)),
      jwt({ ...head, alg: 'none' }, claims, () => ''),
      jwt({ ...head, alg: 'none' }, claims, rs256(own)),
      jwt({ ...head, alg: 'HS256' }, claims, hs256(key.n)),
      jwt({ ...head, kid: 'another' }, claims, rs256(own)),
      jwt(head, { ...claims, iss: 'orgId:990000003' }, rs256(own)),
      jwt(head, { ...claims, exp: over }, rs256(own)),
      '',
    ];
    for (const token of forged) expect((await send(token)).status).toBe(401);
    expect(inbox()).toBe(before);
    expect((await send(jwt(head, claims, rs256(own)))).status).toBe(200);
    expect(inbox()).toBe(before + 1);
    await quiet(company);
  });
});
