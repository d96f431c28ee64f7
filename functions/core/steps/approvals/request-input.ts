// What a request for a refund or a charge holds on disk: the input of the run that carries it to its end.
import * as z from 'zod/mini';
import { panelRequest, refundRequest } from '../../contract/panel.ts';
import type { InstallationId } from '../../domain/ids.ts';
import { roles } from '../../domain/role.ts';
import type { Row } from '../../store/schema.ts';
import { approvalKey, type Question } from '../../work/approvals.ts';
import { runKey } from '../../work/runs.ts';

/** No document can have these ids: the runs are carried on by us. */
const refundRequestRun = 'refund.request';
const chargeRequestRun = 'charge.request';
export const requestRuns: ReadonlySet<string> = new Set([refundRequestRun, chargeRequestRun]);

/** A charge of a saved card that somebody wants; its row is there already and waits. */
const chargeWish = z.object({
  chargeKey: z.string(),
  intentId: z.string(),
  amountMinor: z.number(),
  currency: z.string(),
  reason: z.string(),
});
export type ChargeWish = z.infer<typeof chargeWish>;
/** Where the decision of a run stands. */
export const DECISION = 'decision';

const requestInput = z.object({
  request: z.union([refundRequest, chargeWish]),
  actor: z.object({ userId: z.string(), name: z.string(), role: z.enum(roles) }),
  mail: z.optional(z.string()),
  by: z.enum(['approver', 'admin']),
  /** The rules that hold it back, as problems. */
  why: z.array(
    z.object({
      code: z.string(),
      remedy: z.literal('none'),
      facts: z.optional(z.record(z.string(), z.string())),
    }),
  ),
  askedAt: z.optional(panelRequest),
  tell: z.array(z.string()),
  /** Epoch ms. */
  expiresAt: z.number(),
});
export type RequestInput = z.infer<typeof requestInput>;

export function readRequestInput(run: Row<'Runs'>): RequestInput {
  return requestInput.parse(JSON.parse(run.input ?? '{}'));
}

export function isOfCharge(request: RequestInput['request']): request is ChargeWish {
  return 'chargeKey' in request;
}

/** The run of a request, by what is asked for. */
export function requestRun(request: RequestInput['request']): string {
  return isOfCharge(request) ? chargeRequestRun : refundRequestRun;
}

export function requestKey(installation: InstallationId, intentId: string): string {
  return approvalKey(runKey(installation, refundRequestRun, intentId), DECISION);
}

export function chargeRequestKey(installation: InstallationId, intentId: string): string {
  return approvalKey(runKey(installation, chargeRequestRun, intentId), DECISION);
}

/** What those who may decide are asked. */
export function questionOf({ request, actor, mail, by, why, expiresAt }: RequestInput): Question {
  return {
    place: DECISION,
    role: by,
    ask: request.reason,
    requestedBy: actor.userId,
    expiresAt,
    wanted: {
      ...(isOfCharge(request)
        ? { kind: 'charge' }
        : { kind: 'refund', payment_key: request.paymentKey }),
      intent_id: request.intentId,
      amount_minor: request.amountMinor,
      currency: request.currency,
      why: JSON.stringify(why),
      requested_name: actor.name,
      ...(mail === undefined ? {} : { requested_mail: mail }),
    },
  };
}
