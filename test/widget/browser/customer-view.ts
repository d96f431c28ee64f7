// A customer as the server answers for one: figures in two currencies, months, cards and subscriptions.
import type { CustomerReply } from '../../../functions/core/contract/customer.ts';
import { NOW } from '../payments.ts';

const month = (name: string, paidMinor = 0, paymentCount = 0) => ({
  month: name,
  paidMinor,
  paymentCount,
});

export function figures(changes: Partial<CustomerReply['customer']> = {}): CustomerReply {
  return {
    now: NOW,
    customer: {
      totals: [
        {
          currency: 'USD',
          paidMinor: 16_990,
          refundedMinor: 3_000,
          disputedMinor: 0,
          paymentCount: 2,
        },
        {
          currency: 'JPY',
          paidMinor: 4_980,
          refundedMinor: 0,
          disputedMinor: 4_980,
          paymentCount: 1,
        },
      ],
      firstPaidAt: NOW - 90 * 86_400_000,
      lastPaidAt: NOW - 3 * 86_400_000,
      declinedCount: 1,
      openDisputeCount: 1,
      lostDisputeCount: 0,
      risk: 'medium',
      months: {
        currency: 'USD',
        totals: [
          month('2026-08', 4_990, 1),
          month('2026-09'),
          month('2026-10', 100, 1),
          month('2026-11', 12_000, 1),
        ],
      },
      cards: [
        { key: 'c1', brand: 'visa', lastFour: '1111', expiry: '2031-12', isDefault: true },
        { key: 'c2', brand: 'mastercard', lastFour: '4444', expiry: '2026-10', isDefault: false },
      ],
      subscriptions: {
        list: [
          {
            id: 's1',
            name: 'Coffee club',
            state: 'active',
            amount: { minor: 990, currency: 'USD' },
            every: { count: 1, unit: 'month' },
            nextChargeAt: NOW + 9 * 86_400_000,
          },
          { id: 's2', name: 'Tea club', state: 'cancelled', every: { count: 2, unit: 'week' } },
        ],
        isComplete: false,
      },
      isRecentOnly: false,
      ...changes,
    },
  };
}
