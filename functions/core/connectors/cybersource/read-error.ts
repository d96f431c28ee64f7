// Reads a refusal of any of the gateway's services, each of which words it in its own shape, or not in JSON at all.
import { firstTextAt, listAt, parseJson, present, textAt } from '../transport/read-json.ts';

/** What a refusal says, as far as it says anything. */
export interface GatewayError {
  /** The gateway's reason, e.g. `INVALID_AMOUNT`; the HTTP status in words when it gives none. */
  readonly reason: string;
  /** The transaction it is about: what is left to ask for after a 502. */
  readonly id?: string;
}

/** A reason is shown to people: nothing longer is one. */
const REASON_MAX = 80;

/**
 * Shapes: payments, search and reporting `{reason, message, details}`; a declined movement `{errorInformation}`;
 * the door `{response: {rmsg}}`; tokens `{errors: [{type, message}]}`; files `{code, message}`; or none of them.
 */
export function readError(status: number, body: string): GatewayError {
  const json = parseJson(body);
  const reason =
    firstTextAt(json, [
      ['reason'],
      ['errorInformation', 'reason'],
      ['code'],
      ['response', 'rmsg'],
      ['message'],
    ]) ?? firstTextAt(listAt(json, 'errors')[0], [['type'], ['message']]);
  return present({
    reason: (reason ?? `HTTP ${status}`).slice(0, REASON_MAX),
    id: textAt(json, 'id'),
  });
}
