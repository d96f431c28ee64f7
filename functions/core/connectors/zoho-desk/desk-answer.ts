// How Desk says no: `{errorCode, message, errors?}`, seen with status 200 too.
import * as z from 'zod/mini';
import { problemReading, type ReadAnswer } from '../zoho-http/zoho-call.ts';
import {
  busy,
  notFound,
  permissionMissing,
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

/** `OAUTH_ORG_MISMATCH`: the connection was made for another portal, which only a new one mends. */
const forbidden = new Set([
  'SCOPE_MISMATCH',
  'OAUTH_ORG_MISMATCH',
  'FORBIDDEN',
  'LICENSE_ACCESS_LIMITED',
]);
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
  if (forbidden.has(code) || status === 403) return problemReading(permissionMissing('desk'));
  if (tokenCodes.has(code) || status === 401) return { kind: 'token-refused' };
  if (code === 'URL_NOT_FOUND' || status === 404) return problemReading(notFound(call.what));
  if (error === undefined || code === 'INTERNAL_SERVER_ERROR') {
    return problemReading(unavailable('desk'));
  }
  return problemReading(refusedBy('desk', detailOf(error), code));
};

/** Which fields, and what about each: `contactId: invalid`. */
function detailOf(error: DeskError): string {
  const fields = (error.errors ?? []).map(
    ({ fieldName = '', errorType = '' }) => `${fieldName.replace(/^\//, '')}: ${errorType}`,
  );
  return fields.length > 0 ? fields.join(', ') : (error.message ?? error.errorCode);
}
