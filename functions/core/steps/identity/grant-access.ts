// A person agrees: the grant is written, and the client gets a code for it.
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { DataCentre, ZohoAccount } from '../../ports/people.ts';
import { enter, type Grant, grantKey, type IdentityPorts } from './identity-ports.ts';
import { zohoHost } from './organization-columns.ts';
import type { Choice } from './read-choices.ts';
import { openSession } from './sessions.ts';

export interface Consent {
  readonly account: ZohoAccount;
  readonly dataCentre: DataCentre;
  readonly choice: Choice;
  readonly client: {
    readonly clientId: string;
    readonly redirectUri: string;
    readonly challenge?: string | undefined;
  };
}

/** The code; `access-revoked` when an admin has ended the person's access. */
export async function grantAccess(
  ports: IdentityPorts,
  consent: Consent,
): Promise<Result<{ readonly code: string }>> {
  const { account, choice, client } = consent;
  const by = { userId: account.zohoUserId, name: account.name };
  if (choice.isNew) await beginInstallation(ports, consent);
  const known = await ports.store.find(
    'Grants',
    'grant_key',
    grantKey(choice.installation, account.zohoUserId),
  );
  if (known?.state === 'revoked') {
    await enter(ports, by, 'sign-in.refused', known, { reason: 'access-revoked' });
    return refused(problem('access-revoked', 'none'));
  }
  const grant = await writeGrant(ports, consent, known);
  const code = await openSession(ports, grant, client);
  await enter(ports, by, 'sign-in.granted', grant, {
    role: grant.role,
    product: choice.product,
    mail: account.mail,
  });
  return ok({ code });
}

/** A Zoho admin is the first; who begins it at the same time finds it begun. */
async function beginInstallation(
  ports: IdentityPorts,
  { account, choice, dataCentre }: Consent,
): Promise<void> {
  const now = ports.clock.now();
  const begun = await ports.store.insert('Installations', {
    installation_key: choice.installation,
    name: choice.company.slice(0, 255),
    state: 'new',
    zoho_host: zohoHost(dataCentre),
    books_organization: choice.organization,
    settings: JSON.stringify({
      zoho: { ...dataCentre, booksOrganizationId: choice.organization },
      organizationNames: { [choice.organization]: choice.company },
    }),
    created_at: now,
    updated_at: now,
  });
  if (begun.kind === 'duplicate') return;
  const subject = { installation: choice.installation, zoho_user_id: account.zohoUserId };
  const by = { userId: account.zohoUserId, name: account.name };
  await enter(ports, by, 'installation.begun', subject, { organization: choice.organization });
}

async function writeGrant(
  ports: IdentityPorts,
  { account, choice }: Consent,
  known: Grant | undefined,
): Promise<Pick<Grant, 'installation' | 'grant_key' | 'zoho_user_id' | 'role'>> {
  const now = ports.clock.now();
  const columns = {
    name: account.name.slice(0, 255),
    mail: account.mail.slice(0, 255),
    // A role that an admin has set stays.
    ...(known?.role_from === 'admin' ? {} : { role: choice.role, role_from: 'zoho' }),
    zoho_role: choice.zohoRole.slice(0, 255),
    product: choice.product,
    product_user_id: choice.productUserId,
    state: 'active',
    checked_at: now,
    updated_at: now,
  };
  const key = grantKey(choice.installation, account.zohoUserId);
  if (known !== undefined) {
    await ports.store.update('Grants', known.ROWID, columns);
    return { ...known, ...columns };
  }
  const row = {
    grant_key: key,
    installation: choice.installation,
    zoho_user_id: account.zohoUserId,
    role: choice.role,
    role_from: 'zoho',
    created_at: now,
    ...columns,
  };
  await ports.store.insert('Grants', row);
  return row;
}
