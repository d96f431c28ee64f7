// What people were told about their refunds against what the gateway has done.
import { isPartOf } from '../../../functions/core/domain/ids.ts';
import type { World } from './world.ts';

/** The state that our api answered for an intent; empty when it answered none. */
export interface Told {
  readonly intentId: string;
  /** What was asked for, in minor units. */
  readonly amountMinor: number;
  readonly state: string;
}

/**
 * What was wrongly said, in words. What is told as succeeded is out to the minor unit, over several captures in parts; what is told as
 * failed may be asked for again: not all of it may be out, and of one that goes over a single capture nothing.
 */
export function compareAnswers({ gateway }: World, told: readonly Told[]): string[] {
  return told.flatMap(({ intentId, amountMinor, state }) => {
    const outMinor = gateway
      .filter(({ mti = '' }) => mti === intentId || isPartOf(mti, intentId))
      .filter(({ status }) => status !== 'DECLINED')
      .reduce((sum, one) => sum + one.amountMinor, 0);
    const isRight =
      state === 'succeeded'
        ? outMinor === amountMinor
        : state === 'failed' || state === 'declined'
          ? outMinor < amountMinor
          : true;
    return isRight
      ? []
      : [`refund ${intentId} of ${amountMinor} was told as ${state}, ${outMinor} of it are out`];
  });
}
