// How Books and Inventory say yes and no: `{code, message, ...}`, where code 0 is yes.
import * as z from 'zod/mini';
import { problemReading, type ReadAnswer } from './zoho-call.ts';
import {
  busy,
  fieldMissing,
  notFound,
  organizationWrong,
  permissionMissing,
  refusedBy,
  retryAfterMs,
  secondsHeaderMs,
  unavailable,
} from './zoho-problem.ts';
import type { ZohoProduct } from './zoho-product.ts';

const envelope = z.object({ code: z.number(), message: z.optional(z.string()) });

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Codes of limits (Books API introduction, "API Call Limit"), with the wait where Zoho names none. */
const waitMs: ReadonlyMap<number, number> = new Map([
  [43, HOUR_MS], // blocked for some time: seen with Retry-After 3600
  [44, 10 * MINUTE_MS], // too many in a minute, blocked
  [45, HOUR_MS], // the day's calls are used up
  [1070, 3_000], // too many at the same time
]);
const DAY_LIMIT = 45;

/** Our user is in no such organization, or in several and none was named; code 2 names the parameter. */
const organizationCodes = new Set([6024, 6041]);
const WRONG_PARAMETER = 2;

/** Reads the answers of one finance product. */
export function readFinanceAnswer(product: ZohoProduct): ReadAnswer {
  return ({ status, headers, body }, call) => {
    const parsed = envelope.safeParse(body);
    if (!parsed.success) {
      return problemReading(
        status === 429 ? busy(product, retryAfterMs(headers) ?? MINUTE_MS) : unavailable(product),
      );
    }
    const { code, message = '' } = parsed.data;
    if (code === 0 && status < 300) return { kind: 'value', body };
    if (waitMs.has(code) || status === 429) {
      // X-Rate-Limit-Reset counts to the end of the day: it says nothing about the shorter limits.
      const dayEndMs =
        code === DAY_LIMIT ? secondsHeaderMs(headers, 'x-rate-limit-reset') : undefined;
      const wait = retryAfterMs(headers) ?? dayEndMs ?? waitMs.get(code) ?? MINUTE_MS;
      return problemReading(busy(product, wait));
    }
    // A missing scope or role also comes as a 401: a new token would not help.
    if (code === 57) return problemReading(permissionMissing(product));
    const namesOrganization = code === WRONG_PARAMETER && message.includes('organization_id');
    if (organizationCodes.has(code) || namesOrganization) {
      return problemReading(organizationWrong(product));
    }
    if (code === 14 || status === 401) return { kind: 'token-refused' };
    if (code === 1002 || status === 404) return problemReading(notFound(call.what));
    if (code === 1000) return problemReading(unavailable(product));
    if (call.uniqueField !== undefined && namesField(message, call.uniqueField)) {
      return problemReading(fieldMissing(product, call.uniqueField));
    }
    return problemReading(refusedBy(product, message, String(code)));
  };
}

/** API names are the same in every language, unlike the rest of a message; we send no other custom field. */
function namesField(message: string, field: string): boolean {
  return [field, 'custom_fields', 'X-Unique-Identifier-Key'].some((name) => message.includes(name));
}
