// What becomes of a payment once processor, fraud rules and trigger words have spoken.
import type { RiskAssessment, Trigger } from '../risk/decision-rules.ts';
import type { ProcessorDecision } from './processor-rules.ts';

/** A payment's status, its reason, and how much the issuer holds. */
export interface Outcome {
  readonly status: string;
  readonly reason?: string;
  /** Classic numeric reason code. */
  readonly reasonCode: number;
  readonly authorizedMinor: number;
}

const FRAUD_REVIEW = { reason: 'DECISION_PROFILE_REVIEW', reasonCode: 480 };
const FRAUD_REJECT = { reason: 'DECISION_PROFILE_REJECT', reasonCode: 481 };

/** @param processor absent when the review comes before the authorization. */
export function decideOutcome(
  trigger: Trigger | undefined,
  processor: ProcessorDecision | undefined,
  risk: RiskAssessment,
  amountMinor: number,
): Outcome {
  if (trigger === 'prereview' || processor === undefined) {
    return { status: 'PENDING_REVIEW', ...FRAUD_REVIEW, authorizedMinor: 0 };
  }
  const cause = processor.reason === undefined ? {} : { reason: processor.reason };
  const { reasonCode } = processor;
  const held = { authorizedMinor: amountMinor };
  if (processor.outcome === 'declined') {
    return { status: 'DECLINED', ...cause, reasonCode, authorizedMinor: 0 };
  }
  if (risk.decision === 'REJECT') {
    return { status: 'AUTHORIZED_RISK_DECLINED', ...FRAUD_REJECT, ...held };
  }
  if (risk.decision === 'REVIEW') {
    return { status: 'AUTHORIZED_PENDING_REVIEW', ...FRAUD_REVIEW, ...held };
  }
  if (processor.outcome === 'soft') {
    return { status: 'AUTHORIZED_PENDING_REVIEW', ...cause, reasonCode, ...held };
  }
  if (processor.outcome === 'partial') {
    const half = Math.floor(amountMinor / 2);
    return { status: 'PARTIAL_AUTHORIZED', reasonCode, authorizedMinor: half };
  }
  return { status: 'AUTHORIZED', reasonCode, ...held };
}

/** Whether an outcome opens a Decision Manager case. */
export function opensCase(outcome: Outcome): boolean {
  return outcome.reason === FRAUD_REVIEW.reason;
}
