// Desk: strings in strings, rejections that carry answers, and requests that never end.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDeskHost, type ZohoDeskSdk } from '../../../widget/hosts/desk-host.ts';
import type { Host } from '../../../widget/hosts/host.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const requests: unknown[] = [];

function host(changes: Partial<ZohoDeskSdk> = {}, hasTicket = true): Host {
  requests.length = 0;
  const sdk: ZohoDeskSdk = {
    extension: {
      onload: async () => ({
        locale: 'en_GB',
        instance: { on: () => undefined },
      }),
    },
    get: async () => ({ ticket: { id: '1892000000042034' }, status: 'success' }),
    request: async (options) => {
      requests.push(options);
      return wrapped(200, { payments: [] });
    },
    invoke: () => undefined,
    notify: () => undefined,
    ...changes,
  };
  return createDeskHost({
    sdk: () => sdk,
    apiBase: 'https://example.com/server/api',
    browserLocale: 'en-US',
    hasTicket,
  });
}

/** As Desk's proxy answers: a string with a string with a string. */
function wrapped(statusCode: number, body: object): string {
  const statusMessage = JSON.stringify(body);
  return JSON.stringify({
    statusCode,
    response: JSON.stringify({ status: 'true', statusMessage }),
  });
}

test('a ticket page names its ticket and locale', async () => {
  const onRecord = vi.fn();
  expect(await host().ready(onRecord)).toEqual({
    ok: true,
    value: { locale: 'en-GB', theme: 'auto' },
  });
  expect(onRecord.mock.calls).toEqual([[{ kind: 'ticket', id: '1892000000042034' }]]);
});

test('the preference page asks for no ticket', async () => {
  const get = vi.fn();
  const onRecord = vi.fn();
  expect(await host({ get }, false).ready(onRecord)).toMatchObject({ ok: true });
  expect(onRecord.mock.calls).toEqual([[undefined]]);
  expect(get).not.toHaveBeenCalled();
});

test('an answer is unwrapped from all its strings', async () => {
  expect(await host().request('POST', '/panel', { host: 'desk' })).toEqual({
    ok: true,
    value: { payments: [] },
  });
  expect(requests).toEqual([
    {
      url: 'https://example.com/server/api/panel',
      type: 'POST',
      headers: { 'Content-Type': 'application/json' },
      data: {},
      postBody: { host: 'desk' },
      connectionLinkName: 'tallybridgeapi',
    },
  ]);
});

test('our own refusal inside a rejection is an answer', async () => {
  const body = { error: { code: 'session-expired', message: 'Expired.', next: 'Reload.' } };
  const subject = host({ request: () => Promise.reject(wrapped(401, body)) });
  expect(await subject.request('POST', '/panel', {})).toEqual({ ok: true, value: body });
});

test.each([
  ['a string', 'No entry found in plugin-manifest whiteListedDomains for requested URL'],
  ['an object', { errMsg: 'refused' }],
  ['nothing', undefined],
  ['an error', new Error('refused')],
])('a rejection with %s is a failure', async (_, reason) => {
  const subject = host({ request: () => Promise.reject(reason) });
  expect(await subject.request('POST', '/panel', {})).toMatchObject({ ok: false, why: 'failed' });
});

test.each([
  ['a page', '<html>Bad gateway</html>'],
  ['an empty string', ''],
  ['null', null],
  ['a number', 7],
])('%s instead of JSON is a failure', async (_, answer) => {
  const subject = host({ request: async () => answer });
  expect(await subject.request('POST', '/panel', {})).toMatchObject({ ok: false, why: 'failed' });
});

test('a request that never ends is a time-out', async () => {
  const subject = host({ request: () => new Promise(() => {}) });
  const waiting = subject.request('POST', '/refunds', {});
  await vi.advanceTimersByTimeAsync(44_000);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await waiting).toMatchObject({ ok: false, why: 'time-out' });
});
