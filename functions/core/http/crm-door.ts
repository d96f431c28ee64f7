// The CRM's door: a notification channel proves itself by echoing the token that we gave it, and names records.
import { createHash, timingSafeEqual } from 'node:crypto';

interface CrmNotice {
  readonly id: string;
  /** What the channel saw happen, and when: the notification carries no time of change. */
  readonly operation: string;
  readonly at: string;
}

export type CrmVisit =
  | { readonly kind: 'in'; readonly notices: readonly CrmNotice[] }
  | { readonly kind: 'out' };

/** As many records as one write changes. */
const IDS_MAX = 100;

export function enterCrm(body: string, expectedToken: string): CrmVisit {
  const given = parse(body);
  if (!sameText(String(given.token ?? ''), expectedToken)) return { kind: 'out' };
  if (given.module !== 'Contacts' || !Array.isArray(given.ids)) return { kind: 'in', notices: [] };
  const operation = String(given.operation ?? '');
  const at = String(given.server_time ?? '');
  const ids = given.ids.filter((id) => typeof id === 'string' && /^\w{1,40}$/.test(id));
  return { kind: 'in', notices: ids.slice(0, IDS_MAX).map((id) => ({ id, operation, at })) };
}

/** In constant time, whatever their lengths. */
function sameText(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
