// Which event a transaction raises, and what its payload says. No real payload of these is public: this is our model.
import { formatAmount } from '../amounts.ts';
import type { Gateway } from '../gateway.ts';
import { timestamp } from '../ids.ts';
import type { Merchant } from '../merchants.ts';
import type { CaseDecision } from '../risk/decide-case.ts';
import type { Transaction } from '../transactions.ts';

const PAYMENT_EVENTS: Readonly<Record<string, string>> = {
  AUTHORIZED: 'payments.payments.accept',
  PARTIAL_AUTHORIZED: 'payments.payments.partial.approval',
  AUTHORIZED_PENDING_REVIEW: 'payments.payments.review',
  PENDING_REVIEW: 'payments.payments.review',
};

const PLURALS = {
  capture: 'captures',
  refund: 'refunds',
  credit: 'credits',
  reversal: 'reversals',
  void: 'voids',
} as const;

/** Events by product, as the products listing gives them. */
export const products = {
  cardProcessing: [
    'payments.payments.accept',
    'payments.payments.review',
    'payments.payments.reject',
    'payments.payments.partial.approval',
    'payments.reversals.accept',
    'payments.reversals.reject',
    'payments.captures.accept',
    'payments.captures.review',
    'payments.captures.reject',
    'payments.refunds.accept',
    'payments.refunds.reject',
    'payments.refunds.partial.approval',
    'payments.credits.accept',
    'payments.credits.review',
    'payments.credits.reject',
    'payments.credits.partial.approval',
    'payments.voids.accept',
    'payments.voids.reject',
  ],
  decisionManager: [
    'risk.casemanagement.decision.accept',
    'risk.casemanagement.decision.reject',
    'risk.casemanagement.addnote',
    'risk.profile.decision.reject',
  ],
  tokenManagement: [
    'tms.networktoken.provisioned',
    'tms.networktoken.updated',
    'tms.networktoken.binding',
    'tms.token.created',
    'tms.token.updated',
    'tms.token.pan_updated',
  ],
} as const;

/** The product an event belongs to; undefined for an event nobody can subscribe to. */
export function productOf(eventType: string): string | undefined {
  return Object.entries(products).find(([, events]) =>
    (events as readonly string[]).includes(eventType),
  )?.[0];
}

export function announcePayment(gateway: Gateway, merchant: Merchant, row: Transaction): void {
  const eventType = PAYMENT_EVENTS[row.answeredStatus] ?? 'payments.payments.reject';
  gateway.announce({ merchant, eventType, payload: cardPayload(row) });
}

export function announceFollowOn(gateway: Gateway, merchant: Merchant, row: Transaction): void {
  const plural = PLURALS[row.kind as keyof typeof PLURALS];
  const verdict = row.answeredStatus === 'DECLINED' ? 'reject' : 'accept';
  const payload = cardPayload(row);
  gateway.announce({ merchant, eventType: `payments.${plural}.${verdict}`, payload });
}

export function announceDecision(
  gateway: Gateway,
  merchant: Merchant,
  row: Transaction,
  decided: CaseDecision,
  embedded: Readonly<Record<string, object>>,
): void {
  const data = {
    ...caseData(row),
    decision: decided.decision,
    ...(Object.keys(embedded).length > 0 ? { _embedded: embedded } : {}),
  };
  gateway.announce({
    merchant,
    eventType: `risk.casemanagement.decision.${decided.decision.toLowerCase()}`,
    payload: { data, organizationId: merchant.merchantId },
  });
}

export function announceNote(gateway: Gateway, merchant: Merchant, row: Transaction): void {
  gateway.announce({
    merchant,
    eventType: 'risk.casemanagement.addnote',
    payload: { data: caseData(row), organizationId: merchant.merchantId },
  });
}

function cardPayload(row: Transaction): object {
  return {
    id: row.id,
    status: row.answeredStatus,
    submitTimeUtc: timestamp(row.submitTimeMs),
    merchantId: row.merchantId,
    reconciliationId: row.reconciliationId,
    clientReferenceInformation: { code: row.code },
    orderInformation: {
      amountDetails: {
        totalAmount: formatAmount(row.amountMinor, row.currency),
        currency: row.currency,
      },
    },
    ...(row.reason === undefined ? {} : { errorInformation: { reason: row.reason } }),
  };
}

function caseData(row: Transaction): object {
  return {
    requestId: row.id,
    referenceNumber: row.code,
    notes: (row.reviewCase?.notes ?? []).map(({ timeMs, addedBy, comments }) => ({
      time: timestamp(timeMs),
      addedBy,
      comment: comments,
    })),
  };
}
