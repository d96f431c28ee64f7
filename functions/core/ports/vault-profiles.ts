// What we need of the gateway's vault to keep a customer's profile in step with Zoho: who pays, beside each of their cards.
import type { Payer } from '../domain/customer-profile.ts';
import type { MerchantId } from '../domain/ids.ts';
import type { Result } from '../domain/result.ts';
import type { SavedCardIds } from './card-payments.ts';

export interface VaultProfile {
  readonly customerId: string;
  readonly email?: string;
  /** The customer's number at the merchant. */
  readonly reference?: string;
  readonly cards: readonly {
    readonly paymentInstrumentId: string;
    readonly isDefault: boolean;
    readonly payer: Payer;
  }[];
}

export interface VaultProfiles {
  /** Ids of the customers whom an announcement's body names. */
  profilesIn(body: string): readonly string[];
  /** Two calls. `not-found` when the vault doesn't know the customer (any more). */
  read(merchant: MerchantId, customerId: string): Promise<Result<VaultProfile>>;
  /** Writes what is given and leaves the rest. */
  change(
    merchant: MerchantId,
    customerId: string,
    change: Pick<VaultProfile, 'email' | 'reference'>,
  ): Promise<Result<void>>;
  /** @param payer all that is to stand beside the card. A card that is gone is no fault. */
  changePayer(merchant: MerchantId, ids: SavedCardIds, payer: Payer): Promise<Result<void>>;
}
