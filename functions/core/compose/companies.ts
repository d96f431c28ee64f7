// Opens a company: its rows, its unsealed keys, and the connectors made of them, kept for a minute.
import { createCybersourceGateway } from '../connectors/cybersource/cybersource-gateway.ts';
import type { GatewayConnection } from '../connectors/cybersource/gateway-call.ts';
import { createShopFields } from '../connectors/woocommerce/field-list.ts';
import { createWooCommerceShop } from '../connectors/woocommerce/woocommerce-shop.ts';
import { createAccessTokens } from '../connectors/zoho-accounts/access-tokens.ts';
import { createExchangeRates } from '../connectors/zoho-books/exchange-rates.ts';
import { createBooksFields } from '../connectors/zoho-books/field-list.ts';
import { createLedger } from '../connectors/zoho-books/ledger.ts';
import { booksPages } from '../connectors/zoho-books/web-address.ts';
import { createCustomers } from '../connectors/zoho-crm/customers.ts';
import { createCrmFields } from '../connectors/zoho-crm/field-list.ts';
import { createDeskFields } from '../connectors/zoho-desk/field-list.ts';
import { createTickets } from '../connectors/zoho-desk/tickets.ts';
import { createInventoryFields } from '../connectors/zoho-inventory/field-list.ts';
import { createSalesOrders } from '../connectors/zoho-inventory/sales-orders.ts';
import type { InstallationId, MerchantId } from '../domain/ids.ts';
import { problem } from '../domain/problem.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import type { Companies, Company } from '../ports/company.ts';
import type { Clock, Random, Secrets, Transport } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import {
  type InstallationSecrets,
  type InstallationSettings,
  languageOf,
  type MerchantSettings,
  readMerchants,
  usedOrganizations,
} from '../steps/connect/installation-settings.ts';
import { openMerchant } from '../steps/connect/merchant-record.ts';
import { crmWatchToken } from '../steps/crm-watch-token.ts';
import type { Row } from '../store/schema.ts';
import { createZohoBudgets } from '../work/budget-zoho.ts';
import type { Priority } from '../work/call-budget.ts';
import { type NoticePorts, openNotices } from './notices.ts';
import { openSeldomGateway, openSeldomZoho } from './seldom-sides.ts';
import { createStoredTokenCache } from './stored-token-cache.ts';
import { limitsOf } from './zoho-limits.ts';

export interface CompanyPorts extends NoticePorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly secrets: Secrets;
  readonly transport: Transport;
  /** Who the calls of this entry are for. */
  readonly priority: Priority;
  /** Base address of the api function, as browsers see it. */
  readonly publicUrl?: string | undefined;
  /** Waits for the budget's and the token's turn; for tests. */
  readonly pause?: (ms: number) => Promise<unknown>;
  /** Told of every Zoho call; for counting. */
  readonly onZohoCall?: (product: string, operation: string) => void;
}

const KEPT_MS = 60_000;
/** As many as the store reads at once. */
const LIST_PAGE = 300;
const COMPANIES_KEPT = 200;

/** An opened company and the rows that it was made of, as one text. */
interface Opened {
  readonly rows: string;
  readonly company: Company;
}

export function createCompanies(ports: CompanyPorts): Companies {
  const kept = new Map<
    string,
    { readonly at: number; readonly opening: Promise<Result<Opened>> }
  >();
  const remake = async (
    installation: InstallationId,
    before: Promise<Result<Opened>> | undefined,
  ) => {
    const known = await before?.catch(() => undefined);
    return openCompany(ports, installation, known?.ok ? known.value : undefined);
  };
  return {
    async open(installation) {
      const now = ports.clock.now();
      const entry = kept.get(installation);
      let opening = entry?.opening;
      if (entry === undefined || opening === undefined || now - entry.at >= KEPT_MS) {
        if (kept.size >= COMPANIES_KEPT) kept.clear();
        opening = remake(installation, opening);
        kept.set(installation, { at: now, opening });
        opening.then(
          (opened) => opened.ok || kept.delete(installation),
          () => kept.delete(installation),
        );
      }
      const opened = await opening;
      return opened.ok ? ok(opened.value.company) : opened;
    },
    async list() {
      const keys: InstallationId[] = [];
      for (let full = true; full; ) {
        const after = keys.at(-1);
        const rows = await ports.store.select('Installations', {
          where: [
            ['state', '=', 'active'],
            ...(after === undefined ? [] : ([['installation_key', '>', after]] as const)),
          ],
          orderBy: ['installation_key', 'asc'],
          limit: LIST_PAGE,
        });
        keys.push(...rows.map((row) => row.installation_key as InstallationId));
        full = rows.length === LIST_PAGE;
      }
      return keys;
    },
  };
}

/**
 * Reads the company's rows. As long as they say the same, it stays the company that was opened before, with its
 * access token, its part of the budgets and its currencies: those cost round trips to get again.
 */
async function openCompany(
  ports: CompanyPorts,
  installation: InstallationId,
  before: Opened | undefined,
): Promise<Result<Opened>> {
  const row = await ports.store.find('Installations', 'installation_key', installation);
  if (row === undefined || row.state !== 'active' || row.secrets === undefined) {
    return refused(problem('not-connected', 'fix-setup'));
  }
  const merchants = await readMerchants(ports.store, installation);
  const rows = JSON.stringify([row, merchants]);
  if (before?.rows === rows) return ok(before);
  return ok({ rows, company: assemble(ports, installation, row, merchants) });
}

function assemble(
  ports: CompanyPorts,
  installation: InstallationId,
  row: Row<'Installations'>,
  merchants: readonly Row<'Merchants'>[],
): Company {
  const settings = JSON.parse(row.settings ?? '{}') as InstallationSettings;
  const secrets = JSON.parse(
    ports.secrets.open(installation, row.secrets ?? '', `Installations|${installation}`),
  ) as InstallationSecrets;
  const zoho = {
    tokens: createAccessTokens({
      ...ports,
      accountsUrl: settings.zoho.accountsUrl,
      clientId: settings.zoho.clientId,
      clientSecret: secrets.zohoClientSecret,
      refreshToken: secrets.zohoRefreshToken,
      cache: createStoredTokenCache(ports, installation, secrets.zohoRefreshToken),
    }),
    transport: ports.transport,
    budget: createZohoBudgets(ports, installation, limitsOf(settings.zoho), ports.priority),
    ...(ports.pause === undefined ? {} : { pause: ports.pause }),
    ...(ports.onZohoCall === undefined ? {} : { onCall: ports.onZohoCall }),
  };
  const { apiUrl, deskUrl, booksOrganizationId } = settings.zoho;
  const { crmOrgId, deskOrgId } = usedOrganizations(settings.zoho);
  const finance = { ...zoho, apiUrl, organizationId: booksOrganizationId };
  const desk = { ...zoho, deskUrl, orgId: deskOrgId };
  const seldom = openSeldomZoho(finance, { ...zoho, apiUrl }, desk);
  const hooksUrl = settings.doors?.hooksUrl;
  const gateway = gatewayConnection(ports, settings, merchants);
  const shop = shopOf(ports, settings, secrets);
  const pages = booksPages(apiUrl, booksOrganizationId);
  return {
    installation,
    name: row.name ?? '',
    organization: booksOrganizationId,
    ...(pages === undefined ? {} : { booksPages: pages }),
    timeZone: settings.timeZone,
    language: languageOf(settings),
    merchants: merchants.map(connectedMerchant),
    ...(settings.accounts?.fee === undefined ? {} : { feeAccount: settings.accounts.fee }),
    gateway: createCybersourceGateway(gateway),
    ...openSeldomGateway(gateway),
    ...(settings.confirmsPayers === undefined ? {} : { confirmsPayers: settings.confirmsPayers }),
    ...(ports.publicUrl === undefined ? {} : { publicUrl: ports.publicUrl }),
    ledger: createLedger(finance),
    salesOrders: createSalesOrders(finance),
    customers: createCustomers({ ...zoho, apiUrl }),
    cards: seldom.cards,
    people: seldom.people,
    tickets: createTickets(desk),
    notices: openNotices(
      ports,
      secrets.channels ?? [],
      settings.mailSender,
      secrets.former?.channels,
    ),
    rates: createExchangeRates(finance),
    changes: seldom.changes,
    ...(row.fields_at === undefined ? {} : { hasKeptFields: true }),
    fields: {
      books: createBooksFields(finance),
      inventory: createInventoryFields(finance),
      crm: createCrmFields({ ...zoho, apiUrl }),
      desk: createDeskFields(desk),
      ...(shop === undefined ? {} : { woocommerce: createShopFields(shop) }),
    },
    ...(hooksUrl === undefined || crmOrgId === undefined
      ? {}
      : {
          contactWatch: seldom.contactWatch({
            channel: `${installation}|${crmOrgId}`,
            notifyUrl: `${hooksUrl}/crm/${installation}`,
            token: crmWatchToken(installation, secrets.zohoClientSecret),
          }),
        }),
    ...(shop === undefined ? {} : { shop: createWooCommerceShop(shop) }),
  };
}

function shopOf(
  { transport }: CompanyPorts,
  settings: InstallationSettings,
  secrets: InstallationSecrets,
) {
  if (settings.shop === undefined || secrets.shop === undefined) return undefined;
  const { consumerKey, consumerSecret } = secrets.shop;
  return { url: settings.shop.url, consumerKey, consumerSecret, transport };
}

function connectedMerchant(row: Row<'Merchants'>) {
  const { currencies, clearingAccounts, clearingNames, processor, fees } = JSON.parse(
    row.settings ?? '{}',
  ) as MerchantSettings;
  return {
    merchantId: row.merchant_id as MerchantId,
    currencies,
    clearingAccounts,
    ...(clearingNames === undefined ? {} : { clearingNames }),
    ...(processor === undefined ? {} : { processor }),
    ...(fees === undefined ? {} : { fees }),
  };
}

/** A movement's merchant id is part of its identity: each is signed with its own keys. */
function gatewayConnection(
  ports: CompanyPorts,
  settings: InstallationSettings,
  merchants: readonly Row<'Merchants'>[],
): GatewayConnection {
  const keys = new Map(
    merchants.map((row) => {
      const { webhookKeys: _, ...key } = openMerchant(ports.secrets, row).secrets;
      return [row.merchant_id, key] as const;
    }),
  );
  return {
    ...ports,
    ...settings.gateway,
    credentials: (merchant) => keys.get(merchant),
  };
}
