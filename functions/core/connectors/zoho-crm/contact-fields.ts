// The fields of a CRM contact that we write, and the rule that only empty ones are filled.
import * as z from 'zod/mini';
import { type Address, type Customer, displayName, normalizeEmail } from '../../domain/customer.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { MappedFields } from '../../ports/mapped-fields.ts';
import { countryName } from '../zoho-http/country-name.ts';
import { maybeText, present } from '../zoho-http/read-json.ts';
import type { ZohoCaller } from '../zoho-http/zoho-call.ts';
import type { ZohoProblem } from '../zoho-http/zoho-problem.ts';
import { updateRecord } from './crm-records.ts';

export const contactRow = z.looseObject({
  id: z.string(),
  Email: maybeText,
  Modified_Time: maybeText,
});
export type ContactRow = z.infer<typeof contactRow>;

const addressFields = [
  'Mailing_Street',
  'Mailing_City',
  'Mailing_State',
  'Mailing_Zip',
  'Mailing_Country',
] as const;
const contactFields = [
  'Email',
  'First_Name',
  'Last_Name',
  'Phone',
  'Account_Name',
  ...addressFields,
] as const;
type ContactField = (typeof contactFields)[number];

/** Value of `fields` in reads of contacts. */
export const contactFieldsRead = [...contactFields, 'Modified_Time'].join(',');

/** The CRM demands a last name. Fields that we know nothing for are left out, so that nothing is blanked. */
export function contactRecord(customer: Customer, accountId?: string): Record<string, unknown> {
  const fields: Record<ContactField, unknown> = {
    Email: normalizeEmail(customer.email),
    First_Name: present(customer.firstName),
    Last_Name: present(customer.lastName) ?? displayName(customer),
    Phone: present(customer.phone),
    Account_Name: accountId === undefined ? undefined : { id: accountId },
    ...addressRecord(customer.billing),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** A new contact as the mapping makes it; the account and what the CRM demands or we search by are seen to. */
export function mappedContact(
  customer: Customer,
  accountId: string,
  fields: MappedFields,
): Record<string, unknown> & { readonly Email: string } {
  const { Email } = fields;
  return {
    Last_Name: present(customer.lastName) ?? displayName(customer),
    ...fields,
    Email: typeof Email === 'string' ? normalizeEmail(Email) : normalizeEmail(customer.email),
    Account_Name: { id: accountId },
  };
}

export function addressRecord(address: Address | undefined) {
  const street = [address?.line1, address?.line2].filter((line) => present(line) !== undefined);
  return {
    Mailing_Street: present(street.join(', ')),
    Mailing_City: present(address?.city),
    Mailing_State: present(address?.region),
    Mailing_Zip: present(address?.postalCode),
    Mailing_Country: address === undefined ? undefined : present(countryName(address.country)),
  };
}

/** The record without its address where the contact has some of one: two halves make a wrong address. */
export function wholeAddressOnly(
  known: ContactRow,
  record: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  if (addressFields.every((field) => isEmpty(known, field))) return record;
  const isAddress = (field: string) => addressFields.some((one) => one === field);
  return Object.fromEntries(Object.entries(record).filter(([field]) => !isAddress(field)));
}

/**
 * Writes the record's fields that the contact has nothing in; no call when there is none.
 * @returns the names of those fields.
 */
export async function fillEmpty(
  call: ZohoCaller,
  known: ContactRow,
  record: Readonly<Record<string, unknown>>,
): Promise<Result<readonly string[], ZohoProblem>> {
  const missing = Object.entries(record).filter(([field]) => isEmpty(known, field));
  const filled = missing.map(([field]) => field);
  if (missing.length === 0) return ok(filled);
  const changes = Object.fromEntries(missing);
  const seen = present(known.Modified_Time);
  const updated = await updateRecord(call, 'Contacts', known.id, changes, seen);
  return updated.ok ? ok(filled) : updated;
}

/** A field that was not shown to us is not known to be empty. */
function isEmpty(record: Readonly<Record<string, unknown>>, field: string): boolean {
  return record[field] === null || record[field] === '';
}
