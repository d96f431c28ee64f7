// Believable history: runs the gateway's own operations at a past time, without webhooks unless asked.

import { Faults } from '../faults.ts';
import { formatAmount } from './amounts.ts';
import type { Gateway } from './gateway.ts';
import { digits } from './ids.ts';
import type { Merchant } from './merchants.ts';
import { capture } from './payments/capture.ts';
import { runPayment } from './payments/create-payment.ts';
import type { PaymentRequest } from './payments/payment-request.ts';
import { refund } from './payments/refund.ts';
import { reversePayment } from './payments/reversal.ts';
import { voidById } from './payments/void.ts';
import { decideCase } from './risk/decide-case.ts';
import type { Address, Transaction } from './transactions.ts';

/** A refund of the past. */
interface RefundSeed {
  /** Minor units. */
  readonly amountMinor: number;
  readonly submitTimeMs: number;
  readonly code?: string;
}

/** A capture of the past, with its refunds. */
interface CaptureSeed extends RefundSeed {
  readonly refunds?: readonly RefundSeed[];
}

/** One payment of the past and what followed. */
export interface TransactionSeed {
  readonly merchantId: string;
  readonly code: string;
  /** Minor units; the documented test amounts and trigger words work here too. */
  readonly amountMinor: number;
  /** The merchant's own when absent. */
  readonly currency?: string;
  readonly submitTimeMs: number;
  readonly card: {
    readonly number: string;
    readonly expirationMonth: string;
    readonly expirationYear: string;
    readonly securityCode?: string;
  };
  readonly billTo: Address;
  readonly shipTo?: Address;
  readonly merchantCustomerId?: string;
  /** Authorization and capture in one. */
  readonly sale?: boolean;
  /** Save the card: customer, payment instrument and instrument identifier. */
  readonly saveCard?: boolean;
  readonly captures?: readonly CaptureSeed[];
  /** Refunds by payment id. */
  readonly refunds?: readonly RefundSeed[];
  readonly reversedAtMs?: number;
  /** Voids the sale. */
  readonly voidedAtMs?: number;
  /** Decides the case of a payment in review. */
  readonly decided?: {
    readonly decision: 'ACCEPT' | 'REJECT';
    readonly atMs: number;
    readonly reviewer: string;
    readonly comments?: string;
  };
  /** The cardholder disputed it. */
  readonly disputed?: {
    readonly amountMinor: number;
    readonly openedAtMs: number;
    readonly returnedAtMs?: number;
  };
  /** Overrides the fraud score and its factor codes. */
  readonly risk?: { readonly score: number; readonly factorCodes: readonly string[] };
  /** Webhooks for all of it. */
  readonly announce?: boolean;
}

/** The rows made. */
export interface SeededTransaction {
  readonly payment: Transaction;
  readonly captures: readonly Transaction[];
  readonly refunds: readonly Transaction[];
}

/** Makes one chain of transactions. @throws Refusal as the same requests would get. */
export async function seedTransaction(
  gateway: Gateway,
  merchant: Merchant,
  seed: TransactionSeed,
): Promise<SeededTransaction> {
  const at = (timeMs: number) => gatewayAt(gateway, timeMs, seed.announce ?? false);
  const currency = seed.currency ?? merchant.currency;
  const amount = (part: RefundSeed) => ({
    clientReferenceInformation: { code: part.code ?? seed.code },
    orderInformation: {
      amountDetails: { totalAmount: formatAmount(part.amountMinor, currency), currency },
    },
  });
  const request = paymentRequest(seed, currency);
  const { transaction } = await runPayment(at(seed.submitTimeMs), merchant, request);
  const { id } = transaction;
  if (seed.risk !== undefined && transaction.risk !== undefined) {
    gateway.ledger.update(id, { risk: { ...transaction.risk, ...seed.risk } });
  }
  const captures: Transaction[] = [];
  const refunds: Transaction[] = [];
  for (const part of seed.captures ?? []) {
    const row = capture(at(part.submitTimeMs), merchant, id, amount(part));
    captures.push(row);
    for (const back of part.refunds ?? []) {
      const original = { kind: 'capture', id: row.id } as const;
      refunds.push(refund(at(back.submitTimeMs), merchant, original, amount(back)));
    }
  }
  for (const back of seed.refunds ?? []) {
    const original = { kind: 'payment', id } as const;
    refunds.push(refund(at(back.submitTimeMs), merchant, original, amount(back)));
  }
  finish(gateway, merchant, seed, id, at);
  const payment = gateway.ledger.find(merchant.merchantId, id) ?? transaction;
  return { payment, captures, refunds };
}

function finish(
  gateway: Gateway,
  merchant: Merchant,
  seed: TransactionSeed,
  id: string,
  at: (timeMs: number) => Gateway,
): void {
  const payment = gateway.ledger.find(merchant.merchantId, id);
  if (payment === undefined) return;
  const reference = { code: seed.code };
  if (seed.decided !== undefined) {
    decideCase(at(seed.decided.atMs), merchant, payment, seed.decided);
  }
  if (seed.disputed !== undefined) {
    const { amountMinor, openedAtMs: openedMs, returnedAtMs: returnedMs } = seed.disputed;
    const dispute = {
      trackingNumber: digits(12),
      amountMinor,
      reasonCode: '10.4',
      openedMs,
      respondByMs: openedMs + 20 * 86_400_000,
      ...(returnedMs === undefined ? {} : { returnedMs }),
    };
    gateway.ledger.update(id, { dispute });
  }
  if (seed.reversedAtMs !== undefined) {
    reversePayment(at(seed.reversedAtMs), merchant, payment, reference);
  }
  if (seed.voidedAtMs !== undefined) {
    voidById(at(seed.voidedAtMs), merchant, { kind: 'payment', id }, reference);
  }
}

/** The same gateway living at another time, out of reach of the fault switches. */
function gatewayAt(gateway: Gateway, timeMs: number, announce: boolean): Gateway {
  return {
    ...gateway,
    faults: new Faults(),
    now: () => timeMs,
    announce: announce ? gateway.announce : () => {},
  };
}

function paymentRequest(seed: TransactionSeed, currency: string): PaymentRequest {
  return {
    clientReferenceInformation: { code: seed.code },
    processingInformation: {
      capture: seed.sale ?? false,
      ...(seed.saveCard
        ? {
            actionList: ['TOKEN_CREATE'],
            actionTokenTypes: ['customer', 'paymentInstrument', 'shippingAddress'],
          }
        : {}),
    },
    paymentInformation: { card: { ...seed.card } },
    orderInformation: {
      amountDetails: { totalAmount: formatAmount(seed.amountMinor, currency), currency },
      billTo: { ...seed.billTo },
      ...(seed.shipTo === undefined ? {} : { shipTo: { ...seed.shipTo } }),
    },
    ...(seed.merchantCustomerId === undefined
      ? {}
      : { buyerInformation: { merchantCustomerID: seed.merchantCustomerId } }),
  };
}
