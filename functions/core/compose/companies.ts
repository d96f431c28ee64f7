// Opens a company: its rows, its unsealed keys, and the connectors made of them, kept for a minute.
import { createCybersourceGateway } from '../connectors/cybersource/cybersource-gateway.ts';
import { createWooCommerceShop } from '../connectors/woocommerce/woocommerce-shop.ts';
import { createAccessTokens } from '../connectors/zoho-accounts/access-tokens.ts';
import { createLedger } from '../connectors/zoho-books/ledger.ts';
import { createCustomers } from '../connectors/zoho-crm/customers.ts';
import { createTickets } from '../connectors/zoho-desk/tickets.ts';
import type { CallBudget } from '../connectors/zoho-http/zoho-call.ts';
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
  type MerchantSecrets,
  type MerchantSettings,
  readMerchants,
} from '../steps/connect-company.ts';
import type { Row } from '../store/schema.ts';
import { createCallBudget, type Priority } from '../work/call-budget.ts';
import { createStoredTokenCache } from './stored-token-cache.ts';

export interface CompanyPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly secrets: Secrets;
  readonly transport: Transport;
  /** Who the calls of this entry are for. */
  readonly priority: Priority;
  /** Told of every Zoho call; for counting. */
  readonly onZohoCall?: (product: string, operation: string) => void;
}

const KEPT_MS = 60_000;
/** Books API introduction, "API Call Limit". */
const CALLS_PER_MINUTE = 100;
const COMPANIES_KEPT = 200;

export function createCompanies(ports: CompanyPorts): Companies {
  /** Currency ids don't change: the first order of a process asks for them. */
  const currencyIds = new Map<string, Map<string, string>>();
  const kept = new Map<
    string,
    { readonly at: number; readonly company: Promise<Result<Company>> }
  >();
  return {
    open(installation) {
      const now = ports.clock.now();
      const entry = kept.get(installation);
      if (entry !== undefined && now - entry.at < KEPT_MS) return entry.company;
      if (kept.size >= COMPANIES_KEPT) kept.clear();
      const currencies = currencyIds.get(installation) ?? new Map<string, string>();
      currencyIds.set(installation, currencies);
      const company = openCompany(ports, installation, currencies);
      kept.set(installation, { at: now, company });
      company.then(
        (opened) => opened.ok || kept.delete(installation),
        () => kept.delete(installation),
      );
      return company;
    },
    async list() {
      const rows = await ports.store.select('Installations', { where: [['state', '=', 'active']] });
      return rows.map((row) => row.installation_key as InstallationId);
    },
  };
}

async function openCompany(
  ports: CompanyPorts,
  installation: InstallationId,
  currencyIds: Map<string, string>,
): Promise<Result<Company>> {
  const row = await ports.store.find('Installations', 'installation_key', installation);
  if (row === undefined || row.state !== 'active' || row.secrets === undefined) {
    return refused(problem('not-connected', 'fix-setup'));
  }
  const merchants = await readMerchants(ports.store, installation);
  return ok(assemble(ports, installation, row, merchants, currencyIds));
}

function assemble(
  ports: CompanyPorts,
  installation: InstallationId,
  row: Row<'Installations'>,
  merchants: readonly Row<'Merchants'>[],
  currencyIds: Map<string, string>,
): Company {
  const settings = JSON.parse(row.settings ?? '{}') as InstallationSettings;
  const secrets = JSON.parse(
    ports.secrets.open(installation, row.secrets ?? ''),
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
    ...shareBudget(ports, installation, settings),
    ...(ports.onZohoCall === undefined ? {} : { onCall: ports.onZohoCall }),
  };
  const { apiUrl, deskUrl, booksOrganizationId, deskOrgId } = settings.zoho;
  const finance = { ...zoho, apiUrl, organizationId: booksOrganizationId };
  return {
    installation,
    name: row.name ?? '',
    organization: booksOrganizationId,
    timeZone: settings.timeZone,
    merchants: merchants.map(connectedMerchant),
    gateway: openGateway(ports, installation, settings, merchants),
    ledger: createLedger({ ...finance, currencyIds }),
    salesOrders: createSalesOrders(finance),
    customers: createCustomers({ ...zoho, apiUrl }),
    tickets: createTickets({ ...zoho, deskUrl, orgId: deskOrgId }),
    ...(settings.shop === undefined || secrets.shop === undefined
      ? {}
      : {
          shop: createWooCommerceShop({
            url: settings.shop.url,
            consumerKey: secrets.shop.consumerKey,
            consumerSecret: secrets.shop.consumerSecret,
            transport: ports.transport,
          }),
        }),
  };
}

/** Books and Inventory of one organization are counted together; the others are paced by their own answers. */
function shareBudget(
  ports: CompanyPorts,
  installation: InstallationId,
  settings: InstallationSettings,
): { readonly budget: CallBudget } {
  const perMinute = settings.zoho.callsPerMinute ?? CALLS_PER_MINUTE;
  const finance = createCallBudget(ports, {
    installation,
    name: 'finance',
    perMinute,
    priority: ports.priority,
  });
  const counted = (product: string) => product === 'books' || product === 'inventory';
  return {
    budget: {
      take: async (product) => (counted(product) ? finance.take() : ok(undefined)),
      pause: async (product, ms) => (counted(product) ? finance.pause(ms) : undefined),
    },
  };
}

function connectedMerchant(row: Row<'Merchants'>) {
  const { currencies, clearingAccounts } = JSON.parse(row.settings ?? '{}') as MerchantSettings;
  return { merchantId: row.merchant_id as MerchantId, currencies, clearingAccounts };
}

/** A movement's merchant id is part of its identity: each is signed with its own keys. */
function openGateway(
  ports: CompanyPorts,
  installation: InstallationId,
  settings: InstallationSettings,
  merchants: readonly Row<'Merchants'>[],
) {
  const keys = new Map(
    merchants.map((row) => {
      const opened = ports.secrets.open(installation, row.secrets ?? '');
      const { keyId, secret } = JSON.parse(opened) as MerchantSecrets;
      return [row.merchant_id, { keyId, secret }] as const;
    }),
  );
  return createCybersourceGateway({
    ...ports,
    ...settings.gateway,
    credentials: (merchant) => keys.get(merchant),
  });
}
