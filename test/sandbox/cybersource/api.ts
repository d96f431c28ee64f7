// The kind of Hono app all signed routes are: the merchant and the raw body are already known there.
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Merchant } from './merchants.ts';

export interface ApiEnv {
  readonly Bindings: HttpBindings;
  readonly Variables: { merchant: Merchant; body: Uint8Array };
}
export type Api = Hono<ApiEnv>;
export type ApiContext = Context<ApiEnv>;

export function createApi(): Api {
  return new Hono<ApiEnv>();
}

/** Answers JSON with the content type of the payment and token services, in one write. */
export function hal(c: Context, body: object, status: ContentfulStatusCode = 201): Response {
  return c.body(JSON.stringify(body), status, {
    'content-type': 'application/hal+json;charset=utf-8',
  });
}
