// Zoho's announcements, sent by the stand-ins, through our doors; and our connectors' view of the same changes.
import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBody } from '../../../functions/core/compose/node-request.ts';
import { createFetchTransport } from '../../../functions/core/connectors/transport/fetch-transport.ts';
import { createBooksChanges } from '../../../functions/core/connectors/zoho-books/record-changes.ts';
import { createCrmChanges } from '../../../functions/core/connectors/zoho-crm/contact-changes.ts';
import { createTicketChanges } from '../../../functions/core/connectors/zoho-desk/ticket-changes.ts';
import type { InstallationId } from '../../../functions/core/domain/ids.ts';
import { createDeskKeys } from '../../../functions/core/http/desk-keys.ts';
import { answerHook, type HooksPorts } from '../../../functions/core/http/hooks-routes.ts';
import type { ChangeFeeds } from '../../../functions/core/ports/changes.ts';
import { createMemoryStore } from '../../../functions/core/store/memory-store.ts';
import { allScopes, type OpenZoho, openZoho, organization } from '../zoho/open-zoho.ts';

const SECRET = 'Secret4Workflows';
const TOKEN = 'token-of-the-channel';
const HOUR_MS = 3_600_000;
/** Less than an access token lives. */
const LATER_MS = HOUR_MS / 2;

let open: OpenZoho;
let hooks: HooksPorts;
let hooksUrl: string;
let closeHooks: () => Promise<void>;
let feeds: ChangeFeeds;
let crm: ReturnType<typeof createCrmChanges>;

beforeEach(async () => {
  open = await openZoho();
  const { zoho, clock } = open;
  const connection = {
    tokens: {
      accessToken: async () => ({ ok: true as const, value: { token: freshToken() } }),
      invalidate: () => {},
    },
    transport: createFetchTransport(),
    apiUrl: zoho.api.url,
    organizationId: organization.booksOrganizationId,
  };
  crm = createCrmChanges(connection);
  feeds = {
    ...createBooksChanges(connection),
    'crm-contact': crm.contacts,
    ticket: createTicketChanges({
      ...connection,
      deskUrl: zoho.desk.url,
      orgId: organization.deskOrgId,
    }),
  };
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  hooks = {
    store: createMemoryStore(),
    clock,
    log,
    deskKeys: createDeskKeys({ transport: createFetchTransport(), clock }),
    doorKeys: async () => ({
      gateway: [],
      zoho: {
        financeSecret: SECRET,
        crmToken: TOKEN,
        desk: { url: zoho.desk.url, orgId: organization.deskOrgId },
      },
    }),
  };
  const server = createServer(async (request, response) => {
    const rawBody = await readBody(request, 1_000_000);
    const [path = '', query = ''] = (request.url ?? '').split('?', 2);
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    );
    const answer = await answerHook(hooks, {
      method: request.method ?? '',
      path,
      query,
      headers,
      rawBody: rawBody ?? new Uint8Array(),
    });
    response.writeHead(answer.status).end(answer.text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  hooksUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  closeHooks = async () => {
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  };
});

afterEach(async () => {
  await open.zoho.close();
  await closeHooks();
});

function freshToken(): string {
  return open.zoho.accessToken('admin@example.com', [...allScopes, 'Desk.events.ALL']);
}

const signedIn = () => ({ authorization: `Zoho-oauthtoken ${freshToken()}` });

async function inbox() {
  await open.zoho.idle();
  const rows = await hooks.store.select('Inbox', { where: [['state', '=', 'received']] });
  return rows.map(({ installation, event_type, subject }) => [installation, event_type, subject]);
}

const statuses = () => open.zoho.deliveries.map(({ status }) => status);
const contactBody = (email: string) => ({ contact_name: email, contact_type: 'customer' });

describe('Books', () => {
  it.each(['json', 'form'] as const)(
    'sends a changed contact as %s, and its feed says the same',
    async (body) => {
      const url = `${hooksUrl}/books/inst-1?rule=contacts`;
      open.zoho.addWorkflowWebhook({
        module: 'contact',
        url,
        secretToken: SECRET,
        body,
        on: 'edited',
      });
      const made = await open.books('POST', '/contacts', { body: contactBody('One Ltd') });
      const id = made.text('contact.contact_id');
      expect(await inbox()).toEqual([]);
      open.clock.advance(LATER_MS);
      await open.books('PUT', `/contacts/${id}`, { body: { company_name: 'One' } });
      expect(await inbox()).toEqual([['inst-1', 'books-contact', id]]);
      expect(statuses()).toEqual([200]);
      const read = await feeds['books-contact'].read(id);
      if (!read.ok || read.value === undefined) throw new Error('the contact is there');
      expect(read.value).toMatchObject({ madeByUs: false, changedByUs: true });
      expect(read.value.changedAt - read.value.createdAt).toBe(LATER_MS);
      const listed = await feeds['books-contact'].changedSince(read.value.changedAt);
      expect(listed).toEqual({ ok: true, value: [{ id, changedAt: read.value.changedAt }] });
    },
  );

  it('knows what we have made by our key, and what is gone', async () => {
    const custom_fields = [{ api_name: 'cf_tallybridge_customer', value: 'key-1' }];
    const body = { ...contactBody('Ours Ltd'), custom_fields };
    const id = (await open.books('POST', '/contacts', { body })).text('contact.contact_id');
    const read = await feeds['books-contact'].read(id);
    expect(read).toMatchObject({ ok: true, value: { madeByUs: true } });
    const gone = await feeds.invoice.read('460000000000299999');
    expect(gone).toMatchObject({ ok: false, problem: { code: 'not-found' } });
    expect(await feeds['sales-order'].changedSince(0)).toEqual({ ok: true, value: [] });
  });

  it('is refused with another secret', async () => {
    const url = `${hooksUrl}/books/inst-1`;
    const secretToken = 'Other4Workflows';
    open.zoho.addWorkflowWebhook({ module: 'contact', url, secretToken, body: 'json', on: 'both' });
    await open.books('POST', '/contacts', { body: contactBody('Two Ltd') });
    expect(await inbox()).toEqual([]);
    expect(statuses()).toEqual([401]);
  });
});

describe('the CRM', () => {
  it('tells of changed contacts over the channel that we open, until it closes', async () => {
    const watch = crm.contactWatch({
      channel: 'inst-1|771234567',
      notifyUrl: `${hooksUrl}/crm/inst-1`,
      token: TOKEN,
    });
    const day = 24 * HOUR_MS;
    expect(await watch.renew(open.clock.now() + 6 * day)).toEqual({ ok: true, value: undefined });
    expect(await watch.renew(open.clock.now() + 6 * day)).toEqual({ ok: true, value: undefined });
    const row = { Last_Name: 'Berg', Email: 'berg@example.com' };
    const made = await open.crm('POST', '/v8/Contacts', { body: { data: [row] } });
    const id = made.text('data.0.details.id');
    expect(await inbox()).toEqual([]);
    const edit = (Phone: string) =>
      open.crm('PUT', `/v8/Contacts/${id}`, {
        headers: signedIn(),
        body: { data: [{ Phone }] },
      });
    open.clock.advance(LATER_MS);
    await edit('1');
    expect(await inbox()).toEqual([['inst-1', 'crm-contact', id]]);
    const read = await feeds['crm-contact'].read(id);
    if (!read.ok || read.value === undefined) throw new Error('the contact is there');
    expect(read.value).toMatchObject({ changedByUs: true });
    const listed = await feeds['crm-contact'].changedSince(read.value.changedAt);
    expect(listed).toMatchObject({ ok: true, value: [{ id }] });
    open.clock.advance(7 * day);
    await edit('2');
    expect(await inbox()).toHaveLength(1);
    expect(await watch.renew(open.clock.now() + 8 * day)).toMatchObject({ ok: false });
  });
});

describe('Desk', () => {
  it('probes our door, sends its array with a token that verifies, and the feed knows the closing', async () => {
    const subscribed = await open.desk('POST', '/webhooks', {
      headers: signedIn(),
      body: { url: `${hooksUrl}/desk/inst-1`, subscriptions: { Ticket_Update: null } },
    });
    expect(subscribed.status).toBe(200);
    const departments = await open.desk('GET', '/departments');
    const made = await open.desk('POST', '/tickets', {
      body: {
        subject: 'Where is it?',
        departmentId: departments.text('data.0.id'),
        contact: { lastName: 'Berg', email: 'berg@example.com' },
      },
    });
    const id = made.text('id');
    expect(await feeds.ticket.read(id)).toEqual({ ok: true, value: undefined });
    open.clock.advance(LATER_MS);
    const since = open.clock.now() - 1;
    await open.desk('PATCH', `/tickets/${id}`, { body: { status: 'Closed' } });
    expect(await inbox()).toEqual([['inst-1', 'ticket', id]]);
    expect(statuses()).toEqual([200]);
    expect(await feeds.ticket.read(id)).toMatchObject({
      ok: true,
      value: { id, madeByUs: false, changedByUs: true },
    });
    expect(await feeds.ticket.changedSince(since)).toMatchObject({ ok: true, value: [{ id }] });
  });
});

it('belongs to one installation', async () => {
  const unknown = 'inst-9' as InstallationId;
  hooks = { ...hooks, doorKeys: async () => undefined };
  const url = `${hooksUrl}/books/${unknown}`;
  open.zoho.addWorkflowWebhook({
    module: 'contact',
    url,
    secretToken: SECRET,
    body: 'json',
    on: 'both',
  });
  await open.books('POST', '/contacts', { body: contactBody('Three Ltd') });
  expect(await inbox()).toEqual([]);
  expect(statuses()).toEqual([401]);
});
