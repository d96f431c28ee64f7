// Opens the other sides for setting a company up and examining it; loaded when somebody first does.
import { createGatewaySetup } from '../connectors/cybersource/gateway-setup.ts';
import { readKeyFile } from '../connectors/cybersource/read-key-file.ts';
import { createOwnPages } from '../connectors/system/own-pages.ts';
import { createShopSetup } from '../connectors/woocommerce/shop-setup.ts';
import { createAccessTokens } from '../connectors/zoho-accounts/access-tokens.ts';
import { bankAccounts, createAccount, expenseAccounts } from '../connectors/zoho-books/accounts.ts';
import { createBooksApi } from '../connectors/zoho-books/books-api.ts';
import { moduleFields } from '../connectors/zoho-books/custom-fields.ts';
import { listBooksOrganizations } from '../connectors/zoho-books/organizations.ts';
import { listCrmOrganizations } from '../connectors/zoho-crm/organization.ts';
import { listDeskOrganizations } from '../connectors/zoho-desk/organizations.ts';
import { ticketFields } from '../connectors/zoho-desk/ticket-fields.ts';
import { createFinanceApi } from '../connectors/zoho-http/finance-api.ts';
import { type GatewayEnvironment, gatewayHosts } from '../domain/gateway-environment.ts';
import type { InstallationId } from '../domain/ids.ts';
import type { Clock, Random, Secrets, Transport } from '../ports/platform.ts';
import type { Setups, ZohoAccess, ZohoSetup } from '../ports/setup.ts';
import type { Store } from '../ports/store.ts';
import { createZohoBudgets } from '../work/budget-zoho.ts';
import type { Priority } from '../work/call-budget.ts';
import { cardFieldOrigins } from './card-page-origins.ts';
import { createStoredTokenCache } from './stored-token-cache.ts';
import { limitsOf } from './zoho-limits.ts';

interface SetupsPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly secrets: Secrets;
  readonly transport: Transport;
  /** Without the guard against card numbers: the sandbox's public test card is one. */
  readonly testTransport: Transport;
  readonly priority: Priority;
  /** Other addresses of the gateway than its own: those of a stand-in. */
  readonly gatewayUrls?: Partial<Readonly<Record<GatewayEnvironment, string>>>;
  /** Base address of the api function, as browsers see it. */
  readonly publicUrl?: string | undefined;
}

export function createSetups(ports: SetupsPorts): Setups {
  return {
    place: (environment) => ({
      url: ports.gatewayUrls?.[environment] ?? `https://${gatewayHosts[environment]}`,
      host: gatewayHosts[environment],
      authentication: 'jwt',
    }),
    gateway: (place, merchant, key) => createGatewaySetup({ ...ports, ...place }, merchant, key),
    shop: (access) => createShopSetup({ ...access, transport: ports.transport }),
    zoho: (installation, access) => openZoho(ports, installation as InstallationId, access),
    readKeyFile,
    ...(ports.publicUrl === undefined
      ? {}
      : { ownPages: createOwnPages(ports.transport, ports.publicUrl, cardFieldOrigins()) }),
  };
}

function openZoho(ports: SetupsPorts, installation: InstallationId, access: ZohoAccess): ZohoSetup {
  const { apiUrl, deskUrl } = access;
  const tokens = createAccessTokens({
    ...ports,
    ...access,
    cache: createStoredTokenCache(ports, installation, access.refreshToken),
  });
  const { transport } = ports;
  const budget = createZohoBudgets(ports, installation, limitsOf(access), ports.priority);
  const connection = { tokens, transport, budget, apiUrl, deskUrl };
  const lists = {
    books: listBooksOrganizations,
    crm: listCrmOrganizations,
    desk: listDeskOrganizations,
  };
  return {
    organizations: (product) => lists[product](connection),
    ticketFields: (orgId) => ticketFields({ ...connection, orgId }),
    books(organizationId) {
      const api = createBooksApi({ ...connection, organizationId });
      const inventory = createFinanceApi('inventory', { ...connection, organizationId });
      return {
        bankAccounts: () => bankAccounts(api),
        expenseAccounts: () => expenseAccounts(api),
        createAccount: (account) => createAccount(api, account),
        // Sales orders are written through Inventory, so that only it may read them.
        fields: (module) => moduleFields(module === 'salesorders' ? inventory : api, module),
      };
    },
  };
}
