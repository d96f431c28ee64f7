// Who appears in a world. Each has some of them only: what all of them do at once would cost more and show less.
import type { Coverage } from './coverage.ts';
import type { SeededRandom } from './seeded-random.ts';

export type Actor = 'shop' | 'phone' | 'invoices' | 'cards';

const casts: readonly (readonly [cast: readonly Actor[], weight: number])[] = [
  [['shop'], 46],
  [['phone'], 19],
  [['invoices'], 16],
  [['cards'], 13],
  [['shop', 'phone'], 3],
  [['shop', 'invoices'], 3],
];

export function drawCast(random: SeededRandom, coverage: Coverage): readonly Actor[] {
  const cast = random.weighted(casts);
  for (const actor of cast) coverage.count(`cast ${actor}`);
  return cast;
}
