// A customer at a glance: totals per currency, dates, disputes and risk.
import { describe, expect, it } from 'vitest';
import {
  overviewOf,
  type PaymentAtAGlance,
  paidByMonth,
} from '../../../functions/core/domain/customer-overview.ts';
import type { MovementEntry } from '../../../functions/core/domain/movement.ts';

const DAY_MS = 86_400_000;
const START = Date.UTC(2026, 9, 1);

const moved = (kind: MovementEntry['kind'], amountMinor: number): MovementEntry => ({
  kind,
  amountMinor,
  state: 'succeeded',
});

function paid(day: number, more: Partial<PaymentAtAGlance> = {}): PaymentAtAGlance {
  return {
    currency: 'USD',
    state: 'settled',
    merchantId: 'mid',
    submittedAt: START + day * DAY_MS,
    movements: [moved('capture', 1_000)],
    ...more,
  };
}

describe('overviewOf', () => {
  it('is empty for a customer without payments', () => {
    expect(overviewOf([])).toEqual({
      totals: [],
      declinedCount: 0,
      openDisputeCount: 0,
      lostDisputeCount: 0,
    });
  });

  it('adds up each currency by itself, the latest first', () => {
    const overview = overviewOf([
      paid(1),
      paid(2, { movements: [moved('capture', 5_000), moved('refund', 2_000)] }),
      paid(3, { currency: 'EUR', movements: [moved('capture', 700)] }),
    ]);
    expect(overview.totals).toEqual([
      { currency: 'EUR', paidMinor: 700, refundedMinor: 0, disputedMinor: 0, paymentCount: 1 },
      {
        currency: 'USD',
        paidMinor: 6_000,
        refundedMinor: 2_000,
        disputedMinor: 0,
        paymentCount: 2,
      },
    ]);
    expect([overview.firstPaidAt, overview.lastPaidAt]).toEqual([
      START + DAY_MS,
      START + 3 * DAY_MS,
    ]);
  });

  it('counts what was declined or disputed, and no money for a decline', () => {
    const overview = overviewOf([
      paid(1, { state: 'declined', movements: [] }),
      paid(2, { state: 'disputed', movements: [moved('capture', 900), moved('dispute', 900)] }),
      paid(3, { state: 'lost', movements: [moved('capture', 400), moved('dispute', 400)] }),
    ]);
    expect(overview).toMatchObject({ declinedCount: 1, openDisputeCount: 1, lostDisputeCount: 1 });
    expect(overview.totals).toEqual([
      {
        currency: 'USD',
        paidMinor: 1_300,
        refundedMinor: 0,
        disputedMinor: 1_300,
        paymentCount: 2,
      },
    ]);
  });

  it('judges the risk by the latest ten payments', () => {
    const old = paid(0, { fraudScore: 95 });
    const recent = Array.from({ length: 10 }, (_, day) => paid(day + 1, { fraudScore: 10 }));
    expect(overviewOf([old, ...recent]).risk).toBe('low');
    expect(overviewOf([old, ...recent.slice(1)]).risk).toBe('high');
  });
});

describe('paidByMonth', () => {
  const months = (payments: readonly PaymentAtAGlance[], count = 3) =>
    paidByMonth(payments, 'USD', 'America/New_York', Date.UTC(2026, 10, 22), count);

  it('shows every month, the present one last, also over the turn of a year', () => {
    expect(months([]).map(({ month }) => month)).toEqual(['2026-09', '2026-10', '2026-11']);
    expect(months([], 12).at(0)).toEqual({ month: '2025-12', paidMinor: 0, paymentCount: 0 });
  });

  it('counts what was paid in the month of the books, in one currency', () => {
    // Four in the morning UTC is the evening before in New York.
    const first = paid(0, {
      submittedAt: Date.UTC(2026, 10, 1, 3),
      movements: [moved('capture', 700)],
    });
    const others = [paid(5), paid(6, { currency: 'EUR' }), paid(7, { state: 'declined' })];
    expect(months([first, ...others])).toEqual([
      { month: '2026-09', paidMinor: 0, paymentCount: 0 },
      { month: '2026-10', paidMinor: 1_700, paymentCount: 2 },
      { month: '2026-11', paidMinor: 0, paymentCount: 0 },
    ]);
  });
});
