// The policy that holds until an administrator publishes another: small amounts alone, larger ones with a second person.
import type { Policy } from './policy.ts';

/** The one policy of an installation has this id. */
export const POLICY_ID = 'movements';

/** About 500 US dollars in each currency. */
const agentMinor = {
  USD: 50_000,
  EUR: 50_000,
  GBP: 40_000,
  AUD: 75_000,
  CAD: 70_000,
  CHF: 45_000,
  JPY: 75_000,
  INR: 4_000_000,
};

/** The agents' limit this many times. */
function times(factor: number): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(agentMinor).map(([currency, minor]) => [currency, minor * factor]),
  );
}

export const shippedPolicy: Policy = {
  format: 1,
  id: POLICY_ID,
  version: 1,
  title: 'Refunds and charges',
  requestHours: 72,
  tell: [],
  rules: [
    {
      kind: 'amount',
      on: ['refund', 'charge'],
      roles: ['agent'],
      upToMinor: agentMinor,
      beyond: 'approver',
    },
    {
      kind: 'per-day',
      on: ['refund', 'charge'],
      roles: ['agent'],
      upToMinor: times(5),
      beyond: 'approver',
    },
    { kind: 'age', on: ['refund'], roles: ['agent'], upToDays: 120, beyond: 'approver' },
    { kind: 'risk', on: ['charge'], roles: ['agent'], from: 'high', beyond: 'approver' },
    {
      kind: 'amount',
      on: ['refund', 'charge'],
      roles: ['approver'],
      upToMinor: times(10),
      beyond: 'admin',
    },
    {
      kind: 'per-day',
      on: ['refund', 'charge'],
      roles: ['approver'],
      upToMinor: times(50),
      beyond: 'admin',
    },
    {
      kind: 'amount',
      on: ['refund', 'charge'],
      roles: ['admin'],
      upToMinor: times(50),
      beyond: 'admin',
    },
    { kind: 'dispute', on: ['refund'], beyond: 'approver' },
    { kind: 'other-card', on: ['refund'], beyond: 'forbidden' },
  ],
};
