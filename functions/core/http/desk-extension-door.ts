// Desk's door for what happens to our extension: a POST of `{event, orgId, securityContext}` with a HASH.
// How the HASH of a callback is made is not documented; that of the invoke API is an HMAC-SHA256 with the manifest's secret.
import { createHmac, timingSafeEqual } from 'node:crypto';

interface DeskExtensionEvent {
  /** E.g. `onUninstall`. */
  readonly event: string;
  /** The portal's organization id. */
  readonly orgId: string;
}

const HASH_HEADER = 'hash';

/** What happened, when the HASH proves it with the secret; undefined otherwise. */
export function enterDeskExtension(
  delivery: { readonly headers: Readonly<Record<string, string>>; readonly rawBody: Uint8Array },
  secret: string,
): DeskExtensionEvent | undefined {
  const given = parse(Buffer.from(delivery.rawBody).toString('utf8'));
  const { event, orgId, securityContext } = given;
  if (typeof event !== 'string' || typeof securityContext !== 'string') return undefined;
  if (typeof orgId !== 'number' && typeof orgId !== 'string') return undefined;
  if (!/^\d{1,20}$/.test(String(orgId))) return undefined;
  // Over the body, or over its fields as the invoke API's hash is made: either proves the secret.
  const pairs = `event=${event}&orgId=${orgId}&securityContext=${securityContext}`;
  const hash = delivery.headers[HASH_HEADER] ?? '';
  const isProven = [delivery.rawBody, pairs].some((signed) => isSigned(hash, signed, secret));
  return isProven ? { event, orgId: String(orgId) } : undefined;
}

function isSigned(hash: string, signed: string | Uint8Array, secret: string): boolean {
  const expected = createHmac('sha256', secret).update(signed).digest();
  return (['hex', 'base64'] as const).some((encoding) => {
    const given = Buffer.from(hash.trim(), encoding);
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
