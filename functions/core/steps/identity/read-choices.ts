// For whom a person who has signed in with Zoho may work: the installations of their organizations, or a new one.
import { createHash } from 'node:crypto';
import { ok, type Result } from '../../domain/result.ts';
import type { Role } from '../../domain/role.ts';
import {
  type Member,
  type Organization,
  type PeopleProduct,
  peopleProducts,
  type ZohoVisit,
} from '../../ports/people.ts';
import type { Store } from '../../ports/store.ts';
import type { Row } from '../../store/schema.ts';
import { settingsOf } from './identity-ports.ts';
import { zohoHost } from './organization-columns.ts';
import { roleFor } from './zoho-role.ts';

/** One company that the person may choose. */
export interface Choice {
  readonly installation: string;
  /** Nobody has begun it yet: the person would be its first admin. */
  readonly isNew: boolean;
  readonly company: string;
  /** The Books organization; empty where the installation has none. */
  readonly organization: string;
  /** Where the membership was seen. */
  readonly product: PeopleProduct;
  readonly productUserId: string;
  readonly zohoRole: string;
  readonly role: Role;
}

type Own = Readonly<Record<PeopleProduct, readonly Organization[]>>;

const columns = {
  books: 'books_organization',
  crm: 'crm_organization',
  desk: 'desk_organization',
} as const;
/** Of how many organizations without an installation we ask whether the person is an admin. */
const NEW_MAX = 10;

/** A problem when Zoho did not say enough to decide: nobody is let in by a product that merely did answer. */
export async function readChoices(
  store: Store,
  visit: ZohoVisit,
): Promise<Result<readonly Choice[]>> {
  const own = await ownOrganizations(visit);
  if (!own.ok) return own;
  const host = zohoHost(visit.dataCentre);
  const installations = await installationsOf(store, host, own.value);
  const choices: Choice[] = [];
  for (const row of installations) {
    const choice = await choiceOf(visit, own.value, row);
    if (!choice.ok) return choice;
    if (choice.value !== undefined) choices.push(choice.value);
  }
  if (choices.length > 0) return ok(choices);
  const taken = new Set(installations.map((row) => row.books_organization));
  return newChoices(
    visit,
    host,
    own.value.books.filter(({ id }) => !taken.has(id)),
  );
}

async function ownOrganizations(visit: ZohoVisit): Promise<Result<Own>> {
  const [books, crm, desk] = await Promise.all(
    peopleProducts.map((product) => visit.organizations(product)),
  );
  for (const one of [books, crm, desk]) if (one?.ok === false) return one;
  const listed = (one: typeof books) => (one?.ok ? one.value : []);
  return ok({ books: listed(books), crm: listed(crm), desk: listed(desk) });
}

async function installationsOf(store: Store, host: string, own: Own) {
  const found = await Promise.all(
    peopleProducts.map((product) => {
      const ids = own[product].map(({ id }) => id).filter((id) => /^[A-Za-z0-9_-]{1,64}$/.test(id));
      if (ids.length === 0) return [];
      return store.select('Installations', { where: [[columns[product], 'in', ids]] });
    }),
  );
  const rows = new Map(found.flat().map((row) => [row.installation_key, row]));
  return [...rows.values()].filter((row) => row.zoho_host === host);
}

/** The books say first who somebody is; only who is nobody there is looked for in the other products. */
async function choiceOf(
  visit: ZohoVisit,
  own: Own,
  row: Row<'Installations'>,
): Promise<Result<Choice | undefined>> {
  for (const product of peopleProducts) {
    const organization = row[columns[product]] ?? '';
    if (!own[product].some(({ id }) => id === organization)) continue;
    const member = await visit.membership(product, organization);
    if (!member.ok) return member;
    if (member.value === undefined) continue;
    if (!member.value.isActive) return ok(undefined);
    return ok({
      installation: row.installation_key,
      isNew: false,
      company: row.name ?? '',
      organization: row.books_organization ?? '',
      ...membershipIn(product, member.value, roleFor(member.value, settingsOf(row).roleMap)),
    });
  }
  return ok(undefined);
}

function membershipIn(product: PeopleProduct, member: Member, role: Role) {
  return { product, productUserId: member.userId, zohoRole: member.role, role };
}

async function newChoices(
  visit: ZohoVisit,
  host: string,
  organizations: readonly Organization[],
): Promise<Result<readonly Choice[]>> {
  const choices: Choice[] = [];
  for (const { id, name } of organizations.slice(0, NEW_MAX)) {
    const member = await visit.membership('books', id);
    if (!member.ok) return member;
    if (member.value?.isActive !== true || !member.value.isAdmin) continue;
    choices.push({
      installation: newInstallationId(host, id),
      isNew: true,
      company: name,
      organization: id,
      ...membershipIn('books', member.value, 'admin'),
    });
  }
  return ok(choices);
}

/** The same for all admins of an organization, so that two who begin at once begin one installation. */
function newInstallationId(host: string, organization: string): string {
  return `org-${createHash('sha256').update(`${host}|${organization}`).digest('hex').slice(0, 20)}`;
}
