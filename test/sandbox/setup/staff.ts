// The company's people by the role that they have with us.
import { fullName, type StaffRole, zohoUsers } from '../zoho/users.ts';

/** As our api knows a person. */
interface StaffMember {
  /** The Zoho user id, the same in all products. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** Whoever was seeded in that role first. @throws when nobody was. */
export function staffMember(role: StaffRole): StaffMember {
  const found = zohoUsers.find((one) => one.role === role);
  if (found === undefined) throw new Error(`nobody is ${role}`);
  return { id: found.zuid, name: fullName(found), email: found.email };
}
