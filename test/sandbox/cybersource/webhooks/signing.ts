// The `v-c-signature` header of a notification.
import { createHmac } from 'node:crypto';

/** One shared key of an organization. */
export interface WebhookKey {
  readonly keyId: string;
  readonly organizationId: string;
  /** Base64. */
  readonly key: string;
  readonly createdMs: number;
  readonly expiresMs: number;
}

/**
 * `t=..;keyId=..;sig=..`: HMAC-SHA256 over `t.message` with the decoded key, Base64.
 * @param message the raw body, or the serialised payload: receivers read the guide both ways.
 */
export function signatureHeader(
  key: Pick<WebhookKey, 'keyId' | 'key'>,
  timeMs: number | string,
  message: string,
): string {
  const sig = createHmac('sha256', Buffer.from(key.key, 'base64'))
    .update(`${timeMs}.${message}`)
    .digest('base64');
  return `t=${timeMs};keyId=${key.keyId};sig=${sig}`;
}
