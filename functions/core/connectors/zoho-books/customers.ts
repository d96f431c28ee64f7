// Customers in the books: found by e-mail and currency, created under a name that nobody else has.
import * as z from 'zod/mini';
import { type Address, type Customer, displayName, normalizeEmail } from '../../domain/customer.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { LedgerCustomer, LedgerWrite } from '../../ports/ledger.ts';
import type { MappedFields } from '../../ports/mapped-fields.ts';
import { countryName } from '../zoho-http/country-name.ts';
import { callFor, findRow, upsertCall } from '../zoho-http/finance-api.ts';
import { keyOf } from '../zoho-http/finance-search.ts';
import { plainFields, textField } from '../zoho-http/mapped-body.ts';
import { maybeText, present } from '../zoho-http/read-json.ts';
import type { BooksApi } from './books-api.ts';
import { currencyId } from './currencies.ts';
import { uniqueField } from './unique-fields.ts';

const contact = z.object({
  contact_id: z.string(),
  contact_type: maybeText,
  status: maybeText,
  email: maybeText,
  currency_code: z.string(),
  zcrm_contact_id: maybeText,
  zcrm_account_id: maybeText,
  custom_field_hash: z.nullish(z.record(z.string(), z.unknown())),
});
type Contact = z.infer<typeof contact>;

/** "The customer ... already exists": names of customers are unique in an organization. */
const NAME_TAKEN = '3062';
const NAME_LENGTH_MAX = 200;

/** The first active customer with this e-mail address and currency; Books customers have one currency each. */
export async function findCustomer(
  api: BooksApi,
  email: string,
  currency: string,
): Promise<Result<LedgerCustomer | undefined>> {
  const wanted = normalizeEmail(email);
  const found = await findRow(
    api,
    {
      operation: 'find-customer',
      path: ['contacts'],
      query: { email: wanted, contact_type: 'customer' },
      rows: 'contacts',
      what: 'The list of customers',
    },
    contact,
    (row) =>
      normalizeEmail(row.email ?? '') === wanted &&
      row.currency_code === currency &&
      row.contact_type !== 'vendor' &&
      row.status !== 'inactive',
  );
  return found.ok ? ok(found.value && ledgerCustomer(found.value)) : found;
}

/** More behind one account, and the filter was not understood or nobody can tell which is meant. */
const OF_ACCOUNT_MAX = 5;

/** Rows don't say which account they are linked to, and a filter that Books does not know lists everybody: each is read. */
export async function findCustomersOfAccount(
  api: BooksApi,
  accountId: string,
): Promise<Result<readonly string[]>> {
  const list = {
    operation: 'find-customers-of-account',
    method: 'GET',
    path: ['contacts'],
    query: { zcrm_account_id: accountId, contact_type: 'customer' },
    what: 'The list of customers',
  } as const;
  const listed = await callFor(api, list, 'contacts', z.array(contact));
  if (!listed.ok) return listed;
  const rows = listed.value.filter(
    (row) => row.contact_type !== 'vendor' && row.status !== 'inactive',
  );
  if (rows.length > OF_ACCOUNT_MAX) return ok([]);
  const theirs: string[] = [];
  for (const { contact_id: id } of rows) {
    const path = ['contacts', id];
    const call = { operation: 'read-customer', method: 'GET', path, what: 'The customer' } as const;
    const read = await callFor(api, call, 'contact', contact);
    if (!read.ok) return read;
    if (read.value.zcrm_account_id === accountId) theirs.push(id);
  }
  return ok(theirs);
}

/** Creates the customer, or answers the one that an earlier try made. */
export async function saveCustomer(
  api: BooksApi,
  write: LedgerWrite,
  customer: Customer,
  currency: string,
  fields: MappedFields,
): Promise<Result<LedgerCustomer>> {
  if (write.retried) {
    const found = await findCustomer(api, customer.email, currency);
    if (!found.ok) return found;
    if (found.value !== undefined) return ok(found.value);
    const renamed = await findByKey(api, write.uniqueKey);
    if (!renamed.ok) return renamed;
    if (renamed.value !== undefined) return ok(ledgerCustomer(renamed.value));
  }
  const id = await currencyId(api, currency);
  if (!id.ok) return id;
  const upsertAs = (name: string) =>
    callFor(
      api,
      upsertCall({
        operation: 'save-customer',
        path: ['contacts'],
        field: uniqueField.contact,
        value: write.uniqueKey,
        body: contactBody(customer, fields, name.slice(0, NAME_LENGTH_MAX), id.value),
        fields,
        what: 'The customer',
      }),
      'contact',
      contact,
    );
  const name = textField(fields, 'contact_name') ?? displayName(customer);
  // Namesakes, and the same person in a second currency, carry what tells them apart.
  let saved = await upsertAs(name);
  if (!saved.ok && saved.problem.zohoCode === NAME_TAKEN) {
    saved = await upsertAs(`${name} (${normalizeEmail(customer.email)}, ${currency})`);
  }
  return saved.ok ? ok(ledgerCustomer(saved.value)) : saved;
}

/** The customer that an earlier try made, though somebody has changed the address since: it is among the newest. */
function findByKey(api: BooksApi, uniqueKey: string) {
  const search = {
    operation: 'find-customer',
    path: ['contacts'],
    query: { contact_type: 'customer', sort_column: 'created_time', sort_order: 'D' },
    rows: 'contacts',
    what: 'The list of customers',
    pagesMax: 1,
  };
  return findRow(api, search, contact, (row) => keyOf(row, uniqueField.contact) === uniqueKey);
}

function ledgerCustomer(row: Contact): LedgerCustomer {
  const crmContactId = present(row.zcrm_contact_id);
  const crmAccountId = present(row.zcrm_account_id);
  return {
    id: row.contact_id,
    currency: row.currency_code,
    ...(crmContactId === undefined ? {} : { crmContactId }),
    ...(crmAccountId === undefined ? {} : { crmAccountId }),
  };
}

/** Fields of a contact that Books keeps with its contact person. */
const PERSON_FIELDS = [
  'first_name',
  'last_name',
  'phone',
  'mobile',
  'designation',
  'department',
] as const;

function contactBody(
  customer: Customer,
  fields: MappedFields,
  name: string,
  currencyIdInBooks: string,
) {
  const { email: _, contact_salutation: salutation, ...plain } = plainFields(fields);
  const person = PERSON_FIELDS.map((field) => [field, plain[field]] as const);
  for (const field of PERSON_FIELDS) delete plain[field];
  return {
    ...plain,
    contact_name: name,
    contact_type: 'customer',
    currency_id: currencyIdInBooks,
    contact_persons: [
      {
        ...Object.fromEntries(person),
        salutation,
        email: textField(fields, 'email') ?? normalizeEmail(customer.email),
        is_primary_contact: true,
      },
    ],
  };
}

export function addressBody(address: Address | undefined) {
  if (address === undefined) return undefined;
  return {
    address: present(address.line1),
    street2: present(address.line2),
    city: present(address.city),
    state: present(address.region),
    zip: present(address.postalCode),
    country: present(countryName(address.country)),
  };
}
