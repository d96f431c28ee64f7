// A person with a grant and an access token, as the sign-in would have left them: for tests that begin after it.
import type { Role } from '../../../functions/core/domain/role.ts';
import {
  createSignedTokens,
  type TokenKeys,
} from '../../../functions/core/http/oauth-signed-tokens.ts';
import { createStaffDoor, type StaffDoor } from '../../../functions/core/http/staff-door.ts';
import type { Clock } from '../../../functions/core/ports/platform.ts';
import type { Store } from '../../../functions/core/ports/store.ts';
import { createGrantReader } from '../../../functions/core/steps/identity/known-grants.ts';

export const TOKEN_KEYS: TokenKeys = { current: Buffer.alloc(32, 7).toString('base64') };

export interface Person {
  readonly role: Role;
  /** `user-<role>` when absent: the door remembers a person's role for a while. */
  readonly userId?: string;
  readonly name?: string;
  readonly mail?: string;
  readonly installation?: string;
  readonly organization?: string;
}

interface Place {
  readonly store: Store;
  readonly clock: Clock;
}

/** The door as the api has it. */
export function staffDoorOf({ store, clock }: Place, keys: TokenKeys = TOKEN_KEYS): StaffDoor {
  const signedTokens = createSignedTokens(keys, clock);
  return createStaffDoor({ clock, signedTokens, readGrant: createGrantReader({ store, clock }) });
}

/** Writes the grant, or changes its role. */
export async function grantRole({ store, clock }: Place, person: Person): Promise<void> {
  const { role, userId = `user-${role}`, installation = 'inst-1' } = person;
  const now = clock.now();
  const key = `${installation}|${userId}`;
  const known = await store.find('Grants', 'grant_key', key);
  if (known !== undefined) {
    await store.update('Grants', known.ROWID, { role });
    return;
  }
  await store.insert('Grants', {
    grant_key: key,
    installation,
    zoho_user_id: userId,
    name: person.name ?? 'A Clerk',
    mail: person.mail ?? `${userId}@example.com`,
    role,
    role_from: 'zoho',
    product: 'books',
    product_user_id: `books-${userId}`,
    state: 'active',
    checked_at: now,
    created_at: now,
    updated_at: now,
  });
}

/** Grants the role and signs a token, good for ten minutes. */
export async function grantedToken(
  place: Place,
  person: Person,
  keys: TokenKeys = TOKEN_KEYS,
): Promise<string> {
  await grantRole(place, person);
  const { role, userId = `user-${role}`, installation = 'inst-1' } = person;
  const { organization = '10234695' } = person;
  return createSignedTokens(keys, place.clock).sign(
    'staff',
    { sub: userId, ins: installation, org: organization, role, sid: 'session-1' },
    600_000,
  );
}
