// The whole comparison.
import { compareBooks } from './compare-books.ts';
import { compareStore } from './compare-store.ts';
import type { World } from './world.ts';

/** Everything that is wrong, in words; nothing when books, gateway and our own records agree. */
export function compareWorld(world: World): string[] {
  return [...compareBooks(world), ...compareStore(world)];
}
