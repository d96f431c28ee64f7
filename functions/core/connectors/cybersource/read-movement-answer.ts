// Decides what became of a movement that was asked for: accepted, a plain no, or not known.
import type { MerchantId } from '../../domain/ids.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import type { GatewayAnswer, MovementOrder } from '../../ports/gateway.ts';
import type { HttpOutcome } from '../../ports/platform.ts';
import { parseJson, textAt } from '../transport/read-json.ts';
import { problemOfStatus } from './gateway-call.ts';
import { readError } from './read-error.ts';
import { readId } from './read-transaction.ts';

type MoveKind = MovementOrder['kind'];

/** The documented words for yes (docs: responses of captures, refunds, reversals and voids). */
const accepted: Readonly<Record<MoveKind, readonly string[]>> = {
  capture: ['PENDING', 'TRANSMITTED'],
  refund: ['PENDING'],
  reversal: ['REVERSED'],
  void: ['VOIDED', 'CANCELLED'],
};

/** The documented words for no; a word of another movement's list is one that we don't know. */
const refusals: Readonly<Record<MoveKind, readonly string[]>> = {
  capture: ['DECLINED'],
  refund: ['DECLINED'],
  reversal: ['DECLINED'],
  void: ['FAILED'],
};

const declinedCode = {
  capture: 'capture-declined',
  refund: 'refund-declined',
  reversal: 'reversal-declined',
  void: 'void-declined',
} as const satisfies Record<MoveKind, string>;

/** These refuse without a decision about the request: a middle man, or the same request still under way. */
const UNDECIDED = new Set([408, 409]);

/**
 * The rule: only a documented yes is a yes, only a certain no is a no, all else may have moved money.
 * HTTP 201 alone says nothing (a declined refund is a 201 too).
 */
export function readMovementAnswer(
  kind: MoveKind,
  outcome: HttpOutcome,
  merchant: MerchantId,
  nowMs: number,
): GatewayAnswer {
  if (outcome.kind === 'no-answer') {
    if (!outcome.neverSent) return unknownOutcome(undefined);
    return { kind: 'refused', problem: problem('gateway-unavailable', 'retry') };
  }
  const { status, body } = outcome;
  if (status >= 200 && status < 300) return readDecision(kind, body);
  if (status >= 400 && status < 500 && !UNDECIDED.has(status)) {
    const { reason } = readError(status, body);
    if (status === 400 && reason === 'DUPLICATE_REQUEST') return { kind: 'duplicate' };
    // 429 included: a rate limit turns requests away at the door, before anything is done with them.
    return { kind: 'refused', problem: problemOfStatus(outcome, merchant, 'The payment', nowMs) };
  }
  return unknownOutcome(body);
}

function readDecision(kind: MoveKind, body: string): GatewayAnswer {
  const json = parseJson(body);
  const status = textAt(json, 'status');
  const gatewayId = readId(json);
  const known = gatewayId === undefined ? {} : { gatewayId };
  if (status === undefined) return unknownOutcome(body);
  if (accepted[kind].includes(status)) {
    return gatewayId === undefined ? unknownOutcome(body) : { kind: 'accepted', gatewayId, status };
  }
  if (refusals[kind].includes(status)) {
    return { kind: 'declined', ...known, problem: declined(declinedCode[kind], 'none', body) };
  }
  if (status === 'INVALID_REQUEST') {
    return { kind: 'declined', ...known, problem: declined('gateway-refused', 'fix-input', body) };
  }
  return { kind: 'unrecognized', ...known, status };
}

function declined(
  code: (typeof declinedCode)[MoveKind] | 'gateway-refused',
  remedy: 'none' | 'fix-input',
  body: string,
): Problem {
  const { reason } = readError(201, body);
  return problem(code, remedy, { reason });
}

/** A 502 may carry the id of the transaction it lost track of: the handle to find out what happened. */
function unknownOutcome(body: string | undefined): GatewayAnswer {
  const id = body === undefined ? undefined : readId(parseJson(body));
  const asked = problem('outcome-unknown', 'ask-gateway');
  return { kind: 'unknown', problem: asked, ...(id === undefined ? {} : { gatewayId: id }) };
}
