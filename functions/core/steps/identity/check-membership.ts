// Whether people are still users of the company in Zoho, and in which role: at each refresh, and by the timer.
import type { InstallationId } from '../../domain/ids.ts';
import { problem } from '../../domain/problem.ts';
import { type Result, refused } from '../../domain/result.ts';
import type { Companies, Company } from '../../ports/company.ts';
import { type Member, type PeopleProduct, peopleProducts } from '../../ports/people.ts';
import { type Cursors, isDue, moveCursor } from '../../work/cursors.ts';
import {
  enter,
  type Grant,
  type IdentityPorts,
  readRoleMap,
  tallybridge,
} from './identity-ports.ts';
import { type RoleMap, roleFor } from './zoho-role.ts';

export interface MembershipPorts extends IdentityPorts {
  readonly companies: Companies;
}

const MINUTE_MS = 60_000;
const CHECK_EACH_MS = 15 * MINUTE_MS;
/** An access token lives ten minutes more: nobody stays longer than an hour unseen. */
const UNSEEN_MAX_MS = 50 * MINUTE_MS;
const IDLE_CHECK_EACH_MS = 24 * 60 * MINUTE_MS;
const GRANTS_MAX = 300;
const CURSOR = 'people';

/**
 * `in`: still a user, with the grant as it is now. `out`: no longer. `unknown`: Zoho could not be asked for too long, or
 * the company has no connection to ask with.
 */
export type Membership =
  | { readonly kind: 'in'; readonly grant: Grant }
  | { readonly kind: 'out' }
  | { readonly kind: 'unknown'; readonly canAskLater: boolean };

/** Asks Zoho when the person was not seen for a quarter of an hour. */
export async function checkMembership(ports: MembershipPorts, grant: Grant): Promise<Membership> {
  const unseenMs = ports.clock.now() - (grant.checked_at ?? 0);
  if (unseenMs <= CHECK_EACH_MS) return { kind: 'in', grant };
  const company = await ports.companies.open(grant.installation as InstallationId);
  const members: Result<readonly Member[]> = company.ok
    ? await listMembers(company.value, grant.product as PeopleProduct)
    : refused(company.problem);
  if (!members.ok) {
    if (unseenMs <= UNSEEN_MAX_MS) return { kind: 'in', grant };
    return { kind: 'unknown', canAskLater: company.ok };
  }
  const roleMap = await readRoleMap(ports.store, grant.installation);
  const now = await applyMember(ports, grant, memberBehind(grant, members.value), roleMap);
  return now.state === 'active' ? { kind: 'in', grant: now } : { kind: 'out' };
}

/**
 * All of a company's people at once, one list of each product that they come from: every quarter of an hour while
 * somebody works with us, once a day otherwise, as who does not work has no token.
 * @param known the company's cursors.
 */
export async function recheckPeople(
  ports: MembershipPorts,
  company: Company,
  known?: Cursors,
): Promise<void> {
  const now = ports.clock.now();
  const cursor = known?.get(CURSOR);
  if (!isDue(cursor, CHECK_EACH_MS, now)) return;
  const isIdle = now - (cursor?.position ?? 0) < IDLE_CHECK_EACH_MS;
  const checked =
    isIdle && !(await isSomebodyHere(ports, company)) ? undefined : await checkAll(ports, company);
  await moveCursor(
    ports,
    company.installation,
    CURSOR,
    cursor,
    checked ? now : (cursor?.position ?? 0),
  );
}

async function isSomebodyHere({ store, clock }: IdentityPorts, company: Company): Promise<boolean> {
  const rows = await store.select('Sessions', {
    where: [
      ['installation', '=', company.installation],
      ['rotated_at', '>=', clock.now() - 2 * CHECK_EACH_MS],
    ],
    limit: 1,
  });
  return rows.length > 0;
}

/** True when every list could be read. */
async function checkAll(ports: MembershipPorts, company: Company): Promise<boolean> {
  const grants = await activeGrants(ports, company);
  if (grants.length === 0) return true;
  const roleMap = await readRoleMap(ports.store, company.installation);
  let all = true;
  let left: readonly Member[] = [];
  for (const product of peopleProducts) {
    const own = grants.filter((grant) => grant.product === product);
    if (own.length === 0) continue;
    const members = await listMembers(company, product);
    if (!members.ok) {
      ports.log.warn('people were not checked', {
        installation: company.installation,
        operation: product,
        code: members.problem.code,
      });
      all = false;
      continue;
    }
    for (const grant of own) {
      // Who was deactivated in the books is out, also where another product still knows the person.
      const isLeft = left.some(({ mail }) => mail !== '' && mail === grant.mail);
      await applyMember(
        ports,
        grant,
        isLeft ? undefined : memberBehind(grant, members.value),
        roleMap,
      );
    }
    left = [...left, ...members.value.filter((one) => !one.isActive)];
  }
  return all;
}

/** A company has one user at least, the one who connected it: an empty list is no answer, and puts nobody out. */
async function listMembers(
  { people }: Company,
  product: PeopleProduct,
): Promise<Result<readonly Member[]>> {
  const members = await people.list(product);
  const isEmpty = members.ok && members.value.length === 0;
  return isEmpty ? refused(problem('zoho-unavailable', 'retry', { product })) : members;
}

async function activeGrants({ store }: IdentityPorts, company: Company): Promise<Grant[]> {
  const all: Grant[] = [];
  for (
    let after = `${company.installation}|`, full = true;
    full;
    after = all.at(-1)?.grant_key ?? ''
  ) {
    const page = await store.select('Grants', {
      where: [
        ['installation', '=', company.installation],
        ['state', '=', 'active'],
        ['grant_key', '>', after],
      ],
      orderBy: ['grant_key', 'asc'],
      limit: GRANTS_MAX,
    });
    all.push(...page);
    full = page.length === GRANTS_MAX;
  }
  return all;
}

function memberBehind(grant: Grant, members: readonly Member[]): Member | undefined {
  return members.find(({ userId, mail }) =>
    (grant.product_user_id ?? '') === '' ? mail === grant.mail : userId === grant.product_user_id,
  );
}

/** The grant after what Zoho says of the person. */
async function applyMember(
  ports: IdentityPorts,
  grant: Grant,
  member: Member | undefined,
  roleMap: RoleMap,
): Promise<Grant> {
  const now = ports.clock.now();
  const seen = { checked_at: now, updated_at: now };
  if (member?.isActive !== true) {
    await ports.store.update('Grants', grant.ROWID, { ...seen, state: 'removed' });
    await enter(ports, tallybridge, 'staff.removed', grant, { product: grant.product });
    return { ...grant, ...seen, state: 'removed' };
  }
  const role = grant.role_from === 'zoho' ? roleFor(member, roleMap) : grant.role;
  const changed = { ...seen, role, zoho_role: member.role.slice(0, 255) };
  await ports.store.update('Grants', grant.ROWID, changed);
  if (role !== grant.role) {
    await enter(ports, tallybridge, 'staff.role', grant, { before: grant.role, after: role });
  }
  return { ...grant, ...changed };
}
