// Desk's door: a token that Zoho has signed says which portal sends; it does not cover the body, which is a hint only.
import { type KeyObject, verify } from 'node:crypto';

interface DeskNotice {
  readonly id: string;
  /** E.g. `Ticket_Update`. */
  readonly eventType: string;
  /** When the ticket was closed (epoch ms, as the payload says), or else when the event happened. */
  readonly at: string;
  /** The event as it came, JSON. */
  readonly body: string;
}

export type DeskVisit =
  | { readonly kind: 'in'; readonly notices: readonly DeskNotice[] }
  | { readonly kind: 'out' };

interface DeskSender {
  readonly orgId: string;
  /** Named by an administrator who wants this one webhook only. */
  readonly webhookId?: string;
}

/** The published key with this id; undefined when there is none. */
export type DeskKey = (keyId: string) => Promise<KeyObject | undefined>;

const TOKEN_HEADER = 'x-zdesk-jwt';
const TOLERANCE_S = 60;
/** Desk sends what has gathered at once; more than that comes again by the poll. */
const EVENTS_MAX = 100;

export async function enterDesk(
  delivery: {
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
    readonly nowMs: number;
  },
  sender: DeskSender,
  keyOf: DeskKey,
): Promise<DeskVisit> {
  const claims = await verifiedClaims(delivery.headers[TOKEN_HEADER] ?? '', keyOf);
  if (claims === undefined || !isFrom(claims, sender) || !isNow(claims, delivery.nowMs)) {
    return { kind: 'out' };
  }
  return { kind: 'in', notices: readNotices(delivery.body) };
}

type Json = Readonly<Record<string, unknown>>;

/** The claims of an RS256 token that verifies, and of no other. */
async function verifiedClaims(token: string, keyOf: DeskKey): Promise<Json | undefined> {
  const [head = '', payload = '', signature = '', ...rest] = token.split('.');
  if (signature === '' || rest.length > 0) return undefined;
  const header = objectOf(fromBase64(head));
  if (header?.alg !== 'RS256') return undefined;
  const key = await keyOf(String(header.kid ?? ''));
  if (key === undefined) return undefined;
  const signed = Buffer.from(`${head}.${payload}`);
  const isGenuine = verify('RSA-SHA256', signed, key, Buffer.from(signature, 'base64url'));
  return isGenuine ? objectOf(fromBase64(payload)) : undefined;
}

/** `orgId:<id>` and `webhookId:<id>`; handlers were seen that read the bare ids too. */
function isFrom({ iss, aud }: Json, { orgId, webhookId }: DeskSender): boolean {
  const audiences = Array.isArray(aud) ? aud : [aud];
  const isIssuer = iss === `orgId:${orgId}` || iss === orgId;
  const isAudience =
    webhookId === undefined ||
    audiences.includes(`webhookId:${webhookId}`) ||
    audiences.includes(webhookId);
  return isIssuer && isAudience;
}

/** Whether Zoho's tokens end is not documented: one that says when must not have. */
function isNow({ exp, nbf }: Json, nowMs: number): boolean {
  const now = nowMs / 1000;
  const isOver = typeof exp === 'number' && exp + TOLERANCE_S < now;
  const isEarly = typeof nbf === 'number' && nbf - TOLERANCE_S > now;
  return !isOver && !isEarly;
}

function readNotices(body: string): DeskNotice[] {
  const given = parse(body);
  const events = Array.isArray(given) ? given : [given];
  return events.slice(0, EVENTS_MAX).flatMap((event: unknown) => {
    const { eventType, payload, eventTime } = objectOf(event) ?? {};
    const { id, closedTime } = objectOf(payload) ?? {};
    const isTicket = typeof eventType === 'string' && /^Ticket_\w{1,40}$/.test(eventType);
    if (!isTicket || typeof id !== 'string' || !/^\w{1,40}$/.test(id)) return [];
    const closedAt = typeof closedTime === 'string' ? Date.parse(closedTime) : Number.NaN;
    const at = Number.isNaN(closedAt) ? String(eventTime ?? '') : String(closedAt);
    return [{ id, eventType, at, body: JSON.stringify(event) }];
  });
}

function fromBase64(text: string): unknown {
  return parse(Buffer.from(text, 'base64url').toString('utf8'));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function objectOf(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { ...value }
    : undefined;
}
