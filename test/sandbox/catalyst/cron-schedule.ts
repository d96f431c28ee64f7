// When a cron is next due: cron expressions and calendar rules in a time zone.
import { invalidInput } from './envelope.ts';
import { instantOf, type WallTime, wallTime } from './zoned-time.ts';

const DAY_MS = 86_400_000;
/** Long enough for the 29th of February that falls on a given weekday. */
const SEARCH_DAYS = 366 * 29;

/** Which wall-clock moments fit; an absent set fits all. */
export interface Pattern {
  readonly months?: ReadonlySet<number>;
  readonly days?: ReadonlySet<number>;
  /** 0 is Sunday. */
  readonly weekdays?: ReadonlySet<number>;
  /** 1-5. */
  readonly weeksOfMonth?: ReadonlySet<number>;
  /** As in UNIX cron: with both days and weekdays given, one of them is enough. */
  readonly eitherDay?: boolean;
  readonly hours: readonly number[];
  readonly minutes: readonly number[];
  readonly second: number;
}

/** The first moment after `afterMs` that fits, or undefined when none comes. */
export function nextMatch(pattern: Pattern, afterMs: number, timeZone: string): number | undefined {
  const start = wallTime(afterMs, timeZone);
  const firstDay = Date.UTC(start.year, start.month - 1, start.day);
  for (let index = 0; index < SEARCH_DAYS; index += 1) {
    const date = new Date(firstDay + index * DAY_MS);
    if (!dayFits(pattern, date)) continue;
    const moment = momentsOf(pattern, date, timeZone).find((epochMs) => epochMs > afterMs);
    if (moment !== undefined) return moment;
  }
  return undefined;
}

function momentsOf(pattern: Pattern, date: Date, timeZone: string): number[] {
  const day = {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
  };
  return pattern.hours.flatMap((hour) =>
    pattern.minutes.map((minute) => {
      const time: WallTime = { ...day, hour, minute, second: pattern.second };
      return instantOf(time, timeZone);
    }),
  );
}

function dayFits(pattern: Pattern, date: Date): boolean {
  const { months, days, weekdays, weeksOfMonth, eitherDay } = pattern;
  const day = date.getUTCDate();
  if (months?.has(date.getUTCMonth() + 1) === false) return false;
  if (weeksOfMonth?.has(Math.ceil(day / 7)) === false) return false;
  const dayOk = days?.has(day) ?? true;
  const weekdayOk = weekdays?.has(date.getUTCDay()) ?? true;
  return eitherDay === true ? dayOk || weekdayOk : dayOk && weekdayOk;
}

/**
 * A five-field UNIX cron expression: minute hour day month weekday, with `*`, lists, ranges and steps.
 * @throws CatalystError 400 when it is none.
 */
export function parseCronExpression(expression: string): Pattern {
  const fields = expression.trim().split(/\s+/);
  const [minute, hour, day, month, weekday] = fields;
  if (
    fields.length !== 5 ||
    minute === undefined ||
    hour === undefined ||
    day === undefined ||
    month === undefined ||
    weekday === undefined
  ) {
    throw invalidInput('The cron expression needs five fields');
  }
  const weekdays = parseField(weekday, 0, 7).map((value) => value % 7);
  return {
    minutes: parseField(minute, 0, 59),
    hours: parseField(hour, 0, 23),
    second: 0,
    months: new Set(parseField(month, 1, 12)),
    ...(day !== '*' && { days: new Set(parseField(day, 1, 31)) }),
    ...(weekday !== '*' && { weekdays: new Set(weekdays) }),
    eitherDay: day !== '*' && weekday !== '*',
  };
}

function parseField(field: string, low: number, high: number): number[] {
  const values = new Set<number>();
  for (const part of field.split(',')) {
    const match = /^(?:\*|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part);
    if (match === null) throw invalidInput(`Invalid cron expression: ${field}`);
    const [, from, to, step] = match;
    const first = from === undefined ? low : Number(from);
    const last =
      to !== undefined ? Number(to) : from !== undefined && step === undefined ? first : high;
    if (first < low || last > high || first > last || step === '0') {
      throw invalidInput(`Invalid cron expression: ${field}`);
    }
    for (let value = first; value <= last; value += Number(step ?? 1)) values.add(value);
  }
  return [...values].sort((a, b) => a - b);
}
