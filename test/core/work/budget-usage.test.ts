// Calls by time as a text: it fits into a conditional update whatever happens, and says what it was told.
import { describe, expect, it } from 'vitest';
import {
  bucketOf,
  current,
  dayUsage,
  minuteUsage,
  readUsage,
  total,
  type Usage,
  withCalls,
  withoutCalls,
  writeUsage,
} from '../../../functions/core/work/budget-usage.ts';

const NOW_MS = 1_795_000_000_000;
/** What stands as a value in a conditional update. */
const SAFE_TEXT = /^[A-Za-z0-9_:.|#-]{1,255}$/;

function usageOf(kind: typeof minuteUsage, fromMs: number, toMs: number, calls: number): Usage {
  let usage: Usage = new Map();
  for (let at = fromMs; at <= toMs; at += kind.bucketMs) {
    usage = withCalls(kind, usage, bucketOf(kind, at), calls);
  }
  return usage;
}

describe('calls by time', () => {
  it.each([
    ['none', new Map<number, number>()],
    ['one', new Map([[bucketOf(minuteUsage, NOW_MS), 1]])],
    ['as many as a bucket holds', new Map([[bucketOf(minuteUsage, NOW_MS), 61]])],
    ['some with gaps', usageOf({ ...minuteUsage, bucketMs: 400 }, NOW_MS - 60_000, NOW_MS, 7)],
  ])('%s are read as they were written', (_, usage) => {
    expect(readUsage(minuteUsage, writeUsage(minuteUsage, usage))).toEqual(usage);
  });

  it.each([
    ['a full minute with reserved calls', minuteUsage, 61_400, 10_000],
    ['a minute of clocks that are half an hour apart', minuteUsage, 61_400, 1_800_000],
    ['a full day', dayUsage, 90_000_000, 0],
    ['a day of clocks that are two days apart', dayUsage, 90_000_000, 172_800_000],
  ])('%s fit into a value', (_, kind, backMs, aheadMs) => {
    const usage = usageOf(kind, NOW_MS - backMs, NOW_MS + aheadMs, kind === dayUsage ? 500_000 : 1);
    const text = writeUsage(kind, usage);
    expect(text).toMatch(SAFE_TEXT);
  });

  it('count until a minute and a second after their bucket', () => {
    const usage = withCalls(minuteUsage, new Map(), bucketOf(minuteUsage, NOW_MS), 3);
    expect(total(current(minuteUsage, usage, NOW_MS + 61_399))).toBe(3);
    expect(total(current(minuteUsage, usage, NOW_MS + 61_400))).toBe(0);
  });

  it('that a bucket does not hold count in the next', () => {
    const usage = withCalls(minuteUsage, new Map([[5, 60]]), 5, 3);
    expect(usage).toEqual(
      new Map([
        [5, 61],
        [6, 2],
      ]),
    );
  });

  it('are never fewer than none', () => {
    expect(total(withoutCalls(new Map([[5, 2]]), 5, 3))).toBe(0);
  });

  it.each(['', '0:', undefined])('of a row that says %j are none', (text) => {
    expect(total(readUsage(minuteUsage, text))).toBe(0);
  });

  it('that lie too far back by a clock that is far ahead are kept in the oldest bucket', () => {
    const usage = new Map([
      [10, 2],
      [1_000, 1],
    ]);
    const read = readUsage(minuteUsage, writeUsage(minuteUsage, usage));
    expect(read).toEqual(
      new Map([
        [761, 2],
        [1_000, 1],
      ]),
    );
  });
});
