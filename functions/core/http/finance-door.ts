// The door of Books and Inventory workflow webhooks: a signature with the rule's secret token, and the record it is about.
import { createHmac, timingSafeEqual } from 'node:crypto';

interface FinanceDelivery {
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Without `?`. */
  readonly query: string;
  readonly rawBody: Uint8Array;
}

interface FinanceNotice {
  readonly record: 'invoice' | 'books-contact' | 'sales-order';
  readonly id: string;
  /** Epoch ms. */
  readonly changedAt?: number;
}

export type FinanceVisit =
  | { readonly kind: 'in'; readonly body: string; readonly notice?: FinanceNotice }
  | { readonly kind: 'out' };

const SIGNATURE_HEADER = 'x-zoho-webhook-signature';

/** @param secret the secret token that the webhook was set up with; used as text. */
export function enterFinance(delivery: FinanceDelivery, secret: string): FinanceVisit {
  const body = Buffer.from(delivery.rawBody).toString('utf8');
  const isForm = /^application\/x-www-form-urlencoded/i.test(
    delivery.headers['content-type'] ?? '',
  );
  const form = new URLSearchParams(isForm ? body : '');
  const signable = [signedText(delivery.query, form, isForm ? '' : body), delivery.rawBody];
  const signature = delivery.headers[SIGNATURE_HEADER] ?? '';
  if (!signable.some((signed) => isSigned(signature, signed, secret))) return { kind: 'out' };
  const json = isForm ? (form.get('JSONString') ?? '') : body;
  const notice = readNotice(json);
  return { kind: 'in', body: json, ...(notice === undefined ? {} : { notice }) };
}

/** All pairs of query and form by name, name and value without separators, then the JSON body. */
function signedText(query: string, form: URLSearchParams, json: string): string {
  const pairs = [...new URLSearchParams(query), ...form];
  const sorted = pairs.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return sorted.map(([name, value]) => name + value).join('') + json;
}

/** Whether hex or base64 is not documented for Books: either proves the secret. */
function isSigned(signature: string, signed: string | Uint8Array, secret: string): boolean {
  const expected = createHmac('sha256', secret).update(signed).digest();
  return (['hex', 'base64'] as const).some((encoding) => {
    const given = Buffer.from(signature.trim(), encoding);
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}

/** By the key that the default body wraps the record in; a body that somebody wrote may hold the id alone. */
const modules = [
  { wrapped: 'invoice', id: 'invoice_id', record: 'invoice' },
  { wrapped: 'salesorder', id: 'salesorder_id', record: 'sales-order' },
  { wrapped: 'contact', id: 'contact_id', record: 'books-contact' },
] as const;

type Json = Readonly<Record<string, unknown>>;

function readNotice(text: string): FinanceNotice | undefined {
  const body = parseObject(text);
  if (body === undefined) return undefined;
  const found =
    modules.find(({ wrapped }) => isObject(body[wrapped])) ??
    modules.find(({ id }) => idOf(body[id]) !== undefined);
  if (found === undefined) return undefined;
  const wrapped = body[found.wrapped];
  const record = isObject(wrapped) ? wrapped : body;
  const id = idOf(record[found.id]);
  if (id === undefined) return undefined;
  const changedAt = Date.parse(String(record.last_modified_time));
  return { record: found.record, id, ...(Number.isNaN(changedAt) ? {} : { changedAt }) };
}

/** Ids are longer than a JSON number is exact: one that came as such is not believed. */
function idOf(value: unknown): string | undefined {
  return typeof value === 'string' && /^\w{1,40}$/.test(value) ? value : undefined;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseObject(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
