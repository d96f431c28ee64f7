// What stands on the clearing account of a world's books, and a sale that brings something there.
import type { PaymentKey } from '../../../functions/core/domain/ids.ts';
import { createWorld, type World } from './world.ts';

export const KEY = 'inst-1|mid_usd|p1' as PaymentKey;
export const sale = { id: 'p1', kind: 'sale', amountMinor: 4_000, reference: '1001' } as const;

/** Every entry on the clearing account: what came in is above zero. */
export function clearing({
  records,
}: Pick<World, 'records'>): [reference: string, amountMinor: number][] {
  const out = [...records.excessRefunds.values(), ...records.creditNoteRefunds.values()];
  return [
    ...[...records.payments.values()].map((one) => [one.reference, one.amount.minor] as const),
    ...out.map((one) => [one.reference, -one.amount.minor] as const),
  ].map(([reference, minor]) => [reference, minor]);
}

export async function sold(amountMinor = 4_000) {
  const world = createWorld();
  world.places('1001', 4_000);
  await world.happens({ ...sale, amountMinor });
  await world.work();
  return world;
}
