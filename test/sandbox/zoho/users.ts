// The people of the sandbox's company: one for each role the product knows.

type StaffRole = 'viewer' | 'agent' | 'approver' | 'admin';

/** One Zoho user, known by a different id in each product. */
export interface ZohoUser {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly role: StaffRole;
  readonly zuid: string;
  readonly booksUserId: string;
  readonly crmUserId: string;
  readonly deskAgentId: string;
  /** The role's name in each product. */
  readonly booksRole: string;
  readonly crmRole: string;
  readonly crmProfile: string;
  readonly deskProfile: string;
}

function user(
  index: number,
  role: StaffRole,
  firstName: string,
  lastName: string,
  roles: readonly [books: string, crm: string, crmProfile: string, desk: string],
): ZohoUser {
  return {
    email: `${role}@example.com`,
    firstName,
    lastName,
    role,
    zuid: `92419400${index}`,
    booksUserId: `46000000000009300${index}`,
    crmUserId: `55000000000060500${index}`,
    deskAgentId: `190000000000013900${index}`,
    booksRole: roles[0],
    crmRole: roles[1],
    crmProfile: roles[2],
    deskProfile: roles[3],
  };
}

export const zohoUsers: readonly ZohoUser[] = [
  user(1, 'admin', 'Finance', 'Administrator', ['Admin', 'CEO', 'Administrator', 'Administrator']),
  user(2, 'approver', 'Finance', 'Manager', ['Manager', 'Manager', 'Standard', 'Supervisor']),
  user(3, 'agent', 'Accounts', 'Clerk', ['Staff', 'Manager', 'Standard', 'Agent']),
  user(4, 'viewer', 'Sales', 'Associate', ['Viewer', 'Manager', 'Standard', 'Light Agent']),
];

export function userByEmail(email: string): ZohoUser | undefined {
  return zohoUsers.find((candidate) => candidate.email === email.toLowerCase());
}

export function fullName(one: ZohoUser): string {
  return `${one.firstName} ${one.lastName}`;
}
