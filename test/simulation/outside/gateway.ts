// The gateway as it is: payments and their movements, what it acted on, and what it tells about it and when.
import type { Scheduler } from '../scheduler.ts';
import type { SeededRandom } from '../seeded-random.ts';
import { DisputesModel } from './disputes.ts';
import type { Buyer } from './shop.ts';

export type TransactionKind = 'payment' | 'capture' | 'refund' | 'reversal' | 'void';

export interface Transaction {
  readonly id: string;
  /** The payment that it belongs to; its own id for a payment. */
  readonly rootId: string;
  readonly merchantId: string;
  readonly kind: TransactionKind;
  status: string;
  /** Whether a payment is captured in itself (a sale). */
  billed: boolean;
  readonly amountMinor: number;
  readonly currency: string;
  /** `clientReferenceInformation.code`. */
  readonly code: string;
  /** The merchant transaction id, for what we asked for ourselves. */
  readonly mti?: string;
  /** What a refund takes back (the sale or one capture), or a void calls back. */
  readonly targetId?: string;
  readonly buyer: Buyer;
  /** Why it was declined, and whether its card is kept in the vault. */
  readonly declineReason?: string;
  readonly keepsCard?: boolean;
  /** The saved card that was charged. */
  readonly cardId?: string;
  /** When an analyst decided on it. */
  decidedAt?: number;
  readonly submittedAt: number;
  /** From when on the detail call knows it, and the search. */
  readonly visibleAt: number;
  readonly indexedAt: number;
}

export interface Sale {
  readonly merchantId: string;
  readonly currency: string;
  readonly amountMinor: number;
  readonly code: string;
  readonly buyer: Buyer;
}

/** What the gateway keeps of each capture by contract: hundredths of a percent, half up, and a fixed part. */
export interface FeeTerms {
  readonly basisPoints: number;
  readonly fixedMinor: number;
}

/** Something that the gateway announces: a type, and the payload that is the same at every try. */
export type Announce = (
  merchantId: string,
  eventType: string,
  payload: { readonly id: string; readonly status: string },
) => void;

/** What is put down as a new transaction. */
export type NewTransaction = Sale &
  Pick<
    Transaction,
    'kind' | 'status' | 'mti' | 'targetId' | 'declineReason' | 'keepsCard' | 'cardId'
  > & {
    readonly billed?: boolean;
    readonly rootId?: string;
  };

const NO_FEE: FeeTerms = { basisPoints: 0, fixedMinor: 0 };

export class GatewayModel {
  readonly transactions = new Map<string, Transaction>();
  /** Every MTI that was ever taken, for 60 days. */
  readonly takenMtis = new Map<string, Transaction>();
  readonly disputes: DisputesModel;
  /** By merchant id; where there is none, fees come with the settlement. */
  readonly fees = new Map<string, FeeTerms>();
  /** Cards that were taken out of the vault. */
  readonly removedCards = new Set<string>();
  readonly #scheduler: Scheduler;
  readonly #random: SeededRandom;
  readonly #announce: Announce;
  readonly #indexDelayMaxMs: number;
  readonly #namesChain: boolean;
  /** How often each merchant id's REST key was replaced. */
  readonly #rotations = new Map<string, number>();
  #nextId = 7_690_000_000_000_000_000_000n;

  constructor(scheduler: Scheduler, random: SeededRandom, announce: Announce) {
    this.#scheduler = scheduler;
    this.#random = random;
    this.#announce = announce;
    this.disputes = new DisputesModel(scheduler, random);
    this.#indexDelayMaxMs = random.pick([5_000, 60_000, 300_000]);
    this.#namesChain = random.chance(0.5);
  }

  /** The REST key that a merchant id signs with. */
  keyIdOf(merchantId: string): string {
    return `key-${1 + (this.#rotations.get(merchantId) ?? 0)}`;
  }

  /** The key is replaced by another: who signs with the old one is turned away. */
  rotateKey(merchantId: string): void {
    this.#rotations.set(merchantId, 1 + (this.#rotations.get(merchantId) ?? 0));
  }

  /** A card payment: captured at once (`AUTHORIZED` with a bill), authorized, held for review or declined. */
  pay(sale: Sale, outcome: 'sale' | 'authorization' | 'review' | 'declined'): Transaction {
    const statuses = {
      sale: 'AUTHORIZED',
      authorization: 'AUTHORIZED',
      review: 'AUTHORIZED_PENDING_REVIEW',
      declined: 'DECLINED',
    } as const;
    const transaction = this.record({
      ...sale,
      kind: 'payment',
      status: statuses[outcome],
      billed: outcome === 'sale',
    });
    const words = { sale: 'accept', authorization: 'accept', review: 'review', declined: 'reject' };
    this.tell(transaction, `payments.payments.${words[outcome]}`);
    if (outcome === 'sale') this.tell(transaction, 'payments.captures.accept');
    return transaction;
  }

  /** An analyst's decision: accepting captures (in the payment itself or as a capture), rejecting reverses. */
  decide(payment: Transaction, decision: 'accept' | 'reject', how: 'bill' | 'capture'): void {
    payment.status = decision === 'accept' ? 'AUTHORIZED' : 'REJECTED';
    payment.decidedAt = this.#scheduler.nowMs;
    if (decision === 'accept' && how === 'bill') payment.billed = true;
    this.tell(payment, `risk.casemanagement.decision.${decision}`);
    if (decision === 'accept' && how === 'capture') this.capture(payment, payment.amountMinor);
    if (decision === 'reject') this.reverse(payment);
  }

  capture(payment: Transaction, amountMinor: number): Transaction {
    return this.#follow(payment, 'capture', 'PENDING', amountMinor, 'payments.captures.accept');
  }

  reverse(payment: Transaction): Transaction {
    return this.#follow(
      payment,
      'reversal',
      'REVERSED',
      payment.amountMinor,
      'payments.reversals.accept',
    );
  }

  void(payment: Transaction): Transaction {
    payment.status = 'VOIDED';
    return this.#follow(payment, 'void', 'VOIDED', payment.amountMinor, 'payments.voids.accept');
  }

  /** A refund is called back before the batch goes out; undefined when it is too late. */
  recall(refund: Transaction): Transaction | undefined {
    if (refund.status !== 'PENDING') return undefined;
    refund.status = 'VOIDED';
    const { amountMinor, id } = refund;
    const root = this.root(refund);
    return this.#follow(root, 'void', 'VOIDED', amountMinor, 'payments.voids.accept', id);
  }

  /** The batch goes out: what was captured is transmitted. Nothing announces it. */
  settle(): void {
    for (const transaction of this.transactions.values()) {
      if (transaction.billed && transaction.status === 'AUTHORIZED')
        transaction.status = 'TRANSMITTED';
      const moved = transaction.kind === 'capture' || transaction.kind === 'refund';
      if (moved && transaction.status === 'PENDING') transaction.status = 'TRANSMITTED';
    }
  }

  /** Somebody refunds in the Business Center, where no more than what is left can be entered. */
  refundByHand(payment: Transaction, amountMinor: number): Transaction | undefined {
    const left = this.capturedMinor(payment.id) - this.refundedMinor(payment.id);
    const amount = Math.min(amountMinor, left);
    if (amount <= 0) return undefined;
    return this.#follow(payment, 'refund', 'PENDING', amount, 'payments.refunds.accept');
  }

  capturedMinor(paymentId: string): number {
    return this.#captures(paymentId).reduce((sum, one) => sum + one.amountMinor, 0);
  }

  /** What the contract takes of the captures that stand; what goes back later changes nothing of it. */
  feeMinor(paymentId: string): number {
    return this.#captures(paymentId).reduce((sum, { merchantId, amountMinor }) => {
      const { basisPoints, fixedMinor } = this.fees.get(merchantId) ?? NO_FEE;
      const shareMinor = Math.floor((amountMinor * basisPoints + 5_000) / 10_000);
      return sum + Math.min(amountMinor, shareMinor + fixedMinor);
    }, 0);
  }

  #captures(paymentId: string): Transaction[] {
    return this.ofPayment(paymentId).filter(
      ({ kind, status, billed }) =>
        status !== 'VOIDED' &&
        status !== 'DECLINED' &&
        (kind === 'capture' || (kind === 'payment' && billed)),
    );
  }

  refundedMinor(paymentId: string, which: (one: Transaction) => boolean = () => true): number {
    return this.refundsOf(paymentId).reduce(
      (sum, one) => (which(one) ? sum + one.amountMinor : sum),
      0,
    );
  }

  /** Refunds that moved money. */
  refundsOf(paymentId: string): Transaction[] {
    return this.ofPayment(paymentId).filter(
      (one) => one.kind === 'refund' && one.status !== 'DECLINED' && one.status !== 'VOIDED',
    );
  }

  payments(): Transaction[] {
    return [...this.transactions.values()].filter((one) => one.kind === 'payment');
  }

  /** A payment's follow-ons; with a void what it has called back, or the whole chain. */
  related({ id, rootId, kind, targetId = '' }: Transaction): Transaction[] {
    const target = this.transactions.get(targetId);
    if (kind === 'void' && !this.#namesChain && target !== undefined) return [target];
    return this.ofPayment(kind === 'void' ? rootId : id).filter((one) => one.id !== id);
  }

  /** The payment and all that followed on it. */
  ofPayment(paymentId: string): Transaction[] {
    return [...this.transactions.values()].filter((one) => one.rootId === paymentId);
  }

  root(transaction: Transaction): Transaction {
    return this.transactions.get(transaction.rootId) ?? transaction;
  }

  #follow(
    payment: Transaction,
    kind: TransactionKind,
    status: string,
    amountMinor: number,
    eventType: string,
    targetId = payment.id,
  ): Transaction {
    const { merchantId, currency, code, buyer } = payment;
    const transaction = this.record({
      ...{ merchantId, currency, code, buyer, amountMinor, kind, status },
      rootId: payment.id,
      ...(kind === 'void' ? { targetId } : {}),
    });
    this.tell(transaction, eventType);
    return transaction;
  }

  record(wanted: NewTransaction): Transaction {
    const id = String(this.#nextId);
    this.#nextId += BigInt(this.#random.whole(1, 9_999));
    const now = this.#scheduler.nowMs;
    const transaction: Transaction = {
      ...wanted,
      id,
      rootId: wanted.rootId ?? id,
      billed: wanted.billed ?? false,
      // The gateway keeps whole seconds.
      submittedAt: Math.floor(now / 1000) * 1000,
      visibleAt: now + (this.#random.chance(0.3) ? this.#random.between(0, 20_000) : 0),
      indexedAt: now + this.#random.between(1_000, this.#indexDelayMaxMs),
    };
    this.transactions.set(id, transaction);
    if (wanted.mti !== undefined) this.takenMtis.set(wanted.mti, transaction);
    return transaction;
  }

  tell({ merchantId, id, status }: Transaction, eventType: string): void {
    this.#announce(merchantId, eventType, { id, status });
  }
}
