// The profiles at the gateway of a customer in Zoho: those that our rows link to the record, told from those of others with the same mail address.
import type { InstallationId, MerchantId } from '../../domain/ids.ts';
import type { CardProduct } from '../../ports/customers.ts';
import type { Store } from '../../ports/store.ts';
import { readDetail } from '../payment-facts.ts';
import { knownRecords, recordColumn } from './known-records.ts';

export interface ProfileLink {
  readonly merchant: MerchantId;
  readonly customerId: string;
}

interface FoundProfiles {
  readonly own: readonly ProfileLink[];
  /** Of another record of the product with the same mail address or link. */
  readonly others: readonly ProfileLink[];
}

export async function findProfiles(
  store: Store,
  installation: InstallationId,
  product: CardProduct,
  id: string,
  email: string,
): Promise<FoundProfiles> {
  const column = recordColumn[product];
  const { cards, payments } = await knownRecords(store, installation, product, id, email);
  const named = [
    ...cards.map((row) => ({ row, customerId: row.vault_customer_id })),
    ...payments.map((row) => ({ row, customerId: readDetail(row).facts?.customerProfileId })),
  ];
  const own = new Map<string, ProfileLink>();
  const others = new Map<string, ProfileLink>();
  for (const { row, customerId } of named) {
    if (customerId === undefined) continue;
    const link = { merchant: row.merchant_id as MerchantId, customerId };
    const isOwn = !row[column] || row[column] === id;
    (isOwn ? own : others).set(`${link.merchant}|${customerId}`, link);
  }
  for (const key of own.keys()) others.delete(key);
  return { own: [...own.values()], others: [...others.values()] };
}
