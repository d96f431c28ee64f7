// Zoho's doors: signatures of workflow webhooks, the echoed token of the CRM, the signed token of Desk.
import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSecrets } from '../../../functions/core/connectors/system/sealed-secrets.ts';
import type { InstallationId } from '../../../functions/core/domain/ids.ts';
import { createDeskKeys } from '../../../functions/core/http/desk-keys.ts';
import { answerHook, type HooksPorts } from '../../../functions/core/http/hooks-routes.ts';
import type { HttpRequest } from '../../../functions/core/ports/platform.ts';
import { connectCompany } from '../../../functions/core/steps/connect/connect-company.ts';
import { createDoorKeyReader } from '../../../functions/core/steps/read-door-keys.ts';
import { INSTALLATION } from '../steps/fake-transactions.ts';
import { createWorld, START_MS, type World } from '../steps/world.ts';

const SECRET = 'Secret4Workflows';
const TOKEN = 'token-of-the-channel';
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });

let world: World;
let hooks: HooksPorts;
let fetched: HttpRequest[];

beforeEach(() => {
  world = createWorld();
  fetched = [];
  const jwks = { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'key-1' }] };
  const transport = {
    send: async (request: HttpRequest) => {
      fetched.push(request);
      const body = JSON.stringify(jwks);
      return { kind: 'answered', status: 200, headers: {}, body } as const;
    },
  };
  hooks = {
    ...world.ports,
    deskKeys: createDeskKeys({ transport, clock: world.ports.clock }),
    doorKeys: async (installation) =>
      installation !== INSTALLATION
        ? undefined
        : {
            gateway: [],
            zoho: {
              financeSecret: SECRET,
              crmToken: TOKEN,
              desk: { url: 'https://desk.test', orgId: '642345678' },
            },
          },
  };
});

async function post(path: string, body: string, headers = {}, query = '') {
  return answerHook(hooks, {
    method: 'POST',
    path,
    query,
    headers: { 'content-type': 'application/json', ...headers },
    rawBody: Buffer.from(body),
  });
}

const inbox = async () => {
  const rows = await world.ports.store.select('Inbox', { where: [['state', '=', 'received']] });
  return rows.map(({ source, event_type, subject }) => [source, event_type, subject]);
};

describe('the door of Books and Inventory', () => {
  const path = `/books/${INSTALLATION}`;
  const invoice = {
    invoice: {
      invoice_id: '982000000567114',
      invoice_number: 'INV-7 é',
      last_modified_time: '2026-11-22T10:00:00-0500',
    },
  };
  const body = JSON.stringify(invoice);
  const signed = (text: string, encoding: 'hex' | 'base64' = 'hex', secret = SECRET) => ({
    'x-zoho-webhook-signature': createHmac('sha256', secret).update(text).digest(encoding),
  });

  it.each(['hex', 'base64'] as const)('takes a JSON body signed in %s, once', async (encoding) => {
    expect(await post(path, body, signed(body, encoding))).toMatchObject({
      status: 200,
      stored: true,
    });
    expect(await post(path, body, signed(body, encoding))).toMatchObject({ stored: false });
    expect(await inbox()).toEqual([['books', 'invoice', '982000000567114']]);
  });

  it('signs the query’s pairs in order of their names before the body', async () => {
    const query = 'subscription_id=90343&name=basic%20plan';
    const text = `namebasic plansubscription_id90343${body}`;
    expect((await post(path, body, signed(text), query)).status).toBe(200);
    expect((await post(path, body, signed(text), 'name=other')).status).toBe(401);
  });

  it('takes the form with `JSONString`, signed as decoded pairs', async () => {
    const form = new URLSearchParams({ JSONString: body }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' };
    const answer = await post(path, form, { ...headers, ...signed(`JSONString${body}`) });
    expect(answer).toMatchObject({ status: 200, stored: true });
    expect(await inbox()).toEqual([['books', 'invoice', '982000000567114']]);
  });

  it('knows contacts and sales orders, also by a bare id, and keeps nothing of other modules', async () => {
    for (const given of [
      { contact: { contact_id: '5' } },
      { salesorder_id: '6', salesorder_number: 'SO-6' },
      { bill: { bill_id: '7' } },
      { invoice: { invoice_id: 982000000567114 } },
    ]) {
      const text = JSON.stringify(given);
      expect((await post(path, text, signed(text))).status).toBe(200);
    }
    expect((await inbox()).toSorted()).toEqual([
      ['books', 'books-contact', '5'],
      ['books', 'sales-order', '6'],
    ]);
  });

  it('refuses an absent signature, another secret, other bytes, and a company without a secret', async () => {
    expect((await post(path, body)).status).toBe(401);
    expect((await post(path, body, signed(body, 'hex', 'Other4Workflows'))).status).toBe(401);
    expect((await post(path, `${body} `, signed(body))).status).toBe(401);
    expect((await post('/books/inst-9', body, signed(body))).status).toBe(401);
    expect(await inbox()).toEqual([]);
  });
});

describe('the CRM’s door', () => {
  const path = `/crm/${INSTALLATION}`;
  const notification = {
    server_time: 1_795_000_000_123,
    module: 'Contacts',
    operation: 'update',
    channel_id: '1000000068001',
    token: TOKEN,
    resource_uri: '/crm/v8/Contacts',
    ids: ['4876876000001', '4876876000002'],
    query_params: {},
  };

  it('takes one event for each contact, once', async () => {
    const body = JSON.stringify(notification);
    expect(await post(path, body)).toMatchObject({ status: 200, stored: true });
    expect(await post(path, body)).toMatchObject({ status: 200, stored: false });
    expect((await inbox()).toSorted()).toEqual([
      ['crm', 'crm-contact', '4876876000001'],
      ['crm', 'crm-contact', '4876876000002'],
    ]);
  });

  it.each([
    ['another token', { ...notification, token: `${TOKEN}x` }],
    ['no token', { ...notification, token: undefined }],
  ])('refuses %s', async (_, given) => {
    expect((await post(path, JSON.stringify(given))).status).toBe(401);
    expect(await inbox()).toEqual([]);
  });

  it('refuses what is no JSON', async () => {
    expect((await post(path, 'token=x')).status).toBe(401);
  });
});

describe('Desk’s door', () => {
  const path = `/desk/${INSTALLATION}`;
  const event = (id: string, closedTime?: string) => ({
    eventType: 'Ticket_Update',
    payload: { id, status: 'Closed', statusType: 'Closed', ...(closedTime && { closedTime }) },
    eventTime: '1795000000000',
    orgId: '642345678',
  });
  const events = [
    event('190000000000345678', '2026-11-22T15:00:00.000Z'),
    event('1900000000003456'),
  ];
  const genuine = { iss: 'orgId:642345678', aud: 'webhookId:77' };

  function token(claims: object, head: object = { alg: 'RS256', kid: 'key-1' }, key = privateKey) {
    const text = [head, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    const signature = sign('RSA-SHA256', Buffer.from(text), key).toString('base64url');
    return { 'x-zdesk-jwt': `${text}.${signature}` };
  }

  it('answers the probe', async () => {
    const probe = { method: 'GET', path, headers: {}, rawBody: new Uint8Array() };
    expect(await answerHook(hooks, probe)).toMatchObject({ status: 200, stored: false });
  });

  it('takes one row for each ticket of the array, once, and fetches the keys once', async () => {
    const body = JSON.stringify(events);
    expect(await post(path, body, token(genuine))).toMatchObject({ status: 200, stored: true });
    expect(await post(path, body, token(genuine))).toMatchObject({ status: 200, stored: false });
    expect((await inbox()).toSorted()).toEqual([
      ['desk', 'ticket', '1900000000003456'],
      ['desk', 'ticket', '190000000000345678'],
    ]);
    expect(fetched.map(({ url }) => url)).toEqual(['https://desk.test/.well-known/jwks.json']);
  });

  it.each([
    ['no token', () => ({})],
    ['another portal', () => token({ ...genuine, iss: 'orgId:1' })],
    ['a key that is not Zoho’s', () => token(genuine, undefined, stranger.privateKey)],
    ['a key id that nobody published', () => token(genuine, { alg: 'RS256', kid: 'key-9' })],
    ['an unsigned token', () => token(genuine, { alg: 'none', kid: 'key-1' })],
    ['a token that is over', () => token({ ...genuine, exp: START_MS / 1000 - 120 })],
  ])('refuses %s', async (_, headers) => {
    expect((await post(path, JSON.stringify(events), headers())).status).toBe(401);
    expect(await inbox()).toEqual([]);
  });

  it('listens to one webhook only when an administrator has named it', async () => {
    const { doorKeys } = hooks;
    hooks = {
      ...hooks,
      doorKeys: async (installation) => {
        const keys = await doorKeys(installation);
        const desk = keys?.zoho?.desk;
        if (keys?.zoho === undefined || desk === undefined) return keys;
        return { ...keys, zoho: { ...keys.zoho, desk: { ...desk, webhookId: '77' } } };
      },
    };
    const body = JSON.stringify(events);
    expect((await post(path, body, token({ ...genuine, aud: 'webhookId:78' }))).status).toBe(401);
    expect((await post(path, body, token(genuine))).status).toBe(200);
  });
});

describe('the keys of Zoho’s doors', () => {
  it('come from the connection; the CRM’s token is each installation’s own', async () => {
    const secrets = createSecrets(Buffer.alloc(32, 1).toString('base64'));
    const ports = { ...world.ports, secrets };
    for (const installation of [INSTALLATION, 'inst-2' as InstallationId]) {
      await connectCompany(
        ports,
        installation,
        { userId: 'u', name: 'U', role: 'admin' },
        {
          name: 'Test company',
          timeZone: 'UTC',
          zoho: {
            accountsUrl: 'https://accounts.example.com',
            apiUrl: 'https://api.example.com',
            deskUrl: 'https://desk.example.com',
            clientId: 'c',
            clientSecret: 'client-secret',
            refreshToken: 'r',
            booksOrganizationId: '1',
            crmOrgId: '2',
            deskOrgId: '3',
          },
          gateway: { url: 'https://g.example.com', host: 'g.example.com', authentication: 'jwt' },
          merchants: [],
          doors: {
            financeSecret: SECRET,
            hooksUrl: 'https://x.example.com/hooks',
            deskWebhookId: '77',
          },
        },
      );
    }
    const read = createDoorKeyReader(ports);
    const zoho = (await read(INSTALLATION))?.zoho;
    expect(zoho).toMatchObject({
      financeSecret: SECRET,
      desk: { url: 'https://desk.example.com', orgId: '3', webhookId: '77' },
    });
    expect(zoho?.crmToken).toMatch(/^[\w-]{43}$/);
    expect((await read('inst-2' as InstallationId))?.zoho?.crmToken).not.toBe(zoho?.crmToken);
    const row = await world.ports.store.find('Installations', 'installation_key', INSTALLATION);
    expect(row?.settings).not.toContain(SECRET);
    expect(row?.settings).toContain('https://x.example.com/hooks');
  });
});
