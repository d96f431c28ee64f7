// Hands our functions the connection to the company, as an administrator would on the settings page.
import type { CompanyCurrency } from './company-facts.ts';
import { company, companyCurrencies, GATEWAY_HOST, merchantIds } from './company-facts.ts';
import type { WebhookKey } from './connect-gateway.ts';
import type { ShopAccess } from './connect-shop.ts';
import type { Credentials } from './credentials.ts';

export interface ProductConnection {
  readonly functionsBase: string;
  readonly credentials: Credentials;
  readonly zoho: {
    readonly accountsUrl: string;
    readonly apiUrl: string;
    readonly deskUrl: string;
    readonly refreshToken: string;
    /** The pace of our calls to Books and Inventory. */
    readonly callsPerMinute: number;
  };
  readonly gatewayUrl: string;
  /** Books account ids. */
  readonly clearingAccounts: Readonly<Record<CompanyCurrency, string>>;
  readonly webhookKeys: Readonly<Record<CompanyCurrency, WebhookKey>>;
  readonly shop: ShopAccess;
  readonly notices?: object;
}

/** The body of PUT /installation. */
export function connectionBody(connection: ProductConnection): object {
  const { credentials, zoho } = connection;
  return {
    name: company.name,
    timeZone: company.timeZone,
    zoho: {
      ...zoho,
      clientId: credentials.zohoClientId,
      clientSecret: credentials.zohoClientSecret,
      booksOrganizationId: company.booksOrganizationId,
      crmOrgId: company.crmOrgId,
      deskOrgId: company.deskOrgId,
    },
    gateway: { url: connection.gatewayUrl, host: GATEWAY_HOST, authentication: 'jwt' },
    merchants: companyCurrencies.map((currency) => ({
      merchantId: merchantIds[currency],
      keyId: credentials.merchants[currency].keyId,
      secret: credentials.merchants[currency].secret,
      currencies: [currency],
      clearingAccounts: { [currency]: connection.clearingAccounts[currency] },
      webhookKeys: [connection.webhookKeys[currency]],
    })),
    shop: connection.shop,
    ...connection.notices,
  };
}

/** Roles in Zoho that stand for more than their names say: ours decide on what others ask for. */
const ROLES = { manager: 'approver', supervisor: 'approver' } as const;

/** Enters which of our roles the company's roles in Zoho are. @throws when our api refuses. */
export async function mapRoles(functionsBase: string, token: string): Promise<void> {
  const headers = { 'content-type': 'application/json', 'x-tallybridge-token': token };
  const setup = await fetch(`${functionsBase}/api/setup`, { headers });
  const { revision } = (await setup.json()) as { readonly revision?: number };
  const answer = await fetch(`${functionsBase}/api/setup/roles`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ revision, roles: ROLES }),
  });
  if (!answer.ok) throw new Error(`our api refused the roles: ${await answer.text()}`);
}

/** @param token of the deployer or of an administrator. @throws when our api refuses. */
export async function connectProduct(connection: ProductConnection, token: string): Promise<void> {
  const answer = await fetch(`${connection.functionsBase}/api/installation`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'x-tallybridge-token': token },
    body: JSON.stringify(connectionBody(connection)),
  });
  if (!answer.ok) throw new Error(`our api refused the connection: ${await answer.text()}`);
}
