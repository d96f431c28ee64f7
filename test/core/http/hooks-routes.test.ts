// The hooks' doors: what is let in, what is stored, and that an acknowledgement costs one store write.
import { createHmac } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSecrets } from '../../../functions/core/connectors/system/sealed-secrets.ts';
import { routePath } from '../../../functions/core/http/function-path.ts';
import { answerHook, type HooksPorts } from '../../../functions/core/http/hooks-routes.ts';
import { connectCompany } from '../../../functions/core/steps/connect/connect-company.ts';
import { createDoorKeyReader } from '../../../functions/core/steps/read-door-keys.ts';
import { createMemoryStore } from '../../../functions/core/store/memory-store.ts';
import { unpackBody } from '../../../functions/core/work/packed-text.ts';
import { INSTALLATION } from '../steps/fake-transactions.ts';
import { createWorld, START_MS, type World } from '../steps/world.ts';

const GATEWAY_KEY = Buffer.alloc(32, 3).toString('base64');
const SHOP_SECRET = 'shop-webhook-secret';

let world: World;
let hooks: HooksPorts;
let storeCalls: string[];
let woken: number;

const event = {
  eventType: 'payments.captures.accept',
  webhookId: 'webhook-1',
  productId: 'cardProcessing',
  organizationId: 'mid_usd',
  eventDate: '2026-11-22T12:20:00',
  transactionTraceId: 'trace-1',
  retryNumber: 0,
  payload: { id: '7650000000000000000001', status: 'PENDING', note: 'café / €' },
  requestType: 'NEW',
};

function signed(message: string, t = START_MS, keyId = 'hook-1'): string {
  const sig = createHmac('sha256', Buffer.from(GATEWAY_KEY, 'base64'))
    .update(`${t}.${message}`)
    .digest('base64');
  return `t=${t};keyId=${keyId};sig=${sig}`;
}

async function post(path: string, body: string, headers: Record<string, string> = {}) {
  const rawBody = Buffer.from(body);
  const answer = await answerHook(hooks, { method: 'POST', path, headers, rawBody });
  if (answer.stored) woken += 1;
  return answer;
}

function get(path: string) {
  return answerHook(hooks, { method: 'GET', path, headers: {}, rawBody: new Uint8Array() });
}

const inbox = () => world.ports.store.select('Inbox', { where: [['state', '=', 'received']] });

beforeEach(async () => {
  storeCalls = [];
  woken = 0;
  const store = createMemoryStore(async (call, apply) => {
    storeCalls.push(call.operation);
    return apply();
  });
  world = createWorld({ store });
  const secrets = createSecrets(Buffer.alloc(32, 1).toString('base64'));
  await connectCompany(
    { ...world.ports, secrets },
    INSTALLATION,
    { userId: 'u', name: 'U', role: 'admin' },
    {
      name: 'Test company',
      timeZone: 'UTC',
      zoho: {
        accountsUrl: 'https://accounts.example.com',
        apiUrl: 'https://api.example.com',
        deskUrl: 'https://desk.example.com',
        clientId: 'c',
        clientSecret: 's',
        refreshToken: 'r',
        booksOrganizationId: '1',
        crmOrgId: '2',
        deskOrgId: '3',
      },
      gateway: { url: 'https://g.example.com', host: 'g.example.com', authentication: 'jwt' },
      merchants: [
        {
          merchantId: 'mid_usd',
          keyId: 'k',
          secret: 's',
          currencies: ['USD'],
          clearingAccounts: { USD: '1' },
          webhookKeys: [{ keyId: 'hook-1', key: GATEWAY_KEY }],
        },
      ],
      shop: {
        url: 'https://shop.example.com',
        consumerKey: 'ck',
        consumerSecret: 'cs',
        webhookSecret: SHOP_SECRET,
      },
    },
  );
  hooks = { ...world.ports, doorKeys: createDoorKeyReader({ ...world.ports, secrets }) };
});

describe('the gateway’s door', () => {
  const body = JSON.stringify(event);
  const path = `/cybersource/${INSTALLATION}`;

  it('stores a signed event as it came, once, and wakes the worker once', async () => {
    for (const trace of ['trace-1', 'trace-2']) {
      const again = JSON.stringify({ ...event, transactionTraceId: trace });
      const response = await post(path, again, { 'v-c-signature': signed(again) });
      expect(response.status).toBe(200);
    }
    const rows = await inbox();
    expect(rows).toMatchObject([
      { event_type: event.eventType, subject: event.payload.id, merchant_id: 'mid_usd' },
    ]);
    expect(rows.map(unpackBody)).toEqual([body]);
    expect(woken).toBe(1);
  });

  it('acknowledges with one store write and nothing else once the keys are known', async () => {
    await post(path, body, { 'v-c-signature': signed(body) });
    storeCalls.length = 0;
    const other = JSON.stringify({ ...event, payload: { id: '7', status: 'PENDING' } });
    await post(path, other, { 'v-c-signature': signed(other) });
    expect(storeCalls).toEqual(['insert']);
  });

  it('accepts the reading in which only the payload is signed', async () => {
    const signature = signed(JSON.stringify(event.payload));
    expect((await post(path, body, { 'v-c-signature': signature })).status).toBe(200);
  });

  it.each([
    ['no signature', {}],
    ['a signature of other bytes', { 'v-c-signature': signed(`${body} `) }],
    ['a signature older than five minutes', { 'v-c-signature': signed(body, START_MS - 301_000) }],
    ['a key that nobody gave us', { 'v-c-signature': signed(body, START_MS, 'hook-9') }],
    ['a signature that is no signature', { 'v-c-signature': 'sig' }],
  ])('refuses %s and stores nothing', async (_, headers) => {
    expect((await post(path, body, headers)).status).toBe(401);
    expect(await inbox()).toEqual([]);
  });

  it('refuses a company that does not exist', async () => {
    const headers = { 'v-c-signature': signed(body) };
    expect((await post('/cybersource/inst-9', body, headers)).status).toBe(401);
    expect((await post('/cybersource/%27%3B', body, headers)).status).toBe(401);
  });

  it('answers the health check by GET and by empty POST', async () => {
    expect((await get(path)).status).toBe(200);
    expect((await get('/health')).status).toBe(200);
    expect((await get('/elsewhere/inst-1')).status).toBe(404);
    expect((await post(path, '')).status).toBe(200);
  });

  it('keeps an event of a type that it does not know', async () => {
    const strange = JSON.stringify({ ...event, eventType: 'lunar.phase.full' });
    const response = await post(path, strange, { 'v-c-signature': signed(strange) });
    expect(response.status).toBe(200);
    expect(await inbox()).toMatchObject([{ event_type: 'lunar.phase.full' }]);
    await world.work();
    const [row] = await world.ports.store.select('Inbox', { where: [['state', '=', 'done']] });
    expect(row?.event_type).toBe('lunar.phase.full');
  });

  it('asks the sender to try again when the store does not answer', async () => {
    await post(path, body, { 'v-c-signature': signed(body) });
    const { StoreFailure } = await import('../../../functions/core/ports/store.ts');
    world.ports.store.insert = async () => {
      throw new StoreFailure('timeout', 'no answer');
    };
    hooks = {
      ...world.ports,
      doorKeys: async () => ({
        gateway: [{ keyId: 'hook-1', key: GATEWAY_KEY, merchantId: 'mid_usd' }],
      }),
    };
    expect((await post(path, body, { 'v-c-signature': signed(body) })).status).toBe(503);
  });
});

describe('the shop’s door', () => {
  const body = JSON.stringify({ id: 1001, status: 'pending', note: '🎁' });
  const path = `/woocommerce/${INSTALLATION}`;
  const headers = (secret: string) => ({
    'x-wc-webhook-topic': 'order.created',
    'x-wc-webhook-signature': createHmac('sha256', secret).update(body).digest('base64'),
  });

  it('stores a signed order event, and its body survives with every character', async () => {
    expect((await post(path, body, headers(SHOP_SECRET))).status).toBe(200);
    const rows = await inbox();
    expect(rows).toMatchObject([{ event_type: 'order.created', subject: '1001' }]);
    expect(rows.map(unpackBody)).toEqual([body]);
  });

  it('refuses another secret, and answers the ping', async () => {
    expect((await post(path, body, headers('wrong'))).status).toBe(401);
    expect((await post(path, 'webhook_id=7')).status).toBe(200);
    expect(await inbox()).toEqual([]);
  });
});

it.each([
  ['/server/hooks/cybersource/x', '/cybersource/x'],
  ['/server/hooks/execute/cybersource/x', '/cybersource/x'],
  ['/execute/cybersource/x', '/cybersource/x'],
  ['/execute', '/'],
  ['/executed', '/executed'],
  ['/cybersource/x?a=1', '/cybersource/x?a=1'],
])('routes %s as %s', (given, expected) => {
  expect(routePath(given)).toBe(expected);
});
