// Composes the whole company: every stand-in, our functions and the widget, connected and seeded.
import { mkdirSync } from 'node:fs';
import { type CatalystStandIn, startCatalyst } from './catalyst/start-catalyst.ts';
import { SandboxClock } from './clock.ts';
import { startControl } from './control/control.ts';
import { type CybersourceStandIn, startCybersource } from './cybersource/server.ts';
import { DocumentStore } from './document-store.ts';
import { type HostsStandIn, startHosts } from './hosts/hosts.ts';
import type { ReadZoho } from './hosts/zoho-reader.ts';
import { buildIfStale, functionsDir, widgetDist } from './setup/builds.ts';
import {
  type CompanyCurrency,
  clearingAccountName,
  company,
  companyCurrencies,
  connectionScopes,
  GATEWAY_HOST,
  wideScopes,
} from './setup/company-facts.ts';
import { connectCompany } from './setup/connect-company.ts';
import { type Credentials, loadCredentials } from './setup/credentials.ts';
import { describe, type SandboxDescription } from './setup/describe.ts';
import { noticeKeys, noticeSettings } from './setup/notice-channels.ts';
import { backFill, seedConversations, seedPast } from './setup/seed-past.ts';
import { seedUnknownRefund } from './setup/seed-unknown.ts';
import { untilSettled } from './setup/settle.ts';
import { staff, staffMember, staffToken } from './setup/staff.ts';
import { SetupState } from './setup/state.ts';
import { createPageReader } from './setup/zoho-pages.ts';
import { type ShopStandIn, startShop } from './woocommerce/shop.ts';
import { startZoho, type ZohoStandIn } from './zoho/start-zoho.ts';

export interface SandboxOptions {
  /** The front page's port; the stand-ins take the nine after it. 0 takes free ports. */
  readonly port: number;
  readonly dataDir: string;
  /** Give the company a past; true unless said otherwise. */
  readonly seed?: boolean;
  /** Length of a minute of the gateway's retry policies. */
  readonly retryMinuteMs?: number;
  /** Hears of progress in words. */
  readonly say?: (line: string) => void;
}

export interface Sandbox {
  /** The one address. */
  readonly home: string;
  readonly clock: SandboxClock;
  readonly catalyst: CatalystStandIn;
  readonly cybersource: CybersourceStandIn;
  readonly zoho: ZohoStandIn;
  readonly shop: ShopStandIn;
  readonly hosts: HostsStandIn;
  readonly read: ReadZoho;
  /** What sandbox.json answers. */
  description(): Promise<SandboxDescription>;
  /** True once our functions have nothing left to do; false after `timeoutMs`. */
  settled(timeoutMs: number): Promise<boolean>;
  close(): Promise<void>;
}

/** What Zoho allows an organization; the past is brought in at once, so that nobody waits for it. */
const CALLS_PER_MINUTE = 100;
const BACK_FILL_CALLS_PER_MINUTE = 10_000;

type Closer = () => Promise<void> | void;

/** Starts everything and returns once the company is connected, seeded and at rest. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const closers: Closer[] = [];
  const close = async () => {
    for (const closeOne of closers.splice(0).toReversed()) await closeOne();
  };
  try {
    return await compose(options, closers, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function compose(
  options: SandboxOptions,
  closers: Closer[],
  close: () => Promise<void>,
): Promise<Sandbox> {
  const { dataDir, say = () => {} } = options;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const kept = <T extends { close(): Promise<void> | void }>(one: T): T => {
    closers.push(() => one.close());
    return one;
  };
  const clock = new SandboxClock(dataDir);
  const credentials = loadCredentials(dataDir);
  const keys = noticeKeys(credentials);
  const control = kept(await startControl(clock, portOf(options, 0), keys));
  say('Building the functions and the widget…');
  await buildIfStale();
  say('Starting the company…');
  const state = new SetupState(kept(new DocumentStore(dataDir, 'sandbox')));
  const { zoho, cybersource, catalyst, shop } = await startStandIns(
    { options, clock, credentials },
    kept,
  );
  const tokens = zohoTokens(zoho, state);
  const read = createPageReader(zoho);
  const hosts = kept(
    await startHosts({
      clock,
      ports: { pages: portOf(options, 8), widget: portOf(options, 9) },
      widgetDist,
      functionsBase: catalyst.functions.base,
      booksApiUrl: `${zoho.api.url}/books/v3`,
      read,
      tokenKey: credentials.tokenKey,
      installation: company.installation,
      organization: company,
      members: staff,
    }),
  );

  const past = { clock, zoho, shop, cybersource };
  const isNew = options.seed !== false && (await seedPast(past));
  const connect = (callsPerMinute: number) =>
    connectCompany({
      clock,
      credentials,
      catalyst,
      cybersource,
      shop,
      zoho: {
        accountsUrl: zoho.accounts.url,
        apiUrl: zoho.api.url,
        deskUrl: zoho.desk.url,
        refreshToken: tokens.connection,
        callsPerMinute,
      },
      clearingAccounts: clearingAccounts(zoho),
      notices: noticeSettings(control.url, keys),
      state,
    });
  if (isNew) {
    await connect(BACK_FILL_CALLS_PER_MINUTE);
    say('Bringing the payments of the past into the books…');
    await backFill(catalyst, clock);
    await seedConversations(past, read);
    const refund = { clock, catalyst, cybersource };
    const [oldest] = shop.orders().slice(-1);
    const token = await staffToken(clock, credentials, 'agent');
    if (oldest) await seedUnknownRefund({ ...refund, staffToken: token }, oldest.id);
  }
  await connect(CALLS_PER_MINUTE);

  const description = () =>
    describe({
      home: control.url,
      credentials,
      catalyst,
      cybersource,
      zoho: { accounts: zoho.accounts.url, api: zoho.api.url, desk: zoho.desk.url },
      refreshToken: tokens.wide,
      shop,
      hosts,
      read,
    });
  control.ready({
    companyName: company.name,
    links: places(shop, hosts),
    standIns: [cybersource, zoho.accounts, zoho.api, zoho.desk, catalyst, shop, hosts],
    pagesUrl: hosts.url,
    shop,
    gateway: cybersource,
    catalyst,
    read,
    description,
  });
  return {
    home: control.url,
    clock,
    catalyst,
    cybersource,
    zoho,
    shop,
    hosts,
    read,
    description,
    settled: (timeoutMs) => untilSettled(catalyst, clock, timeoutMs),
    close,
  };
}

function portOf({ port }: SandboxOptions, offset: number): number {
  return port === 0 ? 0 : port + offset;
}

interface StandInParts {
  readonly options: SandboxOptions;
  readonly clock: SandboxClock;
  readonly credentials: Credentials;
}

async function startStandIns(
  { options, clock, credentials }: StandInParts,
  kept: <T extends { close(): Promise<void> | void }>(one: T) => T,
) {
  const { dataDir } = options;
  const port = (offset: number) => portOf(options, offset);
  const { merchants, zohoClientId: clientId, zohoClientSecret: clientSecret } = credentials;
  const zoho = kept(
    await startZoho({
      clock,
      dataDir,
      ports: { accounts: port(4), api: port(5), desk: port(6) },
      client: { clientId, clientSecret },
      organization: company,
    }),
  );
  const cybersource = kept(
    await startCybersource({
      clock,
      dataDir,
      port: port(3),
      expectedHost: GATEWAY_HOST,
      merchants: companyCurrencies.map((currency) => ({ ...merchants[currency], currency })),
      ...(options.retryMinuteMs === undefined ? {} : { retryMinuteMs: options.retryMinuteMs }),
    }),
  );
  const catalyst = kept(
    await startCatalyst({
      clock,
      dataDir,
      port: port(1),
      functionsPort: port(2),
      functionsDir,
      env: {
        TALLYBRIDGE_MASTER_KEY: credentials.masterKey,
        TALLYBRIDGE_TOKEN_KEY: credentials.tokenKey,
        // The channels are on this machine.
        TALLYBRIDGE_LOCAL_CHANNELS: 'on',
      },
    }),
  );
  const shop = kept(
    await startShop({
      clock,
      dataDir,
      port: port(7),
      consumerKey: credentials.shopConsumerKey,
      consumerSecret: credentials.shopConsumerSecret,
      gateway: { url: cybersource.url, host: GATEWAY_HOST, merchants },
    }),
  );
  return { zoho, cybersource, catalyst, shop };
}

/** The administrator consents once for each client; the tokens last. */
function zohoTokens(zoho: ZohoStandIn, state: SetupState): { connection: string; wide: string } {
  const { email } = staffMember('admin');
  const { connectionToken, wideToken } = state.steps;
  const connection = connectionToken ?? zoho.refreshToken(email, connectionScopes);
  const wide = wideToken ?? zoho.refreshToken(email, wideScopes);
  state.add({ connectionToken: connection, wideToken: wide });
  return { connection, wide };
}

function clearingAccounts(zoho: ZohoStandIn): Record<CompanyCurrency, string> {
  const accounts = zoho.seed.books.accounts.list();
  const idOf = (currency: CompanyCurrency) => {
    const name = clearingAccountName(currency);
    const found = accounts.find((account) => account.name === name);
    if (found === undefined) throw new Error(`the books have no account ${name}`);
    return found.id;
  };
  return { USD: idOf('USD'), EUR: idOf('EUR'), JPY: idOf('JPY') };
}

function places(shop: ShopStandIn, hosts: HostsStandIn) {
  return [
    { label: 'Web shop', href: `${shop.url}/`, hint: 'Buy with 4111 1111 1111 1111' },
    { label: 'Books', href: `${hosts.url}/books/invoices`, hint: 'Invoices and refunds' },
    { label: 'CRM', href: `${hosts.url}/crm/contacts`, hint: 'Contacts, accounts, deals' },
    { label: 'Desk', href: `${hosts.url}/desk/tickets`, hint: 'What customers write' },
    { label: 'Settings', href: `${hosts.url}/settings`, hint: 'What is connected' },
  ];
}
