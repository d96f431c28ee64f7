// Refusals in the shapes of the different services: what is thrown in a handler and answered as it says.
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { timestamp } from './ids.ts';

export interface FieldProblem {
  readonly field: string;
  readonly reason: 'MISSING_FIELD' | 'INVALID_DATA';
}

/** Thrown by a handler; the server answers its status and body. */
export class Refusal extends Error {
  readonly status: ContentfulStatusCode;
  readonly body: (nowMs: number) => object;

  constructor(status: ContentfulStatusCode, message: string, body: (nowMs: number) => object) {
    super(message);
    this.status = status;
    this.body = body;
  }
}

/** 400 of the payment, risk, search and Microform services: reason and message at top level. */
export function invalidRequest(
  reason: string,
  message: string,
  details: readonly FieldProblem[] = [],
): Refusal {
  return new Refusal(400, message, (nowMs) => ({
    submitTimeUtc: timestamp(nowMs),
    status: 'INVALID_REQUEST',
    reason,
    message,
    ...(details.length > 0 ? { details } : {}),
  }));
}

/** 400 for fields that are absent or wrong. */
export function invalidFields(details: readonly FieldProblem[]): Refusal {
  const missing = details.some((detail) => detail.reason === 'MISSING_FIELD');
  return missing
    ? invalidRequest('MISSING_FIELD', 'The request is missing one or more fields', details)
    : invalidRequest('INVALID_DATA', 'One or more fields contain invalid data', details);
}

export function invalidField(field: string): Refusal {
  return invalidFields([{ field, reason: 'INVALID_DATA' }]);
}

/** 404 of a follow-on whose transaction this merchant does not have. The body is our model. */
export function unknownTransaction(): Refusal {
  const message = 'The requested resource does not exist';
  return new Refusal(404, message, (nowMs) => ({
    submitTimeUtc: timestamp(nowMs),
    status: 'INVALID_REQUEST',
    reason: 'NOT_FOUND',
    message,
  }));
}

/** 404 of the transaction search service. */
export function resourceMissing(): Refusal {
  const message = 'The requested resource does not exist';
  return new Refusal(404, message, () => ({ message }));
}

/** The token service's errors. */
export function vaultError(
  status: 400 | 403 | 404 | 409 | 410 | 412,
  type: string,
  message: string,
  details: readonly { name: string; location: string }[] = [],
): Refusal {
  return new Refusal(status, message, () => ({
    errors: [{ type, message, ...(details.length > 0 ? { details } : {}) }],
  }));
}
