// Checks the `X-WC-Webhook-Signature` of a shop notification: base64 of HMAC-SHA256 over the raw body.
import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * @param signature the header as received.
 * @param rawBody the body, byte for byte as received.
 * @param secret the webhook's secret as the shop shows it: used as text, not decoded.
 */
export function verifyShopWebhook(
  signature: string | undefined,
  rawBody: Uint8Array,
  secret: string,
): boolean {
  if (signature === undefined || secret === '') return false;
  const expected = createHmac('sha256', secret).update(rawBody).digest();
  const given = Buffer.from(signature.trim(), 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
