// What may be done with a payment's money right now, which of it is the right thing, and why the rest is not possible.
import { holdsAmount, type MovementEntry, refundLimits } from './movement.ts';
import { isGivenBack, type PaymentState } from './payment.ts';
import { type Processor, REFUND_USUAL_DAYS, refundWindowDays } from './processor.ts';
import { type CaptureRoom, splitRefund } from './refund-split.ts';

const movementActions = ['capture', 'reverse', 'void', 'refund', 'void-refund'] as const;
export type MovementAction = (typeof movementActions)[number];

/** A movement with what offers need beside its amount. */
export interface LoggedMovement extends MovementEntry {
  readonly id: string;
  /** The gateway's id, once it has answered. */
  readonly gatewayId?: string;
  /** The capture (or refund) that it takes from or back, by the gateway's id. */
  readonly targetId?: string;
  /** When it succeeded or was sent, epoch ms. */
  readonly at: number;
}

export interface OfferFacts {
  readonly state: PaymentState;
  readonly authorizedMinor: number;
  /** When the payment was made, epoch ms. */
  readonly submittedAt: number;
  /** Of the person; what the policy says about the amount is judged beside this. */
  readonly mayMove: boolean;
  readonly movements: readonly LoggedMovement[];
  /** Who settles its cards, for the days in which a refund is taken; absent where nobody has said. */
  readonly processor?: Processor;
}

/** Why something is not possible; each has its sentence in the widget's text, with the numbers of the offer. */
export type WhyNot =
  | 'not-your-role'
  | 'in-review'
  | 'not-authorized'
  | 'nothing-captured'
  | 'captured-in-full'
  | 'captured-already'
  | 'in-the-batch'
  | 'refunded-already'
  | 'nothing-left'
  | 'disputed'
  | 'given-back'
  | 'window-over'
  | 'movement-under-way'
  | 'no-refund-to-void';

/** What a person should know before doing it although it is possible. */
export type Caution = 'authorization-may-have-lapsed' | 'late-refund' | 'dispute-open';

/** Something that can be done with one capture or refund as a whole. */
interface OfferTarget {
  readonly gatewayId: string;
  readonly amountMinor: number;
}

export type Offer =
  | {
      readonly action: MovementAction;
      readonly isPossible: true;
      /** The right one of several that would do. */
      readonly isRecommended: boolean;
      /** At most so much, in minor units. */
      readonly maxMinor: number;
      /** Captures or refunds to choose from, each as a whole; empty where an amount is asked for. */
      readonly targets: readonly OfferTarget[];
      readonly cautions: readonly Caution[];
      /** Until when, epoch ms, as far as a rule says so. */
      readonly until?: number;
    }
  | { readonly action: MovementAction; readonly isPossible: false; readonly why: WhyNot };

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Card schemes hold an authorization for 5 to 30 days; 7 is the usual one. Later the bank may refuse, so it is said, not forbidden. */
const AUTHORIZATION_GOOD_MS = 7 * DAY_MS;
/** Batches go out daily: what is older than that is in one, whatever was reported. */
const BATCH_MS = DAY_MS;

/** Every action with its offer, in the order in which the panel shows them. */
export function offerMovements(facts: OfferFacts, now: number): readonly Offer[] {
  return movementActions.map((action) => {
    if (!facts.mayMove) return not(action, 'not-your-role');
    return judge[action](facts, now);
  });
}

const judge: Readonly<Record<MovementAction, (facts: OfferFacts, now: number) => Offer>> = {
  capture: offerCapture,
  reverse: offerReversal,
  void: offerVoid,
  refund: offerRefund,
  'void-refund': offerRefundVoid,
};

function offerCapture(facts: OfferFacts, now: number): Offer {
  const { state, authorizedMinor, submittedAt } = facts;
  if (state === 'pending-review') return not('capture', 'in-review');
  if (state !== 'authorized' && state !== 'partially-captured') {
    return not('capture', isHeld(facts) ? 'captured-in-full' : 'not-authorized');
  }
  if (some(facts, 'reversal')) return not('capture', 'movement-under-way');
  const maxMinor = authorizedMinor - heldMinor(facts, 'capture');
  if (maxMinor <= 0) return not('capture', 'captured-in-full');
  const isOld = now - submittedAt > AUTHORIZATION_GOOD_MS;
  return {
    action: 'capture',
    isPossible: true,
    isRecommended: true,
    maxMinor,
    targets: [],
    cautions: isOld ? ['authorization-may-have-lapsed'] : [],
    until: submittedAt + AUTHORIZATION_GOOD_MS,
  };
}

/** Only of an authorization that nothing was captured of: what is captured is voided or refunded instead. */
function offerReversal(facts: OfferFacts): Offer {
  const { state, authorizedMinor } = facts;
  if (isGivenBack(state)) return not('reverse', 'given-back');
  if (state !== 'authorized' && state !== 'pending-review') {
    return not('reverse', isHeld(facts) ? 'captured-already' : 'not-authorized');
  }
  if (some(facts, 'capture')) return not('reverse', 'captured-already');
  if (some(facts, 'reversal')) return not('reverse', 'movement-under-way');
  return {
    action: 'reverse',
    isPossible: true,
    isRecommended: false,
    maxMinor: authorizedMinor,
    targets: [],
    cautions: [],
  };
}

function offerVoid(facts: OfferFacts, now: number): Offer {
  const no = whyNothingBack(facts);
  if (no !== undefined) return not('void', no);
  if (isInBatch(facts.state)) return not('void', 'in-the-batch');
  // A refund that was made elsewhere need not say which capture it is of: then none is certainly untouched.
  const untouched = certain(facts, 'capture').filter(
    (one) => takenFrom(facts, one) === 0 && !facts.movements.some(takesFromSome),
  );
  if (untouched.length === 0) return not('void', 'refunded-already');
  const young = untouched.filter((one) => now - one.at < BATCH_MS);
  if (young.length === 0) return not('void', 'in-the-batch');
  return {
    action: 'void',
    isPossible: true,
    isRecommended: true,
    maxMinor: Math.max(...young.map((one) => one.amountMinor)),
    targets: targetsOf(young),
    cautions: [],
    until: Math.max(...young.map((one) => one.at)) + BATCH_MS,
  };
}

function offerRefund(facts: OfferFacts, now: number): Offer {
  const no = whyNothingBack(facts);
  if (no !== undefined) return not('refund', no);
  const { leftMinor, disputedMinor } = refundLimits(facts.movements);
  if (leftMinor === 0) return not('refund', disputedMinor > 0 ? 'disputed' : 'nothing-left');
  const ageMs = now - facts.submittedAt;
  const windowMs = refundWindowDays(facts.processor) * DAY_MS;
  if (ageMs > windowMs) return not('refund', 'window-over');
  const isLate = facts.processor === undefined && ageMs > REFUND_USUAL_DAYS * DAY_MS;
  return {
    action: 'refund',
    isPossible: true,
    isRecommended: !offerVoid(facts, now).isPossible,
    maxMinor: leftMinor,
    targets: [],
    cautions: [
      ...(isLate ? (['late-refund'] as const) : []),
      ...(disputedMinor > 0 ? (['dispute-open'] as const) : []),
    ],
    until: facts.submittedAt + windowMs,
  };
}

function offerRefundVoid(facts: OfferFacts, now: number): Offer {
  const refunds = certain(facts, 'refund');
  if (refunds.length === 0) return not('void-refund', 'no-refund-to-void');
  const own = refunds.filter((one) => !isBeingVoided(facts, one));
  if (own.length === 0) return not('void-refund', 'movement-under-way');
  const young = own.filter((one) => now - one.at < BATCH_MS);
  if (young.length === 0) return not('void-refund', 'in-the-batch');
  return {
    action: 'void-refund',
    isPossible: true,
    isRecommended: false,
    maxMinor: Math.max(...young.map((one) => one.amountMinor)),
    targets: targetsOf(young),
    cautions: [],
    until: Math.max(...young.map((one) => one.at)) + BATCH_MS,
  };
}

/** What each certain capture has left to give back. */
export function captureRooms(movements: readonly LoggedMovement[]): readonly CaptureRoom[] {
  return certain({ movements }, 'capture').map((one) => ({
    id: one.gatewayId ?? '',
    capturedMinor: one.amountMinor,
    roomMinor: Math.max(0, one.amountMinor - takenFrom({ movements }, one)),
  }));
}

/** How a refund of this amount goes over the captures; undefined when they don't have it. */
export function planRefund(movements: readonly LoggedMovement[], amountMinor: number) {
  if (amountMinor > refundLimits(movements).leftMinor) return undefined;
  return splitRefund(captureRooms(movements), amountMinor);
}

type WithMovements = Pick<OfferFacts, 'movements'>;

function not(action: MovementAction, why: WhyNot): Offer {
  return { action, isPossible: false, why };
}

function whyNothingBack(facts: OfferFacts): WhyNot | undefined {
  if (isGivenBack(facts.state)) return 'given-back';
  if (certain(facts, 'capture').length > 0) return undefined;
  return facts.state === 'pending-review' ? 'in-review' : 'nothing-captured';
}

/** A dispute can only be over money that was settled. */
function isInBatch(state: PaymentState): boolean {
  return state === 'settled' || state === 'disputed' || state === 'won' || state === 'lost';
}

function isHeld(facts: OfferFacts): boolean {
  return certain(facts, 'capture').length > 0;
}

function some({ movements }: WithMovements, kind: LoggedMovement['kind']): boolean {
  return movements.some((one) => one.kind === kind && holdsAmount(one.state));
}

function certain({ movements }: WithMovements, kind: LoggedMovement['kind']) {
  return movements.filter(
    (one) => one.kind === kind && one.state === 'succeeded' && one.gatewayId !== undefined,
  );
}

function heldMinor({ movements }: WithMovements, kind: LoggedMovement['kind']): number {
  return movements.reduce(
    (sum, one) => (one.kind === kind && holdsAmount(one.state) ? sum + one.amountMinor : sum),
    0,
  );
}

/** What was refunded or voided of a capture, or may be. */
function takenFrom({ movements }: WithMovements, capture: LoggedMovement): number {
  return movements.reduce(
    (sum, one) =>
      (one.kind === 'refund' || one.kind === 'void') &&
      holdsAmount(one.state) &&
      one.targetId === capture.gatewayId
        ? sum + one.amountMinor
        : sum,
    0,
  );
}

function takesFromSome({ kind, state, targetId, amountMinor }: LoggedMovement): boolean {
  const takes = kind === 'refund' || (kind === 'void' && amountMinor > 0);
  return takes && holdsAmount(state) && targetId === undefined;
}

function isBeingVoided({ movements }: WithMovements, refund: LoggedMovement): boolean {
  return movements.some(
    (one) => one.kind === 'void' && holdsAmount(one.state) && one.targetId === refund.gatewayId,
  );
}

function targetsOf(movements: readonly LoggedMovement[]): readonly OfferTarget[] {
  return movements.map((one) => ({ gatewayId: one.gatewayId ?? '', amountMinor: one.amountMinor }));
}
