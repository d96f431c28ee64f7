// How Zoho's connections and our api know each other: the custom service there, the environment here.
import type { CatalystStandIn } from '../catalyst/start-catalyst.ts';
import type { CustomService } from '../hosts/connections/custom-service.ts';
import type { HostsStandIn } from '../hosts/hosts.ts';
import type { ZohoStandIn } from '../zoho/start-zoho.ts';
import type { Credentials } from './credentials.ts';

/** What a developer enters in Zoho. */
export function customService(
  { connectionClientId, connectionClientSecret }: Credentials,
  functionsBase: string,
): CustomService {
  const oauth = `${functionsBase}/api/oauth`;
  return {
    name: 'Tallybridge',
    clientId: connectionClientId,
    clientSecret: connectionClientSecret,
    authorizeUrl: `${oauth}/authorize?access_type=offline`,
    tokenUrl: `${oauth}/token`,
    revokeUrl: `${oauth}/revoke`,
    scope: 'tallybridge.use',
    header: 'x-tallybridge-token',
  };
}

export interface IdentityParts {
  readonly credentials: Credentials;
  readonly catalyst: CatalystStandIn;
  readonly hosts: Pick<HostsStandIn, 'callbackUrl'>;
  readonly dataCentres: readonly ZohoStandIn[];
}

/** What the deployer sets in the functions' environment. */
export function identityOf({
  credentials,
  catalyst,
  hosts,
  dataCentres,
}: IdentityParts): Record<string, string> {
  return {
    TALLYBRIDGE_PUBLIC_URL: `${catalyst.functions.base}/api`,
    TALLYBRIDGE_ZOHO_CLIENT_ID: credentials.zohoClientId,
    TALLYBRIDGE_ZOHO_CLIENT_SECRET: credentials.zohoClientSecret,
    TALLYBRIDGE_CONNECTION_CLIENT_ID: credentials.connectionClientId,
    TALLYBRIDGE_CONNECTION_CLIENT_SECRET: credentials.connectionClientSecret,
    // In place of Zoho's own, which have names of their own.
    TALLYBRIDGE_ZOHO_DATA_CENTRES: JSON.stringify(
      dataCentres.map(({ dataCentre, accounts, api, desk }) => ({
        location: dataCentre.location,
        accountsUrl: accounts.url,
        apiUrl: api.url,
        deskUrl: desk.url,
        callbacks: [hosts.callbackUrl],
      })),
    ),
  };
}
