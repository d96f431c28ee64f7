// Who may call the REST API: consumer key and secret by Basic or in the query string.
import { timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { refusal } from './rest-values.ts';

/** Keys of the one application that is registered, with read and write rights. */
export interface ConsumerKeys {
  readonly consumerKey: string;
  readonly consumerSecret: string;
}

function same(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

function given(request: Request): ConsumerKeys | undefined {
  const basic = /^Basic\s+(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (basic !== undefined) {
    const [consumerKey = '', ...secret] = Buffer.from(basic, 'base64').toString().split(':');
    return { consumerKey, consumerSecret: secret.join(':') };
  }
  const query = new URL(request.url).searchParams;
  const consumerKey = query.get('consumer_key');
  if (consumerKey === null) return undefined;
  return { consumerKey, consumerSecret: query.get('consumer_secret') ?? '' };
}

/** WooCommerce takes Basic only over TLS; here it is taken on the loopback address too. */
export function requireKeys(keys: ConsumerKeys): MiddlewareHandler {
  return async (c, next) => {
    const caller = given(c.req.raw);
    if (caller === undefined) {
      const verb = c.req.method === 'GET' ? 'view' : 'edit';
      return refusal(
        401,
        `woocommerce_rest_cannot_${verb}`,
        verb === 'view'
          ? 'Sorry, you cannot list resources.'
          : 'Sorry, you are not allowed to edit this resource.',
      );
    }
    if (!same(caller.consumerKey, keys.consumerKey)) {
      return refusal(401, 'woocommerce_rest_authentication_error', 'Consumer key is invalid.');
    }
    if (!same(caller.consumerSecret, keys.consumerSecret)) {
      return refusal(401, 'woocommerce_rest_authentication_error', 'Consumer secret is invalid.');
    }
    return next();
  };
}
