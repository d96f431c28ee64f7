// Books and Inventory: record, locale, proxied calls, and an SDK that misbehaves as the real one does.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createBooksHost, type ZohoFinanceSdk } from '../../../widget/hosts/books-host.ts';
import type { Host } from '../../../widget/hosts/host.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const never = new Promise<never>(() => {});
const requests: unknown[] = [];
let handlers: Record<string, () => unknown>;
let sdk: { -readonly [K in keyof ZohoFinanceSdk]: ZohoFinanceSdk[K] };
let values: Record<string, Promise<unknown>>;

beforeEach(() => {
  requests.length = 0;
  handlers = {};
  values = {
    invoice: Promise.resolve({ invoice: { invoice_id: '460000000012345' } }),
    contact: never,
    organization: Promise.resolve({ organization: { language_code: 'de' } }),
  };
  sdk = {
    extension: {
      init: async () => ({
        instance: {
          on: (event: string, handler: () => unknown) => {
            handlers[event] = handler;
          },
        },
      }),
    },
    get: (key) => values[key] ?? never,
    request: async (options) => {
      requests.push(options);
      return { code: 0, message: 'success', data: { body: '{"payments":[]}' } };
    },
    invoke: () => never,
  };
});

function host(inModal = false): Host {
  return createBooksHost({
    kind: 'books',
    sdk: () => sdk,
    apiBase: 'https://example.com/server/api',
    browserLocale: 'en-US',
    inModal,
    rootStyle: { length: 0, getPropertyValue: () => '' } as unknown as CSSStyleDeclaration,
  });
}

async function ready(inModal = false) {
  const records: unknown[] = [];
  const waiting = host(inModal).ready((record) => records.push(record));
  await vi.runAllTimersAsync();
  return { ...(await waiting), records };
}

test('an invoice page names its invoice and the organization’s language', async () => {
  expect(await ready()).toEqual({
    ok: true,
    value: { locale: 'de', theme: 'auto' },
    records: [{ kind: 'invoice', id: '460000000012345' }],
  });
});

test('the invoice is named without waiting for the organization’s language', async () => {
  values.organization = never;
  const records: unknown[] = [];
  const waiting = host().ready((record) => records.push(record));
  await vi.advanceTimersByTimeAsync(0);
  expect(records).toEqual([{ kind: 'invoice', id: '460000000012345' }]);
  await vi.runAllTimersAsync();
  expect(await waiting).toMatchObject({ value: { locale: 'en-US' } });
});

test('a customer page is found although asking it for an invoice never ends', async () => {
  values.invoice = never;
  values.contact = Promise.resolve({ contact: { contact_id: 460_000 } });
  expect(await ready()).toMatchObject({ records: [{ kind: 'contact', id: '460000' }] });
});

test('an invoice that comes a little later than its customer is still the record', async () => {
  values.contact = Promise.resolve({ contact: { contact_id: '1' } });
  const late = new Promise((resolve) => setTimeout(resolve, 100));
  values.invoice = late.then(() => ({ invoice: { invoice_id: '2' } }));
  expect(await ready()).toMatchObject({ records: [{ kind: 'invoice', id: '2' }] });
});

test('a list page has no record', async () => {
  values.invoice = Promise.reject('No such property');
  values.contact = Promise.resolve({});
  expect(await ready()).toMatchObject({ ok: true, records: [undefined] });
});

test('the settings page asks for no record', async () => {
  const get = vi.spyOn(sdk, 'get');
  expect(await ready(true)).toMatchObject({ ok: true, records: [undefined] });
  expect(get.mock.calls).toEqual([['organization']]);
});

test('outside Zoho the SDK never registers: that ends as a time-out', async () => {
  sdk.extension.init = () => never;
  expect(await ready()).toMatchObject({ ok: false, why: 'time-out' });
});

test('an SDK that did not load is a failure, not an exception', async () => {
  const broken = createBooksHost({
    kind: 'inventory',
    sdk: () => {
      throw new ReferenceError('ZFAPPS is not defined');
    },
    apiBase: 'https://example.com/server/api',
    browserLocale: 'en-US',
    inModal: false,
    rootStyle: { length: 0 } as unknown as CSSStyleDeclaration,
  });
  expect(await broken.ready()).toMatchObject({ why: 'failed', detail: 'ZFAPPS is not defined' });
  expect(await broken.request('POST', '/panel', {})).toMatchObject({ ok: false, why: 'failed' });
});

test('a call goes through the connection with a raw JSON body', async () => {
  expect(await host().request('POST', '/panel', { host: 'books' })).toEqual({
    ok: true,
    value: { payments: [] },
  });
  expect(requests).toEqual([
    {
      url: 'https://example.com/server/api/panel',
      method: 'POST',
      header: [{ key: 'Content-Type', value: 'application/json' }],
      connection_link_name: 'tallybridge_api',
      body: { mode: 'raw', raw: '{"host":"books"}' },
    },
  ]);
});

test('a call without a body sends none', async () => {
  await host().request('GET', '/installation');
  expect(requests[0]).not.toHaveProperty('body');
});

test('another invoice in the same frame is told', async () => {
  const subject = host();
  const told: unknown[] = [];
  subject.onRecordChange((record) => told.push(record));
  const waiting = subject.ready();
  await vi.runAllTimersAsync();
  await waiting;
  values.invoice = Promise.resolve({ invoice: { invoice_id: '2' } });
  handlers.ON_INVOICE_CHANGE?.();
  await vi.runAllTimersAsync();
  expect(told).toEqual([{ kind: 'invoice', id: '2' }]);
});

test('the host’s Save runs our handler and passes its verdict on', async () => {
  const subject = host(true);
  subject.onSettingsSave(async () => ({ prevent_save: true, message: 'Not yet.' }));
  const waiting = subject.ready();
  await vi.runAllTimersAsync();
  await waiting;
  expect(await handlers.ON_SETTINGS_WIDGET_PRE_SAVE?.()).toEqual({
    prevent_save: true,
    message: 'Not yet.',
  });
});
