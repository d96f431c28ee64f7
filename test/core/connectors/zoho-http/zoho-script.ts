// A Zoho connection over scripted answers, and what the tests need to look at its requests.
import type { ZohoConnection } from '../../../../functions/core/connectors/zoho-http/zoho-call.ts';
import type { HttpOutcome, HttpRequest } from '../../../../functions/core/ports/platform.ts';
import {
  answered,
  type ScriptedTransport,
  scriptedTransport,
} from '../transport/scripted-transport.ts';

export interface ZohoScript extends ZohoConnection {
  readonly transport: ScriptedTransport;
  /** `books save-invoice`, one per request. */
  readonly calls: string[];
  readonly invalidated: string[];
}

/** Tokens `token-1`, `token-2`, ...: the next after each one that was refused. */
export function zohoScript(...outcomes: readonly HttpOutcome[]): ZohoScript {
  const calls: string[] = [];
  const invalidated: string[] = [];
  return {
    transport: scriptedTransport(...outcomes),
    calls,
    invalidated,
    onCall: (product, operation) => calls.push(`${product} ${operation}`),
    tokens: {
      accessToken: async () => ({ ok: true, value: { token: `token-${invalidated.length + 1}` } }),
      invalidate: (token) => invalidated.push(token),
    },
  };
}

/** A finance answer with code 0. */
export function done(body: object, status = 200): HttpOutcome {
  return answered(status, { code: 0, message: 'success', ...body });
}

/** A finance refusal. */
export function failed(status: number, code: number, message = 'in the language of the user') {
  return answered(status, { code, message });
}

export function bodyOf(request: HttpRequest | undefined): Record<string, unknown> {
  return JSON.parse(request?.body ?? 'null') as Record<string, unknown>;
}

/** `GET /books/v3/invoices?customer_id=7`, without the organization. */
export function lineOf(request: HttpRequest | undefined): string {
  const url = new URL(request?.url ?? 'http://none');
  url.searchParams.delete('organization_id');
  return `${request?.method} ${url.pathname}${url.search}`;
}
