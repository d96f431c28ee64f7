// How Books and Inventory answer contacts: the full record, a list row, a contact person.
import { fromMinor } from '../decimal.ts';
import { fullName, zohoUsers } from '../users.ts';
import { booksTime, longDate, orgDate } from '../zoho-time.ts';
import { contactAddress } from './addresses.ts';
import { blank, type Json, locks } from './blank.ts';
import type { BooksOrg } from './books-org.ts';
import { hasTransaction } from './contacts.ts';
import { baseCurrency, currencyOf, nameFormatted } from './currencies.ts';
import { customFieldView } from './custom-fields.ts';
import type { Contact, ContactPerson } from './documents.ts';
import { receivablesOf } from './receivables.ts';
import { contactBlank } from './shapes/contact-blank.ts';

/** The id of the "Due on Receipt" terms, the same for all. */
const PAYMENT_TERMS_ID = '460000000000093081';

/** The name of a Books user id. */
export function userName(id: string): string {
  const user = zohoUsers.find((one) => one.booksUserId === id);
  return user === undefined ? '' : fullName(user);
}

export function primaryPerson(contact: Contact): ContactPerson | undefined {
  return contact.persons.find((one) => one.isPrimary) ?? contact.persons[0];
}

function amounts(org: BooksOrg, contact: Contact): Json {
  const { precision } = currencyOf(org, contact.currencyId);
  const basePrecision = baseCurrency(org).precision;
  const sums = receivablesOf(org, contact);
  return {
    outstanding_receivable_amount: fromMinor(sums.outstandingMinor, precision),
    outstanding_receivable_amount_bcy: fromMinor(sums.outstandingBaseMinor, basePrecision),
    unused_credits_receivable_amount: fromMinor(sums.creditsMinor, precision),
    unused_credits_receivable_amount_bcy: fromMinor(sums.creditsBaseMinor, basePrecision),
  };
}

function personKeys(contact: Contact): Json {
  const person = primaryPerson(contact);
  return {
    first_name: person?.firstName ?? '',
    last_name: person?.lastName ?? '',
    email: person?.email ?? '',
    phone: person?.phone ?? '',
    mobile: person?.mobile ?? '',
  };
}

function isLinked(contact: Contact): boolean {
  return contact.zcrmAccountId !== '' || contact.zcrmContactId !== '';
}

export function contactView(org: BooksOrg, contact: Contact): Json {
  const currency = currencyOf(org, contact.currencyId);
  const sums = amounts(org, contact);
  return {
    ...contactBlank(),
    contact_id: contact.id,
    contact_name: contact.name,
    company_name: contact.companyName,
    ...personKeys(contact),
    website: contact.website,
    is_bcy_only_contact: currency.isBase,
    has_transaction: hasTransaction(org, contact),
    contact_type: contact.type,
    customer_sub_type: contact.subType,
    source: contact.source,
    is_crm_customer: isLinked(contact),
    is_linked_with_zohocrm: isLinked(contact),
    primary_contact_id: primaryPerson(contact)?.id ?? '',
    zcrm_account_id: contact.zcrmAccountId,
    zcrm_contact_id: contact.zcrmContactId,
    payment_terms: contact.paymentTerms,
    payment_terms_label: contact.paymentTermsLabel,
    payment_terms_id: PAYMENT_TERMS_ID,
    currency_id: currency.id,
    currency_code: currency.code,
    currency_symbol: currency.symbol,
    price_precision: currency.precision,
    ...locks(),
    ...sums,
    status: contact.status,
    ...customFieldView('contacts', contact),
    entity_address_id: contact.shippingId,
    billing_address: contactAddress(contact.billing, contact.billingId),
    shipping_address: contactAddress(contact.shipping, contact.shippingId),
    contact_persons: contact.persons.map(personView),
    notes: contact.notes,
    created_time: booksTime(contact.createdAt, org.timeZone),
    created_date: longDate(orgDate(contact.createdAt, org.timeZone)),
    created_by_name: userName(contact.createdBy),
    created_by_id: contact.createdBy,
    last_modified_by_id: contact.createdBy,
    last_modified_time: booksTime(contact.modifiedAt, org.timeZone),
    customer_currency_summaries: [
      {
        currency_id: currency.id,
        currency_code: currency.code,
        currency_symbol: currency.symbol,
        price_precision: currency.precision,
        is_base_currency: currency.isBase,
        currency_name_formatted: nameFormatted(currency),
        outstanding_receivable_amount: sums.outstanding_receivable_amount,
        unused_credits_receivable_amount: sums.unused_credits_receivable_amount,
      },
    ],
  };
}

export function contactRow(org: BooksOrg, contact: Contact): Json {
  const currency = currencyOf(org, contact.currencyId);
  const created = booksTime(contact.createdAt, org.timeZone);
  const modified = booksTime(contact.modifiedAt, org.timeZone);
  return {
    ...blank({
      empty: 'language_code language_code_formatted twitter facebook',
      zero: `outstanding_payable_amount outstanding_payable_amount_bcy unused_credits_payable_amount
        unused_credits_payable_amount_bcy`,
      no: 'track_1099 ach_supported has_attachment',
      lists: 'contactperson_custom_fields tags',
    }),
    contact_id: contact.id,
    contact_name: contact.name,
    customer_name: contact.type === 'customer' ? contact.name : '',
    vendor_name: contact.type === 'vendor' ? contact.name : '',
    company_name: contact.companyName,
    website: contact.website,
    contact_type: contact.type,
    contact_type_formatted: contact.type === 'customer' ? 'Customer' : 'Vendor',
    status: contact.status,
    customer_sub_type: contact.subType,
    source: contact.source,
    is_linked_with_zohocrm: isLinked(contact),
    payment_terms: contact.paymentTerms,
    payment_terms_id: PAYMENT_TERMS_ID,
    payment_terms_label: contact.paymentTermsLabel,
    currency_id: currency.id,
    currency_code: currency.code,
    ...amounts(org, contact),
    ...personKeys(contact),
    portal_status: 'disabled',
    portal_status_formatted: 'Disabled',
    created_time: created,
    created_time_formatted: longDate(created.slice(0, 10)),
    last_modified_time: modified,
    last_modified_time_formatted: longDate(modified.slice(0, 10)),
    ...customFieldView('contacts', contact),
    // List rows carry the unique fields flat as well, as with every custom field shown in lists.
    ...contact.customFields,
  };
}

export function personView(person: ContactPerson): Json {
  return {
    ...blank({
      empty: 'designation department skype fax photo_url',
      no: 'is_added_in_portal can_invite is_portal_invitation_accepted',
    }),
    contact_person_id: person.id,
    salutation: person.salutation,
    first_name: person.firstName,
    last_name: person.lastName,
    email: person.email,
    phone: person.phone,
    mobile: person.mobile,
    zcrm_contact_id: person.zcrmContactId,
    is_primary_contact: person.isPrimary,
    communication_preference: { is_sms_enabled: false, is_whatsapp_enabled: false },
  };
}
