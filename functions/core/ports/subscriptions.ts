// What we need of the gateway's recurring billing: the subscriptions of customers of its vault.
import type { BillingSchedule } from '../domain/customer-subscription.ts';
import type { MerchantId } from '../domain/ids.ts';
import type { Money } from '../domain/money.ts';
import type { Result } from '../domain/result.ts';

export interface Subscription extends BillingSchedule {
  readonly id: string;
  readonly name: string;
  /** Of each charge; absent in a currency that we don't know. */
  readonly amount?: Money;
}

export interface Subscriptions {
  /**
   * Those of these customers of the vault; none for a merchant without recurring billing.
   * `isComplete` is false when the merchant has more than we look through.
   */
  ofCustomers(
    merchant: MerchantId,
    customerIds: readonly string[],
  ): Promise<Result<{ readonly found: readonly Subscription[]; readonly isComplete: boolean }>>;
}
