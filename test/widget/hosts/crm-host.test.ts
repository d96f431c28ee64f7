// CRM: PageLoad, array ids, connections.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createCrmHost, type ZohoCrmSdk } from '../../../widget/hosts/crm-host.ts';
import type { Host } from '../../../widget/hosts/host.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

interface Stage {
  readonly host: Host;
  readonly calls: unknown[];
  pageLoad(data: unknown): void;
}

function stage(invoke: (link: string, options: unknown) => Promise<unknown>): Stage {
  const calls: unknown[] = [];
  let handler: (data: unknown) => void = () => {};
  const sdk: ZohoCrmSdk = {
    embeddedApp: {
      on: (_, listener) => {
        calls.push('on');
        handler = listener;
      },
      init: () => {
        calls.push('init');
        return Promise.resolve();
      },
    },
    CRM: {
      CONFIG: { getCurrentUser: async () => ({ users: [{ locale: 'fr_FR' }] }) },
      CONNECTION: {
        invoke: (link, options) => {
          calls.push([link, options]);
          return invoke(link, options);
        },
      },
      UI: { Resize: () => undefined },
    },
  };
  const host = createCrmHost({
    sdk: () => sdk,
    apiBase: 'https://example.com/server/api',
    browserLocale: 'en-US',
  });
  return { host, calls, pageLoad: (data) => handler(data) };
}

const noAnswer = async () => ({});

async function recordOn(page: unknown) {
  const { host, pageLoad, calls } = stage(noAnswer);
  const records: unknown[] = [];
  const waiting = host.ready((record) => records.push(record));
  await vi.advanceTimersByTimeAsync(0);
  expect(calls.slice(0, 2)).toEqual(['on', 'init']);
  pageLoad(page);
  await vi.runAllTimersAsync();
  return { ...(await waiting), records };
}

test.each([
  [
    { Entity: 'Contacts', EntityId: '554023000000' },
    { kind: 'contact', id: '554023000000' },
  ],
  [
    { Entity: 'Accounts', EntityId: ['1'] },
    { kind: 'account', id: '1' },
  ],
  [
    { Entity: 'Deals', EntityId: '7' },
    { kind: 'deal', id: '7' },
  ],
  [{ Entity: 'Contacts', EntityId: ['1', '2'] }, undefined],
  [{ Entity: 'Leads', EntityId: '1' }, undefined],
  [{}, undefined],
  [undefined, undefined],
])('the page %o is the record %o', async (page, record) => {
  expect(await recordOn(page)).toEqual({
    ok: true,
    value: { locale: 'fr-FR', theme: 'auto' },
    records: [record],
  });
});

test('a page that never loads ends as a time-out', async () => {
  const { host } = stage(noAnswer);
  const waiting = host.ready();
  await vi.runAllTimersAsync();
  expect(await waiting).toMatchObject({ ok: false, why: 'time-out' });
});

test('a second PageLoad is another record', async () => {
  const { host, pageLoad } = stage(noAnswer);
  const told: unknown[] = [];
  host.onRecordChange((record) => told.push(record));
  const waiting = host.ready();
  await vi.advanceTimersByTimeAsync(0);
  pageLoad({ Entity: 'Contacts', EntityId: '1' });
  pageLoad({ Entity: 'Contacts', EntityId: '2' });
  await vi.runAllTimersAsync();
  await waiting;
  expect(told).toEqual([{ kind: 'contact', id: '2' }]);
});

test.each([
  ['an object', { error: { code: 'not-allowed' } }],
  ['a string', '{"error":{"code":"not-allowed"}}'],
])('a status message that is %s is read', async (_, statusMessage) => {
  const { host, calls } = stage(async () => ({
    code: 'SUCCESS',
    details: { statusMessage, status: 'false' },
  }));
  expect(await host.request('POST', '/refunds', { a: 1 })).toEqual({
    ok: true,
    value: { error: { code: 'not-allowed' } },
  });
  expect(calls).toEqual([
    [
      'tallybridge_api',
      {
        url: 'https://example.com/server/api/refunds',
        method: 'POST',
        param_type: 2,
        parameters: { a: 1 },
        headers: { 'Content-Type': 'application/json' },
      },
    ],
  ]);
});

test('a refusing proxy is a failure with its words', async () => {
  const refusal = { code: 'INVALID_REQUEST', details: {}, message: 'no', status: 'error' };
  const { host } = stage(() => Promise.reject(refusal));
  const outcome = await host.request('POST', '/panel', {});
  expect(outcome).toMatchObject({ ok: false, why: 'failed' });
  expect(JSON.stringify(outcome)).toContain('INVALID_REQUEST');
});
