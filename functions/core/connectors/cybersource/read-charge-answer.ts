// Decides what became of a charge: money held, held for review, a plain no, or not known.
import type { MerchantId } from '../../domain/ids.ts';
import { problem } from '../../domain/problem.ts';
import type { ChargeAnswer, SavedCardIds } from '../../ports/card-payments.ts';
import type { HttpOutcome } from '../../ports/platform.ts';
import { parseJson, present, textAt, valueAt } from '../transport/read-json.ts';
import { problemOfStatus } from './gateway-call.ts';
import { readError } from './read-error.ts';
import { readId } from './read-transaction.ts';

/** These refuse without a decision about the request: a middle man, or the same request still under way. */
const UNDECIDED = new Set([408, 409]);

/** HTTP 201 says nothing by itself: a decline is one too (docs: responses of payments). */
export function readChargeAnswer(
  outcome: HttpOutcome,
  merchant: MerchantId,
  nowMs: number,
): ChargeAnswer {
  if (outcome.kind === 'no-answer') {
    if (!outcome.neverSent) return unknownOutcome(undefined);
    return { kind: 'refused', problem: problem('gateway-unavailable', 'retry') };
  }
  const { status, body } = outcome;
  if (status >= 200 && status < 300) return readDecision(body);
  if (status >= 400 && status < 500 && !UNDECIDED.has(status)) {
    const { reason } = readError(status, body);
    if (status === 400 && reason === 'DUPLICATE_REQUEST') return { kind: 'duplicate' };
    return { kind: 'refused', problem: problemOfStatus(outcome, merchant, 'The card', nowMs) };
  }
  return unknownOutcome(body);
}

function readDecision(body: string): ChargeAnswer {
  const json = parseJson(body);
  const status = textAt(json, 'status');
  const gatewayId = readId(json);
  const known = gatewayId === undefined ? {} : { gatewayId };
  switch (status) {
    case 'AUTHORIZED':
    case 'PARTIAL_AUTHORIZED':
      if (gatewayId === undefined) return unknownOutcome(body);
      return {
        kind: 'paid',
        gatewayId,
        status,
        isPartial: status === 'PARTIAL_AUTHORIZED',
        ...present({ saved: readSaved(json) }),
      };
    case 'AUTHORIZED_PENDING_REVIEW':
    case 'PENDING_REVIEW':
      return gatewayId === undefined
        ? unknownOutcome(body)
        : { kind: 'in-review', gatewayId, status };
    case 'PENDING_AUTHENTICATION':
      return { kind: 'confirm', ...known };
    case 'DECLINED':
    // The bank said yes and a fraud rule no; the hold is let go by whoever asked for the charge.
    case 'AUTHORIZED_RISK_DECLINED':
    case 'INVALID_REQUEST':
      return declined(body, known);
    case undefined:
      return unknownOutcome(body);
    default:
      return { kind: 'unrecognized', ...known, status };
  }
}

function declined(body: string, known: object): ChargeAnswer {
  const reason = textAt(parseJson(body), 'errorInformation', 'reason');
  if (reason === 'CONSUMER_AUTHENTICATION_REQUIRED') return { kind: 'confirm', ...known };
  return {
    kind: 'declined',
    ...known,
    ...present({ reason }),
    problem: problem('card-declined', 'none', { reason: readError(201, body).reason }),
  };
}

/** Only a whole set is of use: a charge needs the customer and the instrument. */
function readSaved(json: unknown): SavedCardIds | undefined {
  const tokens = valueAt(json, 'tokenInformation');
  const customerId = textAt(tokens, 'customer', 'id');
  const paymentInstrumentId = textAt(tokens, 'paymentInstrument', 'id');
  if (customerId === undefined || paymentInstrumentId === undefined) return undefined;
  return present({
    customerId,
    paymentInstrumentId,
    instrumentIdentifierId: textAt(tokens, 'instrumentIdentifier', 'id'),
  });
}

/** A 502 may carry the id of the transaction it lost track of: the handle to find out what happened. */
function unknownOutcome(body: string | undefined): ChargeAnswer {
  const id = body === undefined ? undefined : readId(parseJson(body));
  const asked = problem('outcome-unknown', 'ask-gateway');
  return { kind: 'unknown', problem: asked, ...(id === undefined ? {} : { gatewayId: id }) };
}
