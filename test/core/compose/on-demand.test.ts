// Sides of a company that are opened at the first call: once for all calls, and again after a failure.
import { beforeEach, expect, it } from 'vitest';
import { keptLoad } from '../../../functions/core/compose/kept-load.ts';
import { onDemand } from '../../../functions/core/compose/on-demand.ts';

interface Side {
  readonly add: (one: number, two: number) => Promise<number>;
  readonly refuse: () => Promise<never>;
}

let opened: number;
let failing: boolean;
const side = () =>
  onDemand<Side>(
    async () => {
      opened += 1;
      if (failing) throw new Error("Cannot find module './side.lazy.js'");
      return {
        add: async (one, two) => one + two,
        refuse: async () => {
          throw new Error('refused');
        },
      };
    },
    { add: true, refuse: true },
  );

beforeEach(() => {
  opened = 0;
  failing = false;
});

it('is opened once, by the first call', async () => {
  const port = side();
  expect(opened).toBe(0);
  expect(await Promise.all([port.add(1, 2), port.add(3, 4)])).toEqual([3, 7]);
  expect(opened).toBe(1);
});

it('stays open when a call of it fails', async () => {
  const port = side();
  await expect(port.refuse()).rejects.toThrow('refused');
  expect(await port.add(1, 1)).toBe(2);
  expect(opened).toBe(1);
});

it('is opened again after its file could not be read', async () => {
  const port = side();
  failing = true;
  const both = await Promise.allSettled([port.add(1, 2), port.add(1, 2)]);
  expect([both.map(({ status }) => status), opened]).toEqual([['rejected', 'rejected'], 1]);
  failing = false;
  expect(await port.add(1, 2)).toBe(3);
  expect(opened).toBe(2);
});

it('keeps what was loaded and forgets what was not', async () => {
  let tries = 0;
  const load = keptLoad(async () => {
    tries += 1;
    if (tries === 1) throw new Error('not yet');
    return tries;
  });
  await expect(load()).rejects.toThrow('not yet');
  expect([await load(), await load()]).toEqual([2, 2]);
});
