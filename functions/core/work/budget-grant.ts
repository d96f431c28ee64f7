// What one instance holds of a shared budget between two exchanges with the store; it costs no round trip.
import type { Grant } from './budget-plan.ts';
import type { Told } from './budget-state.ts';
import { bucketOf, minuteUsage, total, type Usage, withCalls } from './budget-usage.ts';

/** Leave for one call; `end` when it is over, with what the answer said is left. */
export interface CallLeave {
  end(told?: Pick<Told, 'left' | 'limit'> & { readonly resetMs?: number }): void;
}

/** A grant that is about to be settled: no more calls are made of it meanwhile. */
export interface Settling {
  readonly grant: Grant;
  readonly made: Usage;
}

const FIRST_SIZE = 8;
const SIZE_MAX = 32;
const HOUR_MS = 3_600_000;

export function createGrantHolder(now: () => number) {
  let grant: Grant | undefined;
  let made: Usage = new Map();
  let told: Told | undefined;
  let inFlight = 0;
  let size = FIRST_SIZE;
  let freed = Promise.withResolvers<void>();

  const isGood = (cost: number): boolean =>
    grant !== undefined && grant.left >= cost && now() <= grant.until;

  function end(heard: Parameters<CallLeave['end']>[0]): void {
    inFlight -= 1;
    freed.resolve();
    freed = Promise.withResolvers<void>();
    if (heard === undefined) return;
    const { resetMs, ...rest } = heard;
    const at = now();
    told = { ...rest, at, until: at + (resetMs ?? HOUR_MS) };
  }

  /** Who used a grant up before its time takes more at once next time, who did not takes less. */
  function wantedAfter(settling: Settling | undefined): number {
    if (settling === undefined) return size;
    const wasShort = now() <= settling.grant.until;
    return Math.max(1, Math.min(SIZE_MAX, wasShort ? size * 2 : total(settling.made)));
  }

  return {
    /** Leave for a call, when the grant and the places still allow one. */
    use(cost: number): CallLeave | undefined {
      if (grant === undefined || !isGood(cost) || inFlight >= grant.places) return undefined;
      grant = { ...grant, left: grant.left - cost };
      made = withCalls(minuteUsage, made, bucketOf(minuteUsage, now()), cost);
      inFlight += 1;
      let isOver = false;
      return {
        end: (heard) => {
          if (!isOver) end(heard);
          isOver = true;
        },
      };
    },
    /** Resolves with the next call that ends, when only the places of our own calls are missing. */
    placeOfOurs(cost: number): Promise<void> | undefined {
      return isGood(cost) && inFlight > 0 ? freed.promise : undefined;
    },
    get inFlight(): number {
      return inFlight;
    },
    get told(): Told | undefined {
      return told;
    },
    wantedAfter,
    /** Takes the grant out of use, to be settled. */
    freeze(): Settling | undefined {
      if (grant === undefined) return undefined;
      const settling = { grant, made };
      grant = undefined;
      made = new Map();
      return settling;
    },
    /** There was nothing to take: the old grant stays in use. */
    restore(settling: Settling | undefined): void {
      if (settling !== undefined) ({ grant, made } = settling);
    },
    accept(next: Grant, settled: Settling | undefined): void {
      size = wantedAfter(settled);
      grant = next;
    },
    /** Nothing of it may be used any more. */
    drop(): void {
      if (grant !== undefined) grant = { ...grant, left: 0 };
    },
  };
}
