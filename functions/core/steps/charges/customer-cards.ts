// The saved cards of a customer in Books: found, shown, and for a contact of the CRM the customer that it is.
import type { CardView } from '../../contract/charges.ts';
import type { InstallationId } from '../../domain/ids.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { Company } from '../../ports/company.ts';
import type { Store } from '../../ports/store.ts';
import type { Row } from '../../store/schema.ts';

/** More than anybody keeps. */
const CARDS_MAX = 20;

export type CardRow = Row<'Cards'>;

/** The default first, then the newest. */
export async function cardsOf(
  store: Store,
  installation: InstallationId,
  customerId: string,
): Promise<readonly CardRow[]> {
  const rows = await store.select('Cards', {
    where: [
      ['installation', '=', installation],
      ['books_customer_id', '=', customerId],
      ['state', '=', 'active'],
    ],
    limit: CARDS_MAX,
  });
  return rows.sort(
    (a, b) =>
      (b.is_default ?? 0) - (a.is_default ?? 0) || (b.created_at ?? 0) - (a.created_at ?? 0),
  );
}

export function viewCard(row: CardRow): CardView {
  return {
    key: row.card_key,
    brand: row.brand ?? 'other',
    lastFour: row.last_four ?? '',
    ...(row.expiry ? { expiry: row.expiry } : {}),
    ...(row.nickname ? { nickname: row.nickname } : {}),
    isDefault: row.is_default === 1,
  };
}

/** The customer in Books whom payments of this CRM contact were booked for; undefined before the first. */
export async function knownCustomer(
  store: Store,
  installation: InstallationId,
  crmContactId: string,
): Promise<string | undefined> {
  const rows = await store.select('Payments', {
    where: [
      ['installation', '=', installation],
      ['crm_contact_id', '=', crmContactId],
    ],
    limit: CARDS_MAX,
  });
  return rows.find((row) => row.books_customer_id)?.books_customer_id;
}

/** The customer in Books of a CRM contact: of its payments, else the only one with the same mail address. */
export async function customerOfContact(
  store: Store,
  company: Company,
  crmContactId: string,
): Promise<Result<string>> {
  const known = await knownCustomer(store, company.installation, crmContactId);
  if (known !== undefined) return ok(known);
  const contact = await company.cards.crm.read(crmContactId);
  if (!contact.ok) return contact;
  const found = await company.cards.books.find(contact.value.email);
  if (!found.ok) return found;
  const [only, ...others] = found.value;
  return only === undefined || others.length > 0
    ? refused(problem('customer-not-in-books', 'fix-input', { email: contact.value.email }))
    : ok(only);
}
