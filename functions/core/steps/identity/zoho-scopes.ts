// Every scope that we ask Zoho for, in one place: for a person who signs in, and for a company that is connected.
import type { PeopleProduct } from '../../ports/people.ts';

/** Who the person is and which organizations they are in; kept for the moment of the sign-in only. */
export const signInScopes: readonly string[] = [
  'AaaServer.profile.READ',
  'ZohoBooks.settings.READ',
  'ZohoCRM.users.READ',
  'ZohoCRM.org.READ',
  'Desk.basic.READ',
];

/** What a company's connection may do, by product; Books and Inventory go together. */
const workScopes: Readonly<Record<PeopleProduct, readonly string[]>> = {
  books: [
    'ZohoBooks.contacts.CREATE',
    'ZohoBooks.contacts.READ',
    'ZohoBooks.contacts.UPDATE',
    'ZohoBooks.invoices.CREATE',
    'ZohoBooks.invoices.READ',
    'ZohoBooks.invoices.UPDATE',
    'ZohoBooks.customerpayments.CREATE',
    'ZohoBooks.customerpayments.READ',
    'ZohoBooks.customerpayments.UPDATE',
    'ZohoBooks.customerpayments.DELETE',
    'ZohoBooks.creditnotes.CREATE',
    'ZohoBooks.creditnotes.READ',
    'ZohoBooks.creditnotes.UPDATE',
    'ZohoBooks.creditnotes.DELETE',
    'ZohoBooks.settings.READ',
    'ZohoBooks.accountants.CREATE',
    'ZohoBooks.accountants.READ',
    'ZohoBooks.banking.CREATE',
    'ZohoBooks.banking.READ',
    'ZohoInventory.salesorders.CREATE',
    'ZohoInventory.salesorders.READ',
    'ZohoInventory.salesorders.UPDATE',
    'ZohoInventory.items.READ',
    'ZohoInventory.settings.READ',
  ],
  crm: [
    'ZohoCRM.modules.ALL',
    'ZohoCRM.settings.fields.READ',
    'ZohoCRM.notifications.ALL',
    'ZohoCRM.org.READ',
    'ZohoCRM.users.READ',
  ],
  desk: [
    'Desk.tickets.CREATE',
    'Desk.tickets.READ',
    'Desk.tickets.UPDATE',
    'Desk.contacts.READ',
    'Desk.search.READ',
    'Desk.basic.READ',
  ],
};

/** Of a connection to these products; the profile tells whose consent it is. */
export function connectionScopes(products: readonly PeopleProduct[]): readonly string[] {
  return ['AaaServer.profile.READ', ...products.flatMap((product) => workScopes[product])];
}
