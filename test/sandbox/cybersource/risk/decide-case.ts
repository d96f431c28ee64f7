// What an analyst does with a Decision Manager case: accept or reject, with the capture or reversal it asks for.

import { formatAmount } from '../amounts.ts';
import type { Gateway } from '../gateway.ts';
import type { Merchant } from '../merchants.ts';
import { pathOf } from '../payments/answers.ts';
import { capture } from '../payments/capture.ts';
import { refuseIrreversible, reversePayment } from '../payments/reversal.ts';
import { invalidRequest, Refusal } from '../refusal.ts';
import type { ReviewCase, Transaction } from '../transactions.ts';
import { announceDecision } from '../webhooks/payloads.ts';

export interface CaseDecision {
  readonly decision: 'ACCEPT' | 'REJECT';
  readonly comments?: string | undefined;
  /** CAPTURE with ACCEPT, REVERSE with REJECT. */
  readonly action?: 'CAPTURE' | 'REVERSE';
  /** Who decided, as reports show. */
  readonly reviewer: string;
}

/** What the decision answers as `_embedded`; the decision stands even if this part failed. */
type Embedded = Readonly<Record<string, object>>;

/** Decides an open case. @throws Refusal 400 when there is none. */
export function decideCase(
  gateway: Gateway,
  merchant: Merchant,
  payment: Transaction,
  decided: CaseDecision,
): { row: Transaction; embedded: Embedded } {
  if (payment.reviewCase?.state !== 'OPEN') {
    throw invalidRequest('INVALID_DATA', 'There is no open case for this request');
  }
  const state = decided.decision === 'ACCEPT' ? 'ACCEPTED' : 'REJECTED';
  const row = gateway.ledger.update(payment.id, {
    status: statusAfter(payment, decided.decision),
    reviewCase: {
      ...addNote(payment.reviewCase, gateway.now(), decided.reviewer, decided.comments),
      state,
      decidedMs: gateway.now(),
    },
  });
  const embedded = follow(gateway, merchant, row, decided);
  announceDecision(gateway, merchant, row, decided, embedded);
  return { row, embedded };
}

/** A case with one more note, if there is anything to note. */
export function addNote(
  reviewCase: ReviewCase,
  timeMs: number,
  addedBy: string,
  comments: string | undefined,
): ReviewCase {
  if (comments === undefined || comments === '') return reviewCase;
  return { ...reviewCase, notes: [...reviewCase.notes, { timeMs, addedBy, comments }] };
}

function statusAfter(payment: Transaction, decision: 'ACCEPT' | 'REJECT'): string {
  if (decision === 'REJECT') return 'REJECTED';
  return payment.authorizedMinor > 0 ? 'AUTHORIZED' : 'ACCEPTED';
}

function follow(
  gateway: Gateway,
  merchant: Merchant,
  payment: Transaction,
  decided: CaseDecision,
): Embedded {
  if (decided.action === undefined) return {};
  const name = decided.action === 'CAPTURE' ? 'capture' : 'reversal';
  try {
    const row =
      decided.action === 'CAPTURE'
        ? captureAll(gateway, merchant, payment)
        : reverseAll(gateway, merchant, payment);
    const self = { href: pathOf(row), method: 'GET' };
    return { [name]: { status: row.answeredStatus, _links: { self } } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { [name]: { status: 'INVALID_REQUEST', _links: {} } };
  }
}

function captureAll(gateway: Gateway, merchant: Merchant, payment: Transaction): Transaction {
  const { currency } = payment;
  const totalAmount = formatAmount(payment.authorizedMinor, currency);
  return capture(gateway, merchant, payment.id, {
    clientReferenceInformation: { code: payment.code },
    orderInformation: { amountDetails: { totalAmount, currency } },
  });
}

function reverseAll(gateway: Gateway, merchant: Merchant, payment: Transaction): Transaction {
  refuseIrreversible(gateway, payment);
  return reversePayment(gateway, merchant, payment, { code: payment.code }).row;
}
