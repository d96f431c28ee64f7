// Accounts, contacts and deals over Zoho CRM v8.
import * as z from 'zod/mini';
import { ok, type Result } from '../../domain/result.ts';
import type { Customers } from '../../ports/customers.ts';
import { maybeText, present } from '../zoho-http/read-json.ts';
import { createZohoCaller, type ZohoCaller, type ZohoConnection } from '../zoho-http/zoho-call.ts';
import type { ZohoProblem } from '../zoho-http/zoho-problem.ts';
import { contactRow, fillEmpty, mappedContact } from './contact-fields.ts';
import { readCrmAnswer } from './crm-answer.ts';
import { addNote } from './crm-notes.ts';
import { readRecord, searchRecords } from './crm-records.ts';
import { createUpserts, type Upsert } from './crm-upserts.ts';

export interface CustomersOptions extends ZohoConnection {
  /** The data centre's API address, e.g. `https://www.zohoapis.eu`. */
  readonly apiUrl: string;
  /** Waits for others to share a call with; for tests. */
  readonly pause?: (ms: number) => Promise<unknown>;
}

const lookup = z.nullish(z.object({ id: z.string() }));
const accountRow = z.object({ id: z.string(), Account_Name: maybeText });
const contactShape = z.object({
  Email: maybeText,
  Full_Name: maybeText,
  First_Name: maybeText,
  Last_Name: maybeText,
});
const dealShape = z.object({ Contact_Name: lookup, Account_Name: lookup });

export function createCustomers(options: CustomersOptions): Customers {
  const call = createZohoCaller(options, {
    product: 'crm',
    rootUrl: `${options.apiUrl}/crm/v8`,
    readAnswer: readCrmAnswer,
  });
  const upsert = createUpserts(call, options.pause);
  return {
    saveAccount: (name) => saveAccount(call, upsert, name),
    saveContact: (customer, accountId, fields) =>
      saveContact(call, upsert, mappedContact(customer, accountId, fields)),
    readDeal: (id) => readDeal(call, id),
    readContact: (id) => readContact(call, id),
    addNote: (write, record, note) => addNote(call, write, record, note),
  };
}

/** Looked for first: an upsert would touch the account that exists, in its history at least. */
async function saveAccount(
  call: ZohoCaller,
  upsert: Upsert,
  name: string,
): Promise<Result<{ readonly id: string }>> {
  const wanted = name.trim();
  const criteria = `(Account_Name:equals:${escapeCriteria(wanted)})`;
  const query = { criteria, fields: 'Account_Name' };
  const found = await searchRecords(call, 'Accounts', query, accountRow);
  if (!found.ok) return found;
  const same = found.value.find((row) => sameText(row.Account_Name, wanted));
  if (same !== undefined) return ok({ id: same.id });
  return upsert('Accounts', 'Account_Name', { Account_Name: wanted });
}

/**
 * A contact that exists keeps what people know of it: only its empty fields are filled, the account too, and
 * when none is empty nothing is written.
 */
async function saveContact(
  call: ZohoCaller,
  upsert: Upsert,
  record: ReturnType<typeof mappedContact>,
): Promise<Result<{ readonly id: string }>> {
  const { Email: email } = record;
  const fields = [...Object.keys(record), 'Modified_Time'].join(',');
  const found = await searchRecords(call, 'Contacts', { email, fields }, contactRow);
  if (!found.ok) return found;
  const known = found.value.find((row) => sameText(row.Email, email));
  if (known === undefined) return upsert('Contacts', 'Email', record);
  const contact = ok({ id: known.id });
  const filled = await fillEmpty(call, known, record);
  if (filled.ok) return contact;
  if (!hasChanged(filled.problem)) return filled;
  // Somebody was at it since the search saw it: what he has written counts, as it is now.
  const now = await readRecord(call, 'Contacts', known.id, contactRow, fields);
  if (now.ok) {
    const refilled = await fillEmpty(call, now.value, record);
    return refilled.ok ? contact : refilled;
  }
  return now.problem.code === 'not-found' ? upsert('Contacts', 'Email', record) : now;
}

/** The record was edited, or deleted. */
function hasChanged({ code, zohoCode }: ZohoProblem): boolean {
  return code === 'not-found' || zohoCode === 'RECORD_MODIFIED';
}

async function readDeal(call: ZohoCaller, id: string) {
  const read = await readRecord(call, 'Deals', id, dealShape, 'Contact_Name,Account_Name');
  if (!read.ok) return read;
  const { Contact_Name: contact, Account_Name: account } = read.value;
  return ok({
    ...(contact ? { contactId: contact.id } : {}),
    ...(account ? { accountId: account.id } : {}),
  });
}

async function readContact(call: ZohoCaller, id: string) {
  const read = await readRecord(
    call,
    'Contacts',
    id,
    contactShape,
    'Email,Full_Name,First_Name,Last_Name',
  );
  if (!read.ok) return read;
  const { Email, Full_Name, First_Name, Last_Name } = read.value;
  const email = present(Email);
  const name = present(Full_Name) ?? `${First_Name ?? ''} ${Last_Name ?? ''}`.trim();
  return ok(email === undefined ? { name } : { name, email });
}

function sameText(found: string | null | undefined, wanted: string): boolean {
  return found?.trim().toLowerCase() === wanted.toLowerCase();
}

/** Brackets, commas and backslashes have a meaning in criteria. */
function escapeCriteria(text: string): string {
  return text.replace(/[\\(),]/g, '\\$&');
}
