// Refunds of payments and of captures, taken from captures in order, and stand-alone credits.
import { formatAmount } from '../amounts.ts';
import { beginTransaction, type Gateway, refuseUsedMti } from '../gateway.ts';
import type { Merchant } from '../merchants.ts';
import { invalidRequest } from '../refusal.ts';
import type { Allocation, Transaction } from '../transactions.ts';
import { announceFollowOn } from '../webhooks/payloads.ts';
import { inherited } from './capture.ts';
import { paymentFacts } from './create-payment.ts';
import { type FollowOnRequest, findOriginal, followOnAmount } from './follow-on.ts';
import { type PaymentRequest, readAmount } from './payment-request.ts';
import { findSource } from './payment-source.ts';
import { askProcessor } from './processor-rules.ts';

/** Refunds and gives the new row, which may be DECLINED. @throws Refusal 400 or 404. */
export function refund(
  gateway: Gateway,
  merchant: Merchant,
  original: { kind: 'payment' | 'capture'; id: string },
  request: FollowOnRequest,
): Transaction {
  refuseUsedMti(gateway, merchant, request.clientReferenceInformation);
  const anchor = findOriginal(gateway, merchant, original.id, original.kind);
  const amountMinor = followOnAmount(request, anchor);
  const allocations = allocate(gateway, anchor, amountMinor);
  const processor = askProcessor({
    card: undefined,
    amountMinor,
    currency: anchor.currency,
    nowMs: gateway.now(),
    refuse: gateway.faults.takeSwitch('refund-decline'),
  });
  const declined = processor.outcome === 'declined';
  const row = gateway.ledger.add({
    ...beginTransaction(gateway, merchant, {
      kind: 'refund',
      reference: request.clientReferenceInformation,
      currency: anchor.currency,
      amountMinor,
      status: declined ? 'DECLINED' : 'PENDING',
      parent: anchor,
    }),
    ...(declined ? { reason: processor.reason ?? 'PROCESSOR_DECLINED' } : {}),
    reasonCode: declined ? processor.reasonCode : 100,
    processor: processor.result,
    ...inherited(anchor),
    ...(declined ? {} : { allocations }),
  });
  if (!declined) moveRefunded(gateway, row, allocations, 1);
  announceFollowOn(gateway, merchant, row);
  return row;
}

/** A credit without a payment before it. @throws Refusal 400. */
export async function credit(
  gateway: Gateway,
  merchant: Merchant,
  request: PaymentRequest,
): Promise<Transaction> {
  const { amountDetails } = request.orderInformation;
  const amountMinor = readAmount(amountDetails);
  const source = await findSource(gateway, merchant, request);
  refuseUsedMti(gateway, merchant, request.clientReferenceInformation);
  const row = gateway.ledger.add({
    ...beginTransaction(gateway, merchant, {
      kind: 'credit',
      reference: request.clientReferenceInformation,
      currency: amountDetails.currency,
      amountMinor,
      status: 'PENDING',
    }),
    ...paymentFacts(request, source),
  });
  announceFollowOn(gateway, merchant, row);
  return row;
}

/** Gives back what a voided refund had taken. */
export function undoRefund(gateway: Gateway, row: Transaction): void {
  moveRefunded(gateway, row, row.allocations ?? [], -1);
}

/** Spreads the amount over the sale or the captures. @throws Refusal 400 when more than is left. */
function allocate(gateway: Gateway, anchor: Transaction, amountMinor: number): Allocation[] {
  if (anchor.voided) {
    throw invalidRequest('CAPTURE_ALREADY_VOIDED', 'The capture was already voided');
  }
  if (anchor.capturedMinor === 0) {
    throw invalidRequest('INVALID_DATA', 'There is no captured amount to refund');
  }
  const left = anchor.capturedMinor - anchor.refundedMinor;
  if (amountMinor > left) {
    throw invalidRequest(
      'INVALID_AMOUNT',
      `The refund is more than the ${formatAmount(left, anchor.currency)} left to refund`,
    );
  }
  const allocations: Allocation[] = [];
  let open = amountMinor;
  for (const source of refundSources(gateway, anchor)) {
    const part = Math.min(open, source.capturedMinor - source.refundedMinor);
    if (part > 0) allocations.push({ transactionId: source.id, amountMinor: part });
    open -= part;
  }
  return allocations;
}

function refundSources(gateway: Gateway, anchor: Transaction): Transaction[] {
  if (anchor.kind === 'capture' || anchor.sale) return [anchor];
  return gateway.ledger.chain(anchor).filter((row) => row.kind === 'capture' && !row.voided);
}

/** A capture's payment counts the same refund, so that both ways to refund see one balance. */
function moveRefunded(
  gateway: Gateway,
  row: Transaction,
  allocations: readonly Allocation[],
  sign: 1 | -1,
): void {
  const add = (id: string, amountMinor: number) => {
    const target = gateway.ledger.find(row.merchantId, id);
    if (target === undefined) return;
    gateway.ledger.update(id, { refundedMinor: target.refundedMinor + sign * amountMinor });
  };
  for (const part of allocations) {
    add(part.transactionId, part.amountMinor);
    if (part.transactionId !== row.rootId) add(row.rootId, part.amountMinor);
  }
}
