// A transport that remembers each piece of work's last exchange, fit for a person's eyes.
import { AsyncLocalStorage } from 'node:async_hooks';
import type {
  Exchange,
  HttpOutcome,
  HttpRequest,
  Transport,
  Witness,
} from '../../ports/platform.ts';

const SHOWN_LENGTH = 2_000;
const SECRET_FIELD =
  /("[^"]*(?:secret|token|password|authorization|signature|cvv|securityCode)[^"]*"\s*:\s*)"[^"]*"/gi;
const SECRET_PAIR = /\b([\w-]*(?:secret|token|password)[\w-]*=)[^&\s]*/gi;
const LONG_DIGITS = /\b\d(?:[ -]?\d){12,18}\b/g;

/** Wraps a transport; the witness tells what went through it during a piece of work. */
export function createWitness(inner: Transport): { transport: Transport; witness: Witness } {
  const scope = new AsyncLocalStorage<{ last?: Exchange }>();
  return {
    transport: {
      async send(request) {
        const outcome = await inner.send(request);
        const seen = scope.getStore();
        if (seen !== undefined) seen.last = exchangeOf(request, outcome);
        return outcome;
      },
    },
    witness: {
      async watch(work) {
        const seen: { last?: Exchange } = {};
        const value = await scope.run(seen, work);
        return seen.last === undefined ? { value } : { value, last: seen.last };
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

/** Secrets and whatever could be a card number are blotted out, ids that look like one too. */
export function shown(text: string): string {
  return text
    .slice(0, SHOWN_LENGTH)
    .replace(SECRET_FIELD, '$1"***"')
    .replace(SECRET_PAIR, '$1***')
    .replace(LONG_DIGITS, (digits) => (isCardNumber(digits) ? '***' : digits));
}

function isCardNumber(text: string): boolean {
  const digits = text.replace(/[ -]/g, '');
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return /^[3-6]/.test(digits) && sum % 10 === 0;
}
