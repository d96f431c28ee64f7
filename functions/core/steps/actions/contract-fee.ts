// The fee that a payment's merchant id is charged by contract, where the settings say it.
import { type CardFee, feeOfCaptures } from '../../domain/fee.ts';
import type { Company } from '../../ports/company.ts';
import type { PaymentRow } from '../../work/payment-records.ts';

/** What the books need of it. */
export interface ContractFee {
  readonly terms: CardFee;
  readonly feeMinor: number;
}

/** @param captures in minor units. Undefined where fees come with the settlement, or no account for them is chosen. */
export function contractFee(
  { merchants, feeAccount }: Pick<Company, 'merchants' | 'feeAccount'>,
  { merchant_id, currency }: Pick<PaymentRow, 'merchant_id' | 'currency'>,
  captures: readonly number[],
): ContractFee | undefined {
  const merchant = merchants.find(({ merchantId }) => merchantId === merchant_id);
  const terms = merchant?.fees?.[currency];
  if (terms === undefined || feeAccount === undefined) return undefined;
  return { terms, feeMinor: feeOfCaptures(terms, captures) };
}
