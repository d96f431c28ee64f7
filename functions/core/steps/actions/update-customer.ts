// Fills what another product knows of a customer and this one does not; what people have entered stays.
import * as z from 'zod/mini';
import { normalizeEmail } from '../../domain/customer.ts';
import { ok } from '../../domain/result.ts';
import { cardProducts } from '../../ports/customers.ts';
import { defineAction } from './define-action.ts';
import { customerShape } from './shapes.ts';

/** Customers are matched by their e-mail address; nobody is created. */
export const updateCustomer = defineAction({
  name: 'update-customer',
  sentence: 'fill what is empty in the customer’s record in {product}',
  about: [],
  input: z.object({ product: z.enum(cardProducts), customer: customerShape }),
  output: z.object({
    /** Records in which something was filled. */
    changed: z.number(),
    fields: z.string(),
  }),
  scopes: ['ZohoCRM.modules.ALL', 'ZohoBooks.contacts.READ', 'ZohoBooks.contacts.UPDATE'],
  calls: { crm: 3, books: 3 },
  inverse: 'empty the filled fields again',
  causes: ['contact.updated'],
  async run({ company }, { product, customer }) {
    const cards = company.cards[product];
    const email = normalizeEmail(customer.email);
    const found = email === '' ? ok([]) : await cards.find(email);
    if (!found.ok) return found;
    const changed: { readonly id: string; readonly fields: readonly string[] }[] = [];
    for (const id of found.value) {
      const filled = await cards.fill(id, customer);
      if (!filled.ok) return filled;
      if (filled.value.length > 0) changed.push({ id, fields: filled.value });
    }
    const fields = [...new Set(changed.flatMap((one) => one.fields))].join(', ');
    return ok({
      output: { changed: changed.length, fields },
      ...(changed.length === 0 ? {} : { inverse: { empty: product, records: changed } }),
    });
  },
});
