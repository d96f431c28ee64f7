// The host pages' proxy: envelopes of each product, the package's rules, and who holds the token.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jwtVerify } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SandboxClock } from '../../sandbox/clock.ts';
import { type HostsStandIn, startHosts } from '../../sandbox/hosts/hosts.ts';

const PACKED_API = 'https://tallybridge-1.development.catalystserverless.com/server/api';
const tokenKey = Buffer.alloc(32, 7).toString('base64');
const folder = mkdtempSync(join(tmpdir(), 'hosts-'));

let functions: Server;
let functionsBase: string;
let answer: { status: number; body: string };
let seen: { url: string | undefined; token: string; body: string }[];
let hosts: HostsStandIn;

function packWidget(product: string, sdk: string, manifest: object): void {
  const app = join(folder, product, 'app');
  mkdirSync(app, { recursive: true });
  writeFileSync(
    join(app, 'widget.html'),
    `<meta name="tallybridge-api" content="${PACKED_API}"><script src="${sdk}" defer></script>`,
  );
  writeFileSync(join(folder, product, 'plugin-manifest.json'), JSON.stringify(manifest));
}

beforeAll(async () => {
  functions = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const token = String(request.headers['x-tallybridge-token'] ?? '');
    seen.push({ url: request.url, token, body: Buffer.concat(chunks).toString() });
    response.statusCode = answer.status;
    response.end(answer.body);
  });
  await new Promise<void>((resolve) => functions.listen(0, '127.0.0.1', resolve));
  functionsBase = `http://127.0.0.1:${(functions.address() as AddressInfo).port}/server`;
  const finance = {
    usedConnections: [{ connectionLinkName: 'tallybridge_api' }],
    whiteListedDomains: [],
    modules: { widgets: [{ location: 'invoice.details.sidebar', url: '/app/widget.html' }] },
  };
  packWidget('books', 'https://js.zohostatic.com/zohofinance/v1/zf_sdk.js', finance);
  packWidget('crm', 'https://live.zwidgets.com/js-sdk/1.2/ZohoEmbededAppSDK.min.js', {});
  packWidget(
    'desk',
    'https://js.zohostatic.com/support/developer_sdk/v1/js/ZohoDeskClientSDK.min.js',
    {
      connectors: [{ connectionLinkName: 'tallybridgeapi' }],
      whiteListedDomains: [new URL(PACKED_API).origin],
    },
  );
  hosts = await startHosts({
    clock: new SandboxClock(),
    ports: { pages: 0, widget: 0 },
    widgetDist: folder,
    functionsBase,
    booksApiUrl: 'http://127.0.0.1:9/books/v3',
    read: async () => undefined,
    tokenKey,
    installation: 'test',
    organization: {
      name: 'Test',
      booksOrganizationId: '1',
      crmOrgId: '2',
      deskOrgId: '3',
      timeZone: 'UTC',
    },
    members: [
      { id: '11', name: 'Accounts Clerk', email: 'agent@example.com', role: 'agent' },
      { id: '12', name: 'Sales Assistant', email: 'viewer@example.com', role: 'viewer' },
    ],
  });
});

afterAll(async () => {
  await hosts.close();
  functions.close();
  rmSync(folder, { recursive: true });
});

beforeEach(() => {
  seen = [];
  answer = { status: 200, body: '{"payments":[]}' };
  hosts.faults.clear();
});

function proxied(request: object, cookie = ''): Promise<Response> {
  return fetch(`${hosts.url}/proxy`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({
      product: 'books',
      connection: 'tallybridge_api',
      url: `${functionsBase}/api/panel`,
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"host":"books"}',
      ...request,
    }),
  });
}

describe('the proxy of the host pages', () => {
  test('Books wraps the body as a string and the browser sees no token', async () => {
    const reply = await proxied({});
    const text = await reply.text();
    expect(JSON.parse(text)).toEqual({
      settled: 'resolved',
      value: {
        code: 0,
        message: 'success',
        data: { body: '{"payments":[]}', status_code: 200 },
      },
    });
    const [call] = seen;
    expect(call).toMatchObject({ url: '/server/api/panel', body: '{"host":"books"}' });
    const { payload } = await jwtVerify(call?.token ?? '', Buffer.from(tokenKey, 'base64'), {
      issuer: 'tallybridge',
      audience: 'staff',
    });
    expect(payload).toMatchObject({ sub: '11', role: 'agent', ins: 'test', org: '1' });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBeLessThanOrEqual(3600);
    expect(text + JSON.stringify([...reply.headers])).not.toContain(call?.token);
  });

  test('the person chosen on the page is the one in the token', async () => {
    await proxied({}, 'host_role=viewer');
    const { payload } = await jwtVerify(seen[0]?.token ?? '', Buffer.from(tokenKey, 'base64'));
    expect(payload).toMatchObject({ sub: '12', role: 'viewer' });
  });

  test('Desk answers JSON in JSON in JSON, and rejects with that string what our api refuses', async () => {
    const desk = { product: 'desk', connection: 'tallybridgeapi' };
    const good = (await (await proxied(desk)).json()) as { settled: string; value: string };
    expect(good.settled).toBe('resolved');
    const response = JSON.parse(good.value).response as string;
    expect(JSON.parse(JSON.parse(response).statusMessage)).toEqual({ payments: [] });
    answer = { status: 403, body: '{"error":{"code":"not-allowed"}}' };
    const bad = (await (await proxied(desk)).json()) as { settled: string; value: string };
    expect(bad.settled).toBe('rejected');
    expect(JSON.parse(bad.value)).toMatchObject({ statusCode: 403 });
  });

  test('CRM wraps the body in details.statusMessage', async () => {
    const reply = await proxied({ product: 'crm' });
    expect(await reply.json()).toMatchObject({
      settled: 'resolved',
      value: { code: 'SUCCESS', details: { statusMessage: '{"payments":[]}', status: 'true' } },
    });
  });

  test('an unknown connection, a foreign address and a broken answer are rejected with plain values', async () => {
    const unknown = await (await proxied({ connection: 'other' })).json();
    expect(unknown).toEqual({
      settled: 'rejected',
      value: 'The connection other does not exist.',
    });
    const foreign = await proxied({
      product: 'desk',
      connection: 'tallybridgeapi',
      url: 'https://example.org/x',
    });
    expect(await foreign.json()).toEqual({
      settled: 'rejected',
      value: 'No entry found in plugin-manifest whiteListedDomains for requested URL',
    });
    expect(seen).toEqual([]);
    hosts.faults.arm({ mode: 'bad-gateway', path: '/proxy' });
    expect((await proxied({})).status).toBe(502);
  });

  test('a call of the wrong shape never settles', async () => {
    const pending = fetch(`${hosts.url}/proxy`, {
      method: 'POST',
      body: '{"product":"books"}',
      signal: AbortSignal.timeout(60),
    });
    await expect(pending).rejects.toThrow('aborted');
  });
});

describe('the server of the widget files', () => {
  test('the packed page runs with the stand-in SDK, our api and the content policy of Zoho', async () => {
    const page = await fetch(`${hosts.widgetUrl}/books/app/widget.html`);
    expect(page.headers.get('content-security-policy')).toContain(
      'connect-src https://*.zohostatic.com',
    );
    const html = await page.text();
    expect(html).toContain('src="/sdk/books.js" defer');
    expect(html).toContain(`content="${functionsBase}/api"`);
    const sdk = await (await fetch(`${hosts.widgetUrl}/sdk/books.js`)).text();
    expect(sdk).toContain('ZFAPPS');
  });

  test('nothing outside a package is served', async () => {
    for (const path of ['/books/plugin-manifest.json', '/books/app/%2e%2e/plugin-manifest.json']) {
      expect((await fetch(hosts.widgetUrl + path)).status).toBe(404);
    }
  });
});
