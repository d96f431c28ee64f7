// A company in the Zoho stand-ins with our connectors in front, and a plain client to look at what they did.

import { createFetchTransport } from '../../../functions/core/connectors/transport/fetch-transport.ts';
import { createAccessTokens } from '../../../functions/core/connectors/zoho-accounts/access-tokens.ts';
import { createMemoryTokenCache } from '../../../functions/core/connectors/zoho-accounts/memory-token-cache.ts';
import { createCustomerCards } from '../../../functions/core/connectors/zoho-books/customer-cards.ts';
import { createExchangeRates } from '../../../functions/core/connectors/zoho-books/exchange-rates.ts';
import { createBooksFields } from '../../../functions/core/connectors/zoho-books/field-list.ts';
import { createLedger } from '../../../functions/core/connectors/zoho-books/ledger.ts';
import { createContactCards } from '../../../functions/core/connectors/zoho-crm/contact-cards.ts';
import { createCustomers } from '../../../functions/core/connectors/zoho-crm/customers.ts';
import { createCrmFields } from '../../../functions/core/connectors/zoho-crm/field-list.ts';
import { createDeskFields } from '../../../functions/core/connectors/zoho-desk/field-list.ts';
import { createTickets } from '../../../functions/core/connectors/zoho-desk/tickets.ts';
import type { CallBudget } from '../../../functions/core/connectors/zoho-http/zoho-call.ts';
import { createInventoryFields } from '../../../functions/core/connectors/zoho-inventory/field-list.ts';
import { createSalesOrders } from '../../../functions/core/connectors/zoho-inventory/sales-orders.ts';
import type { Transport } from '../../../functions/core/ports/platform.ts';
import { SandboxClock } from '../../sandbox/clock.ts';
import type { FinanceLimits } from '../../sandbox/zoho/books/finance-budget.ts';
import { startZoho } from '../../sandbox/zoho/start-zoho.ts';

const client = { clientId: '1000.SANDBOX', clientSecret: 'not-a-secret' };
const organization = {
  booksOrganizationId: '10234695',
  crmOrgId: '55000000',
  deskOrgId: '642345678',
  timeZone: 'America/New_York',
};

/** What the product asks for at the sign-in. */
const fullScopes = [
  'ZohoBooks.fullaccess.all',
  'ZohoInventory.fullaccess.all',
  'ZohoCRM.modules.ALL',
  'ZohoCRM.settings.fields.READ',
  'Desk.tickets.ALL',
  'Desk.contacts.ALL',
  'Desk.basic.READ',
];

export type ConnectedCompany = Awaited<ReturnType<typeof connectCompany>>;

export interface CompanyOptions {
  /** Whether the stand-ins enforce their limits. */
  readonly budgets: boolean;
  /** What was granted at the sign-in. */
  readonly scopes?: readonly string[];
  /** Limits of Books and Inventory other than the documented ones. */
  readonly financeLimits?: Partial<FinanceLimits>;
}

export async function connectCompany(options: CompanyOptions) {
  const clock = new SandboxClock();
  const zoho = await startZoho({
    clock,
    dataDir: ':memory:',
    ports: { accounts: 0, api: 0, desk: 0 },
    client,
    organization,
    budgetsOff: !options.budgets,
    ...(options.financeLimits === undefined ? {} : { financeLimits: options.financeLimits }),
  });
  const calls: string[] = [];
  let tokenRequests = 0;
  const plain = createFetchTransport();
  const transport: Transport = {
    send(request) {
      if (request.url.startsWith(zoho.accounts.url)) tokenRequests += 1;
      return plain.send(request);
    },
  };
  const cache = createMemoryTokenCache(clock);
  /** Another function instance: it shares the token cache only. */
  const newTokens = (
    refreshToken = zoho.refreshToken('admin@example.com', options.scopes ?? fullScopes),
  ) =>
    createAccessTokens({
      ...client,
      accountsUrl: zoho.accounts.url,
      refreshToken,
      cache,
      transport,
      clock,
    });
  const tokens = newTokens();
  const connection = {
    tokens,
    transport,
    apiUrl: zoho.api.url,
    organizationId: organization.booksOrganizationId,
    onCall: (product: string, operation: string) => calls.push(`${product} ${operation}`),
  };
  return {
    zoho,
    clock,
    calls,
    tokens,
    newTokens,
    tokenRequests: () => tokenRequests,
    ledger: createLedger(connection),
    /** The books as another function instance has them, with its part of a budget. */
    ledgerWith: (budget: CallBudget) => createLedger({ ...connection, budget }),
    salesOrders: createSalesOrders(connection),
    rates: createExchangeRates(connection),
    fields: {
      books: createBooksFields(connection),
      inventory: createInventoryFields(connection),
      crm: createCrmFields(connection),
      desk: createDeskFields({
        ...connection,
        deskUrl: zoho.desk.url,
        orgId: organization.deskOrgId,
      }),
    },
    customers: createCustomers(connection),
    cards: { crm: createContactCards(connection), books: createCustomerCards(connection) },
    tickets: createTickets({
      ...connection,
      deskUrl: zoho.desk.url,
      orgId: organization.deskOrgId,
    }),
    /** Sends a request of its own, as a person or another program would; the parsed answer. */
    async ask(method: string, url: string, body?: object) {
      const token = await tokens.accessToken();
      if (!token.ok) throw new Error(token.problem.code);
      const response = await fetch(url, {
        method,
        headers: {
          authorization: `Zoho-oauthtoken ${token.value.token}`,
          orgId: organization.deskOrgId,
          'content-type': 'application/json',
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return (response.status === 204 ? {} : await response.json()) as Record<string, never>;
    },
    /** The address of a Books resource. */
    books: (path: string) => {
      const url = new URL(`${zoho.api.url}/books/v3/${path}`);
      url.searchParams.set('organization_id', organization.booksOrganizationId);
      return url.href;
    },
  };
}
