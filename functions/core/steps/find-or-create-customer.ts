// One CRM account and contact and one Books customer per person: found where known, created where not.
import { displayName, normalizeEmail } from '../domain/customer.ts';
import type { Order } from '../domain/order.ts';
import { ok } from '../domain/result.ts';
import { hashed, keepLink, readLink } from '../work/links.ts';
import { objectInput, type ScopedAction } from './action-input.ts';

/** What a customer is on the other sides. */
interface KnownCustomer {
  readonly booksCustomerId: string;
  readonly crmContactId: string;
  readonly crmAccountId: string;
}

/** Books customers have one currency, so a customer who buys in two is two there and one in the CRM. */
export const findOrCreateCustomer: ScopedAction = async (scope, input, effect) => {
  const order = objectInput<Order>(input, 'order');
  const { company, store } = scope;
  const name = `${normalizeEmail(order.customer.email)}|${order.currency}`;
  let known = await readLink<KnownCustomer>(store, company.installation, 'customer', name);
  const created = known === undefined;
  if (known === undefined) {
    const account = await company.customers.saveAccount(displayName(order.customer));
    if (!account.ok) return account;
    const contact = await company.customers.saveContact(order.customer, account.value.id);
    if (!contact.ok) return contact;
    const found = await company.ledger.findCustomer(order.customer.email, order.currency);
    if (!found.ok) return found;
    const customer =
      found.value === undefined
        ? await company.ledger.saveCustomer(
            {
              uniqueKey: hashed(`${company.installation}|${name}`).slice(0, 40),
              retried: effect.retried,
            },
            order.customer,
            order.currency,
          )
        : ok(found.value);
    if (!customer.ok) return customer;
    known = {
      booksCustomerId: customer.value.id,
      crmContactId: contact.value.id,
      crmAccountId: account.value.id,
    };
    await keepLink(scope, company.installation, 'customer', name, known);
  }
  const links = known;
  return ok({
    output: { ...links },
    note: {
      order_id: order.id,
      order_number: order.number,
      books_customer_id: links.booksCustomerId,
      crm_contact_id: links.crmContactId,
      crm_account_id: links.crmAccountId,
    },
    ...(created ? { inverse: { deactivate: 'books-customer', id: links.booksCustomerId } } : {}),
  });
};
