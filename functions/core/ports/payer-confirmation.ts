// What we need of the gateway so that a cardholder's bank confirms who pays (3-D Secure, payer authentication).
import type { Customer } from '../domain/customer.ts';
import type { MerchantId } from '../domain/ids.ts';
import type { Money } from '../domain/money.ts';
import type { Result } from '../domain/result.ts';

/** What the browser needs so that the bank can have a look at the device first. */
export interface ConfirmationStart {
  readonly referenceId: string;
  /** Posted to `collectionUrl` in a frame. */
  readonly accessToken: string;
  readonly collectionUrl: string;
}

/** What a browser tells of itself, as banks ask for it (EMV 3-D Secure, browser fields). */
interface BrowserFacts {
  readonly language: string;
  readonly colorDepth: number;
  readonly screenHeight: number;
  readonly screenWidth: number;
  /** Minutes from local time to UTC. */
  readonly timeDifferenceMinutes: number;
  readonly userAgent: string;
}

export interface PayerQuestion {
  readonly merchant: MerchantId;
  readonly reference: string;
  /** The id of the card fields' token. */
  readonly tokenId: string;
  readonly referenceId: string;
  readonly amount: Money;
  readonly customer: Customer;
  readonly browser: BrowserFacts;
  readonly ipAddress?: string;
  /** Where the bank's page comes back to, in its frame. */
  readonly returnUrl: string;
}

/** What goes into the charge as the bank's word. */
export interface PayerProof {
  /** `processingInformation.commerceIndicator` */
  readonly indicator: string;
  /** `consumerAuthenticationInformation` of the charge. */
  readonly facts: Readonly<Record<string, string>>;
  /** Who bears the loss should the card not have been the payer's. */
  readonly liability: 'bank' | 'company';
}

export type PayerAnswer =
  /** Also when the bank takes no part: then the company bears the loss. */
  | { readonly kind: 'confirmed'; readonly proof: PayerProof }
  /** The bank asks the payer, on a page of its own in a frame. */
  | {
      readonly kind: 'challenge';
      readonly transactionId: string;
      readonly accessToken: string;
      readonly stepUpUrl: string;
    }
  /** The bank says that it is not the payer's card. */
  | { readonly kind: 'failed' };

/** No money moves in any of these: asking again is harmless. */
export interface PayerConfirmations {
  prepare(
    merchant: MerchantId,
    reference: string,
    tokenId: string,
  ): Promise<Result<ConfirmationStart>>;
  ask(question: PayerQuestion): Promise<Result<PayerAnswer>>;
  /** After the bank's page came back. @param transactionId of the challenge. */
  conclude(
    question: Pick<PayerQuestion, 'merchant' | 'reference' | 'tokenId' | 'amount'>,
    transactionId: string,
  ): Promise<Result<PayerAnswer>>;
}
