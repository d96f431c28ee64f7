// When a recurring charge comes next.
import { describe, expect, it } from 'vitest';
import {
  type BillingSchedule,
  nextChargeAt,
} from '../../../functions/core/domain/customer-subscription.ts';

const at = (text: string) => Date.parse(`${text}Z`);

function next(from: string, now: string, more: Partial<BillingSchedule> = {}) {
  const every = { count: 1, unit: 'month' } as const;
  const schedule: BillingSchedule = { state: 'active', startsAt: at(from), every, ...more };
  const found = nextChargeAt(schedule, at(now));
  return found === undefined ? undefined : new Date(found).toISOString().slice(0, 16);
}

describe('nextChargeAt', () => {
  it.each([
    ['2026-01-15T10:00', '2026-11-22T00:00', '2026-12-15T10:00'],
    ['2026-12-01T10:00', '2026-11-22T00:00', '2026-12-01T10:00'],
    ['2026-01-31T10:00', '2026-02-01T00:00', '2026-02-28T10:00'],
    ['2026-01-31T10:00', '2026-03-01T00:00', '2026-03-31T10:00'],
    ['2026-01-15T10:00', '2026-02-15T10:00', '2026-03-15T10:00'],
  ])('monthly since %s, at %s: %s', (from, now, expected) => {
    expect(next(from, now)).toBe(expected);
  });

  it.each([
    [{ count: 10, unit: 'day' }, '2026-01-21T10:00'],
    [{ count: 2, unit: 'week' }, '2026-01-25T10:00'],
    [{ count: 3, unit: 'month' }, '2026-04-11T10:00'],
    [{ count: 1, unit: 'year' }, '2027-01-11T10:00'],
  ] as const)('every %j', (every, expected) => {
    expect(next('2026-01-11T10:00', '2026-01-15T11:00', { every })).toBe(expected);
  });

  it('ends with the last charge, and rests while nothing is charged', () => {
    const three = { totalCharges: 3 };
    expect(next('2026-01-15T10:00', '2026-02-20T00:00', three)).toBe('2026-03-15T10:00');
    expect(next('2026-01-15T10:00', '2026-03-16T00:00', three)).toBeUndefined();
    for (const state of ['suspended', 'cancelled', 'completed', 'delinquent', 'failed'] as const) {
      expect(next('2026-01-15T10:00', '2026-02-20T00:00', { state })).toBeUndefined();
    }
  });
});
