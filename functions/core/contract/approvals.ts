// What people are asked to decide, by flows and by policies: shapes of the routes under /approvals.
import * as z from 'zod/mini';
import {
  type MoneyView,
  type PaymentView,
  type ProblemView,
  panelRequest,
  refundRequest,
} from './panel.ts';

const key = z.string().check(z.regex(/^[A-Za-z0-9_:.|#-]{1,255}$/));
const reason = z.string().check(z.maxLength(200));

export const decideRequest = z.object({
  key,
  decision: z.enum(['approved', 'rejected']),
  reason,
});
export type DecideRequest = z.infer<typeof decideRequest>;

/**
 * POST /approvals/request: a refund that a policy holds back, with the same intent id that it is to go out under.
 * `askedAt`: the record that is open, where others are told of it.
 */
export const approvalRequest = z.object({
  ...refundRequest.shape,
  askedAt: z.optional(panelRequest),
});
export type ApprovalRequest = z.infer<typeof approvalRequest>;

/** POST /approvals/withdraw, by who has asked. */
export const withdrawRequest = z.object({ key, reason });
export type WithdrawRequest = z.infer<typeof withdrawRequest>;

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
  /** Of money that a policy holds back. */
  readonly wanted?: {
    /** Absent for a charge that is not made yet. */
    readonly paymentKey?: string;
    readonly amount: MoneyView;
    readonly requestedBy: string;
    readonly why: readonly ProblemView[];
  };
}

/** GET /approvals: for those who may decide. GET /approvals/mine: what the person has asked for. */
export interface ApprovalsReply {
  readonly now: number;
  readonly approvals: readonly ApprovalView[];
}

export type Decision = 'approved' | 'rejected' | 'withdrawn' | 'expired';

export interface DecideReply {
  readonly key: string;
  readonly decision: Decision;
  /** The payment that it is about, where it is about one; the answer of the route shows it as it stands now. */
  readonly paymentKey?: string;
}

/** Answer of POST /approvals/decide and POST /approvals/withdraw. */
export interface DecidedReply extends DecideReply {
  readonly now: number;
  readonly payment?: PaymentView;
}

/** Reply of POST /approvals/request. */
export interface RequestReply {
  readonly now: number;
  readonly key: string;
  readonly payment: PaymentView;
}
