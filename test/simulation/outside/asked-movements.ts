// The gateway's decisions on what we ask for ourselves: charges, captures, releases, voids and refunds, each known by its MTI.
import type { Scheduler } from '../scheduler.ts';
import type { SeededRandom } from '../seeded-random.ts';
import type { GatewayModel, Sale, Transaction } from './gateway.ts';
import type { Issuers } from './issuers.ts';

/** Nobody may send a movement again before having asked for it for a while. */
const TWICE_AT_ONCE_MS = 5 * 60_000;

/** What a bank says no with: for now, with this card, or for good. */
const declineReasons = ['INSUFFICIENT_FUND', 'EXPIRED_CARD', 'STOLEN_LOST_CARD'] as const;

export type MovementKind = 'capture' | 'reversal' | 'void' | 'refund';

export interface AskedMovement {
  readonly kind: MovementKind;
  readonly merchantId: string;
  /** The payment, capture or refund that it is about. */
  readonly targetId: string;
  /** Of the whole target for a void. */
  readonly amountMinor: number;
  readonly code: string;
  readonly mti: string;
}

export interface AskedCharge extends Sale {
  readonly isSale: boolean;
  readonly mti: string;
  readonly keepsCard: boolean;
  /** The saved card; a card that was typed in comes with the bank's word on it, where there is one. */
  readonly cardId?: string;
  readonly proof: string;
  readonly amount: string;
}

export type Decision =
  | { readonly kind: 'acted' | 'declined'; readonly transaction: Transaction }
  | { readonly kind: 'refused'; readonly reason: string };

const statuses = {
  capture: 'PENDING',
  refund: 'PENDING',
  reversal: 'REVERSED',
  void: 'VOIDED',
} as const satisfies Record<MovementKind, string>;

export class AskedMovements {
  readonly #model: GatewayModel;
  readonly #issuers: Issuers;
  readonly #scheduler: Scheduler;
  readonly #random: SeededRandom;
  readonly #violation: (what: string) => void;
  #declineRate: number;

  constructor(
    model: GatewayModel,
    issuers: Issuers,
    scheduler: Scheduler,
    random: SeededRandom,
    violation: (what: string) => void,
  ) {
    this.#model = model;
    this.#issuers = issuers;
    this.#scheduler = scheduler;
    this.#random = random;
    this.#violation = violation;
    this.#declineRate = random.pick([0, 0, 0.2]);
  }

  /** Nothing is declined by chance any more. */
  heal(): void {
    this.#declineRate = 0;
  }

  /** Its MTI is looked at first: a repeated one is refused whatever else it says. */
  move(wanted: AskedMovement): Decision {
    const { kind, merchantId, targetId, mti } = wanted;
    const target = this.#model.transactions.get(targetId);
    if (target === undefined || target.merchantId !== merchantId) {
      this.#violation(`a ${kind} of ${targetId} went to merchant ${merchantId}`);
      return { kind: 'refused', reason: 'INVALID_PAYMENT_ID' };
    }
    if (this.#isRepeated(mti)) return { kind: 'refused', reason: 'DUPLICATE_REQUEST' };
    const { currency, buyer } = target;
    const root = this.#model.root(target);
    const movement = { ...wanted, currency, buyer, rootId: root.id };
    if (kind !== 'void' && this.#random.chance(this.#declineRate)) {
      const transaction = this.#model.record({ ...movement, status: 'DECLINED' });
      return { kind: 'declined', transaction };
    }
    const reason = this.#whyNot(wanted, target, root);
    if (reason !== undefined) return { kind: 'refused', reason };
    if (kind === 'void') target.status = 'VOIDED';
    const transaction = this.#model.record({ ...movement, status: statuses[kind] });
    this.#model.tell(transaction, `payments.${kind}s.accept`);
    return { kind: 'acted', transaction };
  }

  /** A card is charged: with a yes mostly, now and then with a no or a closer look. */
  charge({ isSale, proof, amount, ...sale }: AskedCharge): Decision {
    if (this.#isRepeated(sale.mti)) return { kind: 'refused', reason: 'DUPLICATE_REQUEST' };
    if (sale.cardId === undefined) this.#issuers.checkProof(proof, amount);
    const reason = this.#whyDeclined(sale.cardId, proof);
    const isDeclined = reason !== undefined;
    const isHeld = this.#declineRate > 0 && this.#random.chance(0.1);
    const transaction = this.#model.record({
      ...sale,
      kind: 'payment',
      status: isDeclined ? 'DECLINED' : isHeld ? 'AUTHORIZED_PENDING_REVIEW' : 'AUTHORIZED',
      billed: isSale && !isDeclined && !isHeld,
      ...(isDeclined ? { declineReason: reason } : {}),
    });
    const word = isDeclined ? 'reject' : isHeld ? 'review' : 'accept';
    this.#model.tell(transaction, `payments.payments.${word}`);
    return { kind: isDeclined ? 'declined' : 'acted', transaction };
  }

  #whyDeclined(cardId: string | undefined, proof: string): string | undefined {
    const reason = this.#random.pick(declineReasons);
    const planned = cardId === undefined ? undefined : this.#issuers.planned(cardId);
    if (planned !== undefined) return planned;
    if (cardId === undefined && this.#issuers.insists(proof)) {
      return 'CONSUMER_AUTHENTICATION_REQUIRED';
    }
    return this.#random.chance(this.#declineRate) ? reason : undefined;
  }

  /** The authorization of an MTI is let go, should there be one. */
  reverseLost(merchantId: string, mti: string): Decision {
    const lost = this.#model.takenMtis.get(mti);
    if (lost?.kind !== 'payment' || lost.merchantId !== merchantId) {
      return { kind: 'refused', reason: 'MISSING_AUTH' };
    }
    const reason = this.#whyNotReversed(lost);
    if (reason !== undefined) return { kind: 'refused', reason };
    return { kind: 'acted', transaction: this.#model.reverse(lost) };
  }

  #isRepeated(mti: string): boolean {
    const earlier = this.#model.takenMtis.get(mti);
    if (earlier === undefined) return false;
    const isTwiceAtOnce = this.#scheduler.nowMs - earlier.submittedAt < TWICE_AT_ONCE_MS;
    if (isTwiceAtOnce) this.#violation(`${earlier.kind} ${mti} was sent twice at once`);
    return true;
  }

  #whyNot(wanted: AskedMovement, target: Transaction, root: Transaction): string | undefined {
    switch (wanted.kind) {
      case 'capture':
        return this.#whyNotCaptured(wanted, root);
      case 'reversal':
        return this.#whyNotReversed(root);
      case 'void':
        return this.#whyNotVoided(target);
      case 'refund':
        return this.#whyNotRefunded(wanted, target, root);
    }
  }

  #whyNotCaptured({ amountMinor }: AskedMovement, root: Transaction): string | undefined {
    if (this.#isReversed(root)) return 'AUTH_ALREADY_REVERSED';
    if (root.billed || root.status !== 'AUTHORIZED') return 'MISSING_AUTH';
    const captures = this.#model.ofPayment(root.id).filter(isCapture);
    if (sumOf(captures) + amountMinor <= root.amountMinor) return undefined;
    if (sumOf(captures.filter(isOurs)) + amountMinor > root.amountMinor) {
      this.#violation(`more than ${root.amountMinor} of ${root.id} is captured`);
    }
    return 'EXCEEDS_AUTH_AMOUNT';
  }

  #whyNotReversed(root: Transaction): string | undefined {
    if (this.#isReversed(root)) return 'AUTH_ALREADY_REVERSED';
    if (this.#model.capturedMinor(root.id) > 0) return 'TRANSACTION_ALREADY_REVERSED_OR_SETTLED';
    const isOpen = root.status === 'AUTHORIZED' || root.status === 'AUTHORIZED_PENDING_REVIEW';
    return isOpen ? undefined : 'MISSING_AUTH';
  }

  /** Before its batch, once, and while nothing hangs on it. */
  #whyNotVoided(target: Transaction): string | undefined {
    const isFresh =
      target.status === 'PENDING' || (target.billed && target.status === 'AUTHORIZED');
    const isRefunded = this.#model
      .refundsOf(target.rootId)
      .some((one) => one.targetId === target.id && target.kind !== 'refund');
    return isFresh && !isRefunded ? undefined : 'NOT_VOIDABLE';
  }

  /** Only a refund by hand that nobody could know of may get in between; then the gateway holds the line. */
  #whyNotRefunded(
    { amountMinor, targetId }: AskedMovement,
    target: Transaction,
    root: Transaction,
  ): string | undefined {
    const captured = this.#model.capturedMinor(root.id);
    const refunds = this.#model.refundsOf(root.id);
    const ofTarget = sumOf(refunds.filter((one) => one.targetId === targetId)) + amountMinor;
    if (ofTarget > target.amountMinor) {
      this.#violation(`${ofTarget} of ${target.amountMinor} captured as ${targetId} are refunded`);
    }
    if (sumOf(refunds) + amountMinor <= captured) return undefined;
    if (sumOf(refunds.filter(isOurs)) + amountMinor > captured) {
      this.#violation(`more than the ${captured} captured on ${root.id} are refunded`);
    }
    return 'INVALID_AMOUNT';
  }

  #isReversed({ id }: Transaction): boolean {
    return this.#model
      .ofPayment(id)
      .some((one) => one.kind === 'reversal' && one.status === 'REVERSED');
  }
}

function isCapture({ kind, status }: Transaction): boolean {
  return kind === 'capture' && status !== 'DECLINED' && status !== 'VOIDED';
}

function isOurs({ mti }: Transaction): boolean {
  return mti !== undefined;
}

function sumOf(transactions: readonly Transaction[]): number {
  return transactions.reduce((sum, one) => sum + one.amountMinor, 0);
}
