// The ledger account that holds the money in flight of a payment's merchant id and currency.
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { Company } from '../../ports/company.ts';
import type { PaymentRow } from '../../work/payment-records.ts';

export function clearingAccount(company: Company, payment: PaymentRow): Result<string> {
  const { merchant_id, currency } = payment;
  const merchant = company.merchants.find((one) => one.merchantId === merchant_id);
  const account = merchant?.clearingAccounts[currency];
  return account === undefined
    ? refused(problem('merchant-unknown', 'fix-setup', { merchant: merchant_id }))
    : ok(account);
}
