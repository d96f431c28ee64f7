// What we need of a payment gateway.
import type {
  GatewayTransaction,
  GatewayTransactionSummary,
} from '../domain/gateway-transaction.ts';
import type { GatewayId, IntentId, MerchantId } from '../domain/ids.ts';
import type { Money } from '../domain/money.ts';
import type { Problem } from '../domain/problem.ts';
import type { Result } from '../domain/result.ts';
import type { Purchase } from './purchase.ts';

/** What became of a movement that we asked for. */
export type GatewayAnswer =
  /** The gateway took it on. */
  | { readonly kind: 'accepted'; readonly gatewayId: GatewayId; readonly status: string }
  /** A plain no; nothing moved. */
  | { readonly kind: 'declined'; readonly gatewayId?: GatewayId; readonly problem: Problem }
  /** The request itself was refused (400, 401, 404); nothing moved. */
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** The gateway has seen this intent id before: look it up. */
  | { readonly kind: 'duplicate' }
  /** No certain answer: time-out, broken connection, 5xx. It may have moved. */
  | { readonly kind: 'unknown'; readonly gatewayId?: GatewayId; readonly problem: Problem }
  /** An answer with a status outside the documentation: a person must look. */
  | { readonly kind: 'unrecognized'; readonly gatewayId?: GatewayId; readonly status: string };

/** A movement of money that was authorized or captured before. */
export interface MovementOrder {
  readonly merchant: MerchantId;
  readonly kind: 'capture' | 'refund' | 'void' | 'reversal';
  /** A sale is refunded or voided by its payment, an authorization by the capture; captures and reversals are of the payment. */
  readonly target: { readonly kind: 'payment' | 'capture' | 'refund'; readonly id: GatewayId };
  /** Of a void: the whole, as it is known here. */
  readonly amount: Money;
  /** Sent both as the reference code (searchable) and as the merchant transaction id (refused when repeated). */
  readonly intent: IntentId;
  /** Of a reversal: why, for the processor. */
  readonly reason?: string;
  /** Of a capture: the invoice, where there is one. */
  readonly purchase?: Purchase;
}

/** What became of a void by merchant transaction id. */
export type VoidAnswer =
  /** It had arrived, and was taken back before the batch went out. */
  | { readonly kind: 'voided'; readonly status: string }
  /** Nothing under that id can be voided: it never arrived, was declined, or is in a batch already. */
  | { readonly kind: 'nothing-to-void' }
  /** Refused for another reason, or no certain answer: ask again later. */
  | { readonly kind: 'not-now'; readonly problem: Problem };

export interface TransactionSearch {
  readonly merchant: MerchantId;
  readonly by:
    | { readonly reference: string }
    | { readonly submittedFrom: number; readonly submittedTo: number };
  readonly offset?: number;
  /** At most 2500; 200 when absent. */
  readonly limit?: number;
}

export interface TransactionsFound {
  /** Oldest first. */
  readonly found: readonly GatewayTransactionSummary[];
  readonly total: number;
  /** The gateway's own time when it answered, epoch ms: ours may be wrong. */
  readonly at?: number;
}

/** What happened to a disputed payment at one time. */
export interface GatewayDispute {
  /** The dispute's own number: the same for all that happens to it. */
  readonly number: string;
  /** The disputed sale, authorization or capture. */
  readonly transaction: GatewayId;
  /** `withdrawn`: the money was taken back from us; `returned`: it came back to us. */
  readonly money: 'withdrawn' | 'returned';
  readonly amount: Money;
  /** The card scheme's reason, as reported. */
  readonly reason?: string;
  /** Until when to answer, epoch ms. */
  readonly respondBy?: number;
  /** Epoch ms. */
  readonly at: number;
}

export interface Gateway {
  /** `not-found` when the gateway doesn't know the id (for this merchant). */
  readTransaction(merchant: MerchantId, id: GatewayId): Promise<Result<GatewayTransaction>>;
  /** Indexed with a delay: nothing found means not found yet. */
  searchTransactions(search: TransactionSearch): Promise<Result<TransactionsFound>>;
  move(order: MovementOrder): Promise<GatewayAnswer>;
  /**
   * Timeout void: takes back a refund whose answer was lost, by the merchant transaction id that it was sent with.
   * (Its sister, the timeout reversal, is for authorizations, which we never ask for.)
   */
  timeoutVoid(merchant: MerchantId, intent: IntentId): Promise<VoidAnswer>;
  /** The merchant references that an announcement's body names; some name no transaction id. */
  referencesIn(body: string): readonly string[];
  /** Transactions whose review was decided in a time (epoch ms) that began at most 24 hours ago. */
  readDecidedReviews(
    merchant: MerchantId,
    from: number,
    to: number,
  ): Promise<Result<readonly GatewayId[]>>;
  /** Disputes reported in a time (epoch ms); only some processors report any, so none is not a proof of none. */
  readDisputes(
    merchant: MerchantId,
    from: number,
    to: number,
  ): Promise<Result<readonly GatewayDispute[]>>;
}
