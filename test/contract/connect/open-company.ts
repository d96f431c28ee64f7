// A company that nobody has set up yet, between the stand-ins that it is to be joined to.
import { randomBytes, randomUUID } from 'node:crypto';
import { createCompanies } from '../../../functions/core/compose/companies.ts';
import { createSetups } from '../../../functions/core/compose/setups.ts';
import { createSecrets } from '../../../functions/core/connectors/system/sealed-secrets.ts';
import { createFetchTransport } from '../../../functions/core/connectors/transport/fetch-transport.ts';
import { guardTransport } from '../../../functions/core/connectors/transport/guarded-transport.ts';
import type { InstallationId } from '../../../functions/core/domain/ids.ts';
import { problem } from '../../../functions/core/domain/problem.ts';
import { ok, refused } from '../../../functions/core/domain/result.ts';
import type { Actor } from '../../../functions/core/domain/role.ts';
import { changeInstallation } from '../../../functions/core/steps/connect/installation-record.ts';
import { connectionScopes } from '../../../functions/core/steps/identity/zoho-scopes.ts';
import { createMemoryStore } from '../../../functions/core/store/memory-store.ts';
import { SandboxClock } from '../../sandbox/clock.ts';
import { startCybersource } from '../../sandbox/cybersource/server.ts';
import { startShop } from '../../sandbox/woocommerce/shop.ts';
import { startZoho } from '../../sandbox/zoho/start-zoho.ts';
import { startReceiver } from '../cybersource/receiver.ts';

export const INSTALLATION = 'inst-1' as InstallationId;
export const admin: Actor = { userId: 'u-1', name: 'An Administrator', role: 'admin' };
export const agent: Actor = { userId: 'u-2', name: 'An Agent', role: 'agent' };
const client = { clientId: '1000.SANDBOX', clientSecret: 'not-a-secret' };
export const organization = {
  booksOrganizationId: '10234695',
  crmOrgId: '55000000',
  deskOrgId: '642345678',
};
const shopKeys = { consumerKey: 'ck_test', consumerSecret: 'cs_test' };

const newMerchant = (merchantId: string, currency: string) => ({
  merchantId,
  keyId: randomUUID(),
  secret: randomBytes(32).toString('base64'),
  currency,
});
export const sandboxMerchant = newMerchant('acme_usd', 'USD');
export const liveMerchant = newMerchant('acme_live', 'USD');

export type OpenCompany = Awaited<ReturnType<typeof openCompany>>;

/** Two gateways: a key of the one is worth nothing in the other. */
export async function openCompany() {
  const clock = new SandboxClock();
  const dataDir = ':memory:';
  const zoho = await startZoho({
    clock,
    dataDir,
    ports: { accounts: 0, api: 0, desk: 0 },
    client,
    organization: { ...organization, timeZone: 'America/New_York' },
    budgetsOff: true,
  });
  const startGateway = (merchant: typeof sandboxMerchant, expectedHost: string) =>
    startCybersource({
      clock,
      dataDir,
      port: 0,
      merchants: [merchant],
      expectedHost,
      retryMinuteMs: 20,
    });
  const sandbox = await startGateway(sandboxMerchant, 'apitest.cybersource.com');
  const live = await startGateway(liveMerchant, 'api.cybersource.com');
  const keys = { ...sandboxMerchant, host: 'apitest.cybersource.com' };
  const shop = await startShop({
    clock,
    dataDir,
    port: 0,
    ...shopKeys,
    gateway: {
      url: sandbox.url,
      host: 'apitest.cybersource.com',
      merchants: { USD: keys, EUR: keys, JPY: keys },
    },
  });
  const hooks = await startReceiver();
  const store = createMemoryStore();
  const log = { info() {}, warn() {}, error() {} };
  const random = { bytes: (count: number) => randomBytes(count) };
  const secrets = createSecrets(Buffer.alloc(32, 1).toString('base64'));
  const transport = guardTransport(createFetchTransport());
  let isSenderVerified = true;
  const base = { store, clock, random, secrets, log, transport, priority: 'person' } as const;
  const mailer = {
    send: async ({ to }: { readonly to: readonly string[] }) =>
      isSenderVerified
        ? ok(undefined)
        : refused(problem('channel-refused', 'fix-input', { channel: to.join(), detail: 'no' })),
  };
  const companies = createCompanies({ ...base, mailer });
  const gatewayUrls = { sandbox: sandbox.url, live: live.url };
  const setups = createSetups({ ...base, testTransport: createFetchTransport(), gatewayUrls });
  const ports = { ...base, companies, setups };
  return {
    ports,
    clock,
    zoho,
    sandbox,
    live,
    shop,
    hooks,
    verifySender(verified: boolean) {
      isSenderVerified = verified;
    },
    /** What the sign-in with Zoho leaves behind. */
    async signIn(scopes = connectionScopes(['books', 'crm', 'desk'])) {
      const refreshToken = zoho.refreshToken('admin@example.com', scopes);
      await changeInstallation(ports, INSTALLATION, ({ settings, secrets: sealed }) => ({
        settings: {
          ...settings,
          zoho: {
            ...settings.zoho,
            accountsUrl: zoho.accounts.url,
            apiUrl: zoho.api.url,
            deskUrl: zoho.desk.url,
            clientId: client.clientId,
            scopes,
          },
        },
        secrets: {
          ...sealed,
          zohoClientSecret: client.clientSecret,
          zohoRefreshToken: refreshToken,
        },
      }));
      return refreshToken;
    },
    async close() {
      await Promise.all([zoho.close(), sandbox.close(), live.close(), shop.close(), hooks.close()]);
    },
  };
}
