// How the CRM says yes and no: whole answers `{code, message, status}`, and one such row per record written.
import * as z from 'zod/mini';
import { problemReading, type ReadAnswer } from '../zoho-http/zoho-call.ts';
import {
  busy,
  notFound,
  permissionMissing,
  planMissing,
  refusedBy,
  retryAfterMs,
  unavailable,
  type ZohoProblem,
} from '../zoho-http/zoho-problem.ts';

const errorShape = z.object({
  code: z.string(),
  message: z.optional(z.string()),
  details: z.nullish(z.object({ api_name: z.optional(z.string()) })),
});
type CrmError = z.infer<typeof errorShape>;

/** A 429 says neither which limit it was nor for how long. */
const BUSY_MS = 60_000;

const forbidden = new Set(['OAUTH_SCOPE_MISMATCH', 'NO_PERMISSION']);
/** Somebody else holds the record, has just changed it, or has to approve it: free again later. */
const later = new Set(['RECORD_LOCKED', 'RECORD_MODIFIED', 'NOT_APPROVED']);
const limited = new Set(['LIMIT_EXCEEDED', 'TOO_MANY_REQUESTS']);
const tokenCodes = new Set(['INVALID_TOKEN', 'AUTHENTICATION_FAILURE']);

export const readCrmAnswer: ReadAnswer = ({ status, headers, body }, call) => {
  const hasRows = z.object({ data: z.array(z.unknown()) }).safeParse(body).success;
  // Rows carry their own errors, also where the whole answer is a 207 or a 400.
  if (hasRows && status !== 401 && status !== 429) return { kind: 'value', body };
  const parsed = errorShape.safeParse(body);
  const error = parsed.success ? parsed.data : undefined;
  const code = error?.code ?? '';
  if (limited.has(code) || status === 429) {
    return problemReading(busy('crm', retryAfterMs(headers) ?? BUSY_MS));
  }
  // A missing scope also comes as a 401: a new token would not help.
  if (error !== undefined && forbidden.has(code)) return problemReading(crmRefusal(error));
  if (tokenCodes.has(code) || status === 401) return { kind: 'token-refused' };
  if (status === 404) return problemReading(notFound(call.what));
  if (status === 403) return problemReading(permissionMissing('crm'));
  return problemReading(error === undefined ? unavailable('crm') : crmRefusal(error));
};

/** What a refused request or row means. */
export function crmRefusal(error: CrmError): ZohoProblem {
  const { code, message = code, details } = error;
  if (code === 'INTERNAL_ERROR') return unavailable('crm');
  if (forbidden.has(code)) return permissionMissing('crm');
  // The module is hidden, or the edition has none.
  if (code === 'INVALID_MODULE') return planMissing('crm');
  const field = details?.api_name;
  // Deleted since we saw it.
  if (code === 'INVALID_DATA' && field === 'id') return notFound('The record');
  const refusal = refusedBy('crm', field === undefined ? message : `${field}: ${message}`, code);
  return later.has(code) ? { ...refusal, remedy: 'retry' } : refusal;
}
