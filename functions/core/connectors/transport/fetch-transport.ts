// Sends HTTP with the platform's fetch: one try, one deadline, a cap on the answer, and every failure as a value.
import type { HttpOutcome, HttpRequest, Transport } from '../../ports/platform.ts';

export interface FetchTransportOptions {
  /** The largest answer that is read, in bytes; 8 MiB when absent (a search page of 2,500 rows is about 5). */
  readonly maxBodyBytes?: number;
}

const MAX_BODY_BYTES = 8 * 1024 * 1024;

/** Failures before a byte of the request could leave: the other side cannot have acted. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

/**
 * A Transport over global fetch, which keeps connections alive by itself. Redirects are answers, not followed:
 * a signed request is signed for one host. Failures carry a code only, as messages may quote headers.
 */
export function createFetchTransport(options: FetchTransportOptions = {}): Transport {
  const maxBodyBytes = options.maxBodyBytes ?? MAX_BODY_BYTES;
  return {
    async send(request) {
      const prepared = prepare(request);
      if (prepared === undefined) return noAnswer(true, 'invalid-request');
      try {
        const response = await fetch(prepared);
        const body = await readBody(response, maxBodyBytes);
        if (body === undefined) return noAnswer(false, 'answer-too-large');
        const headers = Object.fromEntries(response.headers);
        return { kind: 'answered', status: response.status, headers, body };
      } catch (error) {
        const reason = reasonOf(error);
        return noAnswer(NEVER_SENT.has(reason), reason);
      }
    },
  };
}

/** Undefined when address or headers are not valid: nothing could be sent. */
function prepare(request: HttpRequest): Request | undefined {
  try {
    return new Request(request.url, {
      method: request.method,
      headers: { 'user-agent': 'Tallybridge', ...request.headers },
      redirect: 'manual',
      // The signal covers the body too: an answer that trickles in must not outlive the function.
      signal: AbortSignal.timeout(request.timeoutMs),
      ...(request.body === undefined ? {} : { body: request.body }),
    });
  } catch {
    return undefined;
  }
}

/** Undefined when the answer is larger than allowed; its connection is then given up. */
async function readBody(response: Response, maxBytes: number): Promise<string | undefined> {
  if (response.body === null) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.byteLength;
    if (size > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

function noAnswer(neverSent: boolean, reason: string): HttpOutcome {
  return { kind: 'no-answer', neverSent, reason };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  if (error.name === 'TimeoutError') return 'timeout';
  const cause: unknown = error.cause;
  if (typeof cause === 'object' && cause !== null && 'code' in cause) return String(cause.code);
  return 'connection-broken';
}
