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

/** The brands' own names, the same in every language. */
export const brandNames: Readonly<Record<Exclude<CardBrand, 'other'>, string>> = {
  visa: 'Visa',
  mastercard: 'Mastercard',
  amex: 'American Express',
  discover: 'Discover',
  diners: 'Diners Club',
  jcb: 'JCB',
  maestro: 'Maestro',
  unionpay: 'UnionPay',
};

/** Undefined for a brand that we have no name of. */
export function brandName(brand: string | undefined): string | undefined {
  return Object.entries(brandNames).find(([key]) => key === brand)?.[1];
}

/** `Visa ..1111`, or just `..1111`. */
export function shortCard({ brand, lastFour }: Pick<Card, 'lastFour'> & { brand: string }): string {
  const name = brandName(brand);
  return name === undefined ? `..${lastFour}` : `${name} ..${lastFour}`;
}

export interface Card {
  readonly brand: CardBrand;
  /** Four digits. */
  readonly lastFour: string;
  /** `YYYY-MM`. */
  readonly expiry?: string;
}
