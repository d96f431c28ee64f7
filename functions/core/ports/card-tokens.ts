// What we need of the gateway's vault: which card tokens an announcement is about, and how they are now.
import type { CardTokenState } from '../domain/canonical/card-token.ts';
import type { CardBrand } from '../domain/card.ts';
import type { MerchantId } from '../domain/ids.ts';
import type { Result } from '../domain/result.ts';

/** A token of a card scheme, a card on file with its expiry, or the card number's own token. */
export const tokenKinds = ['network-token', 'payment-instrument', 'instrument-identifier'] as const;
export type TokenKind = (typeof tokenKinds)[number];

export interface TokenName {
  readonly kind: TokenKind;
  readonly id: string;
}

export interface VaultToken extends TokenName {
  readonly status: CardTokenState;
  readonly cardType?: CardBrand;
  readonly cardLast4?: string;
  /** `YYYY-MM`. */
  readonly cardExpiry?: string;
  /** The card number's token: the same for all tokens of one card. */
  readonly instrumentIdentifierId?: string;
  readonly customerProfileId?: string;
}

export interface CardTokens {
  /** Those that an announcement's body names: of a network token it, of others the card on file or its number's token. */
  tokensIn(body: string): readonly TokenName[];
  /** `not-found` when this merchant has no such token; a deleted one is told as such. */
  readToken(merchant: MerchantId, name: TokenName): Promise<Result<VaultToken>>;
}
