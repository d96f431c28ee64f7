// The host pages' proxy: envelopes of each product, the package's rules, and who holds the token.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PageWalker } from '../../sandbox/setup/page-walker.ts';
import { type HostsStage, openHostsStage } from './hosts-stage.ts';

let stage: HostsStage;
let agent: PageWalker;

beforeAll(async () => {
  stage = await openHostsStage();
  agent = await stage.personIn('agent@example.com', 'books', 'crm', 'desk');
});

afterAll(() => stage.close());

beforeEach(() => {
  stage.seen.length = 0;
  stage.answer = { status: 200, body: '{"payments":[]}' };
  stage.hosts.faults.clear();
});

function proxied(request: object, walker = agent): Promise<Response> {
  return walker.post(`${stage.hosts.url}/proxy`, {
    product: 'books',
    connection: 'tallybridge_api',
    url: `${stage.functionsBase}/api/panel`,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Tallybridge-Token': 'made up' },
    body: '{"host":"books"}',
    ...request,
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
    const [call] = stage.seen;
    expect(call).toMatchObject({ path: '/server/api/panel', body: '{"host":"books"}' });
    expect(stage.service.isValid(call?.token ?? '')).toBe(true);
    expect(text + JSON.stringify([...reply.headers])).not.toContain(call?.token);
  });

  test('Desk answers JSON in JSON in JSON, and rejects with that string what our api refuses', async () => {
    const desk = { product: 'desk', connection: 'tallybridgeapi' };
    const good = (await (await proxied(desk)).json()) as { settled: string; value: string };
    expect(good.settled).toBe('resolved');
    const response = JSON.parse(good.value).response as string;
    expect(JSON.parse(JSON.parse(response).statusMessage)).toEqual({ payments: [] });
    stage.answer = { status: 403, body: '{"error":{"code":"not-allowed"}}' };
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
    expect(stage.seen).toEqual([]);
    stage.hosts.faults.arm({ mode: 'bad-gateway', path: '/proxy' });
    expect((await proxied({})).status).toBe(502);
  });

  test('a browser in which nobody is signed in gets nothing through', async () => {
    const answer = await fetch(`${stage.hosts.url}/proxy`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        product: 'books',
        connection: 'tallybridge_api',
        url: `${stage.functionsBase}/api/panel`,
        method: 'GET',
        headers: {},
      }),
    });
    expect(await answer.json()).toMatchObject({ settled: 'rejected' });
    expect(stage.seen).toEqual([]);
  });

  test('a call of the wrong shape never settles', async () => {
    const pending = fetch(`${stage.hosts.url}/proxy`, {
      method: 'POST',
      body: '{"product":"books"}',
      signal: AbortSignal.timeout(60),
    });
    await expect(pending).rejects.toThrow('aborted');
  });
});

describe('the server of the widget files', () => {
  test('the packed page runs with the stand-in SDK, our api and the content policy of Zoho', async () => {
    const { hosts, functionsBase } = stage;
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
      expect((await fetch(stage.hosts.widgetUrl + path)).status).toBe(404);
    }
  });
});
