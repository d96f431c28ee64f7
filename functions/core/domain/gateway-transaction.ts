// What the gateway's transaction detail says, in our words, and which states follow from it.
import type { Card } from './card.ts';
import type { Customer } from './customer.ts';
import type { FraudReading } from './fraud.ts';
import type { GatewayId, MerchantId } from './ids.ts';
import type { Money } from './money.ts';
import type { MovementKind, MovementState } from './movement.ts';
import type { PaymentMethod, PaymentState } from './payment.ts';

/** What the gateway shows once a capture or refund has gone out with a batch. */
export const BATCHED_STATUS = 'TRANSMITTED';

/** One service within a transaction: `ics_auth`, `ics_bill` (capture), `ics_credit` (refund), ... */
export interface GatewayApplication {
  readonly name: string;
  readonly status?: string;
  readonly reasonCode?: string;
  /** 1 ok, 0 declined, -1 error. */
  readonly rCode?: string;
  readonly rFlag?: string;
}

/** A transaction as `GET /tss/v2/transactions/{id}` tells it; everything the gateway may leave out is optional. */
export interface GatewayTransaction {
  readonly id: GatewayId;
  /** The authorization or sale at the root of the chain; the id itself for that one. */
  readonly rootId: GatewayId;
  readonly merchantId: MerchantId;
  /** Epoch ms. */
  readonly submittedAt: number;
  /** `clientReferenceInformation.code`: the order number, or our intent id on our own movements. */
  readonly reference?: string;
  readonly status?: string;
  /** 100 success, 480 review, 481 reject, ... */
  readonly reasonCode?: string;
  readonly applications: readonly GatewayApplication[];
  readonly total?: Money;
  readonly authorized?: Money;
  /** Absent where the gateway says nothing of it. */
  readonly method?: PaymentMethod;
  readonly card?: Card;
  /** The bank's approval code. */
  readonly approvalCode?: string;
  readonly reconciliationId?: string;
  /** The customer's record in the gateway's vault. */
  readonly customerProfileId?: string;
  /** Units of the settlement currency for one of the payment's as decimal text, when the gateway converted. */
  readonly exchangeRate?: string;
  readonly customer?: Customer;
  readonly fraud?: FraudReading;
  readonly errorReason?: string;
  /** Ids of follow-on transactions. */
  readonly related: readonly GatewayId[];
}

/** A row of a transaction search. */
export interface GatewayTransactionSummary {
  readonly id: GatewayId;
  readonly submittedAt: number;
  readonly reference?: string;
}

function application(tx: GatewayTransaction, name: string): GatewayApplication | undefined {
  return tx.applications.find((a) => a.name === name);
}

function accepted(app: GatewayApplication | undefined): boolean {
  return app !== undefined && (app.rCode === '1' || app.reasonCode === '100');
}

/** What a transaction is: a payment of its own, or a movement of another one's money. */
export function kindOf(tx: GatewayTransaction): 'payment' | MovementKind | 'other' {
  if (application(tx, 'ics_credit')) return 'refund';
  if (application(tx, 'ics_auth_reversal') && !application(tx, 'ics_auth')) return 'reversal';
  if (application(tx, 'ics_void')) return 'void';
  if (application(tx, 'ics_auth')) return 'payment';
  if (application(tx, 'ics_bill')) return 'capture';
  return 'other';
}

/**
 * The state of an authorization or sale. Soft declines of the address or code check and Decision Manager's
 * reviews hold the money (docs: AUTHORIZED_PENDING_REVIEW); a status outside the table is for a person.
 */
export function paymentStateOf(tx: GatewayTransaction): PaymentState {
  const auth = application(tx, 'ics_auth');
  const bill = application(tx, 'ics_bill');
  switch (tx.status) {
    case 'AUTHORIZED_PENDING_REVIEW':
    case 'PENDING_REVIEW':
      return 'pending-review';
    case 'DECLINED':
    case 'AUTHORIZED_RISK_DECLINED':
    case 'REJECTED':
    case 'INVALID_REQUEST':
    case 'FAILED':
      return 'declined';
    case 'REVERSED':
      return 'reversed';
    case 'VOIDED':
    case 'CANCELLED':
      return 'voided';
    case 'PENDING_AUTHENTICATION':
    case 'CHALLENGE':
      return 'created';
    case 'TRANSMITTED':
      return accepted(bill) ? 'settled' : 'needs-inspection';
    case 'AUTHORIZED':
    case 'PARTIAL_AUTHORIZED':
    case 'PENDING':
    case 'SUCCEEDED':
      if (accepted(bill)) return bill?.status === BATCHED_STATUS ? 'settled' : 'captured';
      return accepted(auth) ? 'authorized' : 'needs-inspection';
    case undefined:
      // The status may be absent: the applications are what is left to go by.
      if (auth?.rCode === '0') return 'declined';
      if (accepted(bill)) return 'captured';
      return accepted(auth) ? 'authorized' : 'needs-inspection';
    default:
      return 'needs-inspection';
  }
}

/**
 * The state of a capture, refund, void or reversal. HTTP 201 or a known id alone is not success. A refund that was called
 * back shows it itself; a capture that was voided did succeed, as the void is a movement of its own.
 */
export function movementStateOf(tx: GatewayTransaction): MovementState {
  switch (tx.status) {
    case 'PENDING':
    case 'TRANSMITTED':
    case 'SUCCEEDED':
    case 'REVERSED':
    case 'COMPLETED':
      return 'succeeded';
    case 'VOIDED':
    case 'CANCELLED':
      return kindOf(tx) === 'refund' ? 'voided' : 'succeeded';
    case 'DECLINED':
    case 'REJECTED':
      return 'declined';
    case 'FAILED':
    case 'INVALID_REQUEST':
      return 'failed';
    case undefined:
      return tx.reasonCode === '100' ? 'succeeded' : 'needs-inspection';
    default:
      return 'needs-inspection';
  }
}

/** Whether the transaction itself shows that a void took it back. */
export function isTakenBack(tx: GatewayTransaction): boolean {
  return tx.status === 'VOIDED' || tx.status === 'CANCELLED';
}

/** A movement of one payment as it was asked for. */
export interface MovementAsked {
  readonly kind: string;
  readonly amountMinor: number;
  readonly currency: string;
  /** The gateway's id of it, once it is known. */
  readonly gatewayId?: string;
  readonly isOver: boolean;
}

/**
 * Whether a transaction that carries a movement's reference is that movement: anybody may use a reference again, and follow-on
 * transactions take over the one of their original. The caller has compared merchant and payment. A movement that is
 * over has its transaction; another one is another movement.
 */
export function isMovementAsked(tx: GatewayTransaction, asked: MovementAsked): boolean {
  if (kindOf(tx) !== asked.kind) return false;
  if (tx.id === asked.gatewayId) return true;
  const isTaken = asked.isOver && asked.gatewayId !== undefined;
  if (isTaken) return false;
  // A release is of the whole; the gateway need not repeat the amount.
  if (tx.total === undefined) return asked.kind === 'reversal';
  return tx.total.minor === asked.amountMinor && tx.total.currency === asked.currency;
}
