// Opens a company: its rows, its unsealed keys, and the connectors made of them, kept for a minute.
import { createCardPayments } from '../connectors/cybersource/card-payments.ts';
import { createCardVault } from '../connectors/cybersource/card-vault.ts';
import { createCybersourceGateway } from '../connectors/cybersource/cybersource-gateway.ts';
import type { GatewayConnection } from '../connectors/cybersource/gateway-call.ts';
import { createCardTokens } from '../connectors/cybersource/read-token.ts';
import { createSubscriptions } from '../connectors/cybersource/subscriptions.ts';
import { createShopFields } from '../connectors/woocommerce/field-list.ts';
import { createWooCommerceShop } from '../connectors/woocommerce/woocommerce-shop.ts';
import { createAccessTokens } from '../connectors/zoho-accounts/access-tokens.ts';
import { createCustomerCards } from '../connectors/zoho-books/customer-cards.ts';
import { createExchangeRates } from '../connectors/zoho-books/exchange-rates.ts';
import { createBooksFields } from '../connectors/zoho-books/field-list.ts';
import { createLedger } from '../connectors/zoho-books/ledger.ts';
import { createBooksChanges } from '../connectors/zoho-books/record-changes.ts';
import { listBooksUsers } from '../connectors/zoho-books/users.ts';
import { createContactCards } from '../connectors/zoho-crm/contact-cards.ts';
import { createCrmChanges } from '../connectors/zoho-crm/contact-changes.ts';
import { createCustomers } from '../connectors/zoho-crm/customers.ts';
import { createCrmFields } from '../connectors/zoho-crm/field-list.ts';
import { listCrmUsers } from '../connectors/zoho-crm/users.ts';
import { createDeskFields } from '../connectors/zoho-desk/field-list.ts';
import { createTicketChanges } from '../connectors/zoho-desk/ticket-changes.ts';
import { createTickets } from '../connectors/zoho-desk/tickets.ts';
import { listDeskAgents } from '../connectors/zoho-desk/users.ts';
import { createInventoryFields } from '../connectors/zoho-inventory/field-list.ts';
import { createSalesOrders } from '../connectors/zoho-inventory/sales-orders.ts';
import type { InstallationId, MerchantId } from '../domain/ids.ts';
import { problem } from '../domain/problem.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import type { Companies, Company } from '../ports/company.ts';
import type { People } from '../ports/people.ts';
import type { Clock, Random, Secrets, Transport } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import {
  type InstallationSecrets,
  type InstallationSettings,
  type MerchantSettings,
  readMerchants,
} from '../steps/connect/installation-settings.ts';
import { openMerchant } from '../steps/connect/merchant-record.ts';
import { crmWatchToken } from '../steps/crm-watch-token.ts';
import type { Row } from '../store/schema.ts';
import { createZohoBudgets } from '../work/budget-zoho.ts';
import type { Priority } from '../work/call-budget.ts';
import { type NoticePorts, openNotices } from './notices.ts';
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
  const { apiUrl, deskUrl, booksOrganizationId, crmOrgId, deskOrgId } = settings.zoho;
  const finance = { ...zoho, apiUrl, organizationId: booksOrganizationId };
  const desk = { ...zoho, deskUrl, orgId: deskOrgId };
  const crm = createCrmChanges({ ...zoho, apiUrl });
  const hooksUrl = settings.doors?.hooksUrl;
  const gateway = gatewayConnection(ports, settings, merchants);
  const shop = shopOf(ports, settings, secrets);
  return {
    installation,
    name: row.name ?? '',
    organization: booksOrganizationId,
    timeZone: settings.timeZone,
    merchants: merchants.map(connectedMerchant),
    gateway: createCybersourceGateway(gateway),
    tokens: createCardTokens(gateway),
    cardPayments: createCardPayments(gateway),
    ...(ports.publicUrl === undefined ? {} : { publicUrl: ports.publicUrl }),
    vault: createCardVault(gateway),
    subscriptions: createSubscriptions(gateway),
    ledger: createLedger(finance),
    salesOrders: createSalesOrders(finance),
    customers: createCustomers({ ...zoho, apiUrl }),
    cards: {
      crm: createContactCards({ ...zoho, apiUrl }),
      books: createCustomerCards(finance),
    },
    tickets: createTickets(desk),
    notices: openNotices(
      ports,
      secrets.channels ?? [],
      settings.mailSender,
      secrets.former?.channels,
    ),
    rates: createExchangeRates(finance),
    people: openPeople(finance, { ...zoho, apiUrl }, desk),
    changes: {
      ...createBooksChanges(finance),
      'crm-contact': crm.contacts,
      ticket: createTicketChanges(desk),
    },
    ...(row.fields_at === undefined ? {} : { hasKeptFields: true }),
    fields: {
      books: createBooksFields(finance),
      inventory: createInventoryFields(finance),
      crm: createCrmFields({ ...zoho, apiUrl }),
      desk: createDeskFields(desk),
      ...(shop === undefined ? {} : { woocommerce: createShopFields(shop) }),
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
    ...(shop === undefined ? {} : { shop: createWooCommerceShop(shop) }),
  };
}

function openPeople(
  finance: Parameters<typeof listBooksUsers>[0],
  crm: Parameters<typeof listCrmUsers>[0],
  desk: Parameters<typeof listDeskAgents>[0],
): People {
  const lists = {
    books: () => listBooksUsers(finance),
    crm: () => listCrmUsers(crm),
    desk: () => listDeskAgents(desk),
  };
  return { list: (product) => lists[product]() };
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
  const { currencies, clearingAccounts, clearingNames } = JSON.parse(
    row.settings ?? '{}',
  ) as MerchantSettings;
  return {
    merchantId: row.merchant_id as MerchantId,
    currencies,
    clearingAccounts,
    ...(clearingNames === undefined ? {} : { clearingNames }),
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
