// Problems as HTTP answers: the only place that knows status codes.
import type { Context } from 'hono';
import type { ErrorReply } from '../contract/panel.ts';
import { cardDataProblemOf } from '../domain/card-data.ts';
import { type Problem, problem } from '../domain/problem.ts';
import { isStoreFailure } from '../ports/store.ts';
import { viewProblem } from '../steps/view-problem.ts';

const statuses: Readonly<Record<string, 400 | 401 | 403 | 404 | 409 | 429 | 500 | 503>> = {
  'not-signed-in': 401,
  'session-expired': 401,
  'not-allowed': 403,
  'not-found': 404,
  'invalid-request': 400,
  'amount-invalid': 400,
  'reason-missing': 400,
  'currency-mismatch': 400,
  'card-data-found': 400,
  'too-many-tries': 429,
  'internal-error': 500,
  'settings-being-saved': 503,
  'store-unavailable': 503,
};

export function problemResponse(c: Context, found: Problem): Response {
  const reply: ErrorReply = { error: viewProblem(found) };
  return c.json(reply, statuses[found.code] ?? 409);
}

/** No route of ours has this address. */
export function answerNoSuchAddress(c: Context): Response {
  return problemResponse(c, problem('not-found', 'none', { what: 'This address' }));
}

/** What an uncaught error is to the one who asked; its text stays in the log. */
export function problemOf(error: unknown, reference: string): Problem {
  const found = cardDataProblemOf(error);
  if (found !== undefined) return found;
  return isStoreFailure(error)
    ? problem('store-unavailable', 'retry')
    : problem('internal-error', 'retry', { reference });
}
