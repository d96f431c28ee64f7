// Connections of the products: each person authorizes each of them once, tokens are renewed and never seen.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type PageWalker, textOf } from '../../sandbox/setup/page-walker.ts';
import { type HostsStage, openHostsStage } from './hosts-stage.ts';

const MINUTE_MS = 60_000;
const AGENT = 'agent@example.com';

let stage: HostsStage;

beforeEach(async () => {
  stage = await openHostsStage();
});

afterEach(() => stage.close());

async function ask(walker: PageWalker, product = 'books'): Promise<Record<string, unknown>> {
  const answer = await walker.post(`${stage.hosts.url}/proxy`, {
    product,
    connection: product === 'desk' ? 'tallybridgeapi' : 'tallybridge_api',
    url: `${stage.functionsBase}/api/panel`,
    method: 'GET',
    headers: {},
  });
  return (await answer.json()) as Record<string, unknown>;
}

function lastToken(): string {
  return stage.seen.at(-1)?.token ?? '';
}

describe('authorizing', () => {
  test('a call before it is rejected in the words of the product, and the page offers to authorize', async () => {
    const walker = await stage.personIn(AGENT);
    const message = 'The connection tallybridge_api is not authorized by this user.';
    expect(await ask(walker)).toEqual({
      settled: 'rejected',
      value: message,
      authorize: 'tallybridge_api',
    });
    expect(await ask(walker, 'crm')).toMatchObject({
      settled: 'rejected',
      value: { code: 'UNAUTHENTICATED_CONNECTION', message, status: 'error' },
    });
    expect(stage.seen).toEqual([]);
  });

  test('the code goes to the token endpoint with the client in the body, and calls pass', async () => {
    const walker = await stage.personIn(AGENT);
    const list = await walker.open(`${stage.hosts.url}/connections`);
    const done = await walker.press(list, /^Authorize in Books$/);
    expect([done.status, textOf(done.html)]).toEqual([200, expect.stringContaining('Connected')]);
    expect(await ask(walker)).toMatchObject({ settled: 'resolved' });
    expect(stage.service.tokenCalls).toEqual(['authorization_code']);
    expect(done.html).not.toContain(lastToken());
  });

  test('each person and each product has a token of its own', async () => {
    const agent = await stage.personIn(AGENT, 'books', 'desk');
    const viewer = await stage.personIn('viewer@example.com', 'books');
    const tokens: string[] = [];
    for (const [walker, product] of [
      [agent, 'books'],
      [agent, 'desk'],
      [viewer, 'books'],
    ] as const) {
      await ask(walker, product);
      tokens.push(lastToken());
    }
    expect(new Set(tokens).size).toBe(3);
    expect(await ask(viewer, 'desk')).toMatchObject({ authorize: 'tallybridgeapi' });
  });

  test('a refusal of the service is said and nothing is kept', async () => {
    await stage.close();
    stage = await openHostsStage('refuse-me');
    const walker = await stage.personIn(AGENT);
    const back = await walker.open(`${stage.hosts.url}/connections/authorize?product=books`);
    expect([back.status, textOf(back.html)]).toEqual([
      400,
      expect.stringContaining('access_denied'),
    ]);
    expect(await ask(walker)).toMatchObject({ authorize: 'tallybridge_api' });
  });

  test('an answer that was begun by nobody, or by somebody else, is not taken', async () => {
    const { hosts } = stage;
    const agent = await stage.personIn(AGENT);
    const forged = await agent.open(`${hosts.callbackUrl}?code=x&state=made-up`);
    expect(forged.status).toBe(400);
    const begun = await fetch(`${hosts.url}/connections/authorize?product=books`, {
      redirect: 'manual',
    });
    const state = new URL(begun.headers.get('location') ?? '').searchParams.get('state');
    const viewer = await stage.personIn('viewer@example.com');
    const stolen = await viewer.open(`${hosts.callbackUrl}?code=x&state=${state}`);
    expect(textOf(stolen.html)).toContain('was not begun here');
    expect(stage.service.tokenCalls).toEqual([]);
  });

  test('a person who is no user of the product cannot even begin', async () => {
    const walker = await stage.personIn('crm-admin@example.com');
    const books = await walker.open(`${stage.hosts.url}/connections/authorize?product=books`);
    expect(books.status).toBe(404);
    expect(textOf((await walker.open(`${stage.hosts.url}/books/invoices`)).html)).toContain(
      'is no user of this organization',
    );
    expect(await ask(walker)).toMatchObject({ settled: 'rejected' });
  });
});

describe('renewing', () => {
  test('a token is renewed in its last minute, once for all who ask meanwhile', async () => {
    const walker = await stage.personIn(AGENT, 'books');
    await ask(walker);
    const first = lastToken();
    stage.clock.advance(9 * MINUTE_MS + 30_000);
    await Promise.all([ask(walker), ask(walker), ask(walker)]);
    expect(stage.service.tokenCalls).toEqual(['authorization_code', 'refresh_token']);
    expect(lastToken()).not.toBe(first);
    stage.clock.advance(10 * MINUTE_MS);
    expect(await ask(walker)).toMatchObject({ settled: 'resolved' });
  });

  test('when renewing is refused the person is asked to authorize again', async () => {
    const walker = await stage.personIn(AGENT, 'books');
    stage.service.endAll();
    expect(await ask(walker)).toMatchObject({ settled: 'rejected', authorize: 'tallybridge_api' });
    expect(stage.service.tokenCalls).toEqual(['authorization_code', 'refresh_token']);
    await ask(walker);
    expect(stage.service.tokenCalls.length).toBe(2);
  });

  test('when the service is down the authorization is kept', async () => {
    const walker = await stage.personIn(AGENT, 'books');
    stage.clock.advance(10 * MINUTE_MS);
    stage.service.isDown = true;
    expect(await ask(walker)).toEqual({
      settled: 'rejected',
      value: 'Unable to reach the requested URL.',
    });
    stage.service.isDown = false;
    expect(await ask(walker)).toMatchObject({ settled: 'resolved' });
  });
});

test('revoking forgets the tokens here and ends them there', async () => {
  const walker = await stage.personIn(AGENT, 'books');
  const list = await walker.open(`${stage.hosts.url}/connections`);
  await walker.press(list, /^Revoke in Books$/);
  expect(stage.service.revoked.length).toBe(1);
  expect(await ask(walker)).toMatchObject({ authorize: 'tallybridge_api' });
});

test('a deactivated person sees no page and gets nothing through', async () => {
  const walker = await stage.personIn(AGENT, 'books');
  stage.zoho.people.change(AGENT, { isActive: false });
  expect((await walker.open(`${stage.hosts.url}/books/invoices`)).status).toBe(403);
  expect(await ask(walker)).toMatchObject({ settled: 'rejected' });
  expect(stage.seen).toEqual([]);
});
