// Every kind of secret is replaced without a gap: what others sign with the old one is believed until its time is over.
import { createHmac } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { openNotices } from '../../../../functions/core/compose/notices.ts';
import {
  type RotateRequest,
  rotateRequest,
} from '../../../../functions/core/contract/lifecycle.ts';
import { answerHook } from '../../../../functions/core/http/hooks-routes.ts';
import { connectCompany } from '../../../../functions/core/steps/connect/connect-company.ts';
import { readInstallation } from '../../../../functions/core/steps/connect/installation-record.ts';
import { findMerchant } from '../../../../functions/core/steps/connect/merchant-record.ts';
import { crmWatchToken } from '../../../../functions/core/steps/crm-watch-token.ts';
import { rotateSecret } from '../../../../functions/core/steps/lifecycle/rotate-secret.ts';
import { createDoorKeyReader } from '../../../../functions/core/steps/read-door-keys.ts';
import { answered } from '../../connectors/transport/scripted-transport.ts';
import { INSTALLATION } from '../fake-transactions.ts';
import { ADMIN, connectionWith, SECRETS, wholeCompany } from './whole-company.ts';

const HOUR_MS = 3_600_000;
const NEW_CHANNEL = 'whsec_YW5vdGhlci1zaWduaW5nLXNlY3JldC1vZi1vdXJz';
const NEW_WEBHOOK = Buffer.alloc(32, 9).toString('base64');

let company: Awaited<ReturnType<typeof wholeCompany>>;
let post: (path: string, body: string, headers: Record<string, string>) => Promise<number>;

beforeEach(async () => {
  company = await wholeCompany();
  const hooks = { ...company.ports, doorKeys: createDoorKeyReader(company.ports) };
  post = async (path, body, headers) => {
    const rawBody = Buffer.from(body);
    const answer = await answerHook(hooks, {
      method: 'POST',
      path: `/${path}/${INSTALLATION}`,
      headers,
      rawBody,
    });
    return answer.status;
  };
});

async function rotate(request: RotateRequest) {
  const rotated = await rotateSecret(company.ports, INSTALLATION, ADMIN, request);
  // All instances have read it.
  company.world.advance(60_000);
  return rotated;
}

const sign = (secret: string | Buffer, text: string) =>
  createHmac('sha256', secret).update(text).digest('base64');

const doors: readonly {
  readonly what: string;
  readonly old: string;
  readonly fresh: string;
  readonly request: RotateRequest;
  readonly send: (secret: string) => Promise<number>;
}[] = [
  {
    what: 'the gateway’s webhook key',
    old: `hook-1 ${SECRETS.gatewayWebhook}`,
    fresh: `hook-2 ${NEW_WEBHOOK}`,
    request: { kind: 'gateway-webhook', merchantId: 'mid_usd', keyId: 'hook-2', key: NEW_WEBHOOK },
    send(secret) {
      const [keyId = '', key = ''] = secret.split(' ');
      const body = JSON.stringify({ eventType: 'payments.captures.accept', payload: { id: '1' } });
      const t = company.ports.clock.now();
      const sig = sign(Buffer.from(key, 'base64'), `${t}.${body}`);
      return post('cybersource', body, { 'v-c-signature': `t=${t};keyId=${keyId};sig=${sig}` });
    },
  },
  {
    what: 'the shop’s webhook secret',
    old: SECRETS.shopWebhook,
    fresh: 'another-shop-secret',
    request: { kind: 'shop-webhook', secret: 'another-shop-secret' },
    send(secret) {
      const headers = { 'x-wc-webhook-signature': sign(secret, '{"id":7}') };
      return post('woocommerce', '{"id":7}', { ...headers, 'x-wc-webhook-topic': 'order.created' });
    },
  },
  {
    what: 'the secret of the workflow webhooks in Books',
    old: SECRETS.books,
    fresh: 'anotherBooksSecret1234',
    request: { kind: 'books-webhook', secret: 'anotherBooksSecret1234' },
    send: (secret) =>
      post('books', '{"invoice_id":"5"}', {
        'x-zoho-webhook-signature': sign(secret, '{"invoice_id":"5"}'),
      }),
  },
  {
    what: 'the Zoho client’s secret, of which the CRM’s channel echoes a token',
    old: SECRETS.zohoClient,
    fresh: 'another-client-secret',
    request: { kind: 'zoho-client', clientSecret: 'another-client-secret' },
    send: (secret) =>
      post(
        'crm',
        JSON.stringify({
          token: crmWatchToken(INSTALLATION, secret),
          module: 'Contacts',
          ids: ['9'],
        }),
        {},
      ),
  },
];

describe.each(doors)('$what', ({ old, fresh, request, send }) => {
  it('lets both in for a day after it was replaced, then the new one only', async () => {
    expect([await send(old), await send(fresh)]).toEqual([200, 401]);
    const now = company.ports.clock.now();
    const rotated = await rotate(request);
    expect(rotated).toEqual({
      ok: true,
      value: { usableFrom: now + 60_000, formerUntil: now + 24 * HOUR_MS },
    });
    expect([await send(old), await send(fresh)]).toEqual([200, 200]);
    company.world.advance(24 * HOUR_MS);
    expect([await send(old), await send(fresh)]).toEqual([401, 200]);
  });

  it('that has leaked is worth nothing as soon as all instances know', async () => {
    await rotate({ ...request, overlapHours: 0 });
    expect([await send(old), await send(fresh)]).toEqual([401, 200]);
  });

  it('replaced twice within a day lets each in until its own time is over', async () => {
    await rotate(request);
    company.world.advance(12 * HOUR_MS);
    const { ok } = await rotateSecret(company.ports, INSTALLATION, ADMIN, request);
    expect(ok).toBe(true);
    company.world.advance(11 * HOUR_MS);
    expect([await send(old), await send(fresh)]).toEqual([200, 200]);
    company.world.advance(HOUR_MS);
    expect(await send(old)).toBe(401);
  });
});

describe('a secret of ours', () => {
  const record = () => readInstallation(company.ports, INSTALLATION);

  it('for the gateway is the new one at once, and its webhook keys stay', async () => {
    await rotate({ kind: 'gateway-key', merchantId: 'mid_usd', keyId: 'k2', secret: 'c2VjcmV0' });
    const merchant = await findMerchant(company.ports, INSTALLATION, 'mid_usd');
    expect(merchant?.secrets).toMatchObject({
      keyId: 'k2',
      secret: 'c2VjcmV0',
      webhookKeys: [{ keyId: 'hook-1', key: SECRETS.gatewayWebhook }],
    });
  });

  it('for the shop’s API is the new one at once', async () => {
    await rotate({ kind: 'shop-api', consumerKey: 'ck_2', consumerSecret: 'cs_2' });
    const { shop } = (await record()).secrets;
    expect(shop).toEqual({
      consumerKey: 'ck_2',
      consumerSecret: 'cs_2',
      webhookSecret: SECRETS.shopWebhook,
    });
  });

  it('that a channel’s notices are signed with signs them beside the old one until that is over', async () => {
    await rotate({ kind: 'channel', name: 'program', secret: NEW_CHANNEL });
    const signatures = async () => {
      const seen: string[] = [];
      const { channels, former } = (await record()).secrets;
      const publicTransport = {
        send: async ({ headers }: { headers: Readonly<Record<string, string>> }) => {
          seen.push(headers['webhook-signature'] ?? '');
          return answered(200, {});
        },
      };
      const ports = { clock: company.ports.clock, publicTransport };
      const notices = openNotices(ports, channels ?? [], undefined, former?.channels);
      await notices.callWebhook('program', { id: 'n', text: 'x', about: {} as never });
      return (seen[0] ?? '').split(' ');
    };
    expect(await signatures()).toEqual([
      expect.stringMatching(/^v1,/),
      expect.stringMatching(/^v1,/),
    ]);
    company.world.advance(24 * HOUR_MS);
    expect(await signatures()).toHaveLength(1);
  });

  it('that is a Slack channel’s address is replaced by an address only', async () => {
    const address = 'https://hooks.slack.test/services/T0/B0/another';
    expect((await rotate({ kind: 'channel', name: 'finance', secret: NEW_CHANNEL })).ok).toBe(
      false,
    );
    expect((await rotate({ kind: 'channel', name: 'finance', secret: address })).ok).toBe(true);
    expect((await record()).secrets.channels?.[0]).toMatchObject({ kind: 'slack', address });
  });

  it('that is not there is not found', async () => {
    const request = {
      kind: 'gateway-key',
      merchantId: 'mid_eur',
      keyId: 'k',
      secret: 's',
    } as const;
    expect(await rotate(request)).toMatchObject({ problem: { code: 'merchant-unknown' } });
    const channel = { kind: 'channel', name: 'nowhere', secret: NEW_CHANNEL } as const;
    expect(await rotate(channel)).toMatchObject({ problem: { code: 'not-found' } });
  });

  it('is replaced by administrators only', async () => {
    const actor = { ...ADMIN, role: 'approver' } as const;
    const request = { kind: 'shop-webhook', secret: 'another' } as const;
    expect(await rotateSecret(company.ports, INSTALLATION, actor, request)).toMatchObject({
      problem: { code: 'not-allowed' },
    });
  });

  it('is named in the audit chain by its kind, never by itself', async () => {
    await rotate({ kind: 'shop-webhook', secret: 'another-shop-secret' });
    const entries = await company.store.select('Audit', {
      where: [['action', '=', 'secret.rotated']],
    });
    expect(entries.map(({ subject }) => subject)).toEqual(['shop-webhook']);
    expect(JSON.stringify(entries)).not.toContain('another-shop-secret');
  });
});

describe('a connection that is saved whole with new secrets', () => {
  it('lets the old ones in for a day, too', async () => {
    const changed = connectionWith({ ...SECRETS, shopWebhook: 'another-shop-secret' });
    await connectCompany(company.ports, INSTALLATION, ADMIN, changed);
    const shop = doors[1];
    expect([
      await shop?.send(SECRETS.shopWebhook),
      await shop?.send('another-shop-secret'),
    ]).toEqual([200, 200]);
    company.world.advance(24 * HOUR_MS);
    expect(await shop?.send(SECRETS.shopWebhook)).toBe(401);
  });
});

describe('a request to replace a secret', () => {
  it('is refused when it is none', () => {
    const wrong = [
      { kind: 'books-webhook', secret: 'too short' },
      { kind: 'channel', name: 'program', secret: 'plain' },
      { kind: 'shop-webhook', secret: 'x', overlapHours: 1_000 },
      { kind: 'master-key', secret: 'x' },
    ];
    expect(wrong.map((request) => rotateRequest.safeParse(request).success)).toEqual(
      wrong.map(() => false),
    );
  });
});
