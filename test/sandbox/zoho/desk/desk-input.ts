// Reads Desk bodies and list parameters, and refuses what Desk refuses.
import { deskRefusals } from './desk-errors.ts';
import type { DeskCall } from './desk-router.ts';

export type DeskBody = Readonly<Record<string, unknown>>;

/** A text up to `max`, null when null or empty, undefined when not given. */
export function optionalText(body: DeskBody, name: string, max: number): string | null | undefined {
  const value = body[name];
  if (value === undefined || value === null) return value;
  if (typeof value !== 'string' || value.length > max) throw deskRefusals.field(name, 'invalid');
  return value === '' ? null : value;
}

export function requiredText(body: DeskBody, name: string, max: number): string {
  const value = optionalText(body, name, max);
  if (value === undefined || value === null) throw deskRefusals.field(name, 'missing');
  return value;
}

/** The given ones of the named texts. */
export function texts(
  body: DeskBody,
  limits: Readonly<Record<string, number>>,
): Record<string, string | null> {
  const out: Record<string, string | null> = {};
  for (const [name, max] of Object.entries(limits)) {
    const value = optionalText(body, name, max);
    if (value !== undefined) out[name] = value;
  }
  return out;
}

export function requireEmail(value: string | null | undefined, name: string): void {
  if (typeof value === 'string' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) {
    throw deskRefusals.field(name, 'invalid');
  }
}

const FROM_MAX = 4999;

/** `limit` up to 100, `from` 0 to 4999; undefined (204) when nothing is there. */
export function pageOf<T>(
  call: DeskCall,
  rows: readonly T[],
  options: { readonly limit: number; readonly firstIndex: 0 | 1 },
): readonly T[] | undefined {
  const limit = whole(call.query.limit, options.limit, 'limit', 1, 100);
  const from = whole(call.query.from, options.firstIndex, 'from', 0, FROM_MAX);
  const start = Math.max(0, from - options.firstIndex);
  const page = rows.slice(start, start + limit);
  return page.length === 0 ? undefined : page;
}

function whole(
  text: string | undefined,
  fallback: number,
  name: string,
  min: number,
  max: number,
): number {
  const value = Number(text ?? fallback);
  if (!Number.isInteger(value) || value < min || value > max) {
    throw deskRefusals.field(name, 'invalid');
  }
  return value;
}

/** Equal without regard to case; `*` at either end stands for anything. */
export function wildcard(own: string | null | undefined, wanted: string): boolean {
  const text = (own ?? '').toLowerCase();
  const bare = wanted.toLowerCase().replace(/^\*|\*$/g, '');
  const [open, end] = [wanted.startsWith('*'), wanted.endsWith('*')];
  if (open && end) return text.includes(bare);
  if (open) return text.endsWith(bare);
  return end ? text.startsWith(bare) : text === bare;
}

/** `from,to`, both times in UTC. */
export function inRange(ms: number, range: string): boolean {
  const [from = '', to = ''] = range.split(',').map((part) => part.trim());
  return ms >= Date.parse(from) && ms <= Date.parse(to);
}
