// Identifiers in the gateway's own forms.
import { randomBytes, randomInt } from 'node:crypto';

/** 22 digits: the epoch milliseconds without their first digit, then ten random digits. */
export function requestId(nowMs: number): string {
  return `${String(nowMs).slice(1)}${String(randomInt(10 ** 10)).padStart(10, '0')}`;
}

/** 16 characters, digits first, as acquirers print them. */
export function reconciliationId(): string {
  return `${digits(8)}${randomBytes(6).toString('base64url').replaceAll(/[-_]/g, 'X').toUpperCase()}`;
}

/** 32 upper-case hex digits: customers, payment instruments, shipping addresses, transient tokens. */
export function tokenId(): string {
  return randomBytes(16).toString('hex').toUpperCase();
}

/** 19 digits that end in the card's last four. */
export function instrumentIdentifierId(suffix: string): string {
  return `70${digits(13)}${suffix}`;
}

/** Whether a path part can be a request id at all. */
export function isRequestId(text: string): boolean {
  return /^\d{22}$/.test(text);
}

/** `2026-11-22T12:20:00Z`: whole seconds, as in every answer. */
export function timestamp(epochMs: number): string {
  return `${new Date(epochMs).toISOString().slice(0, 19)}Z`;
}

/** So many random digits, the first not zero. */
export function digits(count: number): string {
  let text = String(randomInt(1, 10));
  while (text.length < count) text += String(randomInt(10));
  return text;
}
