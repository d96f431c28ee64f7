// What our own rows know of a customer of Books or the CRM: their payments and cards, by the record's id, by Zoho's link between the two, and by mail.
import { normalizeEmail } from '../../domain/customer.ts';
import type { InstallationId } from '../../domain/ids.ts';
import type { CardProduct } from '../../ports/customers.ts';
import type { Store } from '../../ports/store.ts';
import type { Row } from '../../store/schema.ts';
import { hashed } from '../../work/links.ts';
import { type PaymentRow, selectPayments } from '../../work/payment-records.ts';

/** Where rows name the customer's record in a product. */
export const recordColumn = { books: 'books_customer_id', crm: 'crm_contact_id' } as const;

const CARDS_MAX = 50;

export interface KnownRecords {
  /** Without those that have been removed. */
  readonly cards: readonly Row<'Cards'>[];
  readonly payments: readonly PaymentRow[];
}

/** @returns everything that leads to the customer, whichever record in the product it names. Two rounds of reads. */
export async function knownRecords(
  store: Store,
  installation: InstallationId,
  product: CardProduct,
  id: string,
  email: string,
): Promise<KnownRecords> {
  const column = recordColumn[product];
  const other = recordColumn[product === 'books' ? 'crm' : 'books'];
  const keys = email === '' ? [] : [hashed(normalizeEmail(email))];
  const [byId, byMail, cardsById] = await Promise.all([
    selectPayments(store, installation, column, [id]),
    selectPayments(store, installation, 'customer_key', keys),
    selectCards(store, installation, column, [id]),
  ]);
  const links = [...byId, ...cardsById].flatMap((row) => row[other] || []);
  const linked = [...new Set(links)];
  const [byLink, cardsByLink] = await Promise.all([
    selectPayments(store, installation, other, linked),
    selectCards(store, installation, other, linked),
  ]);
  return {
    cards: distinct([...cardsById, ...cardsByLink], ({ card_key }) => card_key),
    payments: distinct([...byId, ...byMail, ...byLink], ({ payment_key }) => payment_key),
  };
}

export async function selectCards(
  store: Store,
  installation: InstallationId,
  column: (typeof recordColumn)[CardProduct] | 'vault_customer_id',
  values: readonly string[],
): Promise<readonly Row<'Cards'>[]> {
  if (values.length === 0) return [];
  return store.select('Cards', {
    where: [
      ['installation', '=', installation],
      [column, 'in', values],
      ['state', '=', 'active'],
    ],
    limit: CARDS_MAX,
  });
}

function distinct<T>(rows: readonly T[], keyOf: (row: T) => string): readonly T[] {
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()];
}
