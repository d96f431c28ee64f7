// Instants, dates and clock times in a time zone, and dates written in other orders.

const formatters = new Map<string, Intl.DateTimeFormat | undefined>();

/** Made once per time zone: making one costs more than a whole mapping. Undefined for a zone that doesn't exist. */
function formatterOf(timeZone: string): Intl.DateTimeFormat | undefined {
  if (!formatters.has(timeZone)) formatters.set(timeZone, newFormatter(timeZone));
  return formatters.get(timeZone);
}

function newFormatter(timeZone: string): Intl.DateTimeFormat | undefined {
  const two = '2-digit';
  const clock = { hour: two, minute: two, second: two, hourCycle: 'h23' } as const;
  const day = { year: 'numeric', month: two, day: two } as const;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, ...day, ...clock });
  } catch {
    return undefined;
  }
}

export function isTimeZone(timeZone: string): boolean {
  return formatterOf(timeZone) !== undefined;
}

/** A day and a time of day as a clock on the wall shows it. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const YEAR_1_MS = -62_135_596_800_000;
const YEAR_9999_MS = 253_370_764_800_000;

/** Undefined for an unknown zone or an instant before year 1 or in or after year 9999. */
export function wallTime(instantMs: number, timeZone: string): WallTime | undefined {
  if (!(instantMs > YEAR_1_MS + DAY_MS && instantMs < YEAR_9999_MS)) return undefined;
  const offset = offsetMs(instantMs, timeZone);
  if (offset === undefined) return undefined;
  const there = new Date(instantMs + offset);
  return {
    year: there.getUTCFullYear(),
    month: there.getUTCMonth() + 1,
    day: there.getUTCDate(),
    hour: there.getUTCHours(),
    minute: there.getUTCMinutes(),
    second: there.getUTCSeconds(),
  };
}

const DAY_MS = 86_400_000;
const QUARTER_MS = 900_000;
/** Since 1973 clocks everywhere change at full quarters of an hour, so each has one offset. */
const QUARTERS_FROM_MS = Date.UTC(1973, 0, 1);
const OFFSETS_MAX = 2000;
const offsets = new Map<string, number | undefined>();

function offsetMs(instantMs: number, timeZone: string): number | undefined {
  if (instantMs < QUARTERS_FROM_MS) return readOffsetMs(instantMs, timeZone);
  const key = `${timeZone}|${Math.floor(instantMs / QUARTER_MS)}`;
  if (!offsets.has(key)) {
    if (offsets.size >= OFFSETS_MAX) offsets.clear();
    offsets.set(key, readOffsetMs(instantMs, timeZone));
  }
  return offsets.get(key);
}

function readOffsetMs(instantMs: number, timeZone: string): number | undefined {
  const shown = formatterOf(timeZone)?.format(instantMs);
  const found = /^(\d+)\/(\d+)\/(\d+), (\d+):(\d+):(\d+)$/.exec(shown ?? '');
  if (found === null) return undefined;
  const at = (index: number) => Number(found[index]);
  const clock = { hour: at(4), minute: at(5), second: at(6) };
  const wall = asUtc({ year: at(3), month: at(1), day: at(2), ...clock });
  return wall - Math.floor(instantMs / 1000) * 1000;
}

function asUtc(time: WallTime): number {
  const at = new Date(0);
  at.setUTCFullYear(time.year, time.month - 1, time.day);
  at.setUTCHours(time.hour, time.minute, time.second);
  return at.getTime();
}

/**
 * The instant at which clocks in the zone show this. Of a time that comes twice the first is taken; one that is
 * skipped moves on by the length of the gap.
 */
export function instantOf(time: WallTime, timeZone: string): number | undefined {
  const wanted = asUtc(time);
  const offsetAt = (instantMs: number) => {
    const there = wallTime(instantMs, timeZone);
    return there === undefined ? undefined : asUtc(there) - instantMs;
  };
  const before = offsetAt(wanted - DAY_MS);
  const after = offsetAt(wanted + DAY_MS);
  if (before === undefined || after === undefined) return undefined;
  const fits = [wanted - before, wanted - after].filter(
    (at) => at + (offsetAt(at) ?? 0) === wanted,
  );
  return fits.length === 0 ? wanted - before : Math.min(...fits);
}

/** ISO 8601 with an offset or `Z`, also without the colon as Zoho writes it; undefined otherwise. */
export function readInstant(text: string): number | undefined {
  const match =
    /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(Z|[+-]\d\d:?\d\d)$/i.exec(
      text.trim(),
    );
  if (match === null || readDay(match[1] ?? '', 'yyyy-MM-dd') === undefined) return undefined;
  const offset = (match[3] ?? '').toUpperCase().replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2');
  const time = (match[2] ?? '').replace(/(\.\d{3})\d+$/, '$1');
  const at = Date.parse(`${match[1]}T${time}${offset}`);
  return Number.isNaN(at) ? undefined : at;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const TOKEN = /yyyy|MMM|MM|dd|HH|mm|ss|[A-Za-z]+/g;
const READS: Readonly<Record<string, string>> = {
  yyyy: '(?<year>\\d{4})',
  MMM: `(?<name>${MONTHS.join('|')})`,
  MM: '(?<month>\\d{1,2})',
  dd: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{1,2})',
  mm: '(?<minute>\\d{2})',
  ss: '(?<second>\\d{2})',
};

/** Whether a pattern is made of yyyy, MM or MMM, dd, HH, mm, ss and marks, and names a whole day. */
export function isDatePattern(pattern: string): boolean {
  const tokens = pattern.match(TOKEN) ?? [];
  const has = (token: string) => tokens.filter((one) => one === token).length === 1;
  const known = tokens.every((token) => Object.hasOwn(READS, token) && has(token));
  return known && has('yyyy') && has('dd') && has('MM') !== has('MMM');
}

const readers = new Map<string, RegExp>();

function readerOf(pattern: string): RegExp {
  const known = readers.get(pattern);
  if (known !== undefined) return known;
  const marks = pattern.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
  const made = new RegExp(`^${marks.replace(TOKEN, (token) => READS[token] ?? token)}$`, 'i');
  readers.set(pattern, made);
  return made;
}

/** Reads a day (and time, if the pattern has one); undefined where it doesn't fit or doesn't exist. */
export function readDay(text: string, pattern: string): WallTime | undefined {
  const found = readerOf(pattern).exec(text.trim())?.groups;
  if (found === undefined) return undefined;
  const named = MONTHS.findIndex((name) => name.toLowerCase() === found.name?.toLowerCase()) + 1;
  const number = (part: string) => Number(found[part] ?? 0);
  const month = named > 0 ? named : number('month');
  const time = {
    year: number('year'),
    month,
    day: number('day'),
    hour: number('hour'),
    minute: number('minute'),
    second: number('second'),
  };
  const same = new Date(asUtc(time));
  const exists =
    time.year > 0 &&
    same.getUTCMonth() + 1 === month &&
    same.getUTCDate() === time.day &&
    time.hour < 24 &&
    time.minute < 60 &&
    time.second < 60;
  return exists ? time : undefined;
}

const writers = new Map<string, readonly string[]>();

function piecesOf(pattern: string): readonly string[] {
  const known = writers.get(pattern);
  if (known !== undefined) return known;
  const pieces = pattern.split(/(yyyy|MMM|MM|dd|HH|mm|ss)/).filter((piece) => piece !== '');
  writers.set(pattern, pieces);
  return pieces;
}

export function writeDay(time: WallTime, pattern: string): string {
  let written = '';
  for (const piece of piecesOf(pattern)) written += writePiece(time, piece);
  return written;
}

function writePiece(time: WallTime, piece: string): string {
  switch (piece) {
    case 'yyyy':
      return String(time.year).padStart(4, '0');
    case 'MMM':
      return MONTHS[time.month - 1] ?? '';
    case 'MM':
      return String(time.month).padStart(2, '0');
    case 'dd':
      return String(time.day).padStart(2, '0');
    case 'HH':
      return String(time.hour).padStart(2, '0');
    case 'mm':
      return String(time.minute).padStart(2, '0');
    case 'ss':
      return String(time.second).padStart(2, '0');
    default:
      return piece;
  }
}
