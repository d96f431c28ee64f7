// Composes the whole company: every stand-in, our functions and the widget, connected and seeded.
import { mkdirSync } from 'node:fs';
import type { CatalystStandIn } from './catalyst/start-catalyst.ts';
import { SandboxClock } from './clock.ts';
import { startControl } from './control/control.ts';
import type { CybersourceStandIn } from './cybersource/server.ts';
import { DocumentStore } from './document-store.ts';
import { type HostsStandIn, startHosts } from './hosts/hosts.ts';
import type { ReadZoho } from './hosts/zoho-reader.ts';
import { authorizePeople, browserOf } from './setup/authorize-people.ts';
import { buildIfStale, widgetDist } from './setup/builds.ts';
import {
  type CompanyCurrency,
  clearingAccountName,
  company,
  connectionScopes,
  wideScopes,
} from './setup/company-facts.ts';
import { connectCompany } from './setup/connect-company.ts';
import { type Credentials, loadCredentials } from './setup/credentials.ts';
import { describe, type SandboxDescription } from './setup/describe.ts';
import { customService, identityOf } from './setup/identity.ts';
import { noticeKeys, noticeSettings } from './setup/notice-channels.ts';
import { backFill, seedConversations, seedPast } from './setup/seed-past.ts';
import { seedUnknownRefund } from './setup/seed-unknown.ts';
import { untilSettled } from './setup/settle.ts';
import { staffMember } from './setup/staff.ts';
import { portOf, startStandIns } from './setup/start-stand-ins.ts';
import { SetupState } from './setup/state.ts';
import { createPageReader } from './setup/zoho-pages.ts';
import type { ShopStandIn } from './woocommerce/shop.ts';
import type { ZohoStandIn } from './zoho/start-zoho.ts';

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
  readonly credentials: Credentials;
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
const MINUTE_MS = 60_000;

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
  const control = kept(await startControl(clock, portOf(options.port, 0), keys));
  say('Building the functions and the widget…');
  await buildIfStale();
  say('Starting the company…');
  const state = new SetupState(kept(new DocumentStore(dataDir, 'sandbox')));
  const { zoho, europe, cybersource, catalyst, shop, env } = await startStandIns(
    { ...options, clock, credentials },
    kept,
  );
  const tokens = zohoTokens(zoho, state);
  const read = createPageReader(zoho);
  const hosts = kept(
    await startHosts({
      clock,
      dataDir,
      ports: { pages: portOf(options.port, 8), widget: portOf(options.port, 9) },
      widgetDist,
      functionsBase: catalyst.functions.base,
      booksApiUrl: `${zoho.api.url}/books/v3`,
      read,
      organization: company,
      zoho,
      service: customService(credentials, catalyst.functions.base),
    }),
  );
  Object.assign(env, identityOf({ credentials, catalyst, hosts, dataCentres: [zoho, europe] }));

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
    // Zoho counts an organization's calls by the minute, those of people who sign in among them.
    clock.advance(MINUTE_MS);
    say('Letting the people authorize their connections…');
    await authorizePeople(hosts, zoho.people.list());
    clock.advance(MINUTE_MS);
    const agent = await browserOf(hosts, staffMember('agent').email);
    if (oldest) await seedUnknownRefund({ ...refund, hosts, agent }, oldest.id);
  }
  await connect(CALLS_PER_MINUTE);
  if (!isNew) await authorizePeople(hosts, zoho.people.list());

  const description = () =>
    describe({
      home: control.url,
      credentials,
      catalyst,
      cybersource,
      zoho: addressesOf(zoho),
      europe: addressesOf(europe),
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
    people: zoho.people,
    shop,
    gateway: cybersource,
    catalyst,
    read,
    description,
  });
  return {
    home: control.url,
    clock,
    credentials,
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

/** The administrator consents once for each client; the tokens last. */
function zohoTokens(zoho: ZohoStandIn, state: SetupState): { connection: string; wide: string } {
  const { email } = staffMember('admin');
  const { connectionToken, wideToken } = state.steps;
  const connection = connectionToken ?? zoho.refreshToken(email, connectionScopes);
  const wide = wideToken ?? zoho.refreshToken(email, wideScopes);
  state.add({ connectionToken: connection, wideToken: wide });
  return { connection, wide };
}

function addressesOf({ accounts, api, desk }: ZohoStandIn) {
  return { accounts: accounts.url, api: api.url, desk: desk.url };
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
