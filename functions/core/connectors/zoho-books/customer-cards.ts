// Books customers as one side of customers that are kept in step: company and addresses are filled where empty.
import * as z from 'zod/mini';
import { type Address, type Customer, normalizeEmail } from '../../domain/customer.ts';
import type { Payer } from '../../domain/customer-profile.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { CustomerCards } from '../../ports/customers.ts';
import { callFor } from '../zoho-http/finance-api.ts';
import { maybeText, present, readShape } from '../zoho-http/read-json.ts';
import { type BooksApi, createBooksApi, type LedgerOptions } from './books-api.ts';
import { addressBody } from './customers.ts';

/** A customer has a record per currency that they buy in; more are somebody's data to tidy up first. */
const FOUND_MAX = 5;
const WHAT = 'The customer';

const addressShape = z.nullish(
  z.object({
    address: maybeText,
    street2: maybeText,
    city: maybeText,
    state: maybeText,
    zip: maybeText,
    country: maybeText,
  }),
);
const cardShape = z.object({
  contact_id: z.string(),
  company_name: maybeText,
  first_name: maybeText,
  last_name: maybeText,
  email: maybeText,
  phone: maybeText,
  language_code: maybeText,
  zcrm_contact_id: maybeText,
  zcrm_account_id: maybeText,
  billing_address: addressShape,
  shipping_address: addressShape,
});
type Card = z.infer<typeof cardShape>;
const rowShape = z.object({
  contact_id: z.string(),
  email: maybeText,
  contact_type: maybeText,
  status: maybeText,
});

export function createCustomerCards(options: LedgerOptions): CustomerCards {
  const api = createBooksApi(options);
  const readCard = (id: string) => {
    const path = ['contacts', id];
    const call = { operation: 'read-customer', method: 'GET', path, what: WHAT } as const;
    return callFor(api, call, 'contact', cardShape);
  };
  return {
    async read(id) {
      const card = await readCard(id);
      return card.ok ? ok(customerOf(card.value)) : card;
    },
    find: (email) => findCards(api, normalizeEmail(email)),
    async fill(id, customer) {
      const card = await readCard(id);
      if (!card.ok) return card;
      return write(api, id, missingOf(card.value, customer));
    },
    // The contact person is left alone: a write would replace them all.
    change: (id, { company, billing }: Payer) =>
      write(api, id, {
        ...(company === undefined ? {} : { company_name: company }),
        ...(billing === undefined ? {} : { billing_address: addressBody(billing) }),
      }),
  };
}

async function write(
  api: BooksApi,
  id: string,
  changes: Readonly<Record<string, unknown>>,
): Promise<Result<readonly string[]>> {
  const written = Object.keys(changes);
  if (written.length === 0) return ok(written);
  const saved = await api.call({
    operation: 'update-customer',
    method: 'PUT',
    path: ['contacts', id],
    body: changes,
    what: WHAT,
  });
  return saved.ok ? ok(written) : saved;
}

/** The filter only saves rows: Zoho lists everything when it does not know it. */
async function findCards(api: BooksApi, email: string): Promise<Result<readonly string[]>> {
  const answer = await api.call({
    operation: 'find-customer',
    method: 'GET',
    path: ['contacts'],
    query: { email, contact_type: 'customer' },
    what: 'The list of customers',
  });
  if (!answer.ok) return answer;
  const read = readShape('books', z.object({ contacts: z.array(rowShape) }), answer.value);
  if (!read.ok) return read;
  const same = read.value.contacts.filter(
    (row) =>
      normalizeEmail(row.email ?? '') === email &&
      row.contact_type !== 'vendor' &&
      row.status !== 'inactive',
  );
  return ok(same.slice(0, FOUND_MAX).map((row) => row.contact_id));
}

/** Addresses are filled as a whole or not at all. The contact person is left alone: a write would replace them all. */
function missingOf(card: Card, { company, billing, shipping }: Customer) {
  const changes: Record<string, unknown> = {};
  if (present(card.company_name) === undefined && present(company) !== undefined) {
    changes.company_name = company;
  }
  if (addressOf(card.billing_address) === undefined && billing !== undefined) {
    changes.billing_address = addressBody(billing);
  }
  if (addressOf(card.shipping_address) === undefined && shipping !== undefined) {
    changes.shipping_address = addressBody(shipping);
  }
  return changes;
}

function customerOf(card: Card): Customer {
  const company = present(card.company_name);
  const phone = present(card.phone);
  const language = present(card.language_code);
  const billing = addressOf(card.billing_address);
  const shipping = addressOf(card.shipping_address);
  const crmContactId = present(card.zcrm_contact_id);
  const crmAccountId = present(card.zcrm_account_id);
  return {
    email: card.email ?? '',
    firstName: card.first_name ?? '',
    lastName: card.last_name ?? '',
    ...(company === undefined ? {} : { company }),
    ...(phone === undefined ? {} : { phone }),
    ...(language === undefined ? {} : { language }),
    ...(billing === undefined ? {} : { billing }),
    ...(shipping === undefined ? {} : { shipping }),
    ...(crmContactId === undefined ? {} : { crmContactId }),
    ...(crmAccountId === undefined ? {} : { crmAccountId }),
  };
}

/** Undefined where nothing of it is known. The country stays as it is named there. */
function addressOf(found: z.infer<typeof addressShape>): Address | undefined {
  const { address, street2, city, state, zip, country } = found ?? {};
  const parts = [address, street2, city, state, zip, country];
  if (parts.every((part) => present(part) === undefined)) return undefined;
  const line2 = present(street2);
  const region = present(state);
  return {
    line1: address ?? '',
    city: city ?? '',
    postalCode: zip ?? '',
    country: country ?? '',
    ...(line2 === undefined ? {} : { line2 }),
    ...(region === undefined ? {} : { region }),
  };
}
