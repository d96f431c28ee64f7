// Joins the authorization server with Zoho's sign-in; loaded when somebody first signs in.
import {
  readDataCentres,
  type ZohoDataCentre,
  zohoDataCentres,
} from '../connectors/zoho-accounts/data-centres.ts';
import {
  authorizeUrl,
  type PersonTokens,
  readAccount,
  redeemCode,
  type SignInOptions,
} from '../connectors/zoho-accounts/sign-in.ts';
import { listBooksOrganizations } from '../connectors/zoho-books/organizations.ts';
import { readOwnBooksUser } from '../connectors/zoho-books/users.ts';
import { listCrmOrganizations } from '../connectors/zoho-crm/organization.ts';
import { readOwnCrmUser } from '../connectors/zoho-crm/users.ts';
import { listDeskOrganizations } from '../connectors/zoho-desk/organizations.ts';
import { readOwnDeskAgent } from '../connectors/zoho-desk/users.ts';
import { ok, type Result } from '../domain/result.ts';
import { createOAuthApp } from '../http/oauth-app.ts';
import type { Companies } from '../ports/company.ts';
import type {
  Organization,
  PeopleProduct,
  SignedTokens,
  ZohoSignIn,
  ZohoVisit,
} from '../ports/people.ts';
import type { Clock, Log, Random, Secrets, Transport } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import type { RotatedKeys } from './environment.ts';
import type { SignInSettings } from './sign-in-settings.ts';

export interface SignInParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly secrets: Secrets;
  readonly companies: Companies;
  readonly transport: Transport;
  readonly signedTokens: SignedTokens;
  readonly tokenKeys: RotatedKeys;
}

/** Answers all requests below `/oauth/`. */
export function createSignIn(
  parts: SignInParts,
  settings: SignInSettings,
): (request: Request) => Promise<Response> {
  const { publicUrl, zohoClient, connectionClientSecrets } = settings;
  const dataCentres =
    settings.dataCentres === undefined ? zohoDataCentres : readDataCentres(settings.dataCentres);
  const redirectUri = `${publicUrl}/oauth/zoho/callback`;
  return createOAuthApp({
    ...parts,
    publicUrl,
    zohoClient,
    zoho: createZohoSignIn({ ...parts, ...zohoClient, dataCentres, redirectUri }),
    refreshKeys: bothOf(parts.tokenKeys),
    client: {
      clientId: settings.connectionClientId,
      clientSecrets: bothOf(connectionClientSecrets),
      redirectUris: dataCentres.flatMap(({ callbacks }) => callbacks),
    },
  });
}

function bothOf({ current, previous }: RotatedKeys): [string, ...string[]] {
  return previous === undefined ? [current] : [current, previous];
}

function createZohoSignIn(options: SignInOptions): ZohoSignIn {
  return {
    authorizeUrl: (request) => authorizeUrl(options, request),
    async redeem(reply) {
      const tokens = await redeemCode(options, reply);
      return tokens.ok ? ok(visitWith(options.transport, tokens.value)) : tokens;
    },
  };
}

/** Who does not use a product is refused there in one of these ways. */
const nobody = new Set([
  'not-found',
  'zoho-permission-missing',
  'zoho-plan-missing',
  'zoho-organization-wrong',
  'zoho-sign-in-needed',
]);

/** The person's own token acts for the few calls of this one visit. */
function visitWith(transport: Transport, person: PersonTokens): ZohoVisit {
  const { dataCentre, accessToken, refreshToken, scopes } = person;
  const tokens = { accessToken: async () => ok({ token: accessToken }), invalidate: () => {} };
  const connection = { tokens, transport, ...addressesOf(dataCentre) };
  const lists = {
    books: listBooksOrganizations,
    crm: listCrmOrganizations,
    desk: listDeskOrganizations,
  };
  const members = {
    books: (organizationId: string) => readOwnBooksUser({ ...connection, organizationId }),
    crm: () => readOwnCrmUser(connection),
    desk: (orgId: string) => readOwnDeskAgent({ ...connection, orgId }),
  };
  return {
    dataCentre,
    scopes,
    ...(refreshToken === undefined ? {} : { refreshToken }),
    account: () => readAccount(transport, person),
    async organizations(product: PeopleProduct): Promise<Result<readonly Organization[]>> {
      const found = await lists[product](connection);
      return !found.ok && nobody.has(found.problem.code) ? ok([]) : found;
    },
    membership: (product, organization) => members[product](organization),
  };
}

function addressesOf({ apiUrl, deskUrl }: ZohoDataCentre) {
  return { apiUrl, deskUrl };
}
