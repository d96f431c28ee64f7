// Transforms of dates and points in time, aware of time zones.
import * as z from 'zod/mini';
import { fieldShape, type Misfit, type Shape, shapeWords } from '../shape.ts';
import { declareTransform, given, type Transform, wrongType } from '../transform.ts';
import { type MappingValue, shown, textOf } from '../value.ts';
import {
  instantOf,
  isDatePattern,
  isTimeZone,
  readDay,
  readInstant,
  wallTime,
  writeDay,
} from '../zoned-time.ts';

const ISO_DAY = 'yyyy-MM-dd';
const pattern = () => z.string().check(z.minLength(8), z.maxLength(40));
/** An IANA name; the organization's own zone when absent. */
const timeZone = () => z.optional(z.string().check(z.maxLength(60)));

const zoneWords = (zone: string | undefined) =>
  zone === undefined ? 'the organization’s time zone' : zone;

function takes(types: readonly string[], gives: Shape) {
  return (input: Shape): Shape | Misfit =>
    input.kind === 'field' && types.includes(input.type)
      ? gives
      : {
          misfit: `needs ${types.map((type) => (type === 'instant' ? 'a point in time' : `a ${type}`)).join(' or ')}, not ${shapeWords(input)}`,
        };
}

interface Faulty {
  readonly pattern?: string | undefined;
  readonly timeZone?: string | undefined;
}

function fault(p: Faulty): string | undefined {
  if (p.timeZone !== undefined && !isTimeZone(p.timeZone)) {
    return `“${p.timeZone}” is no time zone; write one such as Europe/Berlin`;
  }
  if (p.pattern !== undefined && !isDatePattern(p.pattern)) {
    return `“${p.pattern}” is no date format; write it with yyyy, MM or MMM, dd, HH, mm, ss`;
  }
  return undefined;
}

/** Epoch ms, or ISO text with an offset. */
export function instantMs(value: MappingValue | undefined): number | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : undefined;
  return typeof value === 'string' ? readInstant(value) : undefined;
}

const dateIn = declareTransform(() => ({ timeZone: timeZone() }), {
  name: 'date-in-zone',
  sentence: 'Tells on which day a point in time falls in a time zone.',
  words: (p) => `its day in ${zoneWords(p.timeZone)}`,
  shape: takes(['instant'], fieldShape('date')),
  fault,
  loses: () => 'the time of day',
  apply: (value, p, context) => {
    const at = instantMs(value);
    const time = at === undefined ? undefined : wallTime(at, p.timeZone ?? context.timeZone);
    return time === undefined
      ? wrongType(`${shown(value ?? '')} is no point in time`)
      : given(writeDay(time, ISO_DAY));
  },
});

const startOfDay = declareTransform(() => ({ timeZone: timeZone() }), {
  name: 'start-of-day',
  sentence: 'Gives the point in time at which a day begins in a time zone.',
  words: (p) => `from the start of the day in ${zoneWords(p.timeZone)}`,
  shape: takes(['date'], fieldShape('instant')),
  fault,
  apply: (value, p, context) => {
    const day = readDay(textOf(value ?? '') ?? '', ISO_DAY);
    const at = day && instantOf(day, p.timeZone ?? context.timeZone);
    return at === undefined ? wrongType(`${shown(value ?? '')} is no date`) : given(at);
  },
  inverse: (p) => ({
    use: 'date-in-zone',
    ...(p.timeZone === undefined ? {} : { timeZone: p.timeZone }),
  }),
});

const readDate = declareTransform(() => ({ pattern: pattern() }), {
  name: 'read-date',
  sentence: 'Reads a date written in another order, e.g. dd/MM/yyyy.',
  words: (p) => `read as ${p.pattern}`,
  shape: takes(['text', 'date'], fieldShape('date')),
  fault,
  apply: (value, p) => {
    const time = readDay(textOf(value ?? '') ?? '', p.pattern);
    return time === undefined
      ? wrongType(`${shown(value ?? '')} is no date written as ${p.pattern}`)
      : given(writeDay(time, ISO_DAY));
  },
  inverse: (p) => (/[Hms]/.test(p.pattern) ? undefined : { use: 'write-date', pattern: p.pattern }),
});

const writeDate = declareTransform(() => ({ pattern: pattern() }), {
  name: 'write-date',
  sentence: 'Writes a date in another order, e.g. dd/MM/yyyy.',
  words: (p) => `written as ${p.pattern}`,
  shape: takes(['date'], fieldShape('text')),
  fault: (p) => (/[Hms]/.test(p.pattern) ? 'A date has no hours, minutes or seconds' : fault(p)),
  apply: (value, p) => {
    const time = readDay(textOf(value ?? '') ?? '', ISO_DAY);
    return time === undefined
      ? wrongType(`${shown(value ?? '')} is no date`)
      : given(writeDay(time, p.pattern));
  },
  inverse: (p) => ({ use: 'read-date', pattern: p.pattern }),
});

const readTime = declareTransform(() => ({ pattern: pattern(), timeZone: timeZone() }), {
  name: 'read-time',
  sentence: 'Reads a day and time without an offset as clocks in a time zone show it.',
  words: (p) => `read as ${p.pattern} in ${zoneWords(p.timeZone)}`,
  shape: takes(['text'], fieldShape('instant')),
  fault,
  apply: (value, p, context) => {
    const time = readDay(textOf(value ?? '') ?? '', p.pattern);
    const at = time && instantOf(time, p.timeZone ?? context.timeZone);
    return at === undefined
      ? wrongType(`${shown(value ?? '')} is no time written as ${p.pattern}`)
      : given(at);
  },
});

const writeTime = declareTransform(() => ({ pattern: pattern(), timeZone: timeZone() }), {
  name: 'write-time',
  sentence: 'Writes a point in time as clocks in a time zone show it.',
  words: (p) => `written as ${p.pattern} in ${zoneWords(p.timeZone)}`,
  shape: takes(['instant'], fieldShape('text')),
  fault,
  loses: (p) => (p.pattern.includes('ss') ? undefined : 'the seconds, or the whole time of day'),
  apply: (value, p, context) => {
    const at = instantMs(value);
    const time = at === undefined ? undefined : wallTime(at, p.timeZone ?? context.timeZone);
    return time === undefined
      ? wrongType(`${shown(value ?? '')} is no point in time`)
      : given(writeDay(time, p.pattern));
  },
});

export const dateTransforms: readonly Transform[] = [
  dateIn,
  startOfDay,
  readDate,
  writeDate,
  readTime,
  writeTime,
];
