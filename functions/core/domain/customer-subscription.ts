// When a recurring charge comes next: by its beginning and its period, as the gateway tells no date.

export const subscriptionStates = [
  'pending',
  'active',
  'failed',
  'completed',
  'delinquent',
  'suspended',
  'cancelled',
] as const;
export type SubscriptionState = (typeof subscriptionStates)[number];

export interface BillingSchedule {
  readonly state: SubscriptionState;
  /** Epoch ms of the first charge. */
  readonly startsAt: number;
  readonly every: { readonly count: number; readonly unit: 'day' | 'week' | 'month' | 'year' };
  /** Absent when it goes on until it is cancelled. */
  readonly totalCharges?: number;
}

const DAY_MS = 86_400_000;

/** Epoch ms; undefined for what charges nothing any more or rests, and when all charges were made. */
export function nextChargeAt(schedule: BillingSchedule, nowMs: number): number | undefined {
  const { state, totalCharges } = schedule;
  if (state !== 'active' && state !== 'pending') return undefined;
  let index = Math.max(0, Math.floor((nowMs - schedule.startsAt) / longestMs(schedule)));
  while (chargeAt(schedule, index) <= nowMs) index += 1;
  if (totalCharges !== undefined && index >= totalCharges) return undefined;
  return chargeAt(schedule, index);
}

/** No period is longer: a place to begin looking that is never too late. */
function longestMs({ every }: BillingSchedule): number {
  const days = { day: 1, week: 7, month: 31, year: 366 }[every.unit];
  return days * Math.max(1, every.count) * DAY_MS;
}

/** The last day of a month stands for one that the month has not. */
function chargeAt({ startsAt, every }: BillingSchedule, index: number): number {
  const steps = Math.max(1, every.count) * index;
  if (every.unit === 'day') return startsAt + steps * DAY_MS;
  if (every.unit === 'week') return startsAt + steps * 7 * DAY_MS;
  const start = new Date(startsAt);
  const months = every.unit === 'month' ? steps : 12 * steps;
  const [year, month] = [start.getUTCFullYear(), start.getUTCMonth() + months];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const day = Math.min(start.getUTCDate(), lastDay);
  return Date.UTC(year, month, day) + (startsAt % DAY_MS);
}
