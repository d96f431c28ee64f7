// When crons are due: cron expressions and calendar rules against the wall clock of a zone.
import { describe, expect, it } from 'vitest';
import { nextMatch, parseCronExpression } from '../../sandbox/catalyst/cron-schedule.ts';
import { instantOf, rowTimestamp, wallTime } from '../../sandbox/catalyst/zoned-time.ts';

function next(expression: string, after: string, timeZone = 'UTC'): string | undefined {
  const due = nextMatch(parseCronExpression(expression), Date.parse(after), timeZone);
  return due === undefined ? undefined : new Date(due).toISOString();
}

describe('cron expressions', () => {
  it.each([
    ['* * * * *', '2026-11-22T10:00:00Z', '2026-11-22T10:01:00.000Z'],
    ['*/5 * * * *', '2026-11-22T10:58:30Z', '2026-11-22T11:00:00.000Z'],
    ['15,45 8-9 * * *', '2026-11-22T08:45:00Z', '2026-11-22T09:15:00.000Z'],
    ['0 0 1 * *', '2026-11-22T10:00:00Z', '2026-12-01T00:00:00.000Z'],
    ['0 0 29 2 *', '2026-11-22T10:00:00Z', '2028-02-29T00:00:00.000Z'],
    ['0 6 * * 1', '2026-11-22T10:00:00Z', '2026-11-23T06:00:00.000Z'],
    ['0 6 * * 7', '2026-11-23T10:00:00Z', '2026-11-29T06:00:00.000Z'],
    ['0 6 13 * 5', '2026-11-22T10:00:00Z', '2026-11-27T06:00:00.000Z'],
    ['5/20 * * * *', '2026-11-22T10:06:00Z', '2026-11-22T10:25:00.000Z'],
  ])('%s after %s', (expression, after, due) => {
    expect(next(expression, after)).toBe(due);
  });

  it('never comes on the 30th of February', () => {
    expect(next('0 0 30 2 *', '2026-11-22T10:00:00Z')).toBeUndefined();
  });

  it.each(['* * * *', '60 * * * *', '5-1 * * * *', '*/0 * * * *', 'a * * * *'])(
    'refuses %s',
    (expression) => {
      expect(() => parseCronExpression(expression)).toThrow();
    },
  );

  it('keeps to the wall clock over a change to summer time', () => {
    expect(next('30 9 * * *', '2026-03-08T00:00:00Z', 'America/Los_Angeles')).toBe(
      '2026-03-08T16:30:00.000Z',
    );
    expect(next('30 9 * * *', '2026-03-07T00:00:00Z', 'America/Los_Angeles')).toBe(
      '2026-03-07T17:30:00.000Z',
    );
  });
});

describe('wall time', () => {
  it.each(['America/Los_Angeles', 'Asia/Kolkata', 'Asia/Kathmandu', 'UTC'])(
    'goes there and back in %s',
    (zone) => {
      for (let hour = 0; hour < 24 * 366; hour += 7) {
        const epochMs = Date.UTC(2026, 0, 1, hour, 20, 5);
        const wall = wallTime(epochMs, zone);
        const again = instantOf(wall, zone);
        // An hour that the wall shows twice may come back as the other one.
        expect(wallTime(again, zone)).toEqual(wall);
        expect([0, 3_600_000]).toContain(Math.abs(again - epochMs));
      }
    },
  );

  it('is written as rows carry it', () => {
    expect(rowTimestamp(Date.UTC(2026, 6, 1, 3, 4, 5, 6), 'America/Los_Angeles')).toBe(
      '2026-06-30 20:04:05:006',
    );
  });
});
