// What a request for a refund holds on disk: the input of the run that carries it to its end.
import * as z from 'zod/mini';
import { panelRequest, refundRequest } from '../../contract/panel.ts';
import type { InstallationId } from '../../domain/ids.ts';
import { roles } from '../../domain/role.ts';
import type { Row } from '../../store/schema.ts';
import { approvalKey, type Question } from '../../work/approvals.ts';
import { runKey } from '../../work/runs.ts';

/** No document can have this id: the run is carried on by us. */
export const refundRequestRun = 'refund.request';
/** Where the decision of a run stands. */
export const DECISION = 'decision';

const requestInput = z.object({
  request: refundRequest,
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

export function requestRunKey(installation: InstallationId, intentId: string): string {
  return runKey(installation, refundRequestRun, intentId);
}

export function requestKey(installation: InstallationId, intentId: string): string {
  return approvalKey(requestRunKey(installation, intentId), DECISION);
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
      kind: 'refund',
      payment_key: request.paymentKey,
      intent_id: request.intentId,
      amount_minor: request.amountMinor,
      currency: request.currency,
      why: JSON.stringify(why),
      requested_name: actor.name,
      ...(mail === undefined ? {} : { requested_mail: mail }),
    },
  };
}
