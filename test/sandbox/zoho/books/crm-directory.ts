// What Books asks of CRM when a CRM record is imported as a customer.
import type { BooksOrg } from './books-org.ts';
import { createContact } from './contacts.ts';
import type { Contact } from './documents.ts';
import { notFound } from './envelope.ts';

export interface CrmPerson {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  /** The account it belongs to; empty when none. */
  readonly accountId: string;
}

export interface CrmDirectory {
  contact(id: string): CrmPerson | undefined;
  account(id: string): { readonly id: string; readonly name: string } | undefined;
  contactsOf(accountId: string): readonly CrmPerson[];
}

/** The customer of a CRM contact: the one imported before, or a new one. */
export function importCrmContact(
  org: BooksOrg,
  crm: CrmDirectory,
  id: string,
  by: string,
): Contact {
  const person = crm.contact(id);
  if (person === undefined) throw notFound('Contact');
  if (person.accountId !== '') return importCrmAccount(org, crm, person.accountId, by);
  const known = org.contacts.list().find((one) => one.zcrmContactId === id);
  if (known !== undefined) return known;
  const body = {
    contact_name: `${person.firstName} ${person.lastName}`.trim(),
    customer_sub_type: 'individual',
    contact_persons: [personBody(person, true)],
  };
  return linked(org, createContact(org, body, by, { zcrmAccountId: '', zcrmContactId: id }), [
    person,
  ]);
}

/** The customer of a CRM account, with its contacts as contact persons. */
export function importCrmAccount(
  org: BooksOrg,
  crm: CrmDirectory,
  id: string,
  by: string,
): Contact {
  const account = crm.account(id);
  if (account === undefined) throw notFound('Account');
  const known = org.contacts.list().find((one) => one.zcrmAccountId === id);
  if (known !== undefined) return known;
  const people = crm.contactsOf(id);
  const body = {
    contact_name: account.name,
    company_name: account.name,
    contact_persons: people.map((one, index) => personBody(one, index === 0)),
  };
  const link = { zcrmAccountId: id, zcrmContactId: people[0]?.id ?? '' };
  return linked(org, createContact(org, body, by, link), people);
}

function personBody(person: CrmPerson, isPrimary: boolean) {
  return {
    first_name: person.firstName,
    last_name: person.lastName,
    email: person.email,
    phone: person.phone,
    is_primary_contact: isPrimary,
  };
}

/** Contact persons remember which CRM contact they are. */
function linked(org: BooksOrg, contact: Contact, people: readonly CrmPerson[]): Contact {
  const persons = contact.persons.map((person, index) => ({
    ...person,
    zcrmContactId: people[index]?.id ?? '',
  }));
  return org.save(org.contacts, { ...contact, persons });
}
