// What a row of the Budgets table says: calls of the last minute and day, places taken, what the other side told.
import type { Patch } from '../ports/store.ts';
import type { Row } from '../store/schema.ts';
import { dayUsage, minuteUsage, readUsage, type Usage, writeUsage } from './budget-usage.ts';

/** Places for calls at the same time that one instance holds, until when if it says nothing more. */
export interface Places {
  readonly holder: string;
  readonly count: number;
  /** Epoch ms. */
  readonly until: number;
}

/** What the other side said is left of its day. Times in epoch ms. */
export interface Told {
  readonly left: number;
  /** Of how many, where it says so. */
  readonly limit?: number;
  readonly at: number;
  /** Until when it stands: the end of the day, or an hour where no end is told. */
  readonly until: number;
}

export interface BudgetState {
  readonly minute: Usage;
  readonly day: Usage;
  readonly places: readonly Places[];
  readonly told?: Told;
  /** Epoch ms; 0 when nobody asked for a pause. */
  readonly blockedUntil: number;
  /** The alarm about few calls left is open. */
  readonly isLow: boolean;
}

const LOW = 'low';
const SECOND_MS = 1_000;
/** What fits into a value of a conditional update. */
export const PLACES_MAX = 14;

export function readState(row: Row<'Budgets'>): BudgetState {
  const told =
    (row.told_until ?? 0) === 0
      ? undefined
      : {
          left: row.told_left ?? 0,
          at: row.told_at ?? 0,
          until: row.told_until ?? 0,
          ...((row.told_limit ?? 0) === 0 ? {} : { limit: row.told_limit ?? 0 }),
        };
  return {
    minute: readUsage(minuteUsage, row.minute_calls),
    day: readUsage(dayUsage, row.day_calls),
    places: readPlaces(row.places),
    ...(told === undefined ? {} : { told }),
    blockedUntil: row.blocked_until ?? 0,
    isLow: row.warning === LOW,
  };
}

export function writeState(state: BudgetState): Patch<'Budgets'> {
  const { told } = state;
  return {
    minute_calls: writeUsage(minuteUsage, state.minute),
    day_calls: writeUsage(dayUsage, state.day),
    places: writePlaces(state.places),
    blocked_until: state.blockedUntil,
    warning: state.isLow ? LOW : '',
    told_left: told?.left ?? 0,
    told_at: told?.at ?? 0,
    told_until: told?.until ?? 0,
    told_limit: told?.limit ?? 0,
  };
}

/** `<holder>.<count>.<until, in seconds>` each, joined by `|`. */
function writePlaces(places: readonly Places[]): string {
  return places
    .map(({ holder, count, until }) =>
      [holder, count.toString(36), Math.ceil(until / SECOND_MS).toString(36)].join('.'),
    )
    .join('|');
}

function readPlaces(text = ''): Places[] {
  return text
    .split('|')
    .filter((one) => one !== '')
    .map((one) => {
      const [holder = '', count = '0', until = '0'] = one.split('.');
      const untilMs = Number.parseInt(until, 36) * SECOND_MS;
      return { holder, count: Number.parseInt(count, 36), until: untilMs };
    });
}
