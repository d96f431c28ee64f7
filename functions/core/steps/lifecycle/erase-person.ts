// Erases one customer on request: names, mails, addresses and whole announcements go; amounts, ids of the gateway and of the
// books, and the audit chain stay. The chain needs no change for that: its rows hold staff and ids, never customers.
import type {
  ErasePersonReply,
  ErasePersonRequest,
  FindPersonReply,
  FindPersonRequest,
} from '../../contract/lifecycle.ts';
import { normalizeEmail } from '../../domain/customer.ts';
import type { InstallationId } from '../../domain/ids.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { Actor } from '../../domain/role.ts';
import type { Clock } from '../../ports/platform.ts';
import type { Store } from '../../ports/store.ts';
import type { Row } from '../../store/schema.ts';
import { auditBy } from '../../work/audit.ts';
import { keyOfRow, ROWS_AT_ONCE, rowsOf } from '../../work/installation-rows.ts';
import { dropLink, hashed, readLink } from '../../work/links.ts';
import { fromSafeText, toSafeText } from '../../work/safe-text.ts';
import { refusedToConfigure } from '../connect/installation-record.ts';
import { merchantSettings, readMerchants } from '../connect/installation-settings.ts';
import { withoutPayer } from '../payment-facts.ts';
import {
  forgetIn,
  isAbout,
  type Person,
  type SearchedTable,
  searchedTables,
} from './forget-row.ts';

interface ErasePorts {
  readonly store: Store;
  readonly clock: Clock;
}

/** Payments of one call. */
const PAYMENTS_AT_ONCE = 100;

/**
 * Goes through everything that the installation holds, for as long as there is time. The payments come last: they say
 * what belongs to the person, so that a crash or a next call finds the rest. Work that is not finished stays, as it
 * still needs the data: ask again when it is.
 */
export async function erasePerson(
  ports: ErasePorts,
  installation: InstallationId,
  actor: Actor,
  request: ErasePersonRequest,
  isTimeLeft: () => boolean,
): Promise<Result<ErasePersonReply>> {
  const mayNot = refusedToConfigure(actor);
  if (mayNot !== undefined) return mayNot;
  const seen = await search(ports.store, installation, request, isTimeLeft, forgetIn);
  if (!seen.ok) return seen;
  const { rows, next, payments } = seen.value;
  if (next !== undefined) return ok({ payments: 0, rows, next });
  for (const payment of payments) await erasePayer(ports, payment);
  // Last of all, as they lead to payments.
  for (const name of await linkNames(ports.store, installation, request.email)) {
    await dropLink(ports.store, installation, 'customer', name);
  }
  if (payments.length > 0 || rows > 0)
    await note(ports, installation, actor, request, payments.length);
  // Erased ones are not found again; more than one read holds come with the next call.
  const isMore = payments.length >= PAYMENTS_AT_ONCE;
  return ok({ payments: payments.length, rows, ...(isMore ? { next: searchedTables[0] } : {}) });
}

/** What {@link erasePerson} would go through, counted; changes nothing. */
export async function findPerson(
  ports: ErasePorts,
  installation: InstallationId,
  actor: Actor,
  request: FindPersonRequest,
  isTimeLeft: () => boolean,
): Promise<Result<FindPersonReply>> {
  const mayNot = refusedToConfigure(actor);
  if (mayNot !== undefined) return mayNot;
  const seen = await search(ports.store, installation, request, isTimeLeft, async () => 1);
  if (!seen.ok) return seen;
  const { rows, next, payments } = seen.value;
  const isMore = payments.length >= PAYMENTS_AT_ONCE;
  const found = { payments: payments.length, isMore, rows };
  return ok(next === undefined ? found : { ...found, next });
}

interface Seen {
  readonly payments: readonly Row<'Payments'>[];
  readonly rows: number;
  /** Where the time was over. */
  readonly next?: string;
}

/** @param meet what is done with each row about the person; how many it changed. */
async function search(
  store: Store,
  installation: InstallationId,
  request: FindPersonRequest,
  isTimeLeft: () => boolean,
  meet: typeof forgetIn,
): Promise<Result<Seen>> {
  const names = await namesOf(store, installation, request);
  const payments = await paymentsOf(store, installation, names);
  const person = personOf(request, names, payments);
  const [from = searchedTables[0], ...key] = request.after?.split('|') ?? [];
  const first = searchedTables.indexOf(from as SearchedTable);
  if (first < 0)
    return refused(
      problem('invalid-request', 'fix-input', { field: 'after', detail: 'is not valid' }),
    );
  let rows = 0;
  for (const table of searchedTables.slice(first)) {
    let after = table === from && key.length > 0 ? key.join('|') : undefined;
    for (let full = true; full; ) {
      if (!isTimeLeft()) return ok({ payments, rows, next: nextOf(table, after) });
      const page = await rowsOf(store, table, installation, after);
      for (const row of page) {
        if (isAbout(table, row, person)) rows += await meet(store, table, row);
      }
      const last = page.at(-1);
      after = last === undefined ? after : keyOfRow(table, last);
      full = page.length === ROWS_AT_ONCE;
    }
  }
  return ok({ payments, rows });
}

function nextOf(table: SearchedTable, after: string | undefined): string {
  return after === undefined ? table : `${table}|${after}`;
}

/** The ways in which the person's payments are found. */
type Names = readonly (readonly [
  column: 'customer_key' | 'crm_contact_id' | 'books_customer_id',
  value: string,
])[];

/** Those that were asked for, and the records in Zoho that the mail address has led us to. */
async function namesOf(
  store: Store,
  installation: InstallationId,
  { email, crmContactId, booksCustomerId }: FindPersonRequest,
): Promise<Names> {
  const linked = await Promise.all(
    (await linkNames(store, installation, email)).map((name) =>
      readLink<Linked>(store, installation, 'customer', name),
    ),
  );
  const records = [{ crmContactId, booksCustomerId }, ...linked];
  const key = email === undefined ? undefined : hashed(normalizeEmail(email));
  const all = [
    ['customer_key', key] as const,
    ...records.map((one) => ['crm_contact_id', one?.crmContactId] as const),
    ...records.map((one) => ['books_customer_id', one?.booksCustomerId] as const),
  ];
  return all.flatMap(([column, value]) => (value === undefined ? [] : [[column, value] as const]));
}

interface Linked {
  readonly crmContactId?: string | undefined;
  readonly booksCustomerId?: string | undefined;
}

/** A customer is linked once for each currency that is sold in. */
async function linkNames(
  store: Store,
  installation: InstallationId,
  email: string | undefined,
): Promise<readonly string[]> {
  if (email === undefined) return [];
  const merchants = await readMerchants(store, installation);
  const currencies = new Set(merchants.flatMap((row) => merchantSettings(row).currencies ?? []));
  return [...currencies].map((currency) => `${normalizeEmail(email)}|${currency}`);
}

async function paymentsOf(
  store: Store,
  installation: InstallationId,
  names: Names,
): Promise<readonly Row<'Payments'>[]> {
  const found = new Map<string, Row<'Payments'>>();
  for (const [column, value] of names) {
    for (let after = '', full = true; full && found.size < PAYMENTS_AT_ONCE; ) {
      const rows = await store.select('Payments', {
        where: [
          ['installation', '=', installation],
          [column, '=', toSafeText(value)],
          ...(after === '' ? [] : ([['payment_key', '>', after]] as const)),
        ],
        orderBy: ['payment_key', 'asc'],
        limit: PAYMENTS_AT_ONCE,
      });
      for (const row of rows) if (row.erased_at === undefined) found.set(row.payment_key, row);
      after = rows.at(-1)?.payment_key ?? '';
      full = rows.length === PAYMENTS_AT_ONCE;
    }
  }
  return [...found.values()];
}

function personOf(
  { email }: FindPersonRequest,
  names: Names,
  payments: readonly Row<'Payments'>[],
): Person {
  const ids = [...names.map(([, value]) => value), ...payments.map((row) => row.crm_contact_id)];
  const texts = [email?.toLowerCase(), ...ids];
  const subjects = payments.flatMap((row) => [row.gateway_id, row.order_id, row.reference]);
  const known = (all: readonly (string | undefined)[]) =>
    new Set(all.flatMap((one) => (one === undefined || one === '' ? [] : [fromSafeText(one)])));
  return { texts: [...known(texts)], subjects: known(subjects) };
}

/** Amounts, states, card brand and the numbers of the books stay: they are what the books are proven by. */
async function erasePayer({ store, clock }: ErasePorts, payment: Row<'Payments'>): Promise<void> {
  await store.update('Payments', payment.ROWID, {
    detail: toSafeText(withoutPayer(fromSafeText(payment.detail ?? ''))),
    customer_key: '',
    crm_contact_id: '',
    crm_account_id: '',
    erased_at: clock.now(),
  });
}

function note(
  ports: ErasePorts,
  installation: InstallationId,
  actor: Actor,
  { reference }: ErasePersonRequest,
  payments: number,
): Promise<void> {
  return auditBy(ports, actor, {
    installation,
    action: 'person.erased',
    subject: reference,
    detail: { payments },
  });
}
