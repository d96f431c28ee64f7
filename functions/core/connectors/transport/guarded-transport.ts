// A transport that lets no card data out: what would carry some is not sent.
import { refuseCardData } from '../../domain/card-data.ts';
import type { HttpRequest, Transport } from '../../ports/platform.ts';

/** Credentials and digests: random, checked where they are made, and never a person's words. */
const CREDENTIALS = /^(?:authorization|digest|signature|v-c-.*|x-.*-signature|webhook-signature)$/i;

/**
 * Wraps a transport.
 * @returns one whose `send` throws CardDataRefused instead of sending.
 */
export function guardTransport(inner: Transport): Transport {
  return {
    async send(request) {
      refuseCardData(sentText(request), `the request to ${hostOf(request.url)}`);
      return inner.send(request);
    },
  };
}

/** Everything that a person's words may have found their way into. */
function sentText({ url, headers, body = '' }: HttpRequest): string {
  const shown = Object.entries(headers).filter(([name]) => !CREDENTIALS.test(name));
  return [url, ...shown.map(([name, value]) => `${name}: ${value}`), body].join('\n');
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'an address';
}
