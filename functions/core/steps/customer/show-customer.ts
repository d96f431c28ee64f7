// A customer at a glance for the person who has the record open: totals, months, disputes, risk and cards on file.
import type { CustomerCardView, CustomerReply, CustomerRequest } from '../../contract/customer.ts';
import { overviewOf, type PaymentAtAGlance, paidByMonth } from '../../domain/customer-overview.ts';
import type { PaymentState } from '../../domain/payment.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import { type Actor, mayDo } from '../../domain/role.ts';
import type { Company } from '../../ports/company.ts';
import type { Clock } from '../../ports/platform.ts';
import type { Store } from '../../ports/store.ts';
import type { Row } from '../../store/schema.ts';
import { entryOf, type Movement } from '../../work/movement-log.ts';
import type { PaymentRow } from '../../work/payment-records.ts';
import { customerOfCrm } from '../charges/customer-cards.ts';
import { subscriptionsOf } from './customer-subscriptions.ts';
import { selectCards } from './known-records.ts';
import { type CustomerColumn, customerOfRecord, paymentsOfCustomer } from './payments-of-record.ts';

/** What one search of payments finds at most. */
const PAYMENTS_MAX = 100;
/** Payments whose movements fit into one read. */
const CHUNK = 20;

export async function showCustomer(
  ports: { readonly store: Store; readonly clock: Clock },
  company: Company,
  actor: Actor,
  { host, record }: CustomerRequest,
): Promise<Result<CustomerReply>> {
  if (!mayDo(actor.role, 'see-payments')) {
    return refused(problem('not-allowed', 'none', { role: actor.role }));
  }
  const customer = await customerOfRecord(company, host, record);
  if (!customer.ok) return customer;
  const payments = await paymentsOfCustomer(ports.store, company, customer.value);
  const [movements, cards] = await Promise.all([
    movementsOf(ports.store, payments),
    cardsOf(ports, company, customer.value, payments),
  ]);
  const subscriptions = await subscriptionsOf(ports.clock, company, cards, payments);
  const seen = glances(payments, movements);
  const overview = overviewOf(seen);
  const currency = overview.totals[0]?.currency;
  const now = ports.clock.now();
  return ok({
    now,
    customer: {
      ...overview,
      ...(currency === undefined
        ? {}
        : { months: { currency, totals: paidByMonth(seen, currency, company.timeZone, now) } }),
      cards: cards.map(viewCard),
      subscriptions,
      isRecentOnly: payments.length === PAYMENTS_MAX,
    },
  });
}

async function movementsOf(store: Store, payments: readonly PaymentRow[]): Promise<Movement[]> {
  const keys = payments.map((payment) => payment.payment_key);
  const chunks = Array.from({ length: Math.ceil(keys.length / CHUNK) }, (_, index) =>
    keys.slice(index * CHUNK, (index + 1) * CHUNK),
  );
  const read = await Promise.all(
    chunks.map((chunk) => store.select('Movements', { where: [['payment_key', 'in', chunk]] })),
  );
  return read.flat();
}

function glances(
  payments: readonly PaymentRow[],
  movements: readonly Movement[],
): PaymentAtAGlance[] {
  const logs = Map.groupBy(movements, (movement) => movement.payment_key);
  return payments.map((payment) => ({
    currency: payment.currency,
    state: payment.state as PaymentState,
    merchantId: payment.merchant_id,
    submittedAt: payment.submitted_at ?? 0,
    ...(payment.fraud_score === undefined ? {} : { fraudScore: payment.fraud_score }),
    movements: (logs.get(payment.payment_key) ?? []).map(entryOf),
  }));
}

/** Cards know a contact, not the account: an account's are those of the customers who have paid. */
async function cardsOf(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  company: Company,
  customer: CustomerColumn | undefined,
  payments: readonly PaymentRow[],
): Promise<readonly Row<'Cards'>[]> {
  if (customer === undefined) return [];
  const { column, id } = customer;
  const { installation } = company;
  const payers = [...new Set(payments.flatMap((one) => one.books_customer_id || []))];
  const select = (by: CustomerColumn['column'], ids: readonly string[]) =>
    by === 'crm_account_id'
      ? selectCards(store, installation, 'books_customer_id', payers)
      : selectCards(store, installation, by, ids);
  const cards = await select(column, [id]);
  if (cards.length > 0 || payments.length > 0 || column !== 'crm_contact_id') return cards;
  return linkCards({ store, clock }, company, id);
}

/** A card that was saved before the first payment knows the customer in Books alone: what their mail address leads to is remembered. */
async function linkCards(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  company: Company,
  crmContactId: string,
): Promise<readonly Row<'Cards'>[]> {
  const inBooks = await customerOfCrm(store, company, {
    column: 'crm_contact_id',
    id: crmContactId,
  });
  // Nobody in the books, or several: then there is nothing to show.
  if (!inBooks.ok) return [];
  const cards = await selectCards(store, company.installation, 'books_customer_id', [
    inBooks.value,
  ]);
  const unlinked = cards.filter((card) => !card.crm_contact_id);
  const change = { crm_contact_id: crmContactId, updated_at: clock.now() };
  for (const card of unlinked) await store.update('Cards', card.ROWID, change);
  return unlinked;
}

function viewCard(row: Row<'Cards'>): CustomerCardView {
  return {
    key: row.card_key,
    brand: row.brand ?? 'other',
    lastFour: row.last_four ?? '',
    ...(row.expiry ? { expiry: row.expiry } : {}),
    ...(row.nickname ? { nickname: row.nickname } : {}),
    isDefault: row.is_default === 1,
  };
}
