// A company with every kind of secret, connected the way that an administrator connects it, over a store in memory.
import { createSecrets } from '../../../../functions/core/connectors/system/sealed-secrets.ts';
import type { ConnectionRequest } from '../../../../functions/core/contract/connection.ts';
import type { Actor } from '../../../../functions/core/domain/role.ts';
import { connectCompany } from '../../../../functions/core/steps/connect/connect-company.ts';
import {
  createMemoryStore,
  type Interceptor,
} from '../../../../functions/core/store/memory-store.ts';
import { INSTALLATION } from '../fake-transactions.ts';
import { createWorld } from '../world.ts';

export const ADMIN: Actor = { userId: 'u-admin', name: 'Admin', role: 'admin' };
export const MASTER_KEY = Buffer.alloc(32, 1).toString('base64');

/** Each of them a text that stands nowhere else. */
export const SECRETS = {
  zohoClient: 'zoho-client-secret-a7629b8ad5f93b4a',
  zohoRefresh: '1000.zoho-refresh-token-e8a1.77aa',
  gateway: Buffer.from('gateway-shared-secret-of-the-mid').toString('base64'),
  gatewayWebhook: Buffer.alloc(32, 3).toString('base64'),
  shopKey: 'ck_a8b4c2c709c527cc18a8',
  shopSecret: 'cs_459f60fd8126a999291d',
  shopWebhook: 'shop-webhook-secret-b657644901e6',
  books: 'booksWorkflowSecret0815',
  slack: 'https://hooks.slack.test/services/T0/B0/slack-channel-key',
  channel: 'whsec_Y2hhbm5lbC1zaWduaW5nLXNlY3JldC1vZi1vdXJz',
} as const;

export function connectionWith(secrets: Readonly<Record<keyof typeof SECRETS, string>> = SECRETS) {
  return {
    name: 'Test company',
    timeZone: 'UTC',
    zoho: {
      accountsUrl: 'https://accounts.zoho.eu',
      apiUrl: 'https://www.zohoapis.eu',
      deskUrl: 'https://desk.zoho.eu',
      clientId: '1000.CLIENT',
      clientSecret: secrets.zohoClient,
      refreshToken: secrets.zohoRefresh,
      booksOrganizationId: '11',
      crmOrgId: '22',
      deskOrgId: '33',
    },
    gateway: { url: 'https://g.example.com', host: 'g.example.com', authentication: 'jwt' },
    merchants: [
      {
        merchantId: 'mid_usd',
        keyId: 'gateway-key-id',
        secret: secrets.gateway,
        currencies: ['USD'],
        clearingAccounts: { USD: '1' },
        webhookKeys: [{ keyId: 'hook-1', key: secrets.gatewayWebhook }],
      },
    ],
    shop: {
      url: 'https://shop.example.com',
      consumerKey: secrets.shopKey,
      consumerSecret: secrets.shopSecret,
      webhookSecret: secrets.shopWebhook,
    },
    channels: [
      { name: 'finance', kind: 'slack', address: secrets.slack },
      {
        name: 'program',
        kind: 'webhook',
        address: 'https://p.example.com',
        secret: secrets.channel,
      },
    ],
    doors: { financeSecret: secrets.books, hooksUrl: 'https://us.example.com/server/hooks' },
  } satisfies ConnectionRequest;
}

export async function wholeCompany(options: { readonly intercept?: Interceptor } = {}) {
  const store = createMemoryStore(options.intercept);
  const world = createWorld({ store });
  const secrets = createSecrets(MASTER_KEY);
  const ports = { ...world.ports, secrets };
  const connected = await connectCompany(ports, INSTALLATION, ADMIN, connectionWith());
  if (!connected.ok) throw new Error(connected.problem.code);
  const row = async () => {
    const found = await store.find('Installations', 'installation_key', INSTALLATION);
    if (found === undefined) throw new Error('the installation is there');
    return found;
  };
  return { world, store, secrets, ports, row };
}
