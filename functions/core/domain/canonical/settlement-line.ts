// One line of a settlement batch in our own words: what was paid out or taken back, and what it cost.
import type { CardBrand } from '../card.ts';
import type { Money } from '../money.ts';

export const settlementKinds = ['sale', 'refund', 'chargeback', 'fee', 'adjustment'] as const;
type SettlementKind = (typeof settlementKinds)[number];

export interface CanonicalSettlementLine {
  readonly batchId: string;
  /** `YYYY-MM-DD`: the batch's own date. */
  readonly batchDate: string;
  readonly merchantId: string;
  /** The gateway's id of the payment or refund; fees have none. */
  readonly transactionId?: string;
  readonly merchantReferenceCode?: string;
  readonly reconciliationId?: string;
  readonly kind: SettlementKind;
  /** Signed: what leaves is below zero. */
  readonly grossAmount: Money;
  readonly feeAmount?: Money;
  readonly netAmount?: Money;
  readonly currency: string;
  readonly cardType?: CardBrand;
  /** Units of the payout currency for one of the line's, when the gateway converted. */
  readonly exchangeRate?: string;
}
