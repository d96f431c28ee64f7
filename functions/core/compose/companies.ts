// Opens a company: its rows, its unsealed keys, and the connectors made of them, kept for a minute.
import { createCybersourceGateway } from '../connectors/cybersource/cybersource-gateway.ts';
import { createWooCommerceShop } from '../connectors/woocommerce/woocommerce-shop.ts';
import { createAccessTokens } from '../connectors/zoho-accounts/access-tokens.ts';
import { createCustomerCards } from '../connectors/zoho-books/customer-cards.ts';
import { createExchangeRates } from '../connectors/zoho-books/exchange-rates.ts';
import { createLedger } from '../connectors/zoho-books/ledger.ts';
import { createBooksChanges } from '../connectors/zoho-books/record-changes.ts';
import { createContactCards } from '../connectors/zoho-crm/contact-cards.ts';
import { createCrmChanges } from '../connectors/zoho-crm/contact-changes.ts';
import { createCustomers } from '../connectors/zoho-crm/customers.ts';
import { createTicketChanges } from '../connectors/zoho-desk/ticket-changes.ts';
import { createTickets } from '../connectors/zoho-desk/tickets.ts';
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
import { crmWatchToken } from '../steps/crm-watch-token.ts';
import type { Row } from '../store/schema.ts';
import { createZohoBudgets, type ZohoLimits } from '../work/budget-zoho.ts';
import type { Priority } from '../work/call-budget.ts';
import { type NoticePorts, openNotices } from './notices.ts';
import { createStoredTokenCache } from './stored-token-cache.ts';

export interface CompanyPorts extends NoticePorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly secrets: Secrets;
  readonly transport: Transport;
  /** Who the calls of this entry are for. */
  readonly priority: Priority;
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
    budget: createZohoBudgets(ports, installation, limitsOf(settings), ports.priority),
    ...(ports.pause === undefined ? {} : { pause: ports.pause }),
    ...(ports.onZohoCall === undefined ? {} : { onCall: ports.onZohoCall }),
  };
  const { apiUrl, deskUrl, booksOrganizationId, crmOrgId, deskOrgId } = settings.zoho;
  const finance = { ...zoho, apiUrl, organizationId: booksOrganizationId };
  const desk = { ...zoho, deskUrl, orgId: deskOrgId };
  const crm = createCrmChanges({ ...zoho, apiUrl });
  const hooksUrl = settings.doors?.hooksUrl;
  return {
    installation,
    name: row.name ?? '',
    organization: booksOrganizationId,
    timeZone: settings.timeZone,
    merchants: merchants.map(connectedMerchant),
    gateway: openGateway(ports, installation, settings, merchants),
    ledger: createLedger(finance),
    salesOrders: createSalesOrders(finance),
    customers: createCustomers({ ...zoho, apiUrl }),
    cards: {
      crm: createContactCards({ ...zoho, apiUrl }),
      books: createCustomerCards(finance),
    },
    tickets: createTickets(desk),
    notices: openNotices(ports, secrets.channels ?? [], settings.mailSender),
    rates: createExchangeRates(finance),
    changes: {
      ...createBooksChanges(finance),
      'crm-contact': crm.contacts,
      ticket: createTicketChanges(desk),
    },
    ...(hooksUrl === undefined
      ? {}
      : {
          contactWatch: crm.contactWatch({
            channel: `${installation}|${crmOrgId}`,
            notifyUrl: `${hooksUrl}/crm/${installation}`,
            token: crmWatchToken(installation, secrets.zohoClientSecret),
          }),
        }),
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

/** What the administrator has named; our own careful figures for the rest. */
function limitsOf({ zoho: { callsPerMinute, limits } }: InstallationSettings): ZohoLimits {
  return {
    ...(limits?.finance && { finance: limits.finance }),
    ...(limits?.crm && { crm: limits.crm }),
    ...(limits?.desk && { desk: limits.desk }),
    ...(callsPerMinute === undefined ? {} : { callsPerMinute }),
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
