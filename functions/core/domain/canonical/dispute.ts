// A card dispute in our own words.
import type { CardBrand } from '../card.ts';
import type { Money } from '../money.ts';

export const disputeStages = [
  'inquiry',
  'chargeback',
  'representment',
  'arbitration',
  'won',
  'lost',
] as const;
type DisputeStage = (typeof disputeStages)[number];

export interface CanonicalDispute {
  /** The dispute's own number: the same for all that happens to it. */
  readonly caseNumber: string;
  /** The gateway's id of the disputed payment. */
  readonly transactionId: string;
  readonly merchantId: string;
  readonly merchantReferenceCode?: string;
  readonly stage: DisputeStage;
  readonly amount: Money;
  readonly currency: string;
  /** The card scheme's code. */
  readonly reasonCode?: string;
  readonly cardType?: CardBrand;
  readonly invoiceNumber?: string;
  readonly customerEmail?: string;
  readonly customerLastName?: string;
  /** Epoch ms. */
  readonly openedAt: number;
  /** Epoch ms: until when to answer. */
  readonly respondBy?: number;
}
