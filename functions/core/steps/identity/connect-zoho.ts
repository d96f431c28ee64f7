// An admin connects the company to Zoho: where to send them, and what is kept when they come back.
import type { InstallationId } from '../../domain/ids.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import { type Actor, mayDo } from '../../domain/role.ts';
import type { PeopleProduct, SignedTokens, ZohoAccount, ZohoVisit } from '../../ports/people.ts';
import type { Secrets } from '../../ports/platform.ts';
import { changeInstallation, readInstallation } from '../connect/installation-record.ts';
import { enter, type IdentityPorts } from './identity-ports.ts';
import { connectionScopes } from './zoho-scopes.ts';

export interface ConnectTicketPorts {
  readonly signedTokens: SignedTokens;
  /** Our own https base, as Zoho and browsers reach it. */
  readonly publicUrl: string;
}

export interface ConnectZohoPorts extends IdentityPorts {
  readonly secrets: Secrets;
  /** Our client in Zoho's API console: refresh tokens are good with it only. */
  readonly zohoClient: { readonly clientId: string; readonly clientSecret: string };
}

/** Who began, for whom, and what is asked for. */
export interface ConnectionRequested {
  readonly installation: InstallationId;
  readonly actor: { readonly userId: string; readonly name: string };
  readonly products: readonly PeopleProduct[];
}

const TICKET_LIFE_MS = 5 * 60_000;

/**
 * Where the admin's browser goes, in a window of its own, to sign in with Zoho for the company. The address is good for
 * five minutes; afterwards `GET /installation` shows whether it worked.
 */
export async function beginZohoConnection(
  ports: ConnectTicketPorts,
  installation: InstallationId,
  actor: Actor,
  products: readonly PeopleProduct[],
): Promise<Result<{ readonly url: string }>> {
  if (!mayDo(actor.role, 'configure')) {
    return refused(problem('not-allowed', 'none', { role: actor.role }));
  }
  const ticket = await ports.signedTokens.sign(
    'zoho-connect',
    {
      installation,
      actor: { userId: actor.userId, name: actor.name },
      // Without the books nothing can be posted, and nobody can be recognized.
      products: [...new Set<PeopleProduct>(['books', ...products])],
    } satisfies ConnectionRequested,
    TICKET_LIFE_MS,
  );
  return ok({ url: `${ports.publicUrl}/oauth/zoho/connect?ticket=${ticket}` });
}

/**
 * Keeps the connection when who has signed in is an admin of the installation's own organization: a link that somebody
 * else was talked into opening connects nothing of theirs.
 */
export async function finishZohoConnection(
  ports: ConnectZohoPorts,
  requested: ConnectionRequested,
  visit: ZohoVisit,
): Promise<Result<ZohoAccount>> {
  const account = await visit.account();
  if (!account.ok) return account;
  if (visit.refreshToken === undefined) return refused(problem('zoho-sign-in-needed', 'fix-setup'));
  const missing = missingScopes(requested.products, visit.scopes);
  if (missing.length > 0) {
    return refused(problem('zoho-scopes-missing', 'fix-setup', { scopes: missing.join(', ') }));
  }
  const { installation } = requested;
  const { name, settings } = await readInstallation(ports, installation);
  const organization = settings.zoho?.booksOrganizationId;
  const isTheirs =
    organization === undefined
      ? ok(account.value.zohoUserId === requested.actor.userId)
      : await isAdminOf(visit, organization);
  if (!isTheirs.ok) return isTheirs;
  if (!isTheirs.value) {
    const facts = { mail: account.value.mail, company: name };
    return refused(problem('zoho-account-elsewhere', 'fix-setup', facts));
  }
  const saved = await saveZohoConnection(ports, installation, visit, visit.refreshToken);
  if (!saved.ok) return saved;
  const subject = { installation, zoho_user_id: account.value.zohoUserId };
  await enter(ports, requested.actor, 'zoho.connected', subject, {
    mail: account.value.mail,
    scopes: visit.scopes.join(' '),
  });
  return account;
}

async function isAdminOf(visit: ZohoVisit, organization: string): Promise<Result<boolean>> {
  const member = await visit.membership('books', organization);
  if (!member.ok) return member;
  return ok(member.value?.isActive === true && member.value.isAdmin);
}

function missingScopes(products: readonly PeopleProduct[], granted: readonly string[]): string[] {
  const have = new Set(granted.map((scope) => scope.toLowerCase()));
  return connectionScopes(products).filter((scope) => !have.has(scope.toLowerCase()));
}

/** The one place where a company's refresh token goes into its installation. */
function saveZohoConnection(
  ports: ConnectZohoPorts,
  installation: InstallationId,
  { dataCentre, scopes }: ZohoVisit,
  refreshToken: string,
) {
  const { clientId, clientSecret } = ports.zohoClient;
  const { accountsUrl, apiUrl, deskUrl } = dataCentre;
  return changeInstallation(ports, installation, ({ settings, secrets }) => ({
    settings: {
      ...settings,
      zoho: { ...settings.zoho, accountsUrl, apiUrl, deskUrl, clientId, scopes },
    },
    secrets: { ...secrets, zohoClientSecret: clientSecret, zohoRefreshToken: refreshToken },
  }));
}
