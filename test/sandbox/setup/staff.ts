// The company's people as the host pages sign them in.
import type { SandboxClock } from '../clock.ts';
import { mintStaffToken, type StaffMember } from '../hosts/staff-token.ts';
import { fullName, zohoUsers } from '../zoho/users.ts';
import { company } from './company-facts.ts';
import type { Credentials } from './credentials.ts';

export const staff: readonly StaffMember[] = zohoUsers.map((user) => ({
  id: user.zuid,
  name: fullName(user),
  email: user.email,
  role: user.role,
}));

/** @throws when the company has nobody in that role. */
export function staffMember(role: StaffMember['role']): StaffMember {
  const found = staff.find((one) => one.role === role);
  if (found === undefined) throw new Error(`nobody is ${role}`);
  return found;
}

/** What Zoho's connection would hold for the person in that role. */
export function staffToken(
  clock: SandboxClock,
  { tokenKey }: Credentials,
  role: StaffMember['role'],
): Promise<string> {
  const { installation, booksOrganizationId } = company;
  return mintStaffToken({ clock, tokenKey, installation, booksOrganizationId }, staffMember(role));
}
