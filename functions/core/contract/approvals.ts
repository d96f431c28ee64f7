// What runs ask people to decide: shapes of GET /approvals and POST /approvals/decide.
import * as z from 'zod/mini';

export const decideRequest = z.object({
  key: z.string().check(z.regex(/^[A-Za-z0-9_:.|#-]{1,255}$/)),
  decision: z.enum(['approved', 'rejected']),
  reason: z.string().check(z.maxLength(200)),
});
export type DecideRequest = z.infer<typeof decideRequest>;

interface ApprovalView {
  readonly key: string;
  readonly ask: string;
  /** Who may decide. */
  readonly role: string;
  /** Asked for by the person who looks at it: somebody else must decide. */
  readonly own: boolean;
  /** Epoch ms. */
  readonly since: number;
  readonly expiresAt: number;
}

export interface ApprovalsReply {
  readonly now: number;
  readonly approvals: readonly ApprovalView[];
}

export interface DecideReply {
  readonly key: string;
  readonly decision: 'approved' | 'rejected';
}
