// What the JSON reports have in common: the organization, the time range, and their way to refuse.
import type { ApiContext } from '../api.ts';
import { timestamp } from '../ids.ts';
import { Refusal } from '../refusal.ts';

export interface ReportRequest {
  readonly organizationId: string;
  readonly startMs: number;
  readonly endMs: number;
}

/** @throws Refusal 400 in the reporting service's shape, naming the field. */
export function readReportRequest(c: ApiContext): ReportRequest {
  const { merchant } = c.var;
  const organizationId = c.req.query('organizationId') ?? merchant.organizationId;
  if (![merchant.organizationId, merchant.merchantId].includes(organizationId)) {
    throw reportProblem('organizationId');
  }
  const startMs = readTime(c.req.query('startTime'), 'startTime');
  const endMs = readTime(c.req.query('endTime'), 'endTime');
  if (endMs < startMs) throw reportProblem('endTime');
  return { organizationId, startMs, endMs };
}

function readTime(text: string | undefined, field: string): number {
  const time = Date.parse(text ?? '');
  if (Number.isNaN(time)) throw reportProblem(field);
  return time;
}

export function reportProblem(field: string): Refusal {
  const message = 'One or more fields contain invalid data';
  return new Refusal(400, message, (nowMs) => ({
    submitTimeUtc: timestamp(nowMs),
    reason: 'INVALID_DATA',
    message,
    details: [{ field, reason: 'INVALID_DATA' }],
  }));
}
