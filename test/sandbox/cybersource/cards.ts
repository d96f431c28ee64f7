// A card as the stand-in keeps it, which is without its number.
import { createHmac } from 'node:crypto';
import { brandOf, luhnValid } from './card-brands.ts';

/** What the stand-in keeps of a card: never the number, never the security code. */
export interface Card {
  /** First six digits. */
  readonly prefix: string;
  /** Last four digits. */
  readonly suffix: string;
  /** Numeric card type: 001 Visa, 002 Mastercard, 003 Amex, 004 Discover, 007 JCB, 000 unknown. */
  readonly type: string;
  /** The same number gives the same fingerprint within one data folder. */
  readonly fingerprint: string;
  readonly expirationMonth: string;
  readonly expirationYear: string;
  readonly securityCodeGiven: boolean;
  readonly luhnValid: boolean;
}

export interface CardNumberParts {
  readonly number: string;
  readonly expirationMonth: string;
  readonly expirationYear: string;
  readonly securityCode?: string | undefined;
}

/** What is kept of a card. @param fingerprintKey a random key of this data folder. */
export function keepCard(parts: CardNumberParts, fingerprintKey: string): Card {
  return {
    prefix: parts.number.slice(0, 6),
    suffix: parts.number.slice(-4),
    type: brandOf(parts.number)?.type ?? '000',
    fingerprint: createHmac('sha256', fingerprintKey).update(parts.number).digest('base64url'),
    expirationMonth: parts.expirationMonth,
    expirationYear: parts.expirationYear,
    securityCodeGiven: parts.securityCode !== undefined,
    luhnValid: luhnValid(parts.number),
  };
}

/** The last day of the card's month has passed (UTC). */
export function isExpired(card: Card, nowMs: number): boolean {
  return Date.UTC(Number(card.expirationYear), Number(card.expirationMonth), 1) <= nowMs;
}

/** `411111XXXXXX1111`, the vault's way of showing a number. */
export function maskedNumber(card: Pick<Card, 'prefix' | 'suffix'>): string {
  return `${card.prefix}XXXXXX${card.suffix}`;
}
