// Canaries: the well-known test cards through every input. Nothing that is kept, logged or shown afterwards has the digits in it.
import { createHmac } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { guardLog, guardRows } from '../../../functions/core/compose/card-guards.ts';
import { createSecrets } from '../../../functions/core/connectors/system/sealed-secrets.ts';
import { guardTransport } from '../../../functions/core/connectors/transport/guarded-transport.ts';
import { ok } from '../../../functions/core/domain/result.ts';
import { apiRoutes } from '../../../functions/core/http/api-routes.ts';
import { answerHook, type HooksPorts } from '../../../functions/core/http/hooks-routes.ts';
import type { Transport } from '../../../functions/core/ports/platform.ts';
import { drainWork } from '../../../functions/core/steps/drain-work.ts';
import { createMemoryStore } from '../../../functions/core/store/memory-store.ts';
import type { Row, TableName } from '../../../functions/core/store/schema.ts';
import { openAlarms } from '../../../functions/core/work/alarms.ts';
import { unpackBody, unpackText } from '../../../functions/core/work/packed-text.ts';
import { positiveTexts, TEST_CARDS } from '../../fixtures/card-corpus/positive-texts.ts';
import { INSTALLATION } from '../steps/fake-transactions.ts';
import { createWorld, START_MS, type World } from '../steps/world.ts';
import { allRoutes } from './all-routes.ts';
import { grantedToken, staffDoorOf } from './granted-token.ts';

const KEY = Buffer.alloc(32, 3);
const SECRET = 'Secret4Workflows';
/** One of each form, going through the cards. */
const canaries = [...Map.groupBy(positiveTexts, ({ form }) => form).values()].map(
  (texts, index) => texts[index % texts.length]?.text ?? '',
);

let world: World;
let hooks: HooksPorts;
let app: ReturnType<typeof apiRoutes>;
let kept: string[];

/** Every version of every row as it can be read. */
function keep(table: TableName, row: Row<TableName>): void {
  const columns = row as Readonly<Record<string, unknown>>;
  const texts = Object.entries(columns).map(([name, value]) => {
    const text = String(value);
    return `${table}.${name}=${text.startsWith('z:') && name !== 'exchange' ? '' : text}`;
  });
  if (typeof columns.body === 'string') texts.push(unpackBody(columns as { body: string }));
  if (String(columns.result).startsWith('z:')) texts.push(unpackText(String(columns.result)));
  kept.push(...texts);
}

/** Independent of the guard: all the ways in which a text may still say the number. */
function says(text: string, card: string, depth = 0): boolean {
  const plain = text
    .normalize('NFKC')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
  const unescaped = plain
    .replace(/%([0-9a-f]{2})|\\u00([0-9a-f]{2})|=([23][0-9a-f])/gi, (_, ...hex: string[]) =>
      String.fromCharCode(Number.parseInt(hex.slice(0, 3).find(Boolean) ?? '', 16)),
    )
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
  const readings = [plain, unescaped, plain.replace(/\b[a-z]+\d?=/g, ' ')];
  if (readings.some((one) => one.replace(/\D/g, '').includes(card))) return true;
  if (depth === 2) return false;
  const tokens = unescaped.match(/[A-Za-z0-9+/_-]{16,}={0,2}/g) ?? [];
  return tokens.some((token) =>
    [
      ...[0, 1, 2, 3].map((from) => Buffer.from(token.slice(from), 'base64').toString('latin1')),
      Buffer.from(token, 'hex').toString('latin1'),
    ].some((read) => says(read, card, depth + 1)),
  );
}

function nothingIsKept(): void {
  const texts = [...new Set(kept), ...world.warnings];
  const told = texts.filter((text) => TEST_CARDS.some((card) => says(text, card)));
  expect(told).toEqual([]);
}

beforeEach(() => {
  kept = [];
  const store = guardRows(createMemoryStore(undefined, (table, _, row) => keep(table, row)));
  world = createWorld({ store });
  const log = guardLog(world.ports.log);
  const secrets = createSecrets(Buffer.alloc(32, 1).toString('base64'));
  hooks = {
    ...world.ports,
    log,
    doorKeys: async () =>
      ({
        gateway: [{ keyId: 'hook-1', key: KEY.toString('base64'), merchantId: 'mid_usd' }],
        shopSecret: SECRET,
        zoho: {
          financeSecret: SECRET,
          crmToken: SECRET,
          desk: { url: 'https://d.test', orgId: '1' },
        },
      }) as never,
  };
  app = apiRoutes({
    ...world.ports,
    log,
    secrets,
    staffDoor: staffDoorOf(world.ports),
    waker: { wake: async () => undefined },
  } as Parameters<typeof apiRoutes>[0]);
});

const hmac = (text: string, encoding: 'hex' | 'base64', key: string | Buffer = SECRET) =>
  createHmac('sha256', key).update(text).digest(encoding);

async function post(path: string, body: string, headers: Record<string, string>) {
  const request = { method: 'POST', path, headers, rawBody: Buffer.from(body) };
  return answerHook(hooks, request);
}

it('the search itself finds every canary', () => {
  const unseen = canaries.filter((text) => !TEST_CARDS.some((card) => says(text, card)));
  expect(unseen).toEqual([]);
});

describe('the doors', () => {
  it.each(canaries)('of the shop keep an order without %s', async (canary) => {
    const order = {
      id: 1001,
      status: 'pending',
      customer_note: canary,
      billing: { first_name: canary, last_name: 'Buyer', address_1: canary, company: canary },
      meta_data: [{ key: 'note', value: { deep: [canary] } }],
    };
    const body = JSON.stringify(order);
    const answer = await post(`/woocommerce/${INSTALLATION}`, body, {
      'x-wc-webhook-topic': 'order.created',
      'x-wc-webhook-signature': hmac(body, 'base64'),
    });
    expect(answer).toMatchObject({ status: 200, stored: true });
    nothingIsKept();
    const [alarm] = await openAlarms(world.ports.store, INSTALLATION);
    expect(JSON.parse(alarm?.problem ?? '{}')).toMatchObject({ code: 'card-data-received' });
  });

  it.each(canaries)('of the gateway keep an event without %s', async (canary) => {
    const payload = { id: '7650000000000000000001', status: 'PENDING', note: canary };
    const body = JSON.stringify({
      eventType: 'payments.captures.accept',
      organizationId: 'mid_usd',
      webhookId: 'w',
      payload,
    });
    const sig = hmac(`${START_MS}.${body}`, 'base64', KEY);
    await post(`/cybersource/${INSTALLATION}`, body, {
      'v-c-signature': `t=${START_MS};keyId=hook-1;sig=${sig}`,
    });
    nothingIsKept();
  });

  it.each(canaries)('of Books and the CRM keep nothing of %s', async (canary) => {
    const invoice = {
      invoice_id: '460000000000017005',
      notes: canary,
      last_modified_time: '2026-11-22T10:00:00-0500',
    };
    const body = JSON.stringify({ invoice });
    const signature = { 'x-zoho-webhook-signature': hmac(body, 'hex') };
    const json = { 'content-type': 'application/json' };
    const books = await post(`/books/${INSTALLATION}`, body, { ...json, ...signature });
    expect(books).toMatchObject({ status: 200, stored: true });
    const watch = { module: 'Contacts', operation: canary, token: SECRET, ids: ['4876876000001'] };
    await post(`/crm/${INSTALLATION}`, JSON.stringify(watch), json);
    nothingIsKept();
  });
});

describe('the api', () => {
  it('turns card data away on every route that takes a body, and keeps none of it', async () => {
    const token = await grantedToken(world.ports, { role: 'admin' });
    const routes = await allRoutes(app);
    const names = routes.filter((name) => !/^(GET|ALL) /.test(name) && !name.includes(' /oauth'));
    expect(names.length).toBeGreaterThan(40);
    for (const [index, name] of names.entries()) {
      const [method = '', path = ''] = name.split(' ');
      const canary = canaries[index % canaries.length];
      const response = await app.request(path.replace(/:\w+/g, 'x'), {
        method,
        body: JSON.stringify({ reason: canary, note: canary, body: { title: canary } }),
        headers: { 'x-tallybridge-token': token },
      });
      const reply = (await response.json()) as { error?: { code: string; facts: object } };
      expect([name, response.status, reply.error?.code]).toEqual([name, 400, 'card-data-found']);
      kept.push(JSON.stringify(reply));
    }
    nothingIsKept();
  });

  it('turns it away in addresses too', async () => {
    const token = await grantedToken(world.ports, { role: 'admin' });
    for (const card of TEST_CARDS.slice(0, 5)) {
      const headers = { 'x-tallybridge-token': token };
      const response = await app.request(`/audit?subject=${card}`, { headers });
      expect(response.status).toBe(400);
    }
    nothingIsKept();
  });
});

/** Every call of a port is a request, as it is with a connector. */
function overHttp<T extends object>(port: T, transport: Transport): T {
  return new Proxy(port, {
    get: (target, name) => {
      const call: unknown = Reflect.get(target, name);
      if (typeof call !== 'function') return call;
      return async (...given: unknown[]) => {
        const body = JSON.stringify(given);
        const url = 'https://www.zohoapis.eu';
        await transport.send({ method: 'POST', url, headers: {}, timeoutMs: 1, body });
        return call.apply(target, given);
      };
    },
  });
}

describe('work', () => {
  it.each(TEST_CARDS)(
    'on an order that has %s in a name sends nothing, stops dead, says where',
    async (card) => {
      const sent: string[] = [];
      const transport = guardTransport({
        async send({ body = '' }) {
          sent.push(body);
          return { kind: 'answered', status: 200, headers: {}, body: '' };
        },
      });
      const { customers, ledger, salesOrders } = world.company;
      const company = {
        ...world.company,
        customers: overHttp(customers, transport),
        ledger: overHttp(ledger, transport),
        salesOrders: overHttp(salesOrders, transport),
      };
      world.places('1001', 4_000);
      const order = world.orders.get('1001');
      if (order === undefined) throw new Error('no order');
      world.orders.set('1001', { ...order, customer: { ...order.customer, lastName: card } });
      await world.happens({ id: 'p1', kind: 'sale', amountMinor: 4_000, reference: '1001' });
      const companies = { ...world.ports.companies, open: async () => ok(company) };
      await drainWork({ ...world.ports, companies }, START_MS + 3_600_000);
      const [run] = await world.ports.store.select('Runs', { where: [['state', '=', 'dead']] });
      expect(JSON.parse(run?.problem ?? '{}')).toMatchObject({ code: 'card-data-found' });
      expect(sent.filter((body) => says(body, card))).toEqual([]);
      nothingIsKept();
    },
  );

  it.each(TEST_CARDS)(
    'on a transaction whose reference is %s stops dead, and keeps no digit',
    async (card) => {
      await world.happens({ id: 'p1', kind: 'sale', amountMinor: 4_000, reference: card });
      await world.work();
      const [event] = await world.ports.store.select('Inbox', { where: [['state', '=', 'dead']] });
      expect(JSON.parse(event?.problem ?? '{}')).toMatchObject({
        code: 'card-data-found',
        facts: { field: 'reference', where: 'a row of Payments' },
      });
      nothingIsKept();
    },
  );
});
