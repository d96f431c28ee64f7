// The api's routes: who gets in, what comes back, and how refusals look.
import { beforeEach, describe, expect, it } from 'vitest';
import { createSecrets } from '../../../functions/core/connectors/system/sealed-secrets.ts';
import type { PanelReply } from '../../../functions/core/contract/panel.ts';
import { intentId } from '../../../functions/core/domain/ids.ts';
import type { Role } from '../../../functions/core/domain/role.ts';
import { apiRoutes } from '../../../functions/core/http/api-routes.ts';
import { createWorld, START_MS, type World } from '../steps/world.ts';
import { grantedToken, staffDoorOf } from './granted-token.ts';

const PAYMENT = 'inst-1|mid_usd|p1';
const intent = intentId(START_MS, new Uint8Array(16));

let world: World;
let app: ReturnType<typeof apiRoutes>;
let woken: number;

interface TokenChange {
  readonly role?: Role;
  readonly ins?: string;
  readonly org?: string;
}

function token({ role = 'agent', ins = 'inst-1', org = '10234695' }: TokenChange = {}) {
  return grantedToken(world.ports, { role, installation: ins, organization: org });
}

async function call(path: string, body: unknown, signed: string | undefined, method = 'POST') {
  const response = await app.request(path, {
    method,
    ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
    headers: signed === undefined ? {} : { 'x-tallybridge-token': signed },
  });
  return { status: response.status, json: (await response.json()) as Record<string, never> };
}

const panel = { host: 'books', record: { kind: 'invoice', id: 'invoice-inv-1001' } };
const refund = {
  intentId: intent,
  paymentKey: PAYMENT,
  amountMinor: 1_500,
  currency: 'USD',
  reason: 'Damaged',
};

beforeEach(async () => {
  world = createWorld();
  woken = 0;
  app = apiRoutes({
    ...world.ports,
    secrets: createSecrets(Buffer.alloc(32, 1).toString('base64')),
    staffDoor: staffDoorOf(world.ports),
    waker: {
      wake: async () => {
        woken += 1;
      },
    },
  });
  world.places('1001', 4_000);
  await world.happens({ id: 'p1', kind: 'sale', amountMinor: 4_000, reference: '1001' });
  await world.work();
});

describe('the panel', () => {
  it('shows the payment of an invoice with card, score, limits and story', async () => {
    const { status, json } = await call('/panel', panel, await token());
    const reply = json as unknown as PanelReply;
    expect(status).toBe(200);
    expect(reply.person).toMatchObject({ role: 'agent', mayRefund: true });
    expect(reply.payments).toMatchObject([
      {
        key: PAYMENT,
        state: 'captured',
        amount: { minor: 4_000, currency: 'USD' },
        card: { brand: 'visa', lastFour: '1111', expiry: '2031-12' },
        fraud: { score: 12 },
        invoice: { number: 'INV-inv-1001' },
        limits: { capturedMinor: 4_000, leftMinor: 4_000 },
        timeline: [{ kind: 'payment' }, { kind: 'capture', state: 'succeeded' }],
      },
    ]);
  });

  it.each([
    ['a CRM contact', { host: 'crm', record: { kind: 'contact', id: 'contact-1' } }],
    ['a CRM account', { host: 'crm', record: { kind: 'account', id: 'account-1' } }],
    ['a CRM deal', { host: 'crm', record: { kind: 'deal', id: 'deal-1' } }],
    ['a Desk ticket that names the order', { host: 'desk', record: { kind: 'ticket', id: '9' } }],
  ])('finds the payment from %s', async (_, request) => {
    const { json } = await call('/panel', request, await token());
    expect((json as unknown as PanelReply).payments).toMatchObject([{ key: PAYMENT }]);
  });

  it('costs three store round trips for an invoice', async () => {
    const calls: string[] = [];
    const counted = createWorld({
      intercept: async (call, apply) => {
        calls.push(`${call.operation} ${call.table}`);
        return apply();
      },
    });
    counted.places('1001', 4_000);
    await counted.happens({ id: 'p1', kind: 'sale', amountMinor: 4_000, reference: '1001' });
    await counted.work();
    const routes = apiRoutes({
      ...counted.ports,
      secrets: createSecrets(Buffer.alloc(32, 1).toString('base64')),
      staffDoor: staffDoorOf(counted.ports),
      waker: { wake: async () => {} },
    });
    const signed = await grantedToken(counted.ports, { role: 'agent' });
    const ask = () =>
      routes.request('/panel', {
        method: 'POST',
        body: JSON.stringify(panel),
        headers: { 'x-tallybridge-token': signed },
      });
    calls.length = 0;
    await ask();
    const first = [...calls];
    calls.length = 0;
    await ask();
    expect(calls.slice(0, 2)).toEqual(['select Payments', 'select Movements']);
    // The person's grant is read once a minute at most.
    expect(first).toEqual(['find Grants', ...calls]);
  });
});

describe('refunds', () => {
  it('answers with the movement and the payment as it is afterwards, and wakes the worker', async () => {
    const { status, json } = await call('/refunds', refund, await token());
    expect(status).toBe(200);
    expect(json).toMatchObject({
      intentId: intent,
      state: 'succeeded',
      payment: { limits: { refundedMinor: 1_500, leftMinor: 2_500 } },
    });
    expect(woken).toBe(1);
  });

  it('shows the credit note once the refund is in the books', async () => {
    await call('/refunds', refund, await token());
    await world.work();
    const { json } = await call('/panel', panel, await token());
    const [payment] = (json as unknown as PanelReply).payments;
    expect(payment?.timeline.at(-1)).toMatchObject({
      kind: 'refund',
      actorName: 'A Clerk',
      reason: 'Damaged',
      booked: { kind: 'done', document: 'CN-cn-mid_usd-refund1' },
    });
  });

  it('says in words why a refund is refused', async () => {
    const { status, json } = await call(
      '/refunds',
      { ...refund, amountMinor: 9_900 },
      await token(),
    );
    expect(status).toBe(409);
    expect(json).toMatchObject({
      error: {
        code: 'refund-over-limit',
        message: 'Only USD 40.00 can still be refunded; USD 99.00 was asked for.',
      },
    });
  });

  it('refuses a viewer with 403 and a malformed body with 400', async () => {
    expect((await call('/refunds', refund, await token({ role: 'viewer' }))).status).toBe(403);
    const malformed = await call('/refunds', { ...refund, amountMinor: 1.5 }, await token());
    expect(malformed).toMatchObject({
      status: 400,
      json: { error: { code: 'invalid-request', facts: { field: 'amountMinor' } } },
    });
  });

  it('turns away a token of another organization', async () => {
    const stranger = await token({ org: '999' });
    expect(await call('/panel', panel, stranger)).toMatchObject({ status: 401 });
    expect(await call('/refunds', refund, stranger)).toMatchObject({ status: 401 });
  });

  it('does not show or move the money of another company', async () => {
    const stranger = await token({ ins: 'inst-2' });
    const other = { ...world.company, installation: 'inst-2' as never };
    world.ports.companies.open = async () => ({ ok: true, value: other });
    const { json } = await call('/panel', panel, stranger);
    expect((json as unknown as PanelReply).payments).toEqual([]);
    expect(await call('/refunds', refund, stranger)).toMatchObject({ status: 404 });
    const recheck = { intentId: intent, paymentKey: PAYMENT };
    expect(await call('/movements/recheck', recheck, stranger)).toMatchObject({ status: 404 });
  });
});

describe('the connection', () => {
  const connection = {
    name: 'Test company',
    timeZone: 'America/New_York',
    zoho: {
      accountsUrl: 'https://accounts.example.com',
      apiUrl: 'https://api.example.com',
      deskUrl: 'https://desk.example.com',
      clientId: 'client',
      clientSecret: 'client-secret-text',
      refreshToken: 'refresh-token-text',
      booksOrganizationId: '10234695',
      crmOrgId: '20234695',
      deskOrgId: '30234695',
    },
    gateway: {
      url: 'https://gateway.example.com',
      host: 'gateway.example.com',
      authentication: 'jwt',
    },
    merchants: [
      {
        merchantId: 'mid_usd',
        keyId: 'key-1',
        secret: 'gateway-secret-text',
        currencies: ['USD'],
        clearingAccounts: { USD: '4600000' },
        webhookKeys: [{ keyId: 'hook-1', key: 'webhook-key-text' }],
      },
    ],
  };

  it('is saved by an administrator, shown without secrets, and sealed on disk', async () => {
    const saved = await call('/installation', connection, await token({ role: 'admin' }), 'PUT');
    expect(saved).toMatchObject({ status: 200, json: { merchants: [{ merchantId: 'mid_usd' }] } });
    const shown = await call('/installation', {}, await token({ role: 'viewer' }), 'GET');
    const rows = JSON.stringify([
      await world.ports.store.select('Installations', { where: [['state', '=', 'active']] }),
      await world.ports.store.select('Merchants', { where: [['installation', '=', 'inst-1']] }),
      shown,
    ]);
    for (const secret of ['client-secret', 'refresh-token-text', 'gateway-secret', 'webhook-key']) {
      expect(rows).not.toContain(secret);
    }
  });

  it('is not saved by an agent', async () => {
    const answer = await call('/installation', connection, await token(), 'PUT');
    expect(answer.status).toBe(403);
  });
});

describe('the button', () => {
  const press = { intentId: intent, flow: 'order-to-cash', paymentKey: PAYMENT };

  it('is no way to start a flow that has none, and wants a whole request', async () => {
    const none = await call('/flows/start', press, await token());
    expect([none.status, none.json]).toMatchObject([404, { error: { code: 'not-found' } }]);
    const viewer = await call('/flows/start', press, await token({ role: 'viewer' }));
    expect([viewer.status, viewer.json]).toMatchObject([403, { error: { code: 'not-allowed' } }]);
    const half = await call('/flows/start', { ...press, intentId: 'x' }, await token());
    expect(half.json).toMatchObject({ error: { code: 'invalid-request' } });
    expect(woken).toBe(0);
  });
});
