// Reads a changed customer from whichever product has them.
import * as z from 'zod/mini';
import { normalizeEmail } from '../../domain/customer.ts';
import { problem } from '../../domain/problem.ts';
import { ok, refused } from '../../domain/result.ts';
import { cardProducts } from '../../ports/customers.ts';
import { defineAction } from './define-action.ts';
import { customerShape } from './shapes.ts';

export const readCustomer = defineAction({
  name: 'read-customer',
  sentence: 'read the customer in CRM or Books',
  about: [],
  input: z.object({
    id: z.string(),
    /** Where the id is from; both are asked when it is not said. */
    product: z.optional(z.enum(cardProducts)),
  }),
  output: z.object({
    product: z.enum(cardProducts),
    customer: customerShape,
    /** Unknown when the record has none: then nobody can be matched. */
    email: z.optional(z.string()),
  }),
  scopes: ['ZohoCRM.modules.ALL', 'ZohoBooks.contacts.READ'],
  calls: { crm: 1, books: 1 },
  causes: [],
  async run({ company }, { id, product: given }) {
    for (const product of given === undefined ? cardProducts : [given]) {
      const card = await company.cards[product].read(id);
      if (!card.ok && card.problem.code === 'not-found') continue;
      if (!card.ok) return card;
      const email = normalizeEmail(card.value.email);
      return ok({
        output: { product, customer: card.value, ...(email === '' ? {} : { email }) },
      });
    }
    return refused(problem('not-found', 'none', { what: 'The customer' }));
  },
});
