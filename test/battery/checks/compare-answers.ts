// What people were told about their refunds against what the gateway has done.
import type { World } from './world.ts';

/** The state that our api answered for an intent; empty when it answered none. */
export interface Told {
  readonly intentId: string;
  readonly state: string;
}

/** What was wrongly said, in words. A refund told as failed may be asked for again: it must never have gone out. */
export function compareAnswers({ gateway }: World, told: readonly Told[]): string[] {
  return told.flatMap(({ intentId, state }) => {
    const row = gateway.find(({ mti }) => mti === intentId);
    const isOut = row !== undefined && row.status !== 'DECLINED';
    const isRight =
      state === 'succeeded' ? isOut : state === 'failed' || state === 'declined' ? !isOut : true;
    return isRight ? [] : [`refund ${intentId} was told as ${state}, it is ${row?.status}`];
  });
}
