// What a cron is made of, and when it first and next fires.
import { z } from 'zod';
import { nextMatch, type Pattern, parseCronExpression } from './cron-schedule.ts';
import { invalidInput } from './envelope.ts';
import { type JobBody, parseJobBody } from './job-meta.ts';
import { isTimeZone } from './zoned-time.ts';

/** How late a one-time cron fires whose time has passed when it is made. */
const LATE_MS = 35_000;

const whole = z.coerce.number().int().min(0);
const numbers = z.array(z.coerce.number().int()).optional();

const detail = z.object({
  timezone: z.string().refine(isTimeZone, 'Invalid timezone').optional(),
  time_of_execution: z.coerce.string().optional(),
  repetition_type: z.string().optional(),
  hour: whole.default(0),
  minute: whole.default(0),
  second: whole.default(0),
  days: numbers,
  week_day: numbers,
  weeks_of_month: numbers,
  months: numbers,
});

const body = z.object({
  cron_name: z.string().min(1),
  description: z.string().optional(),
  cron_type: z.enum(
    ['OneTime', 'Periodic', 'Calendar', 'CronExpression'],
    'Mandatory parameter cron_type is missing',
  ),
  cron_status: z.boolean(),
  cron_execution_type: z.enum(['dynamic', 'pre-defined']).default('pre-defined'),
  cron_expression: z.string().optional(),
  cron_detail: detail.prefault({}),
  end_time: z.coerce.string().optional(),
  job_meta: z.unknown(),
});

type ParsedBody = z.infer<typeof body>;
export type CronBody = Omit<ParsedBody, 'job_meta'> & { readonly job_meta: JobBody };
type Detail = ParsedBody['cron_detail'];

/** @throws CatalystError 400 that names what is wrong. */
export function parseCronBody(input: unknown): CronBody {
  const parsed = body.safeParse(input);
  if (!parsed.success) throw invalidInput(z.prettifyError(parsed.error));
  const cron = { ...parsed.data, job_meta: parseJobBody(parsed.data.job_meta) };
  if (cron.cron_type === 'CronExpression') parseCronExpression(expressionOf(cron));
  if (cron.cron_type === 'OneTime') executionTimeMs(cron.cron_detail);
  if (cron.cron_type === 'Periodic' && periodMs(cron.cron_detail) === 0) {
    throw invalidInput('The period of the cron is missing');
  }
  return cron;
}

/** Periodic crons fire at once; a one-time cron of the past soon; undefined when it never does. */
export function firstDue(cron: CronBody, nowMs: number, timeZone: string): number | undefined {
  if (cron.cron_type === 'Periodic') return nowMs;
  if (cron.cron_type === 'OneTime') {
    const at = executionTimeMs(cron.cron_detail);
    return at <= nowMs ? nowMs + LATE_MS : at;
  }
  return nextDue(cron, nowMs, timeZone);
}

/** The next time after it has fired. */
export function nextDue(cron: CronBody, nowMs: number, timeZone: string): number | undefined {
  const zone = cron.cron_detail.timezone ?? timeZone;
  switch (cron.cron_type) {
    case 'OneTime':
      return undefined;
    case 'Periodic':
      return nowMs + periodMs(cron.cron_detail);
    case 'Calendar':
      return nextMatch(calendarPattern(cron.cron_detail), nowMs, zone);
    case 'CronExpression':
      return nextMatch(parseCronExpression(expressionOf(cron)), nowMs, zone);
  }
}

/** UNIX seconds: milliseconds are taken as seconds too and lie some 50,000 years ahead. */
function executionTimeMs({ time_of_execution }: Detail): number {
  if (time_of_execution === undefined || !/^\d+$/.test(time_of_execution)) {
    throw invalidInput('time_of_execution must be UNIX seconds');
  }
  return Number(time_of_execution) * 1000;
}

function periodMs({ hour, minute, second }: Detail): number {
  return ((hour * 60 + minute) * 60 + second) * 1000;
}

function expressionOf({ cron_expression }: CronBody): string {
  if (cron_expression === undefined) {
    throw invalidInput('Mandatory parameter cron expression is missing.');
  }
  return cron_expression;
}

/** Weekdays count from 1 (Sunday). */
function calendarPattern(detail: Detail): Pattern {
  const { hour, minute, second, days, week_day, weeks_of_month, months } = detail;
  return {
    hours: [hour],
    minutes: [minute],
    second,
    ...(days && { days: new Set(days) }),
    ...(week_day && { weekdays: new Set(week_day.map((day) => day - 1)) }),
    ...(weeks_of_month && { weeksOfMonth: new Set(weeks_of_month) }),
    ...(months && { months: new Set(months) }),
  };
}
