// One CRM account and contact and one Books customer per person: found where known, created where not.
import * as z from 'zod/mini';
import { displayName, normalizeEmail } from '../../domain/customer.ts';
import type { Order } from '../../domain/order.ts';
import { ok } from '../../domain/result.ts';
import { dropLink, hashed, keepLink, readLink } from '../../work/links.ts';
import { type ActionScope, defineAction } from './define-action.ts';
import { orderShape } from './shapes.ts';

/** What a customer is on the other sides. */
const knownCustomer = z.object({
  booksCustomerId: z.string(),
  crmContactId: z.string(),
  crmAccountId: z.string(),
});
type KnownCustomer = z.infer<typeof knownCustomer>;

function linkName(order: Order): string {
  return `${normalizeEmail(order.customer.email)}|${order.currency}`;
}

export function forgetCustomer(scope: ActionScope, order: Order): Promise<void> {
  return dropLink(scope.store, scope.company.installation, 'customer', linkName(order));
}

/** Books customers have one currency, so a customer who buys in two is two there and one in the CRM. */
export const findOrCreateCustomer = defineAction({
  name: 'find-or-create-customer',
  sentence: 'find the customer in CRM and Books, or create them',
  about: ['payment', 'order'],
  input: z.object({ order: orderShape }),
  output: knownCustomer,
  scopes: ['ZohoCRM.modules.ALL', 'ZohoBooks.contacts.ALL'],
  calls: { crm: 2, books: 2 },
  inverse: 'make the Books customer inactive',
  causes: ['contact.updated'],
  async run(scope, { order }, effect) {
    const { company, store } = scope;
    const name = linkName(order);
    let known = await readLink<KnownCustomer>(store, company.installation, 'customer', name);
    const created = known === undefined;
    if (known === undefined) {
      const account = await company.customers.saveAccount(displayName(order.customer));
      if (!account.ok) return account;
      const contact = await company.customers.saveContact(order.customer, account.value.id);
      if (!contact.ok) return contact;
      const found = await company.ledger.findCustomer(order.customer.email, order.currency);
      if (!found.ok) return found;
      const uniqueKey = hashed(`${company.installation}|${name}`).slice(0, 40);
      const write = { uniqueKey, retried: effect.retried };
      const customer =
        found.value === undefined
          ? await company.ledger.saveCustomer(write, order.customer, order.currency)
          : ok(found.value);
      if (!customer.ok) return customer;
      known = {
        booksCustomerId: customer.value.id,
        crmContactId: contact.value.id,
        crmAccountId: account.value.id,
      };
      await keepLink(scope, company.installation, 'customer', name, known);
    }
    return ok({
      output: known,
      note: {
        order_id: order.id,
        order_number: order.number,
        books_customer_id: known.booksCustomerId,
        crm_contact_id: known.crmContactId,
        crm_account_id: known.crmAccountId,
      },
      ...(created ? { inverse: { deactivate: 'books-customer', id: known.booksCustomerId } } : {}),
    });
  },
});
