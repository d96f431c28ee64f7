// What every operation works with: ledger, vault, time, switches, and where events go.
import type { Faults } from '../faults.ts';
import { digits, reconciliationId, requestId } from './ids.ts';
import type { Merchant } from './merchants.ts';
import type { TransientTokens } from './microform/transient-tokens.ts';
import { invalidRequest } from './refusal.ts';
import type { Vault } from './tms/vault.ts';
import type { Ledger, Transaction, TransactionKind } from './transactions.ts';

/** Something a webhook may tell of. */
export interface GatewayEvent {
  readonly merchant: Merchant;
  readonly eventType: string;
  readonly payload: object;
}

export interface Gateway {
  readonly ledger: Ledger;
  readonly vault: Vault;
  readonly transientTokens: TransientTokens;
  readonly faults: Faults;
  now(): number;
  announce(event: GatewayEvent): void;
}

/** `clientReferenceInformation` of any request. */
export interface ClientReference {
  readonly code?: string | undefined;
  readonly transactionId?: string | undefined;
}

interface Beginning {
  readonly kind: TransactionKind;
  readonly reference: ClientReference | undefined;
  readonly currency: string;
  readonly amountMinor: number;
  readonly status: string;
  readonly parent?: Transaction;
}

/**
 * A new row with what all kinds share. A reference code is made up when none was sent, as the
 * gateway does.
 */
export function beginTransaction(
  gateway: Gateway,
  merchant: Merchant,
  from: Beginning,
): Transaction {
  const nowMs = gateway.now();
  const id = requestId(nowMs);
  const { parent } = from;
  return {
    id,
    kind: from.kind,
    merchantId: merchant.merchantId,
    submitTimeMs: nowMs,
    code: from.reference?.code ?? digits(13),
    ...(from.reference?.transactionId ? { mti: from.reference.transactionId } : {}),
    rootId: parent?.rootId ?? id,
    ...(parent ? { parentId: parent.id } : {}),
    reconciliationId: reconciliationId(),
    currency: from.currency,
    amountMinor: from.amountMinor,
    answeredStatus: from.status,
    status: from.status,
    reasonCode: 100,
    sale: false,
    authorizedMinor: 0,
    capturedMinor: 0,
    refundedMinor: 0,
    voided: false,
    reversed: false,
  };
}

/** @throws Refusal DUPLICATE_REQUEST when the MTI was used within 60 days (reason code 105). */
export function refuseUsedMti(
  gateway: Gateway,
  merchant: Merchant,
  reference: ClientReference | undefined,
): void {
  const mti = reference?.transactionId;
  if (mti === undefined) return;
  if (gateway.ledger.byMti(merchant.merchantId, mti, gateway.now()).length > 0) {
    throw invalidRequest(
      'DUPLICATE_REQUEST',
      'A request with this transactionId was already received',
    );
  }
}
