// Who a profile at the gateway is in Zoho: by the cards that we keep of it, else by the number that we gave it.
import type { InstallationId } from '../../domain/ids.ts';
import type { Store } from '../../ports/store.ts';
import type { VaultProfile } from '../../ports/vault-profiles.ts';
import { selectCards } from './known-records.ts';

export interface ZohoRecords {
  readonly booksCustomerId?: string;
  readonly crmContactId?: string;
}

const OUR_REFERENCE = /^(books|crm)-([0-9A-Za-z]{1,40})$/;

export async function recordsOfProfile(
  store: Store,
  installation: InstallationId,
  { customerId, reference = '' }: VaultProfile,
): Promise<ZohoRecords> {
  const cards = await selectCards(store, installation, 'vault_customer_id', [customerId]);
  const [, product, id] = OUR_REFERENCE.exec(reference) ?? [];
  const given = (wanted: string) => (product === wanted ? id : undefined);
  const books = cards.find((card) => card.books_customer_id)?.books_customer_id ?? given('books');
  const crm = cards.find((card) => card.crm_contact_id)?.crm_contact_id ?? given('crm');
  return {
    ...(books === undefined ? {} : { booksCustomerId: books }),
    ...(crm === undefined ? {} : { crmContactId: crm }),
  };
}
