// Recurring billing's subscriptions: kept as they were made, their state told by the clock.
import type { Collection } from '../../document-store.ts';

/** Length and unit as the vendor writes them: `D`, `W`, `M` or `Y`. */
interface BillingPeriod {
  readonly length: string;
  readonly unit: string;
}

export interface RecurringSubscription {
  readonly id: string;
  readonly merchantId: string;
  readonly code: string;
  readonly name: string;
  readonly customerId: string;
  readonly period: BillingPeriod;
  /** Absent: until it is cancelled. */
  readonly totalCycles?: number;
  readonly startMs: number;
  readonly currency: string;
  readonly billingAmount: string;
  /** What its merchant has done with it. */
  readonly held: 'no' | 'suspended' | 'cancelled';
}

export class SubscriptionBook {
  readonly #rows: Collection<RecurringSubscription>;

  constructor(rows: Collection<RecurringSubscription>) {
    this.#rows = rows;
  }

  put(row: RecurringSubscription): RecurringSubscription {
    return this.#rows.put(row.id, row);
  }

  find(merchantId: string, id: string): RecurringSubscription | undefined {
    const row = this.#rows.get(id);
    return row?.merchantId === merchantId ? row : undefined;
  }

  ofMerchant(merchantId: string): RecurringSubscription[] {
    return this.#rows.list().filter((row) => row.merchantId === merchantId);
  }
}

/** How many cycles have begun. */
export function cyclesBegun(row: RecurringSubscription, nowMs: number): number {
  let begun = 0;
  while (begun < (row.totalCycles ?? 1_000) && cycleStart(row, begun) <= nowMs) begun += 1;
  return begun;
}

export function statusOf(row: RecurringSubscription, nowMs: number): string {
  if (row.held === 'cancelled') return 'CANCELLED';
  if (row.held === 'suspended') return 'SUSPENDED';
  if (row.startMs > nowMs) return 'PENDING';
  const { totalCycles } = row;
  const isOver = totalCycles !== undefined && cycleStart(row, totalCycles) <= nowMs;
  return isOver ? 'COMPLETED' : 'ACTIVE';
}

function cycleStart({ startMs, period }: RecurringSubscription, index: number): number {
  const at = new Date(startMs);
  const steps = Number(period.length) * index;
  if (period.unit === 'D') at.setUTCDate(at.getUTCDate() + steps);
  else if (period.unit === 'W') at.setUTCDate(at.getUTCDate() + 7 * steps);
  else if (period.unit === 'M') at.setUTCMonth(at.getUTCMonth() + steps);
  else at.setUTCFullYear(at.getUTCFullYear() + steps);
  return at.getTime();
}
