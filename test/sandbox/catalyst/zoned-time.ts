// Wall-clock time in a named zone: Catalyst writes its timestamps and plans its crons in the project's zone.

export interface WallTime {
  readonly year: number;
  /** 1-12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const QUARTER_MS = 900_000;

let lastOffset = { quarter: Number.NaN, timeZone: '', offsetMs: 0 };

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** True when the runtime knows the zone. */
export function isTimeZone(timeZone: string): boolean {
  try {
    formatOf(timeZone);
    return true;
  } catch {
    return false;
  }
}

/** What a clock on the wall shows at an instant (epoch ms). */
export function wallTime(epochMs: number, timeZone: string): WallTime {
  const shown = new Date(epochMs + zoneOffsetMs(epochMs, timeZone));
  return {
    year: shown.getUTCFullYear(),
    month: shown.getUTCMonth() + 1,
    day: shown.getUTCDate(),
    hour: shown.getUTCHours(),
    minute: shown.getUTCMinutes(),
    second: shown.getUTCSeconds(),
  };
}

/** The instant at which the wall shows this time; a time skipped by daylight saving gives the moment after. */
export function instantOf(time: WallTime, timeZone: string): number {
  const asUtc = Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second);
  const first = asUtc - zoneOffsetMs(asUtc, timeZone);
  return asUtc - zoneOffsetMs(first, timeZone);
}

/** Offsets change on quarters of an hour only, so one look per quarter is enough. */
function zoneOffsetMs(epochMs: number, timeZone: string): number {
  const quarter = Math.floor(epochMs / QUARTER_MS);
  if (lastOffset.quarter !== quarter || lastOffset.timeZone !== timeZone) {
    const offsetMs = readOffsetMs(quarter * QUARTER_MS, timeZone);
    lastOffset = { quarter, timeZone, offsetMs };
  }
  return lastOffset.offsetMs;
}

function readOffsetMs(epochMs: number, timeZone: string): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(epochMs)) {
    parts[type] = Number(value);
  }
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - epochMs;
}

/** `2026-11-22 16:30:12:799`: project zone, no offset, a colon before the milliseconds. */
export function rowTimestamp(epochMs: number, timeZone: string): string {
  const { year, month, day, hour, minute, second } = wallTime(epochMs, timeZone);
  const two = (value: number) => String(value).padStart(2, '0');
  const ms = String(epochMs % 1000).padStart(3, '0');
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}:${ms}`;
}
