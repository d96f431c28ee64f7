// The plain page's host: record from the hash, calls by fetch.
import { expect, test } from 'vitest';
import { createStandaloneHost } from '../../../widget/hosts/standalone-host.ts';

function host(hash: string, answer: () => Promise<Response>) {
  const urls: string[] = [];
  const fetch: typeof globalThis.fetch = (input, init) => {
    urls.push(`${init?.method} ${String(input)} ${String(init?.body ?? '')}`.trim());
    return answer();
  };
  const options = { hash, apiBase: '/api', browserLocale: 'en-GB', fetch };
  return { urls, subject: createStandaloneHost(options) };
}

test.each([
  ['#invoice/460000000012345', { kind: 'invoice', id: '460000000012345' }],
  ['#contact', undefined],
  ['', undefined],
])('the hash “%s” is the record %o', async (hash, record) => {
  const { subject } = host(hash, async () => Response.json({}));
  const records: unknown[] = [];
  expect(await subject.ready((one) => records.push(one))).toEqual({
    ok: true,
    value: { locale: 'en-GB', theme: 'auto' },
  });
  expect(records).toEqual([record]);
});

test('it asks the API on its own origin and reads refusals like answers', async () => {
  const body = { error: { code: 'not-signed-in' } };
  const { subject, urls } = host('', async () => Response.json(body, { status: 401 }));
  expect(await subject.request('POST', '/panel', { a: 1 })).toEqual({ ok: true, value: body });
  expect(urls).toEqual(['POST /api/panel {"a":1}']);
});

test('a network that fails is a failure', async () => {
  const { subject } = host('', () => Promise.reject(new TypeError('Failed to fetch')));
  expect(await subject.request('GET', '/installation')).toEqual({
    ok: false,
    why: 'failed',
    detail: 'Failed to fetch',
  });
});
