// A Transport that answers from a list and remembers what it was asked.
import type {
  HttpOutcome,
  HttpRequest,
  Transport,
} from '../../../../functions/core/ports/platform.ts';

export interface ScriptedTransport extends Transport {
  readonly sent: HttpRequest[];
}

/** Answers in order; a request beyond the last answer is a mistake of the test and throws. */
export function scriptedTransport(...outcomes: readonly HttpOutcome[]): ScriptedTransport {
  const left = [...outcomes];
  const sent: HttpRequest[] = [];
  return {
    sent,
    async send(request) {
      sent.push(request);
      const outcome = left.shift();
      if (outcome === undefined) throw new Error(`no answer for ${request.method} ${request.url}`);
      return outcome;
    },
  };
}

export function answered(
  status: number,
  body: object | string,
  headers: Readonly<Record<string, string>> = {},
): HttpOutcome {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { kind: 'answered', status, headers, body: text };
}

export function noAnswer(neverSent: boolean, reason = 'timeout'): HttpOutcome {
  return { kind: 'no-answer', neverSent, reason };
}
