// Everybody who has a Zoho account in the sandbox: who they are and what their role is called in each product.

export const staffRoles = ['viewer', 'agent', 'approver', 'admin'] as const;
export type StaffRole = (typeof staffRoles)[number];

/** A product with users of its own; Inventory shares those of Books. */
export type ZohoService = 'books' | 'crm' | 'desk';

/** Where an account lives, as the `location` of a redirect names it. */
export type DataCentre = 'us' | 'eu';

/** The role's name in each product. */
interface RoleNames {
  readonly booksRole: string;
  readonly crmRole: string;
  readonly crmProfile: string;
  readonly deskProfile: string;
}

/** One Zoho user, known by a different id in each product. */
export interface ZohoUser extends RoleNames {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly role: StaffRole;
  readonly dataCentre: DataCentre;
  /** Where they are users of the company; an account alone opens no organization. */
  readonly services: readonly ZohoService[];
  /** False once an administrator has deactivated them: they still sign in, but find no organization. */
  readonly isActive: boolean;
  readonly zuid: string;
  readonly booksUserId: string;
  readonly crmUserId: string;
  readonly deskAgentId: string;
}

const roleNames: Readonly<Record<StaffRole, RoleNames>> = {
  admin: names('Admin', 'CEO', 'Administrator', 'Administrator'),
  approver: names('Manager', 'Manager', 'Standard', 'Supervisor'),
  agent: names('Staff', 'Manager', 'Standard', 'Agent'),
  viewer: names('Viewer', 'Manager', 'Standard', 'Light Agent'),
};

function names(
  booksRole: string,
  crmRole: string,
  crmProfile: string,
  deskProfile: string,
): RoleNames {
  return { booksRole, crmRole, crmProfile, deskProfile };
}

/** The user in another role, with that role's names. */
export function inRole(user: ZohoUser, role: StaffRole): ZohoUser {
  return { ...user, ...roleNames[role], role };
}

const everywhere: readonly ZohoService[] = ['books', 'crm', 'desk'];

function user(
  index: number,
  role: StaffRole,
  account: string,
  name: readonly [first: string, last: string],
  place: { readonly services?: readonly ZohoService[]; readonly dataCentre?: DataCentre } = {},
): ZohoUser {
  return {
    email: `${account}@example.com`,
    firstName: name[0],
    lastName: name[1],
    role,
    ...roleNames[role],
    dataCentre: place.dataCentre ?? 'us',
    services: place.services ?? everywhere,
    isActive: true,
    zuid: `92419400${index}`,
    booksUserId: `46000000000009300${index}`,
    crmUserId: `55000000000060500${index}`,
    deskAgentId: `190000000000013900${index}`,
  };
}

/** As they were seeded: one for each role the product knows, and three who make signing in less simple. */
export const zohoUsers: readonly ZohoUser[] = [
  user(1, 'admin', 'admin', ['Finance', 'Administrator']),
  user(2, 'approver', 'approver', ['Finance', 'Manager']),
  user(3, 'agent', 'agent', ['Accounts', 'Clerk']),
  user(4, 'viewer', 'viewer', ['Sales', 'Associate']),
  user(5, 'admin', 'crm-admin', ['Sales', 'Administrator'], { services: ['crm', 'desk'] }),
  user(6, 'agent', 'newcomer', ['New', 'Colleague']),
  user(7, 'admin', 'europe', ['European', 'Administrator'], { dataCentre: 'eu' }),
];

export function fullName(one: ZohoUser): string {
  return `${one.firstName} ${one.lastName}`;
}
