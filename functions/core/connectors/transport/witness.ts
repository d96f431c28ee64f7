// A transport that remembers each piece of work's last exchange, fit for a person's eyes.
import { AsyncLocalStorage } from 'node:async_hooks';
import { maskCardData } from '../../domain/card-data.ts';
import type {
  Exchange,
  HttpOutcome,
  HttpRequest,
  Transport,
  Witness,
} from '../../ports/platform.ts';

const SHOWN_LENGTH = 2_000;
/** What is looked through; far longer than what is shown. */
const READ_LENGTH = 100_000;
const SECRET_WORDS =
  'secret|token|jwt|password|authorization|signature|cvv|cvn|securityCode|cardVerification|captureContext|(?:api|consumer|shared|private|signing)_?key|track[12]';
/** A JSON field, its text with escaped quotes in it, cut off or a number. */
const SECRET_FIELD = new RegExp(
  `("[^"]*(?:${SECRET_WORDS})[^"]*"\\s*:\\s*)(?:"(?:[^"\\\\]|\\\\.)*"?|-?[\\d.]+)`,
  'gi',
);
const SECRET_PAIR = new RegExp(`([\\w-]*(?:${SECRET_WORDS})[\\w-]*=)[^&\\s"]*`, 'gi');
/** Credentials by their own look, wherever they stand. */
const JWT = /\beyJ[\w-]+\.[\w-]*\.?[\w-]*/g;
const BEARER = /\b(Bearer|Basic|Zoho-oauthtoken)\s+[\w.~+/=-]+/gi;

/** A number that was blotted out in its place: how it was written tells nothing. */
const BLOTTED = /\*(?:[ .-]?\*){11,}/g;

/** Wraps a transport; the witness tells what went through it during a piece of work. */
export function createWitness(inner: Transport): { transport: Transport; witness: Witness } {
  // Kept as it came until the work is over: only its last exchange is made fit to be seen.
  const scope = new AsyncLocalStorage<{ last?: readonly [HttpRequest, HttpOutcome] }>();
  return {
    transport: {
      async send(request) {
        const outcome = await inner.send(request);
        const seen = scope.getStore();
        if (seen !== undefined) seen.last = [request, outcome];
        return outcome;
      },
    },
    witness: {
      async watch(work) {
        const seen: { last?: readonly [HttpRequest, HttpOutcome] } = {};
        const value = await scope.run(seen, work);
        return seen.last === undefined ? { value } : { value, last: exchangeOf(...seen.last) };
      },
    },
  };
}

/** Headers are left out whole: they carry the credentials. */
function exchangeOf(request: HttpRequest, outcome: HttpOutcome): Exchange {
  const { method, url, body = '' } = request;
  const answer =
    outcome.kind === 'answered'
      ? `${outcome.status}\n${outcome.body}`
      : `no answer: ${outcome.reason}`;
  return { request: shown(`${method} ${url}\n${body}`), answer: shown(answer) };
}

/** Card data and secrets are blotted out, before the cut: half of one would not be known again. */
export function shown(text: string): string {
  return maskCardData(text.slice(0, READ_LENGTH))
    .replace(BLOTTED, '***')
    .replace(SECRET_FIELD, '$1"***"')
    .replace(SECRET_PAIR, '$1***')
    .replace(BEARER, '$1 ***')
    .replace(JWT, '***')
    .slice(0, SHOWN_LENGTH);
}
