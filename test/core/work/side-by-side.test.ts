// Work side by side: all of it, never more at once than allowed, and no faster than that.
import { expect, it } from 'vitest';
import { sideBySide } from '../../../functions/core/work/side-by-side.ts';

it('goes through 2,000 companies, 16 at once, in a sixteenth of the turns', async () => {
  const queue = Array.from({ length: 2_000 }, (_, index) => index);
  const waiting: (() => void)[] = [];
  const seen = new Set<number>();
  const all = sideBySide(
    () => queue.shift(),
    16,
    async (item) => {
      seen.add(item);
      await new Promise<void>((resolve) => waiting.push(resolve));
    },
  );
  let turns = 0;
  let most = 0;
  for (; waiting.length > 0; turns += 1) {
    most = Math.max(most, waiting.length);
    for (const resolve of waiting.splice(0)) resolve();
    await new Promise(setImmediate);
  }
  await all;
  expect({ seen: seen.size, most, turns }).toEqual({ seen: 2_000, most: 16, turns: 125 });
});

it('tells of the first that fails', async () => {
  const queue = [1, 2, 3];
  const work = async (item: number) => {
    if (item === 2) throw new Error('the second');
  };
  await expect(sideBySide(() => queue.shift(), 2, work)).rejects.toThrow('the second');
});
