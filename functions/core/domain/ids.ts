// Branded ids: strings that can't be mixed up, and the one form of intent id that the gateway accepts.

declare const brand: unique symbol;
type Id<B extends string> = string & { readonly [brand]: B };

export type InstallationId = Id<'InstallationId'>;
export type MerchantId = Id<'MerchantId'>;
/** The gateway's transaction id (22 digits, but never counted on). */
export type GatewayId = Id<'GatewayId'>;
/** `installation|merchant id|gateway id` of the authorization or sale. */
export type PaymentKey = Id<'PaymentKey'>;
/** Made by the one who acts, before any call: 26 characters of a ULID, the gateway's MTI holds 30. */
export type IntentId = Id<'IntentId'>;

const SAFE = /^[A-Za-z0-9_:.-]{1,64}$/;
const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/** Ids that may stand in keys and ZCQL literals. */
export function isSafeId(text: string): boolean {
  return SAFE.test(text);
}

const PART = /^[0-7][0-9A-HJKMNP-TV-Z]{25}-[1-9]\d{0,2}$/;

/** An intent, or the part of one: a refund over several captures is a movement for each, `<intent>-1` and so on. */
export function isMovementIntent(text: string): text is IntentId {
  return isIntentId(text) || PART.test(text);
}

export function partIntent(intent: string, number: number): IntentId {
  return `${intent}-${number}` as IntentId;
}

export function isPartOf(part: string, intent: string): boolean {
  return PART.test(part) && part.startsWith(`${intent}-`);
}

export function isIntentId(text: string): text is IntentId {
  return ULID.test(text);
}

export function paymentKey(
  installation: InstallationId,
  merchant: MerchantId,
  gatewayId: GatewayId,
): PaymentKey {
  return `${installation}|${merchant}|${gatewayId}` as PaymentKey;
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A ULID (github.com/ulid/spec): 48 bits of time, 80 of randomness.
 * @param random 16 random bytes, of which 16 five-bit groups are used.
 */
export function intentId(nowMs: number, random: Uint8Array): IntentId {
  let time = '';
  let rest = nowMs;
  for (let i = 0; i < 10; i += 1) {
    time = CROCKFORD.charAt(rest % 32) + time;
    rest = Math.floor(rest / 32);
  }
  let tail = '';
  for (let i = 0; i < 16; i += 1) tail += CROCKFORD.charAt((random[i] ?? 0) & 31);
  return (time + tail) as IntentId;
}
