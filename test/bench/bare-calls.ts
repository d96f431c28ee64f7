// JSON calls over kept connections of node:http, and the gateway's JWT, with nothing in between.
import { createHmac, randomUUID } from 'node:crypto';
import { Agent, type OutgoingHttpHeaders, request } from 'node:http';
import type { MerchantKeys } from '../sandbox/woocommerce/gateway-client.ts';

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** The answer's body. @throws when it is not a 2xx. */
export function callJson<T>(
  method: string,
  url: string,
  headers: OutgoingHttpHeaders,
  body?: object,
): Promise<T> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const typed = text === undefined ? {} : { 'content-type': 'application/json' };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, agent, headers: { ...headers, ...typed } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.once('error', reject);
      answer.once('end', () => {
        const status = answer.statusCode ?? 0;
        const received = Buffer.concat(chunks).toString('utf8');
        if (status >= 200 && status < 300) resolve(JSON.parse(received || '{}') as T);
        else reject(new Error(`${method} ${url}: ${status} ${received}`));
      });
    });
    sent.once('error', reject);
    sent.end(text);
  });
}

/** Authorization of a GET at the gateway. */
export function gatewayHeaders(
  merchant: MerchantKeys,
  host: string,
  path: string,
): OutgoingHttpHeaders {
  const { merchantId, keyId, secret } = merchant;
  const issuedAt = Math.floor(Date.now() / 1000);
  const part = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url');
  const head = part({ alg: 'HS256', typ: 'JWT', kid: keyId });
  const claims = part({
    iss: merchantId,
    iat: issuedAt,
    exp: issuedAt + 120,
    jti: randomUUID(),
    'request-host': host,
    'request-resource-path': path,
    'request-method': 'get',
    'v-c-merchant-id': merchantId,
    'v-c-jwt-version': '2',
  });
  const signature = createHmac('sha256', Buffer.from(secret, 'base64'))
    .update(`${head}.${claims}`)
    .digest('base64url');
  return {
    authorization: `Bearer ${head}.${claims}.${signature}`,
    'v-c-merchant-id': merchantId,
  };
}
