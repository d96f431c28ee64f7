// The whole company on free ports: genuine SDK, HTTP and built functions, several instances of each, no timer of its own.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CatalystStandIn, startCatalyst } from '../../sandbox/catalyst/start-catalyst.ts';
import { SandboxClock } from '../../sandbox/clock.ts';
import { type CybersourceStandIn, startCybersource } from '../../sandbox/cybersource/server.ts';
import { DocumentStore } from '../../sandbox/document-store.ts';
import { functionsDir } from '../../sandbox/setup/builds.ts';
import {
  type CompanyCurrency,
  clearingAccountName,
  companyCurrencies,
  connectionScopes,
  company as facts,
  GATEWAY_HOST,
} from '../../sandbox/setup/company-facts.ts';
import { connectCompany } from '../../sandbox/setup/connect-company.ts';
import { type Credentials, loadCredentials } from '../../sandbox/setup/credentials.ts';
import { identityOf } from '../../sandbox/setup/identity.ts';
import { staffMember } from '../../sandbox/setup/staff.ts';
import { SetupState } from '../../sandbox/setup/state.ts';
import { type ShopStandIn, startShop } from '../../sandbox/woocommerce/shop.ts';
import { startZoho, type ZohoStandIn } from '../../sandbox/zoho/start-zoho.ts';

export interface Company {
  readonly dataDir: string;
  readonly clock: SandboxClock;
  readonly credentials: Credentials;
  readonly catalyst: CatalystStandIn;
  readonly cybersource: CybersourceStandIn;
  readonly zoho: ZohoStandIn;
  readonly shop: ShopStandIn;
  /** Books account ids. */
  readonly clearingAccounts: Readonly<Record<CompanyCurrency, string>>;
  close(): Promise<void>;
}

/** The most that a connection may name: here the limits of Zoho are not what is tested. */
const NO_BUDGET = 100_000;
const FUNCTIONS = ['api', 'hooks', 'worker', 'timer'];
const INSTANCES = { api: 3, hooks: 2, worker: 2 };

/** Started and connected as an administrator would, webhooks included. */
export async function startCompany(): Promise<Company> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tallybridge-battery-'));
  const clock = new SandboxClock();
  const credentials = loadCredentials(dataDir);
  const { merchants } = credentials;
  const zoho = await startZoho({
    clock,
    dataDir,
    ports: { accounts: 0, api: 0, desk: 0 },
    client: { clientId: credentials.zohoClientId, clientSecret: credentials.zohoClientSecret },
    organization: facts,
    budgetsOff: true,
  });
  const cybersource = await startCybersource({
    clock,
    dataDir,
    port: 0,
    expectedHost: GATEWAY_HOST,
    merchants: companyCurrencies.map((currency) => ({ ...merchants[currency], currency })),
  });
  const { consumerKey, consumerSecret } = shopKeys(credentials);
  const gateway = { url: cybersource.url, host: GATEWAY_HOST, merchants };
  const shop = await startShop({ clock, dataDir, port: 0, consumerKey, consumerSecret, gateway });
  const catalyst = await startFunctions(clock, dataDir, credentials, zoho);
  const clearingAccounts = accountsOf(zoho);
  const setup = new DocumentStore(':memory:', 'setup');
  const state = new SetupState(setup);
  // The battery runs the timer itself: a minute of real time must not change what is tested.
  state.add({ timerScheduled: true });
  await connectCompany({
    clock,
    credentials,
    catalyst,
    cybersource,
    shop,
    zoho: {
      accountsUrl: zoho.accounts.url,
      apiUrl: zoho.api.url,
      deskUrl: zoho.desk.url,
      refreshToken: zoho.refreshToken(staffMember('admin').email, connectionScopes),
      callsPerMinute: NO_BUDGET,
    },
    clearingAccounts,
    state,
  });
  setup.close();
  await untilActive(cybersource);
  return {
    ...{ dataDir, clock, credentials, catalyst, cybersource, zoho, shop, clearingAccounts },
    close: async () => {
      await catalyst.close();
      await Promise.all([shop.close(), cybersource.close(), zoho.close()]);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function shopKeys({ shopConsumerKey, shopConsumerSecret }: Credentials) {
  return { consumerKey: shopConsumerKey, consumerSecret: shopConsumerSecret };
}

/** Copies, so that a build during the run changes nothing. */
async function startFunctions(
  clock: SandboxClock,
  dataDir: string,
  credentials: Credentials,
  zoho: ZohoStandIn,
): Promise<CatalystStandIn> {
  const deployed = join(dataDir, 'functions');
  mkdirSync(deployed);
  for (const name of FUNCTIONS) {
    cpSync(join(functionsDir, name), join(deployed, name), {
      recursive: true,
    });
  }
  const env: Record<string, string> = {
    TALLYBRIDGE_MASTER_KEY: credentials.masterKey,
    TALLYBRIDGE_TOKEN_KEY: credentials.tokenKey,
    // The other sides are on this machine.
    TALLYBRIDGE_LOCAL_CHANNELS: 'on',
  };
  const catalyst = await startCatalyst({
    clock,
    dataDir,
    port: 0,
    functionsPort: 0,
    functionsDir: deployed,
    instances: INSTANCES,
    env,
  });
  // No function has started yet, and none of these pages is opened here.
  const hosts = { callbackUrl: 'http://127.0.0.1:9/callback' };
  Object.assign(env, identityOf({ credentials, catalyst, hosts, dataCentres: [zoho] }));
  return catalyst;
}

function accountsOf(zoho: ZohoStandIn): Record<CompanyCurrency, string> {
  const { accounts } = zoho.seedCompany();
  const idOf = (currency: CompanyCurrency) => {
    const id = accounts[clearingAccountName(currency)];
    if (id === undefined) throw new Error(`the books have no clearing account for ${currency}`);
    return id;
  };
  return { USD: idOf('USD'), EUR: idOf('EUR'), JPY: idOf('JPY') };
}

/** The gateway asks our hooks whether they are there before it sends anything. */
async function untilActive(cybersource: CybersourceStandIn): Promise<void> {
  while (cybersource.subscriptions.some(({ status }) => status !== 'ACTIVE')) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
