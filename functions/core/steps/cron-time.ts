// Times of a schedule: five fields as cron has them, read on the clock of the organization's wall.
import { wallTime } from '../mapping/zoned-time.ts';

const MINUTE_MS = 60_000;

const FIELDS = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 7],
] as const;

/** The wall's minutes as a plain count, as if it hung at Greenwich. */
type WallMinute = number;

export interface CronTime {
  matches(wall: WallMinute): boolean;
  /** Then an hour that the clocks repeat counts twice. */
  readonly everyHour: boolean;
}

/** A checked document's time, such as `0 6 * * 1-5`; undefined when it is none. */
export function readCron(text: string): CronTime | undefined {
  const parts = text.split(' ');
  if (parts.length !== FIELDS.length) return undefined;
  const [minutes, hours, days, months, weekdays] = FIELDS.map(([from, to], index) =>
    valuesOf(parts[index] ?? '', from, to),
  );
  if (!minutes || !hours || !days || !months || !weekdays) return undefined;
  if (weekdays.has(7)) weekdays.add(0);
  // As cron has it: when both kinds of day are named, either will do.
  const either = parts[2] !== '*' && parts[4] !== '*';
  return {
    everyHour: hours.size === 24,
    matches(wall) {
      const at = new Date(wall * MINUTE_MS);
      const isDay = days.has(at.getUTCDate());
      const isWeekday = weekdays.has(at.getUTCDay());
      return (
        minutes.has(at.getUTCMinutes()) &&
        hours.has(at.getUTCHours()) &&
        months.has(at.getUTCMonth() + 1) &&
        (either ? isDay || isWeekday : isDay && isWeekday)
      );
    },
  };
}

function valuesOf(text: string, from: number, to: number): Set<number> | undefined {
  const values = new Set<number>();
  for (const part of text.split(',')) {
    const match = /^(?:\*|(\d{1,2})(?:-(\d{1,2}))?)(?:\/(\d{1,2}))?$/.exec(part);
    if (match === null) return undefined;
    const first = match[1] === undefined ? from : Number(match[1]);
    const step = match[3] === undefined ? 1 : Number(match[3]);
    // `5/15` goes on to the end, `5` stands for itself.
    const open = match[1] === undefined || match[3] !== undefined;
    const last = match[2] === undefined ? (open ? to : first) : Number(match[2]);
    if (step < 1) return undefined;
    for (let value = first; value <= last; value += step) values.add(value);
  }
  return values;
}

/**
 * The last due time after `afterMs` and not after `nowMs` (epoch ms): its name, by which a time that the clocks repeat
 * is the same one. A time that they skip is due at the minute to which they jump. Undefined when none was due.
 */
export function lastDue(
  cron: CronTime,
  timeZone: string,
  afterMs: number,
  nowMs: number,
): string | undefined {
  const last = Math.floor(nowMs / MINUTE_MS);
  for (let minute = last; minute * MINUTE_MS > afterMs; minute -= 1) {
    const wall = wallMinute(minute * MINUTE_MS, timeZone);
    if (wall === undefined) return undefined;
    const before = wallMinute((minute - 1) * MINUTE_MS, timeZone) ?? wall - 1;
    for (let shown = wall; shown > Math.min(before, wall - 1); shown -= 1) {
      if (cron.matches(shown)) return cron.everyHour ? String(minute) : nameOf(shown);
      if (shown < wall && cron.everyHour) break;
    }
  }
  return undefined;
}

function wallMinute(instantMs: number, timeZone: string): WallMinute | undefined {
  const wall = wallTime(instantMs, timeZone);
  if (wall === undefined) return undefined;
  const { year, month, day, hour, minute } = wall;
  return Date.UTC(year, month - 1, day, hour, minute) / MINUTE_MS;
}

/** `2026-11-01T01-30`: safe in keys. */
function nameOf(wall: WallMinute): string {
  return new Date(wall * MINUTE_MS).toISOString().slice(0, 16).replace(':', '-');
}
