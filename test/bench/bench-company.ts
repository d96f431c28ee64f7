// The whole company without request limits: gateway, shop, Zoho, and our functions connected to all of them.
import { join } from 'node:path';
import { SandboxClock } from '../sandbox/clock.ts';
import { type CybersourceStandIn, startCybersource } from '../sandbox/cybersource/server.ts';
import {
  type CompanyCurrency,
  clearingAccountName,
  company,
  companyCurrencies,
  connectionScopes,
  GATEWAY_HOST,
} from '../sandbox/setup/company-facts.ts';
import type { Credentials } from '../sandbox/setup/credentials.ts';
import { staffMember } from '../sandbox/setup/staff.ts';
import { type ShopStandIn, startShop } from '../sandbox/woocommerce/shop.ts';
import { startZoho, type ZohoStandIn } from '../sandbox/zoho/start-zoho.ts';
import { type ConnectedProject, startProject } from './connected-project.ts';
import { newCredentials } from './no-company.ts';

/** The most that a connection may name. */
const NO_BUDGET = 100_000;

export interface BenchCompany extends ConnectedProject {
  readonly clock: SandboxClock;
  readonly credentials: Credentials;
  readonly cybersource: CybersourceStandIn;
  readonly shop: ShopStandIn;
  readonly zoho: ZohoStandIn;
  readonly clearingAccounts: Readonly<Record<CompanyCurrency, string>>;
  close(): Promise<void>;
}

/** On free ports. The timer has no cron and the shop announces nothing: what happens is what the bench starts. */
export async function startBenchCompany(dataDir: string): Promise<BenchCompany> {
  const clock = new SandboxClock();
  const credentials = newCredentials();
  const { merchants } = credentials;
  const zoho = await startZoho({
    clock,
    dataDir,
    ports: { accounts: 0, api: 0, desk: 0 },
    client: { clientId: credentials.zohoClientId, clientSecret: credentials.zohoClientSecret },
    organization: company,
    budgetsOff: true,
  });
  const cybersource = await startCybersource({
    clock,
    dataDir,
    port: 0,
    expectedHost: GATEWAY_HOST,
    merchants: companyCurrencies.map((currency) => ({ ...merchants[currency], currency })),
  });
  const shop = await startShop({
    clock,
    dataDir,
    port: 0,
    consumerKey: credentials.shopConsumerKey,
    consumerSecret: credentials.shopConsumerSecret,
    gateway: { url: cybersource.url, host: GATEWAY_HOST, merchants },
  });
  const accounts = clearingAccounts(zoho);
  const project = await startProject({
    clock,
    dataDir: join(dataDir, 'project'),
    credentials,
    product: ['api', 'hooks', 'worker', 'timer'],
    plain: [],
    company: {
      zoho: {
        accountsUrl: zoho.accounts.url,
        apiUrl: zoho.api.url,
        deskUrl: zoho.desk.url,
        refreshToken: zoho.refreshToken(staffMember('admin').email, connectionScopes),
        callsPerMinute: NO_BUDGET,
      },
      gatewayUrl: cybersource.url,
      clearingAccounts: accounts,
      shop: {
        url: shop.url,
        consumerKey: credentials.shopConsumerKey,
        consumerSecret: credentials.shopConsumerSecret,
        webhookSecret: credentials.shopWebhookSecret,
      },
    },
  });
  return {
    ...project,
    clock,
    credentials,
    cybersource,
    shop,
    zoho,
    clearingAccounts: accounts,
    close: async () => {
      await project.catalyst.close();
      await Promise.all([shop.close(), cybersource.close(), zoho.close()]);
    },
  };
}

function clearingAccounts(zoho: ZohoStandIn): Record<CompanyCurrency, string> {
  const { accounts } = zoho.seedCompany();
  const idOf = (currency: CompanyCurrency) => {
    const id = accounts[clearingAccountName(currency)];
    if (id === undefined) throw new Error(`the books have no clearing account for ${currency}`);
    return id;
  };
  return { USD: idOf('USD'), EUR: idOf('EUR'), JPY: idOf('JPY') };
}
