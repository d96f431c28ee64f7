// What we need of the gateway to take cards: fields for a page, charges of what was entered or saved, and saved cards.
import type { Card } from '../domain/card.ts';
import type { Customer } from '../domain/customer.ts';
import type { GatewayId, IntentId, MerchantId } from '../domain/ids.ts';
import type { Money } from '../domain/money.ts';
import type { Problem } from '../domain/problem.ts';
import type { Result } from '../domain/result.ts';
import type { VoidAnswer } from './gateway.ts';
import type { PayerConfirmations, PayerProof } from './payer-confirmation.ts';
import type { Purchase } from './purchase.ts';

/** Card fields for one page load. Everything here was signed by the gateway, and the signature was checked. */
export interface CardFields {
  /** The capture context as the browser library takes it; good for minutes. */
  readonly context: string;
  /** Script to load, with the hash (SRI) that its bytes must have. */
  readonly library: { readonly url: string; readonly integrity: string };
  /** The origin of the frames that hold the fields. */
  readonly frameOrigin: string;
  /** The public key (JWK, as JSON) that signs what the fields hand over: a token of another page load is refused. */
  readonly tokenKey: string;
  /** Epoch ms. */
  readonly expiresAt: number;
}

/** Where a saved card is in the gateway's vault. */
export interface SavedCardIds {
  readonly customerId: string;
  readonly paymentInstrumentId: string;
  readonly instrumentIdentifierId?: string;
}

export type CardSource =
  /** The token of the card fields, checked by `readEntered`. */
  | { readonly kind: 'entered'; readonly transientToken: string }
  | { readonly kind: 'saved'; readonly customerId: string; readonly paymentInstrumentId?: string };

/** Who starts the charge: it decides what the bank asks for and how it judges (docs "Credential on file"). */
type ChargeOrigin =
  /** The customer, on the card page. */
  | 'customer'
  /** Staff, with a card that the customer agreed to have kept. */
  | 'merchant';

export interface ChargeOrder {
  readonly merchant: MerchantId;
  /** The merchant transaction id: the gateway refuses a second charge with it. */
  readonly intent: IntentId;
  /** `clientReferenceInformation.code`, at most 50 characters: what a search finds again. */
  readonly reference: string;
  /** Zero checks a card without charging it. */
  readonly amount: Money;
  /** A sale when true, else an authorization to be captured later. */
  readonly isSale: boolean;
  readonly source: CardSource;
  readonly origin: ChargeOrigin;
  /** Bill-to; required with an entered card. */
  readonly customer?: Customer;
  /** Keep the card: with this customer of the vault, or with a new one. */
  readonly keep?: { readonly customerId?: string };
  /** The invoice, where there is one. */
  readonly purchase?: Purchase;
  readonly ipAddress?: string;
  /** The bank's word that the payer holds the card. */
  readonly proof?: PayerProof;
}

/** What became of a charge. */
export type ChargeAnswer =
  /** `partial` when the bank gave less than was asked for. */
  | {
      readonly kind: 'paid';
      readonly gatewayId: GatewayId;
      readonly status: string;
      readonly isPartial: boolean;
      readonly saved?: SavedCardIds;
    }
  /** Held until somebody has decided the review. */
  | { readonly kind: 'in-review'; readonly gatewayId: GatewayId; readonly status: string }
  /** A plain no; `reason` is the gateway's. */
  | {
      readonly kind: 'declined';
      readonly gatewayId?: GatewayId;
      readonly reason?: string;
      readonly problem: Problem;
    }
  /** The bank wants the customer to confirm (3-D Secure). */
  | { readonly kind: 'confirm'; readonly gatewayId?: GatewayId }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'unknown'; readonly gatewayId?: GatewayId; readonly problem: Problem }
  | { readonly kind: 'unrecognized'; readonly gatewayId?: GatewayId; readonly status: string };

/** What the card fields handed over, as far as it may be known here. */
export interface EnteredCard {
  /** The token's own id: a page can't use one twice. */
  readonly id: string;
  readonly card: Card;
}

export interface CardPayments {
  /**
   * @param origins the page's own origin and those of all frames around it, without wildcards.
   * `gateway-refused` when the context's signature or content is not what the gateway documents.
   */
  openFields(merchant: MerchantId, origins: readonly string[]): Promise<Result<CardFields>>;
  /** The card behind a token, if it was made with these fields and is still good; `card-entry-invalid` otherwise. */
  readEntered(transientToken: string, tokenKey: string): Promise<Result<EnteredCard>>;
  readonly payer: PayerConfirmations;
  charge(order: ChargeOrder): Promise<ChargeAnswer>;
  /** Takes back an authorization or sale whose answer was lost, by the merchant transaction id. */
  timeoutReversal(merchant: MerchantId, intent: IntentId, amount: Money): Promise<VoidAnswer>;
}

/** A card in the gateway's vault. */
export interface SavedCard extends SavedCardIds {
  readonly card: Card;
  readonly isDefault: boolean;
  /** `ACTIVE`, `CLOSED`, ... as the vault says. */
  readonly state: string;
}

/** Cards that customers agreed to have kept. The numbers are at the gateway; here are only tokens. */
export interface CardVault {
  /** Empty when the vault doesn't know the customer (any more). */
  list(merchant: MerchantId, customerId: string): Promise<Result<readonly SavedCard[]>>;
  makeDefault(merchant: MerchantId, ids: SavedCardIds): Promise<Result<void>>;
  /** Also when it was gone already; `card-in-use` while it is the default of several. */
  remove(merchant: MerchantId, ids: SavedCardIds): Promise<Result<void>>;
}
