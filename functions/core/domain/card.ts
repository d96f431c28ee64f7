// What we may know of a card: brand, last four, expiry. Never its number.

export type CardBrand =
  | 'visa'
  | 'mastercard'
  | 'amex'
  | 'discover'
  | 'diners'
  | 'jcb'
  | 'maestro'
  | 'unionpay'
  | 'other';

export interface Card {
  readonly brand: CardBrand;
  /** Four digits. */
  readonly lastFour: string;
  /** `YYYY-MM`. */
  readonly expiry?: string;
}
