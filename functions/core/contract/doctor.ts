// What the doctor is asked and answers: every check with its state and its faults in words.
import * as z from 'zod/mini';
import type { ProblemView } from './panel.ts';

const doctorChecks = [
  'sign-in',
  'scopes',
  'organizations',
  'plan',
  'gateway-key',
  'clock',
  'webhook',
  'signing-key',
  'fields',
  'accounts',
  'crm-watch',
  'shop-webhook',
  'mail',
  'timer',
  'data-version',
  'card-page',
] as const;
export type DoctorCheckName = (typeof doctorChecks)[number];

/** `unknown`: it could not look, `problem` says why. `skipped`: there is nothing of the kind to look at. */
export interface CheckView {
  readonly name: DoctorCheckName;
  readonly state: 'good' | 'fault' | 'unknown' | 'skipped';
  readonly faults: readonly {
    readonly subject: string;
    readonly problem: ProblemView;
    readonly canMend: boolean;
  }[];
  readonly problem?: ProblemView;
}

/** GET /doctor. */
export interface DoctorReply {
  readonly checkedAt: number;
  readonly checks: readonly CheckView[];
}

/** POST /doctor/mend: answers the check as it is afterwards, as a DoctorReply with that one. */
export const mendRequest = z.object({
  check: z.enum(doctorChecks),
  subject: z.string().check(z.maxLength(255)),
});
export type MendRequest = z.infer<typeof mendRequest>;
