// The saved cards of a customer in Books: found, shown, and for a contact or account of the CRM the customer that it is.
import type { CardView, ChargesRequest } from '../../contract/charges.ts';
import type { InstallationId } from '../../domain/ids.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { Company } from '../../ports/company.ts';
import type { Store } from '../../ports/store.ts';
import type { Row } from '../../store/schema.ts';

/** More than anybody keeps. */
const CARDS_MAX = 20;
/** Enough to meet each of the customers of an account. */
const PAYMENTS_MAX = 100;

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

/** A contact or account of the CRM. */
export interface CrmRecord {
  readonly column: 'crm_contact_id' | 'crm_account_id';
  readonly id: string;
}

export function crmRecordOf({ crmContactId, crmAccountId }: ChargesRequest): CrmRecord | undefined {
  if (crmContactId !== undefined) return { column: 'crm_contact_id', id: crmContactId };
  return crmAccountId === undefined ? undefined : { column: 'crm_account_id', id: crmAccountId };
}

/**
 * The customers in Books whom payments of this record of the CRM were booked for, or who have cards that are linked to the contact:
 * none before the first.
 */
export async function knownCustomers(
  store: Store,
  installation: InstallationId,
  { column, id }: CrmRecord,
): Promise<readonly string[]> {
  const rows = await store.select('Payments', {
    where: [
      ['installation', '=', installation],
      [column, '=', id],
    ],
    limit: PAYMENTS_MAX,
  });
  const paid = new Set(rows.flatMap((row) => row.books_customer_id || []));
  if (paid.size > 0 || column === 'crm_account_id') return [...paid];
  const [card] = await store.select('Cards', {
    where: [
      ['installation', '=', installation],
      ['crm_contact_id', '=', id],
      ['state', '=', 'active'],
    ],
    limit: 1,
  });
  return card?.books_customer_id ? [card.books_customer_id] : [];
}

/** The customer in Books of a record of the CRM: of its payments, else the only one with the same mail address or account. */
export async function customerOfCrm(
  store: Store,
  company: Company,
  record: CrmRecord,
): Promise<Result<string>> {
  const isAccount = record.column === 'crm_account_id';
  const [known, ...others] = await knownCustomers(store, company.installation, record);
  // A person has one customer for each currency; behind an account may be several people.
  if (known !== undefined && (!isAccount || others.length === 0)) return ok(known);
  if (isAccount) {
    const none = problem('account-not-in-books', 'fix-input');
    if (known !== undefined) return refused(none);
    const found = await company.ledger.findCustomersOfAccount(record.id);
    return found.ok ? onlyOne(found.value, none) : found;
  }
  const contact = await company.cards.crm.read(record.id);
  if (!contact.ok) return contact;
  const { email } = contact.value;
  const found = await company.cards.books.find(email);
  return found.ok
    ? onlyOne(found.value, problem('customer-not-in-books', 'fix-input', { email }))
    : found;
}

function onlyOne([only, ...others]: readonly string[], otherwise: Problem): Result<string> {
  return only === undefined || others.length > 0 ? refused(otherwise) : ok(only);
}
