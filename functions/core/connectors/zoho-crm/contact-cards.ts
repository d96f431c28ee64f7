// CRM contacts as one side of customers that are kept in step.
import { type Address, type Customer, normalizeEmail } from '../../domain/customer.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { CustomerCards } from '../../ports/customers.ts';
import { present } from '../zoho-http/read-json.ts';
import { createZohoCaller, type ZohoCaller, type ZohoConnection } from '../zoho-http/zoho-call.ts';
import {
  addressRecord,
  type ContactRow,
  contactFieldsRead,
  contactRecord,
  contactRow,
  fillEmpty,
  wholeAddressOnly,
} from './contact-fields.ts';
import { readCrmAnswer } from './crm-answer.ts';
import { readRecord, searchRecords, updateRecord } from './crm-records.ts';

/** More contacts with one address are somebody's data to tidy up first. */
const FOUND_MAX = 5;

export function createContactCards(
  options: ZohoConnection & { readonly apiUrl: string },
): CustomerCards {
  const call = createZohoCaller(options, {
    product: 'crm',
    rootUrl: `${options.apiUrl}/crm/v8`,
    readAnswer: readCrmAnswer,
  });
  const readRow = (id: string) => readRecord(call, 'Contacts', id, contactRow, contactFieldsRead);
  return {
    async read(id) {
      const row = await readRow(id);
      return row.ok ? ok(customerOf(row.value)) : row;
    },
    find: (email) => findContacts(call, normalizeEmail(email)),
    async fill(id, customer) {
      const row = await readRow(id);
      if (!row.ok) return row;
      const record = wholeAddressOnly(row.value, contactRecord(customer));
      return fillEmpty(call, row.value, record);
    },
    async change(id, { firstName, lastName, phone, billing }) {
      const record = {
        ...(firstName === undefined ? {} : { First_Name: firstName }),
        // The CRM demands a last name.
        ...(lastName === undefined || lastName === '' ? {} : { Last_Name: lastName }),
        ...(phone === undefined ? {} : { Phone: phone }),
        ...(billing === undefined ? {} : addressRecord(billing)),
      };
      const written = Object.keys(record);
      if (written.length === 0) return ok(written);
      const saved = await updateRecord(call, 'Contacts', id, record, undefined);
      return saved.ok ? ok(written) : saved;
    },
  };
}

async function findContacts(call: ZohoCaller, email: string): Promise<Result<readonly string[]>> {
  const query = { email, fields: 'Email' };
  const found = await searchRecords(call, 'Contacts', query, contactRow);
  if (!found.ok) return found;
  const same = found.value.filter((row) => normalizeEmail(row.Email ?? '') === email);
  return ok(same.slice(0, FOUND_MAX).map((row) => row.id));
}

function customerOf(row: ContactRow): Customer {
  const text = (field: string) => {
    const value = row[field];
    return typeof value === 'string' ? present(value) : undefined;
  };
  const phone = text('Phone');
  const billing = addressOf(text);
  return {
    email: text('Email') ?? '',
    firstName: text('First_Name') ?? '',
    lastName: text('Last_Name') ?? '',
    ...(phone === undefined ? {} : { phone }),
    ...(billing === undefined ? {} : { billing }),
  };
}

/** Undefined where nothing of it is known. The country stays as it is named there. */
function addressOf(text: (field: string) => string | undefined): Address | undefined {
  const parts = ['Street', 'City', 'State', 'Zip', 'Country'].map((part) =>
    text(`Mailing_${part}`),
  );
  const [line1 = '', city = '', region, postalCode = '', country = ''] = parts;
  if (parts.every((part) => part === undefined)) return undefined;
  return { line1, city, postalCode, country, ...(region === undefined ? {} : { region }) };
}
