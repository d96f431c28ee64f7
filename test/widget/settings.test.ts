// The settings page's model and words.
import { expect, test } from 'vitest';
import type { ConnectionView } from '../../functions/core/contract/connection.ts';
import { enSettings } from '../../widget/console/settings/en-settings.ts';
import { gapsOf } from '../../widget/console/settings/gaps.ts';
import { createSettingsModel } from '../../widget/console/settings/settings-model.ts';
import { webhookAddress } from '../../widget/console/settings/webhook-address.ts';
import { fakeHost, ok } from './fake-host.ts';

const connection: ConnectionView = {
  installation: 'inst',
  name: 'Acme Trading',
  state: 'active',
  timeZone: 'UTC',
  zoho: {
    apiUrl: 'https://www.zohoapis.com',
    booksOrganizationId: '1',
    crmOrgId: '2',
    deskOrgId: '3',
  },
  merchants: [
    { merchantId: 'acme', currencies: ['USD'], webhookPath: '/hooks/x', webhookKeyIds: ['k'] },
  ],
  shop: { url: 'https://shop.example.com', webhookPath: '/hooks/y' },
};

test('it reads the installation once and again when the host saves', async () => {
  const host = fakeHost();
  host.answer = () => ok(connection);
  const model = createSettingsModel(host);
  await model.start();
  expect(host.requests).toEqual([{ method: 'GET', path: '/installation', body: undefined }]);
  expect(model.view.value).toEqual({ kind: 'ready', connection });
  expect(await host.save()).toBeUndefined();
  expect(host.requests).toHaveLength(2);
});

test('a refusal and a host without answer are shown, and can be tried again', async () => {
  const host = fakeHost();
  const problem = { code: 'not-connected', message: 'Not connected.', next: 'Set it up.' };
  host.answer = () => ok({ error: problem });
  const model = createSettingsModel(host);
  await model.start();
  expect(model.view.value).toEqual({ kind: 'refused', problem });
  host.answer = () => ok(connection);
  await model.start();
  expect(model.view.value.kind).toBe('ready');
});

test('what is complete has no gaps, what is not is named', () => {
  expect(gapsOf(connection, enSettings)).toEqual([]);
  const { shop, ...withoutShop } = connection;
  expect(shop).toBeDefined();
  const bare = { ...withoutShop, merchants: [] };
  expect(gapsOf(bare, enSettings)).toEqual([enSettings.gaps.noMerchant, enSettings.gaps.noShop]);
  const keyless = {
    ...connection,
    merchants: connection.merchants.map((one) => ({ ...one, currencies: [], webhookKeyIds: [] })),
  };
  expect(gapsOf(keyless, enSettings)).toEqual([
    enSettings.gaps.noCurrency('acme'),
    enSettings.gaps.noWebhookKey('acme'),
  ]);
});

test.each([
  [
    'https://a.example.com/server/api',
    '/hooks/cybersource/i',
    'https://a.example.com/server/hooks/cybersource/i',
  ],
  ['https://a.example.com/server/api', '/server/hooks/i', 'https://a.example.com/server/hooks/i'],
  ['http://127.0.0.1:4602/api', '/hooks/i', 'http://127.0.0.1:4602/hooks/i'],
])('with the API at %s the path %s is %s', (apiBase, path, address) => {
  expect(webhookAddress(apiBase, path)).toBe(address);
});
