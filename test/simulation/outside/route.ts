// What a request to the outside looks like to those who answer it.
import type { HttpRequest } from '../../../functions/core/ports/platform.ts';

export const hosts = {
  gateway: 'gateway.test',
  accounts: 'accounts.test',
  zoho: 'zohoapis.test',
  desk: 'desk.test',
  shop: 'shop.test',
} as const;

export interface OutsideRequest {
  readonly host: string;
  readonly method: HttpRequest['method'];
  /** Path segments without the host. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed body; an empty object when there is none. */
  readonly json: JsonObject;
  readonly text: string;
}

export interface OutsideReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON unless it is a text. */
  readonly body?: object | string;
}

export type JsonObject = Readonly<Record<string, unknown>>;

export function readRequest(request: HttpRequest): OutsideRequest {
  const url = new URL(request.url);
  const headers: Record<string, string> = {};
  for (const name in request.headers) headers[name.toLowerCase()] = request.headers[name] ?? '';
  const isJson = request.body?.startsWith('{') === true;
  return {
    host: url.hostname,
    method: request.method,
    path: url.pathname.slice(1).split('/').map(decodeURIComponent),
    query: url.searchParams,
    headers,
    json: isJson ? (JSON.parse(request.body ?? '{}') as JsonObject) : {},
    text: request.body ?? '',
  };
}

/** A field of a body that has to be a text (or a number, which is given as its shortest text). */
export function textOf(json: unknown, ...path: readonly string[]): string {
  const value = fieldOf(json, ...path);
  return value === undefined || value === null ? '' : String(value);
}

export function fieldOf(json: unknown, ...path: readonly string[]): unknown {
  let at: unknown = json;
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as JsonObject)[step];
  }
  return at;
}

export function listOf(json: unknown, name: string): readonly JsonObject[] {
  const value = fieldOf(json, name);
  return Array.isArray(value) ? (value as JsonObject[]) : [];
}

/** Minor units of a decimal amount, exactly; throws for what is none, as the outside would refuse it. */
export function minorOf(amount: unknown, currency: string): number {
  const text = String(amount ?? '');
  const decimals = decimalsOf(currency);
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  const fraction = match?.[3] ?? '';
  if (match === null || fraction.length > decimals) throw new Error(`not an amount: ${text}`);
  const minor = Number(`${match[2] ?? ''}${fraction.padEnd(decimals, '0')}`);
  return match[1] === '-' && minor !== 0 ? -minor : minor;
}

/** The decimal text of minor units. */
export function decimalOf(minor: number, currency: string): string {
  const decimals = decimalsOf(currency);
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0');
  const sign = minor < 0 ? '-' : '';
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

function decimalsOf(currency: string): number {
  return currency === 'JPY' ? 0 : 2;
}
