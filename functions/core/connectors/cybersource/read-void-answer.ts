// Decides what became of a void or reversal by merchant transaction id: taken back, nothing there to take back, or ask again.
import type { MerchantId } from '../../domain/ids.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import type { VoidAnswer } from '../../ports/gateway.ts';
import type { HttpOutcome } from '../../ports/platform.ts';
import { parseJson, textAt } from '../transport/read-json.ts';
import { problemOfStatus } from './gateway-call.ts';
import { readError } from './read-error.ts';

const yes = new Set(['VOIDED', 'CANCELLED', 'REVERSED']);

/** Refusals that mean: nothing under that id can be taken back. */
const nothing = new Set(['NOT_VOIDABLE', 'MISSING_AUTH', 'AUTH_ALREADY_REVERSED']);

/** Only a documented yes is one (201 may also say `FAILED`); some refusals and 404 say that there is nothing. */
export function readVoidAnswer(
  outcome: HttpOutcome,
  merchant: MerchantId,
  nowMs: number,
): VoidAnswer {
  if (outcome.kind === 'no-answer') return notNow(problem('gateway-unavailable', 'retry'));
  const { status, body } = outcome;
  if (status >= 200 && status < 300) {
    const word = textAt(parseJson(body), 'status') ?? '';
    return yes.has(word)
      ? { kind: 'voided', status: word }
      : notNow(problem('gateway-refused', 'retry', { reason: word || 'no status' }));
  }
  const isNothing = status === 404 || (status === 400 && nothing.has(reasonOf(body)));
  if (isNothing) return { kind: 'nothing-to-void' };
  return notNow(problemOfStatus(outcome, merchant, 'The refund', nowMs));
}

function reasonOf(body: string): string {
  return readError(400, body).reason;
}

function notNow(found: Problem): VoidAnswer {
  return { kind: 'not-now', problem: found };
}
