// Payment rows: found by key, changed in one conditional statement by the one who read the latest version.
import type { Random } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import type { NewRow, Row } from '../store/schema.ts';
import { randomToken } from './lease.ts';
import { fromSafeText, toSafeText } from './safe-text.ts';

export type PaymentRow = Row<'Payments'>;
type Columns = Omit<NewRow<'Payments'>, 'version' | 'payment_key'>;

/** Columns that only the payment's own run writes, so that nobody else's change can be lost by writing them. */
export type PaymentNote = Partial<
  Pick<
    Columns,
    | 'run_state'
    | 'told_state'
    | 'order_id'
    | 'order_number'
    | 'books_customer_id'
    | 'books_invoice_id'
    | 'books_invoice_number'
    | 'books_payment_id'
    | 'crm_contact_id'
    | 'crm_account_id'
  >
>;

const CHANGE_TRIES = 50;
/** Columns that hold other people's text. */
const FREE_TEXT = [
  'reference',
  'gateway_status',
  'order_id',
  'order_number',
  'books_invoice_number',
  'detail',
] as const;

export async function findPayment(store: Store, key: string): Promise<PaymentRow | undefined> {
  const row = await store.find('Payments', 'payment_key', key);
  return row === undefined ? undefined : decode(row);
}

/** Payments by any columns; text values are compared in their stored form. */
export async function selectPayments(
  store: Store,
  installation: string,
  column:
    | 'books_invoice_id'
    | 'books_customer_id'
    | 'crm_contact_id'
    | 'crm_account_id'
    | 'customer_key'
    | 'order_number'
    | 'books_invoice_number'
    | 'card_last_four',
  values: readonly string[],
): Promise<PaymentRow[]> {
  if (values.length === 0) return [];
  const rows = await store.select('Payments', {
    where: [
      ['installation', '=', installation],
      [column, 'in', values.map(toSafeText)],
    ],
    orderBy: ['submitted_at', 'desc'],
    limit: 100,
  });
  return rows.map(decode);
}

/**
 * Creates the payment or changes it. `change` sees the latest row (or undefined) and answers the columns to set, or
 * undefined to leave it as it is; it is called again when someone else was quicker.
 * @param known the row as it was last read (`absent`: it was not there), which saves reading it once more.
 */
export async function savePayment(
  ports: { readonly store: Store; readonly random: Random },
  key: string,
  change: (current: PaymentRow | undefined) => Columns | Partial<Columns> | undefined,
  known?: PaymentRow | 'absent',
): Promise<PaymentRow | undefined> {
  let latest = known;
  for (let attempt = 0; attempt < CHANGE_TRIES; attempt += 1) {
    const row = latest ?? (await findPayment(ports.store, key));
    const current = row === 'absent' ? undefined : row;
    const wanted = change(current);
    if (wanted === undefined) return current;
    const version = randomToken(ports.random);
    if (current === undefined) {
      const inserted = await ports.store.insert('Payments', {
        ...(encode(wanted) as Columns),
        payment_key: key,
        version,
      });
      if (inserted.kind === 'inserted') return decode(inserted.row);
      latest = undefined;
      continue;
    }
    const changed = await ports.store.updateWhere('Payments', { ...encode(wanted), version }, [
      ['payment_key', '=', key],
      ['version', '=', current.version],
    ]);
    // A yes is believed: a state that got lost all the same comes again with the next reading, and money is
    // counted by the movement log.
    if (changed === 'updated') return { ...current, ...wanted, version };
    latest = await findPayment(ports.store, key);
    if (latest?.version === version) return latest;
  }
  throw new Error('a payment row changed under us at every try');
}

/** Notes on the payment what its run has brought about; what is there already costs nothing. */
export async function notePayment(
  store: Store,
  payment: PaymentRow,
  note: PaymentNote,
): Promise<void> {
  const news = Object.entries(note).filter(
    ([column, value]) => payment[column as keyof PaymentNote] !== value,
  );
  if (news.length === 0) return;
  await store.update('Payments', payment.ROWID, encode(Object.fromEntries(news)));
}

function encode(columns: Partial<Columns>): Partial<Columns> {
  const safe = { ...columns };
  for (const column of FREE_TEXT) {
    const text = safe[column];
    if (text !== undefined) safe[column] = toSafeText(text);
  }
  return safe;
}

function decode(row: PaymentRow): PaymentRow {
  const plain = { ...row };
  for (const column of FREE_TEXT) {
    const text = plain[column];
    if (text !== undefined) plain[column] = fromSafeText(text);
  }
  return plain;
}
