// The people of an installation: shape of PUT /staff and the answers of GET and PUT /staff.
import * as z from 'zod/mini';
import { type Role, roles } from '../domain/role.ts';

export const staffChange = z
  .object({
    /** The Zoho user id. */
    userId: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/)),
    /** `zoho`: what the person's role there stands for. */
    role: z.optional(z.enum([...roles, 'zoho'])),
    access: z.optional(z.enum(['allowed', 'ended'])),
  })
  .check(z.refine(({ role, access }) => role !== undefined || access !== undefined));
export type StaffChange = z.infer<typeof staffChange>;

export interface StaffView {
  readonly userId: string;
  readonly name: string;
  readonly mail: string;
  readonly role: Role;
  /** Whether the role follows the one in Zoho, or an admin has set it. */
  readonly roleFrom: 'zoho' | 'admin';
  readonly zohoRole: string;
  /** `removed`: no longer a user of the company in Zoho. */
  readonly access: 'allowed' | 'ended' | 'removed';
  readonly isYou: boolean;
  /** Epoch ms: when Zoho was asked last. */
  readonly checkedAt: number;
}

export interface StaffReply {
  readonly people: readonly StaffView[];
}
