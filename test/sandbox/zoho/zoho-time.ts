// How each Zoho product writes dates and times.

interface Parts {
  readonly date: string;
  readonly time: string;
  /** `-0400` */
  readonly offset: string;
}

/** Offsets change on quarters of an hour only, so one look per zone and quarter is enough. */
const QUARTER_MS = 900_000;
const offsets = new Map<string, { readonly quarter: number; readonly offset: string }>();
const formats = new Map<string, Intl.DateTimeFormat>();

function format(timeZone: string): Intl.DateTimeFormat {
  let found = formats.get(timeZone);
  if (found === undefined) {
    found = new Intl.DateTimeFormat('en-CA', { timeZone, timeZoneName: 'longOffset' });
    formats.set(timeZone, found);
  }
  return found;
}

/** `-0400` */
function offsetOf(ms: number, timeZone: string): string {
  const quarter = Math.floor(ms / QUARTER_MS);
  const known = offsets.get(timeZone);
  if (known?.quarter === quarter) return known.offset;
  const parts = format(timeZone).formatToParts(ms);
  const zone = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const offset = zone.slice(3).replace(':', '') || '+0000';
  offsets.set(timeZone, { quarter, offset });
  return offset;
}

function partsOf(ms: number, timeZone: string): Parts {
  const offset = offsetOf(ms, timeZone);
  const sign = offset.startsWith('-') ? -1 : 1;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(3, 5));
  const shown = new Date(ms + sign * minutes * 60_000).toISOString();
  return { date: shown.slice(0, 10), time: shown.slice(11, 19), offset };
}

/** yyyy-mm-dd in the organization's time zone. */
export function orgDate(ms: number, timeZone: string): string {
  return partsOf(ms, timeZone).date;
}

/** Books and Inventory: `2026-06-09T13:16:45-0400`, an offset without a colon. */
export function booksTime(ms: number, timeZone: string): string {
  const { date, time, offset } = partsOf(ms, timeZone);
  return `${date}T${time}${offset}`;
}

/** CRM: `2026-05-14T12:53:58+03:00`. */
export function crmTime(ms: number, timeZone: string): string {
  const { date, time, offset } = partsOf(ms, timeZone);
  return `${date}T${time}${offset.slice(0, 3)}:${offset.slice(3)}`;
}

/** Desk: UTC with milliseconds. */
export function deskTime(ms: number): string {
  return new Date(ms).toISOString();
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** `09 Jun 2026`, as Books prints a created date. */
export function longDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${day} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
}

const DAY_MS = 86_400_000;

/** A yyyy-mm-dd that exists in the calendar. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(ms) && new Date(ms).toISOString().startsWith(text);
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** Epoch ms of a time as clients send it (`...-0400`, `...-UTC`, `...+03:00`, `...Z`); NaN when unreadable. */
export function parseTime(text: string): number {
  return Date.parse(text.replace(/-UTC$/, 'Z').replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
}
