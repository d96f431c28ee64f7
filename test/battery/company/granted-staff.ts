// People who have signed in before the test begins: their grants as rows of the project, their tokens as our api signs them.
import { createSignedTokens } from '../../../functions/core/http/oauth-signed-tokens.ts';
import type { CatalystStandIn } from '../../sandbox/catalyst/start-catalyst.ts';
import type { SandboxClock } from '../../sandbox/clock.ts';
import { company } from '../../sandbox/setup/company-facts.ts';
import type { Credentials } from '../../sandbox/setup/credentials.ts';
import { staffMember } from '../../sandbox/setup/staff.ts';

export interface StaffProject {
  readonly catalyst: CatalystStandIn;
  readonly clock: SandboxClock;
  readonly credentials: Pick<Credentials, 'tokenKey'>;
}

type StaffRole = Parameters<typeof staffMember>[0];

const LIFE_MS = 10 * 60_000;
const granted = new WeakMap<CatalystStandIn, Map<StaffRole, Promise<void>>>();

/** A token of the person in that role, good for ten minutes; the first one writes the grant. */
export async function grantedStaffToken(project: StaffProject, role: StaffRole): Promise<string> {
  const { catalyst, clock, credentials } = project;
  const known = granted.get(catalyst) ?? new Map<StaffRole, Promise<void>>();
  granted.set(catalyst, known);
  const writing = known.get(role) ?? grant(project, role);
  known.set(role, writing);
  await writing;
  const { installation, booksOrganizationId } = company;
  return createSignedTokens({ current: credentials.tokenKey }, clock).sign(
    'staff',
    { sub: staffMember(role).id, ins: installation, org: booksOrganizationId, role, sid: role },
    LIFE_MS,
  );
}

async function grant({ catalyst, clock }: StaffProject, role: StaffRole): Promise<void> {
  const { id, name, email } = staffMember(role);
  const now = clock.now();
  const { installation } = company;
  const row = {
    grant_key: `${installation}|${id}`,
    installation,
    zoho_user_id: id,
    name,
    mail: email,
    role,
    role_from: 'admin',
    product: 'books',
    state: 'active',
    checked_at: now,
    created_at: now,
    updated_at: now,
  };
  const answer = await fetch(
    `${catalyst.url}/baas/v1/project/${catalyst.projectId}/table/Grants/row`,
    {
      method: 'POST',
      headers: {
        authorization: `Zoho-oauthtoken ${catalyst.token}`,
        PROJECT_ID: catalyst.projectKey,
        'X-Catalyst-Environment': 'Production',
        Environment: 'Production',
        'X-CATALYST-USER': 'admin',
        'content-type': 'application/json',
      },
      body: JSON.stringify([row]),
    },
  );
  if (!answer.ok) throw new Error(`the grant was not written: ${await answer.text()}`);
}
