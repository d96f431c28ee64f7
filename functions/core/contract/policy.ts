// The policy as people edit it, and the shapes of POST /policies/dry-run.
import * as z from 'zod/mini';
import { type Policy, policyConsequences, policyMovements } from '../domain/policy.ts';
import { roles } from '../domain/role.ts';
import type { MoneyView, ProblemView } from './panel.ts';

export type { Policy, PolicyConsequence, PolicyMovement, PolicyRule } from '../domain/policy.ts';
export type { Role } from '../domain/role.ts';

const amountsMinor = z.record(
  z.string().check(z.regex(/^[A-Z]{3}$/)),
  z.number().check(z.int(), z.minimum(0), z.maximum(999_999_999_999_999)),
);

const common = {
  on: z.array(z.enum(policyMovements)).check(z.minLength(1)),
  roles: z.optional(z.array(z.enum(roles)).check(z.minLength(1))),
  people: z.optional(
    z.array(z.string().check(z.minLength(1), z.maxLength(64))).check(z.minLength(1)),
  ),
  beyond: z.enum(policyConsequences),
};

const rule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('amount'), ...common, upToMinor: amountsMinor }),
  z.strictObject({
    kind: z.literal('per-day'),
    ...common,
    // Only what goes out or is charged is counted by the day.
    on: z.array(z.enum(['refund', 'charge'])).check(z.minLength(1)),
    upToMinor: amountsMinor,
  }),
  z.strictObject({ kind: z.literal('per-payment'), ...common, upToMinor: amountsMinor }),
  z.strictObject({
    kind: z.literal('age'),
    ...common,
    upToDays: z.number().check(z.int(), z.minimum(0), z.maximum(3_650)),
  }),
  z.strictObject({
    kind: z.literal('currency'),
    ...common,
    among: z.array(z.string().check(z.regex(/^[A-Z]{3}$/))).check(z.minLength(1)),
  }),
  z.strictObject({ kind: z.literal('risk'), ...common, from: z.enum(['medium', 'high']) }),
  z.strictObject({ kind: z.literal('dispute'), ...common }),
  z.strictObject({ kind: z.literal('other-card'), ...common }),
  z.strictObject({
    kind: z.literal('reason'),
    ...common,
    lengthMin: z.number().check(z.int(), z.minimum(1), z.maximum(200)),
  }),
]);

/** `policy.schema.json` publishes it. */
export const policySchema: z.ZodMiniType<Policy> = z.strictObject({
  format: z.literal(1),
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,38}$/)),
  version: z.number().check(z.int(), z.minimum(1)),
  title: z.string().check(z.minLength(1), z.maxLength(80)),
  requestHours: z.number().check(z.int(), z.minimum(1), z.maximum(720)),
  tell: z.array(z.string().check(z.regex(/\S/), z.maxLength(200))).check(z.maxLength(10)),
  rules: z.array(rule).check(z.maxLength(100)),
});

/** POST /policies/dry-run: the draft, the policy that holds where there is none, or the body given along. */
export const dryRunRequest = z.object({
  policy: z.optional(z.record(z.string(), z.unknown())),
  days: z.optional(z.number().check(z.int(), z.minimum(1), z.maximum(31))),
});
export type DryRunRequest = z.infer<typeof dryRunRequest>;

/** One movement of the past, and what the policy would have said of it. */
export interface DryRunLine {
  readonly intentId: string;
  readonly paymentKey: string;
  /** Epoch ms. */
  readonly at: number;
  readonly amount: MoneyView;
  readonly actorName: string;
  readonly outcome: 'allowed' | 'needs-approval' | 'forbidden';
  /** What stands against it, with the numbers; absent when it would have been allowed. */
  readonly verdict?: ProblemView;
}

export interface DryRunReply {
  /** Epoch ms: what lies between was looked at. */
  readonly from: number;
  readonly to: number;
  /** Which rules were tried. */
  readonly tried: 'given' | 'draft' | 'published';
  readonly counts: {
    readonly allowed: number;
    readonly needsApproval: number;
    readonly forbidden: number;
    /** Made outside of Tallybridge, where no policy reaches. */
    readonly elsewhere: number;
  };
  /** The newest first; those that are not allowed before the others, at most 100. */
  readonly movements: readonly DryRunLine[];
  /** There were more movements than are looked at: the oldest are left out. */
  readonly isPartial: boolean;
}
