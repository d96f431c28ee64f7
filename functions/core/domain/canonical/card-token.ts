// A card on file in our own words: tokens, brand, last four and expiry; never a number.
import type { CardBrand } from '../card.ts';
import type { Address } from '../customer.ts';

export const cardTokenStates = ['active', 'suspended', 'expired', 'deleted'] as const;
export type CardTokenState = (typeof cardTokenStates)[number];

export interface CanonicalCardToken {
  /** The card's record in the gateway's vault. */
  readonly paymentInstrumentId: string;
  /** The customer's record in the gateway's vault. */
  readonly customerProfileId: string;
  readonly instrumentIdentifierId?: string;
  readonly cardType: CardBrand;
  readonly cardLast4: string;
  /** `YYYY-MM`. */
  readonly cardExpiry?: string;
  readonly status: CardTokenState;
  readonly isDefault: boolean;
  readonly holderName?: string;
  readonly billing?: Address;
  /** Epoch ms. */
  readonly createdAt?: number;
}
