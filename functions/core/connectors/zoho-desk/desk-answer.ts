// How Desk says no: `{errorCode, message, errors?}`, seen with status 200 too.
import * as z from 'zod/mini';
import { problemReading, type ReadAnswer } from '../zoho-http/zoho-call.ts';
import {
  busy,
  fieldMissing,
  notFound,
  organizationWrong,
  permissionMissing,
  planMissing,
  refusedBy,
  retryAfterMs,
  unavailable,
} from '../zoho-http/zoho-problem.ts';

const errorShape = z.object({
  errorCode: z.string(),
  message: z.optional(z.string()),
  errors: z.optional(
    z.array(z.object({ fieldName: z.optional(z.string()), errorType: z.optional(z.string()) })),
  ),
});
type DeskError = z.infer<typeof errorShape>;

/** Without Retry-After it is the limit of calls at the same time, which is soon over. */
const BUSY_MS = 10_000;

const forbidden = new Set(['SCOPE_MISMATCH', 'FORBIDDEN']);
const limited = new Set(['THRESHOLD_EXCEEDED', 'TOO_MANY_REQUESTS']);
const tokenCodes = new Set(['INVALID_OAUTH', 'UNAUTHORIZED']);

export const readDeskAnswer: ReadAnswer = ({ status, headers, body }, call) => {
  const parsed = errorShape.safeParse(body);
  const error = parsed.success ? parsed.data : undefined;
  const code = error?.errorCode ?? '';
  if (error === undefined && status < 300) return { kind: 'value', body };
  if (limited.has(code) || status === 429) {
    return problemReading(busy('desk', retryAfterMs(headers) ?? BUSY_MS));
  }
  // The connection was made for another portal.
  if (code === 'OAUTH_ORG_MISMATCH') return problemReading(organizationWrong('desk'));
  if (code === 'LICENSE_ACCESS_LIMITED') return problemReading(planMissing('desk'));
  if (forbidden.has(code) || status === 403) return problemReading(permissionMissing('desk'));
  if (tokenCodes.has(code) || status === 401) return { kind: 'token-refused' };
  if (code === 'URL_NOT_FOUND' || status === 404) return problemReading(notFound(call.what));
  if (error === undefined || code === 'INTERNAL_SERVER_ERROR') {
    return problemReading(unavailable('desk'));
  }
  if (call.uniqueField !== undefined && namesField(error, call.uniqueField)) {
    return problemReading(fieldMissing('desk', call.uniqueField));
  }
  return problemReading(refusedBy('desk', detailOf(error), code));
};

/** We send no other custom field. */
function namesField({ errors = [] }: DeskError, field: string): boolean {
  return errors.some(({ fieldName = '' }) => fieldName === '/cf' || fieldName.includes(field));
}

/** Which fields, and what about each: `contactId: invalid`. */
function detailOf(error: DeskError): string {
  const fields = (error.errors ?? []).map(
    ({ fieldName = '', errorType = '' }) => `${fieldName.replace(/^\//, '')}: ${errorType}`,
  );
  return fields.length > 0 ? fields.join(', ') : (error.message ?? error.errorCode);
}
