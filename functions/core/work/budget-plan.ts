// What an instance may take of a shared budget right now, and what the row says afterwards; nothing but arithmetic.
import { type BudgetState, PLACES_MAX, type Places, type Told } from './budget-state.ts';
import {
  bucketMax,
  bucketOf,
  current,
  dayUsage,
  endsAt,
  minuteUsage,
  total,
  type Usage,
  withCalls,
  withoutCalls,
} from './budget-usage.ts';

/** Who the calls are for: a waiting person may use all of the budget, the others leave something. */
export type Priority = 'person' | 'live' | 'backfill';

/** What the other side allows; what is absent is not counted. */
export interface BudgetLimits {
  readonly perMinute?: number;
  /** Calls or credits; the other side's own word comes before it. */
  readonly perDay?: number;
  readonly atOnce: number;
}

/** Calls that were taken: they may be made until `until` and are counted there until they are settled. */
export interface Grant {
  readonly left: number;
  /** Epoch ms. */
  readonly until: number;
  readonly reserved: number;
  readonly dayBucket: number;
  readonly places: number;
}

export interface Asked {
  readonly nowMs: number;
  readonly priority: Priority;
  readonly limits: BudgetLimits;
  readonly holder: string;
  /** The least that helps. */
  readonly cost: number;
  /** As much as will be of use. */
  readonly wanted: number;
  readonly inFlight: number;
  /** The grant before, and when its calls were made: bucket to calls. */
  readonly before?: { readonly grant: Grant; readonly made: Usage };
  readonly told?: Told;
}

export type Plan =
  | { readonly kind: 'take'; readonly grant: Grant; readonly state: BudgetState }
  | { readonly kind: 'wait'; readonly waitMs: number };

const SHARE_OF_MINUTE: Readonly<Record<Priority, number>> = {
  person: 1,
  live: 0.98,
  backfill: 0.6,
};
/** Of the day's calls the last ones are for people, and backfill stops well before the live work. */
const KEPT_OF_DAY: Readonly<Record<Priority, number>> = { person: 0, live: 0.05, backfill: 0.2 };
const SHARE_OF_PLACES: Readonly<Record<Priority, number>> = { person: 1, live: 0.8, backfill: 0.6 };
const LOW_SHARE = 0.1;
const LOW_IS_OVER_SHARE = 0.2;

/** How long a grant may be used: long enough for an order's calls. */
const GRANT_MS = 10_000;
/** A call that times out ends within this. */
const CALL_MS = 14_000;
/** Others give places back with their next exchange, which may be soon. */
const PLACES_AGAIN_MS = 3_000;
const HOUR_MS = 3_600_000;

export function planTake(before: BudgetState, asked: Asked): Plan {
  const { nowMs, cost, priority } = asked;
  if (before.blockedUntil > nowMs) return wait(before.blockedUntil - nowMs);
  const state = settle(before, asked);
  const places = freePlaces(state.places, asked);
  if (places.free < 1) return wait(places.waitMs);
  const minuteLeft = roomInMinute(state.minute, asked);
  if (minuteLeft < cost) return wait(untilMinuteFree(state.minute, nowMs));
  const day = roomInDay(state, asked);
  if (day.left - day.limit * KEPT_OF_DAY[priority] < cost) return wait(untilDayFree(state, nowMs));
  // Half of what is left at most, so that the next one to ask finds something too.
  const taken = Math.min(
    Math.max(cost, Math.min(asked.wanted, Math.ceil(minuteLeft / 2))),
    Math.floor(day.left - day.limit * KEPT_OF_DAY[priority]),
  );
  const until = nowMs + GRANT_MS;
  const dayBucket = bucketOf(dayUsage, nowMs);
  const { told } = state;
  const grant = { left: taken, reserved: taken, until, dayBucket, places: places.free };
  return {
    kind: 'take',
    grant,
    state: {
      minute:
        asked.limits.perMinute === undefined
          ? state.minute
          : withCalls(minuteUsage, state.minute, bucketOf(minuteUsage, until), taken),
      day: withCalls(dayUsage, state.day, dayBucket, taken),
      places: holdPlaces(state.places, asked, places.free),
      ...(told === undefined ? {} : { told: { ...told, left: Math.max(0, told.left - taken) } }),
      blockedUntil: 0,
      isLow: isLow(state.isLow, day.left - taken, day.limit),
    },
  };
}

function wait(waitMs: number): Plan {
  return { kind: 'wait', waitMs };
}

/** Puts the calls of the last grant where they were made, and gives back what was not used. */
function settle(state: BudgetState, { nowMs, before, limits, told }: Asked): BudgetState {
  let { minute, day } = state;
  let unused = 0;
  if (before !== undefined) {
    const { grant, made } = before;
    const used = total(made);
    unused = grant.reserved - used;
    day = withoutCalls(day, grant.dayBucket, unused);
    if (limits.perMinute !== undefined) {
      minute = withoutCalls(minute, bucketOf(minuteUsage, grant.until), grant.reserved);
      for (const [bucket, calls] of made) minute = withCalls(minuteUsage, minute, bucket, calls);
    }
  }
  const { told: kept, ...others } = state;
  const newest = newestTold(kept, told, nowMs, unused);
  return {
    ...others,
    minute: current(minuteUsage, minute, nowMs),
    day: dayTurned(kept, nowMs) ? new Map() : current(dayUsage, day, nowMs),
    ...(newest === undefined ? {} : { told: newest }),
  };
}

/** The end of the day that the other side had named has passed: what was used before no longer counts. */
function dayTurned(told: Told | undefined, nowMs: number): boolean {
  return told?.limit !== undefined && told.until <= nowMs;
}

function newestTold(
  kept: Told | undefined,
  heard: Told | undefined,
  nowMs: number,
  unused: number,
): Told | undefined {
  if (heard !== undefined && heard.at > (kept?.at ?? 0)) return heard;
  if (kept === undefined || kept.until <= nowMs) return undefined;
  return { ...kept, left: kept.left + unused };
}

function roomInMinute(minute: Usage, { limits, priority, nowMs }: Asked): number {
  if (limits.perMinute === undefined) return Number.POSITIVE_INFINITY;
  const left = Math.floor(limits.perMinute * SHARE_OF_MINUTE[priority]) - total(minute);
  const bucket = minute.get(bucketOf(minuteUsage, nowMs + GRANT_MS)) ?? 0;
  return Math.min(left, bucketMax(minuteUsage) - bucket);
}

/** Until the oldest calls no longer count; what others have reserved may come back sooner. */
function untilMinuteFree(minute: Usage, nowMs: number): number {
  const oldest = Math.min(...minute.keys());
  const newest = Math.max(...minute.keys());
  const reservedMs = newest * minuteUsage.bucketMs - nowMs;
  const freeMs = endsAt(minuteUsage, oldest) - nowMs;
  return Math.max(1, reservedMs > 0 ? Math.min(freeMs, reservedMs) : freeMs);
}

/** What is left of the day, and of how many; the other side's word counts, else our own count. */
function roomInDay(
  { told, day }: BudgetState,
  { limits }: Asked,
): { readonly left: number; readonly limit: number } {
  const used = total(day);
  if (told !== undefined) {
    return { left: told.left, limit: limits.perDay ?? told.limit ?? told.left + used };
  }
  if (limits.perDay === undefined) return { left: Number.POSITIVE_INFINITY, limit: 0 };
  return { left: limits.perDay - used, limit: limits.perDay };
}

/** The limit may be raised meanwhile: looked at again each hour. */
function untilDayFree({ told }: BudgetState, nowMs: number): number {
  return Math.max(1, Math.min((told?.until ?? Number.POSITIVE_INFINITY) - nowMs, HOUR_MS));
}

function isLow(wasLow: boolean, left: number, limit: number): boolean {
  return left < limit * (wasLow ? LOW_IS_OVER_SHARE : LOW_SHARE);
}

/**
 * Places that this instance may hold: half of what is free, so that the next one finds some. People are not held
 * up by others' places: the rest leave room for them.
 */
function freePlaces(
  places: readonly Places[],
  { limits, priority, holder, inFlight, nowMs }: Asked,
): { readonly free: number; readonly waitMs: number } {
  const share = Math.max(1, Math.floor(limits.atOnce * SHARE_OF_PLACES[priority]));
  if (priority === 'person') return { free: share, waitMs: 0 };
  const others = places.filter((one) => one.holder !== holder && one.until > nowMs);
  const free = share - others.reduce((sum, one) => sum + one.count, 0);
  const isFull = free < 1 || others.length >= PLACES_MAX;
  const firstEnd = Math.min(...others.map((one) => one.until));
  return {
    free: isFull ? 0 : Math.min(free, Math.max(inFlight, Math.ceil(free / 2))),
    waitMs: isFull ? Math.max(1, Math.min(firstEnd - nowMs, PLACES_AGAIN_MS)) : 0,
  };
}

function holdPlaces(places: readonly Places[], asked: Asked, count: number): readonly Places[] {
  const { holder, nowMs, priority } = asked;
  const others = places.filter((one) => one.holder !== holder && one.until > nowMs);
  if (priority === 'person') return others;
  return [...others, { holder, count, until: nowMs + GRANT_MS + CALL_MS }];
}
