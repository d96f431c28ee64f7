// Customers and vendors with their contact persons.
import { z } from 'zod';
import { readAddress } from './addresses.ts';
import { address, customFieldValues, flag, parse, text } from './body.ts';
import { type BooksOrg, found } from './books-org.ts';
import { baseCurrency, currencyByCode, currencyOf } from './currencies.ts';
import { readCustomFields } from './custom-fields.ts';
import type { Contact, ContactPerson } from './documents.ts';
import { invalidValue, notFound, refusals, refused } from './envelope.ts';

const person = z.object({
  contact_person_id: text.optional(),
  salutation: text.optional(),
  first_name: text.optional(),
  last_name: text.optional(),
  email: text.optional(),
  phone: text.optional(),
  mobile: text.optional(),
  is_primary_contact: flag.optional(),
});
type PersonBody = z.infer<typeof person>;

const contactBody = z.object({
  contact_name: text.optional(),
  company_name: text.optional(),
  contact_type: z.enum(['customer', 'vendor']).optional(),
  customer_sub_type: z.enum(['business', 'individual']).optional(),
  website: text.optional(),
  notes: text.optional(),
  currency_id: text.optional(),
  currency_code: text.optional(),
  payment_terms: z.number().int().optional(),
  payment_terms_label: text.optional(),
  billing_address: address.optional(),
  shipping_address: address.optional(),
  contact_persons: z.array(person).optional(),
  // Old clients write the primary person's details on the contact itself.
  first_name: text.optional(),
  last_name: text.optional(),
  email: text.optional(),
  phone: text.optional(),
  mobile: text.optional(),
  custom_fields: customFieldValues.optional(),
});
type ContactBody = z.infer<typeof contactBody>;

/** The CRM records a contact came from; set by an import only, never by a request body. */
export interface CrmLink {
  readonly zcrmAccountId: string;
  readonly zcrmContactId: string;
}

const notLinked: CrmLink = { zcrmAccountId: '', zcrmContactId: '' };

export function contactOf(org: BooksOrg, id: string): Contact {
  return found(org.contacts, id, 'Contact');
}

/** The customer a document names; a wrong or missing id is refused as a value. */
export function customerOf(org: BooksOrg, id: string | undefined): Contact {
  const contact = org.contacts.get(id ?? '');
  if (contact === undefined || contact.type !== 'customer') throw invalidValue('customer_id');
  return contact;
}

export function createContact(
  org: BooksOrg,
  body: unknown,
  by: string,
  link: CrmLink = notLinked,
): Contact {
  const given = parse(contactBody, body);
  const name = given.contact_name ?? '';
  if (name === '') throw invalidValue('contact_name');
  const type = given.contact_type ?? 'customer';
  refuseTakenName(org, name, type);
  const paymentTerms = given.payment_terms ?? 0;
  return org.save(org.contacts, {
    ...org.kept(by),
    customFields: readCustomFields('contacts', given.custom_fields, org.contacts),
    type,
    subType: given.customer_sub_type ?? 'business',
    name,
    companyName: given.company_name ?? '',
    website: given.website ?? '',
    notes: given.notes ?? '',
    currencyId: currencyFor(org, given),
    paymentTerms,
    paymentTermsLabel: given.payment_terms_label ?? termsLabel(paymentTerms),
    status: 'active',
    source: link.zcrmAccountId + link.zcrmContactId === '' ? 'api' : 'zohocrm',
    billing: readAddress(given.billing_address),
    shipping: readAddress(given.shipping_address),
    billingId: org.id(),
    shippingId: org.id(),
    persons: readPersons(org, given, []),
    ...link,
  });
}

export function updateContact(org: BooksOrg, id: string, body: unknown): Contact {
  const before = contactOf(org, id);
  const given = parse(contactBody, body);
  const name = given.contact_name ?? before.name;
  if (name === '') throw invalidValue('contact_name');
  if (name !== before.name) refuseTakenName(org, name, before.type);
  const paymentTerms = given.payment_terms ?? before.paymentTerms;
  return org.save(org.contacts, {
    ...before,
    customFields: readCustomFields('contacts', given.custom_fields, org.contacts, before),
    subType: given.customer_sub_type ?? before.subType,
    name,
    companyName: given.company_name ?? before.companyName,
    website: given.website ?? before.website,
    notes: given.notes ?? before.notes,
    currencyId: newCurrency(org, before, given),
    paymentTerms,
    paymentTermsLabel: given.payment_terms_label ?? termsLabel(paymentTerms),
    billing: readAddress(given.billing_address, before.billing),
    shipping: readAddress(given.shipping_address, before.shipping),
    persons: readPersons(org, given, before.persons),
  });
}

export function deleteContact(org: BooksOrg, id: string): void {
  const contact = contactOf(org, id);
  if (hasTransaction(org, contact)) {
    throw refused('Contacts that have transactions cannot be deleted.');
  }
  org.contacts.delete(id);
}

export function setContactStatus(org: BooksOrg, id: string, status: Contact['status']): void {
  org.save(org.contacts, { ...contactOf(org, id), status });
}

/** `Net 30`, `Due on Receipt`. */
export function termsLabel(days: number): string {
  return days === 0 ? 'Due on Receipt' : `Net ${days}`;
}

export function hasTransaction(org: BooksOrg, contact: Contact): boolean {
  return [org.invoices, org.salesOrders, org.creditNotes, org.payments].some((collection) =>
    collection.list().some((one: { readonly customerId: string }) => one.customerId === contact.id),
  );
}

function refuseTakenName(org: BooksOrg, name: string, type: Contact['type']): void {
  const wanted = name.toLowerCase();
  const taken = org.contacts
    .list()
    .some((one) => one.type === type && one.name.toLowerCase() === wanted);
  if (taken) throw refusals.duplicateContact(name);
}

function currencyFor(org: BooksOrg, given: ContactBody): string {
  if (given.currency_id !== undefined) return currencyOf(org, given.currency_id).id;
  if (given.currency_code !== undefined) return currencyByCode(org, given.currency_code).id;
  return baseCurrency(org).id;
}

/** A customer's currency stands once there are transactions in it. */
function newCurrency(org: BooksOrg, before: Contact, given: ContactBody): string {
  if (given.currency_id === undefined && given.currency_code === undefined)
    return before.currencyId;
  const wanted = currencyFor(org, given);
  if (wanted !== before.currencyId && hasTransaction(org, before)) {
    throw refused('The currency of a contact with transactions cannot be changed.');
  }
  return wanted;
}

function readPersons(
  org: BooksOrg,
  given: ContactBody,
  before: readonly ContactPerson[],
): ContactPerson[] {
  if (given.contact_persons !== undefined) {
    const persons = given.contact_persons.map((one) => readPerson(org, one, before));
    const primary = Math.max(
      0,
      persons.findIndex((one) => one.isPrimary),
    );
    return persons.map((one, index) => ({ ...one, isPrimary: index === primary }));
  }
  const details = [given.first_name, given.last_name, given.email, given.phone, given.mobile];
  if (details.every((detail) => detail === undefined)) return [...before];
  const primary = before.find((one) => one.isPrimary);
  const merged = readPerson(org, { ...given, contact_person_id: primary?.id }, before);
  return [{ ...merged, isPrimary: true }, ...before.filter((one) => one !== primary)];
}

function readPerson(
  org: BooksOrg,
  given: PersonBody,
  before: readonly ContactPerson[],
): ContactPerson {
  const known = before.find((one) => one.id === given.contact_person_id);
  return {
    id: known?.id ?? org.id(),
    salutation: given.salutation ?? known?.salutation ?? '',
    firstName: given.first_name ?? known?.firstName ?? '',
    lastName: given.last_name ?? known?.lastName ?? '',
    email: given.email ?? known?.email ?? '',
    phone: given.phone ?? known?.phone ?? '',
    mobile: given.mobile ?? known?.mobile ?? '',
    zcrmContactId: known?.zcrmContactId ?? '',
    isPrimary: given.is_primary_contact ?? known?.isPrimary ?? false,
  };
}

const newPerson = person.extend({ contact_id: text });

export function addPerson(org: BooksOrg, body: unknown): [Contact, ContactPerson] {
  const given = parse(newPerson, body);
  const contact = contactOf(org, given.contact_id);
  const added = { ...readPerson(org, given, []), isPrimary: contact.persons.length === 0 };
  return [org.save(org.contacts, { ...contact, persons: [...contact.persons, added] }), added];
}

export function makePrimary(org: BooksOrg, personId: string): void {
  const contact = org.contacts
    .list()
    .find((one) => one.persons.some((candidate) => candidate.id === personId));
  if (contact === undefined) throw notFound('Contact person');
  const persons = contact.persons.map((one) => ({ ...one, isPrimary: one.id === personId }));
  org.save(org.contacts, { ...contact, persons });
}
