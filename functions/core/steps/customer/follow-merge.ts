// Two customers of Books or the CRM were merged: what names the one that is gone names the one that stays.
import { ok, type Result } from '../../domain/result.ts';
import type { Company } from '../../ports/company.ts';
import type { CardProduct } from '../../ports/customers.ts';
import type { Clock } from '../../ports/platform.ts';
import type { Store } from '../../ports/store.ts';
import { notePayment, selectPayments } from '../../work/payment-records.ts';
import { knownRecords, recordColumn, selectCards } from './known-records.ts';

/** Each costs a call. */
const OTHERS_MAX = 5;

interface Followed {
  /** Ids of records that are gone; their payments and cards are this one's now. */
  readonly merged: readonly string[];
  /** Ids of other records of the same person: by mail address, or by Zoho's link to the same contact. */
  readonly duplicates: readonly string[];
}

/** Nothing is moved from a record that is still there: two records with one mail address are told, not joined. */
export async function followMerge(
  ports: { readonly store: Store; readonly clock: Clock },
  company: Company,
  product: CardProduct,
  id: string,
  email: string,
): Promise<Result<Followed>> {
  const { installation } = company;
  const column = recordColumn[product];
  const known = await knownRecords(ports.store, installation, product, id, email);
  const named = [...known.cards, ...known.payments].flatMap((row) => row[column] || []);
  const others = [...new Set(named)].filter((one) => one !== id).slice(0, OTHERS_MAX);
  const merged: string[] = [];
  for (const other of others) {
    const card = await company.cards[product].read(other);
    if (card.ok) continue;
    if (card.problem.code !== 'not-found') return card;
    await moveRows(ports, company, column, other, id);
    merged.push(other);
  }
  return ok({ merged, duplicates: others.filter((other) => !merged.includes(other)) });
}

/** Cards first: the payments are what leads here again after a crash. */
async function moveRows(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  { installation }: Company,
  column: (typeof recordColumn)[CardProduct],
  from: string,
  to: string,
): Promise<void> {
  for (const card of await selectCards(store, installation, column, [from])) {
    await store.update('Cards', card.ROWID, { [column]: to, updated_at: clock.now() });
  }
  for (let isMore = true; isMore; ) {
    const payments = await selectPayments(store, installation, column, [from]);
    for (const payment of payments) await notePayment(store, payment, { [column]: to });
    isMore = payments.length > 0;
  }
}
