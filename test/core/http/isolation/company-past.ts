// A company and everything that can happen to it, by its own api: payments, refunds, requests, charges, cards, documents, dead letters.
import { createSecrets } from '../../../../functions/core/connectors/system/sealed-secrets.ts';
import { intentId } from '../../../../functions/core/domain/ids.ts';
import { money } from '../../../../functions/core/domain/money.ts';
import { problem } from '../../../../functions/core/domain/problem.ts';
import type { Role } from '../../../../functions/core/domain/role.ts';
import { apiRoutes } from '../../../../functions/core/http/api-routes.ts';
import { cardPageApp } from '../../../../functions/core/http/card-page-app.ts';
import { createTries } from '../../../../functions/core/http/oauth-limits.ts';
import { createSignedTokens } from '../../../../functions/core/http/oauth-signed-tokens.ts';
import type { Store } from '../../../../functions/core/ports/store.ts';
import { createFlowLibrary } from '../../../../functions/core/steps/flow-library.ts';
import { createMemoryStore } from '../../../../functions/core/store/memory-store.ts';
import { type Row, schema, type TableName } from '../../../../functions/core/store/schema.ts';
import { packText } from '../../../../functions/core/work/packed-text.ts';
import { mapsPayment } from '../../steps/documents/sample-documents.ts';
import { MASTER_KEY } from '../../steps/lifecycle/whole-company.ts';
import { createWorld, START_MS, type World } from '../../steps/world.ts';
import { grantedToken, staffDoorOf, TOKEN_KEYS } from '../granted-token.ts';
import { fakeSetups } from './fake-setups.ts';

export const OWN = 'inst-1';
export const OTHER = 'inst-2';
/** In every text that a person of the company typed, and in every name: `Acme` is the one who asks. */
export const OTHERS_MARK = /Bolt/i;
const PUBLIC_URL = 'https://tallybridge.example/server/api';
export const ORGANIZATION = { [OWN]: '10234695', [OTHER]: '20555001' } as const;

const HOUR_MS = 3_600_000;
/** What stands in rows that only the other company has. */
const ONLY_OTHER = 'Acme only';

const ulid = (number: number) => intentId(START_MS + number, new Uint8Array(16));

/** What a request can name. Those of `only` are the other company's alone, the rest both have. */
export const ids = {
  payment: (of: string) => `${of}|mid_usd|p1`,
  authorized: (of: string) => `${of}|mid_usd|p5`,
  refund: ulid(1),
  unknownRefund: ulid(2),
  held: ulid(3),
  heldOnly: ulid(4),
  charge: ulid(5),
  started: ulid(9),
  chargeOnly: ulid(6),
  fresh: (number: number) => ulid(100 + number),
  deadEvent: (of: string) => `${of}|event-dead`,
  document: 'acme-payments',
  documentOnly: 'acme-only',
  customer: 'customer-1',
  invoice: 'invoice-inv-1001',
  user: 'user-agent',
  userOnly: 'user-only',
} as const;

export interface Asked {
  readonly method?: string;
  readonly body?: unknown;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export type App = ReturnType<typeof apiRoutes>;

export async function ask(
  app: App,
  path: string,
  { method = 'POST', body, token, headers }: Asked,
) {
  const response = await app.request(path, {
    method,
    ...(method === 'GET' || body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: {
      origin: new URL(PUBLIC_URL).origin,
      ...(token === undefined ? {} : { 'x-tallybridge-token': token }),
      ...headers,
    },
  });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

/** The api over a store, with everything that a company can have switched on. */
export function openApi(world: World, store: Store, companies: World['ports']['companies']): App {
  const { clock } = world.ports;
  const flows = createFlowLibrary({ ...world.ports, store, companies });
  const ports = { ...world.ports, store, companies, flows, publicUrl: PUBLIC_URL };
  const waker = { wake: async () => undefined };
  const page = cardPageApp({
    ...ports,
    waker,
    files: { script: '', style: '', bank: '' },
    fieldOrigins: ['https://flex.example'],
    visits: createTries(clock, 10_000, HOUR_MS),
  });
  return apiRoutes({
    ...ports,
    waker,
    secrets: createSecrets(MASTER_KEY),
    staffDoor: staffDoorOf({ store, clock }),
    connectTickets: { signedTokens: createSignedTokens(TOKEN_KEYS, clock), publicUrl: PUBLIC_URL },
    openSetups: async () => fakeSetups,
    answerOAuth: async () => new Response(null, { status: 404 }),
    answerCardPage: async (request) => page.fetch(request),
  });
}

/** Everything that can happen to a company, by its own api. */
async function live(world: World): Promise<{ readonly link: string; readonly linkOnly: string }> {
  const app = openApi(world, world.ports.store, world.ports.companies);
  const { records } = world;
  const as = (role: Role, userId = `user-${role}`) =>
    grantedToken(world.ports, { role, userId, name: `Acme ${role}` });
  const must = async (path: string, asked: Asked) => {
    const answer = await ask(app, path, { token: await as('admin'), ...asked });
    if (answer.status !== 200) throw new Error(`${path}: ${answer.text}`);
    return JSON.parse(answer.text) as Record<string, never>;
  };
  records.cards.books.set(ids.customer, {
    email: 'buyer@example.com',
    firstName: 'Acme',
    lastName: 'Buyer',
  });
  world.places('1001', 200_000);
  await world.happens({ id: 'p1', kind: 'sale', amountMinor: 200_000, reference: '1001' });
  world.places('1005', 5_000);
  await world.happens({ id: 'p5', kind: 'authorization', amountMinor: 5_000, reference: '1005' });
  await world.happens({ id: 'p9', kind: 'sale', amountMinor: 4_000, reference: '9999' });
  await world.work();
  const usd = (minor: number) => money(minor, 'USD');
  records.invoices.set('inv', {
    ...{ customerId: ids.customer, date: '2026-11-02', reference: 'Acme 7' },
    lines: [{ name: 'Thing', quantity: 1, total: usd(200_000) }],
    ...{ shipping: usd(0), tax: usd(0), taxWords: { all: 'Tax', rest: 'Other tax' } },
  });
  const refund = { paymentKey: ids.payment(OWN), currency: 'USD', reason: 'Acme: damaged' };
  const agent = { token: await as('agent') };
  await must('/refunds', { ...agent, body: { ...refund, intentId: ids.refund, amountMinor: 150 } });
  world.refundBehaviours.push('time-out');
  const lost = { ...refund, intentId: ids.unknownRefund, amountMinor: 160 };
  await must('/refunds', { ...agent, body: lost });
  await hold(ids.held, refund.reason);
  await hold(ids.heldOnly, ONLY_OTHER);
  const link = await charge(ids.charge, 'Acme phone order');
  const linkOnly = await charge(ids.chargeOnly, ONLY_OTHER);
  await keepCard();
  await draft(ids.document, 'Acme payments');
  await draft(ids.documentOnly, ONLY_OTHER);
  // Published flows are known everywhere after a minute.
  world.advance(120_000);
  const press = { flow: ids.document, paymentKey: ids.payment(OWN), intentId: ids.started };
  await must('/flows/start', { ...agent, body: press });
  await as('viewer');
  await as('approver');
  await grantedToken(world.ports, { role: 'agent', userId: ids.userOnly, name: ONLY_OTHER });
  await plant(world.ports.store);
  return { link, linkOnly };

  async function hold(intent: string, reason: string): Promise<void> {
    const body = { ...refund, reason, intentId: intent, amountMinor: 60_000 };
    await must('/approvals/request', { ...agent, body });
  }
  async function charge(intent: string, reason: string): Promise<string> {
    const wanted = { purpose: 'sale', amountMinor: 200_000, currency: 'USD' };
    const body = { ...wanted, intentId: intent, invoiceId: 'invoice-inv', reason };
    const { link = '' } = await must('/charges', { ...agent, body });
    return String(link).split('#')[1] ?? '';
  }
  async function keepCard(): Promise<void> {
    const wanted = { purpose: 'save-card', amountMinor: 0, currency: 'USD', reason: 'Acme card' };
    const body = { ...wanted, intentId: ulid(7), customerId: ids.customer };
    const { link = '' } = await must('/charges', { ...agent, body });
    const secret = String(link).split('#')[1] ?? '';
    await must('/pay/fields', { body: { secret } });
    await must('/pay/card', { body: { ...payment(secret, ulid(8)), keepsCard: true } });
  }
  async function draft(id: string, title: string): Promise<void> {
    const path = `/documents/flow/${id}`;
    const body = { ...mapsPayment, id, title, trigger: { on: 'button', once: 'change' } };
    const { revision } = await must(`${path}/draft`, { method: 'PUT', body: { body, seen: '' } });
    await must(`${path}/publish`, { body: { seen: revision, version: 0, note: title } });
    await must(`${path}/draft`, { method: 'PUT', body: { body, seen: '' } });
  }
}

/** What a customer sends from the card page. */
export function payment(secret: string, tryId: string) {
  return {
    ...{ secret, tryId, transientToken: `token-${tryId}`, keepsCard: false },
    ...{ firstName: 'Some', lastName: 'Buyer', email: 'buyer@example.com' },
    address: { line1: '1 Market St', city: 'San Francisco', postalCode: '94105', country: 'US' },
  };
}

/** What needs hours or an outside that is broken to come about. */
async function plant(store: Store): Promise<void> {
  const found = JSON.stringify(problem('order-not-found', 'fix-input', { order: 'Acme 9' }));
  const installation = OWN;
  await store.insert('Inbox', {
    ...{ event_key: ids.deadEvent(OWN), installation, source: 'cybersource', state: 'dead' },
    ...{ event_type: 'payments.payments.accept', subject: 'Acme subject', body: 'Acme body' },
    problem: found,
  });
  await store.insert('Alarms', {
    ...{ alarm_key: `${OWN}|alarm`, installation, state: 'open', subject: 'Acme alarm' },
    ...{ problem: found, raised_at: START_MS },
  });
  const link = { installation, kind: 'customer', target: 'Acme link' };
  await store.insert('Links', { link_key: `${OWN}|planted`, ...link });
  const cursor = { installation, position: START_MS, updated_at: START_MS };
  await store.insert('Cursors', { cursor_key: `${OWN}|planted`, ...cursor });
  await store.insert('Tokens', { token_key: `${OWN}|zoho`, installation, value: 'Acme token' });
  await store.insert('Budgets', { budget_key: `${OWN}|books`, installation, version: '1' });
  const read = { product: 'books', object: 'invoice', body: packText('[]'), read_at: START_MS };
  await store.insert('Catalogs', {
    catalog_key: `${OWN}|books|invoice`,
    installation,
    ...read,
    problem: found,
  });
  await store.insert('Sessions', {
    ...{ session_key: 'session-acme', installation, grant_key: `${OWN}|user-agent` },
    ...{ state: 'open', secret_hash: 'Acme hash', created_at: START_MS },
  });
}

async function liveOnce() {
  const store = createMemoryStore();
  const world = createWorld({ store });
  const links = await live(world);
  const rows: { readonly table: TableName; readonly row: Row<TableName> }[] = [];
  for (const table of Object.keys(schema) as TableName[]) {
    for (const row of await store.select(table, { where: [] })) rows.push({ table, row });
  }
  return { world, links, rows };
}

let past: ReturnType<typeof liveOnce> | undefined;

/** The past of a company, made once for all tests. */
export function companyPast(): ReturnType<typeof liveOnce> {
  past ??= liveOnce();
  return past;
}
