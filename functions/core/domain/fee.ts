// What the gateway keeps of a capture where its contract says so: a share and a fixed part, for a merchant id and currency.
import { certainCapturedMinor, type MovementEntry } from './movement.ts';

/** Both whole numbers; 290 and 30 are 2.90 % and 0.30 of a currency with two decimals. */
export interface CardFee {
  /** Hundredths of a percent. */
  readonly basisPoints: number;
  /** Of each capture, in minor units of its currency. */
  readonly fixedMinor: number;
}

/** All of the amount. */
export const FEE_BASIS_POINTS_MAX = 10_000;
const WHOLE = BigInt(FEE_BASIS_POINTS_MAX);

/** The share rounded half up, and the fixed part; never above the capture. */
export function feeOfCapture({ basisPoints, fixedMinor }: CardFee, amountMinor: number): number {
  const shareMinor = roundedShare(amountMinor, basisPoints, WHOLE);
  return Math.min(amountMinor, shareMinor + fixedMinor);
}

/** Terms that take nothing are none: fees come with the settlement then. */
export function isNoFee({ basisPoints, fixedMinor }: CardFee): boolean {
  return basisPoints === 0 && fixedMinor === 0;
}

/** Each capture is charged by itself. */
export function feeOfCaptures(fee: CardFee, amountsMinor: readonly number[]): number {
  return amountsMinor.reduce((sum, amountMinor) => sum + feeOfCapture(fee, amountMinor), 0);
}

/** A movement with what tells which capture a void is of. */
interface Targeted extends MovementEntry {
  readonly gatewayId?: string;
  readonly targetId?: string;
}

/**
 * The amounts of the captures that certainly stand: a void takes its own away, by its id, or else one of its amount. Where that
 * can't be told, what is left counts as one capture.
 */
export function standingCaptures(movements: readonly Targeted[]): readonly number[] {
  const certain = movements.filter(({ state }) => state === 'succeeded');
  const standing = certain.filter(({ kind }) => kind === 'capture');
  for (const { kind, targetId, amountMinor } of certain) {
    if (kind !== 'void') continue;
    const place = standing.findIndex((one) =>
      targetId === undefined ? one.amountMinor === amountMinor : one.gatewayId === targetId,
    );
    if (place >= 0) standing.splice(place, 1);
  }
  const amounts = standing.map(({ amountMinor }) => amountMinor);
  const leftMinor = certainCapturedMinor(movements);
  return amounts.reduce((sum, one) => sum + one, 0) === leftMinor ? amounts : [leftMinor];
}

/** A payment as the books have it, of which a part is voided. */
interface VoidedInPart {
  readonly bookedMinor: number;
  readonly bookedFeeMinor: number;
  /** What stays captured. */
  readonly leftMinor: number;
}

/**
 * What of a booked fee stays when a part of the payment is voided: the contract's fee of the captures that stand, by the terms it was
 * booked by; by share where it was booked by none. Never more than was booked, and it goes down by no more than the payment does.
 */
export function feeAfterVoid(
  { bookedMinor, bookedFeeMinor, leftMinor }: VoidedInPart,
  terms: CardFee | undefined,
  standing: readonly number[],
): number {
  if (leftMinor === 0 || bookedFeeMinor === 0) return 0;
  const wantedMinor =
    terms === undefined
      ? roundedShare(bookedFeeMinor, leftMinor, BigInt(bookedMinor))
      : feeOfCaptures(terms, standing);
  return Math.max(
    bookedFeeMinor - (bookedMinor - leftMinor),
    Math.min(bookedFeeMinor, wantedMinor),
  );
}

/** Half up; in whole numbers, as the product may be beyond what a number holds exactly. */
function roundedShare(amountMinor: number, part: number, whole: bigint): number {
  return Number((2n * BigInt(amountMinor) * BigInt(part) + whole) / (2n * whole));
}
