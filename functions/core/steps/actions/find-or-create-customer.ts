// One CRM account and contact and one Books customer per person: found where known, created where not.
import * as z from 'zod/mini';
import { canonicalCustomer } from '../../domain/canonical/customer.ts';
import { displayName, normalizeEmail } from '../../domain/customer.ts';
import type { Order } from '../../domain/order.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { EffectContext } from '../../flows/flow-tools.ts';
import type { MappedFields } from '../../ports/mapped-fields.ts';
import { dropLink, hashed, keepLink, readLink } from '../../work/links.ts';
import { type ActionScope, defineAction } from './define-action.ts';
import { mappedPayment, mappedRecord } from './mapped-record.ts';
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
  scopes: [
    'ZohoCRM.modules.ALL',
    'ZohoBooks.contacts.CREATE',
    'ZohoBooks.contacts.READ',
    'ZohoBooks.contacts.UPDATE',
  ],
  calls: { crm: 2, books: 2 },
  inverse: 'make the Books customer inactive',
  causes: ['contact.updated'],
  async run(scope, { order }, effect) {
    const { company, store } = scope;
    const name = linkName(order);
    let known = await readLink<KnownCustomer>(store, company.installation, 'customer', name);
    const created = known === undefined;
    if (known === undefined) {
      const met = await meetCustomer(scope, order, effect);
      if (!met.ok) return met;
      known = met.value;
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

/** In the CRM first, so that Books' customer may be told whom it is about. */
async function meetCustomer(
  scope: ActionScope,
  order: Order,
  { retried }: EffectContext,
): Promise<Result<KnownCustomer>> {
  const { company } = scope;
  const { customer, currency } = order;
  const contactFields = await mapped(scope, order, 'customer-to-crm-contact');
  if (!contactFields.ok) return contactFields;
  const account = await company.customers.saveAccount(displayName(customer));
  if (!account.ok) return account;
  const crmAccountId = account.value.id;
  const contact = await company.customers.saveContact(customer, crmAccountId, contactFields.value);
  if (!contact.ok) return contact;
  const crm = { crmContactId: contact.value.id, crmAccountId };
  const found = await company.ledger.findCustomer(customer.email, currency);
  if (!found.ok) return found;
  if (found.value !== undefined) return ok({ ...crm, booksCustomerId: found.value.id });
  const fields = await mapped(scope, order, 'customer-to-books-contact', crm);
  if (!fields.ok) return fields;
  const uniqueKey = hashed(`${company.installation}|${linkName(order)}`).slice(0, 40);
  const write = { uniqueKey, retried };
  const saved = await company.ledger.saveCustomer(write, customer, currency, fields.value);
  return saved.ok ? ok({ ...crm, booksCustomerId: saved.value.id }) : saved;
}

function mapped(
  scope: ActionScope,
  order: Order,
  mapping: string,
  known: Partial<KnownCustomer> = {},
): Promise<Result<MappedFields>> {
  const { payment: row } = scope.subject;
  const payment = row && mappedPayment(row);
  const { customerProfileId } = payment ?? {};
  return mappedRecord(scope, [mapping], {
    customer: {
      ...canonicalCustomer(order.customer),
      ...known,
      currency: order.currency,
      ...(customerProfileId === undefined ? {} : { customerProfileId }),
    },
    ...(payment === undefined ? {} : { payment }),
  });
}
