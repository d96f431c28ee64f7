// Payments and cards of customers who were merged into this one follow them.
import * as z from 'zod/mini';
import { ok } from '../../domain/result.ts';
import { cardProducts } from '../../ports/customers.ts';
import { followMerge } from '../customer/follow-merge.ts';
import { defineAction } from './define-action.ts';

export const followMergedCustomers = defineAction({
  name: 'follow-merged-customers',
  sentence: 'follow customers who were merged in {product}',
  about: [],
  input: z.object({
    product: z.enum(cardProducts),
    id: z.string(),
    /** Without it they are found by Zoho's link alone. */
    email: z.optional(z.string()),
  }),
  output: z.object({
    /** Records that are gone. */
    merged: z.number(),
    /** Records of the same person that are still there. */
    duplicates: z.number(),
    duplicateIds: z.string(),
  }),
  scopes: ['ZohoCRM.modules.ALL', 'ZohoBooks.contacts.READ'],
  calls: { crm: 5, books: 5 },
  inverse: 'give the merged customers’ payments and cards back',
  causes: [],
  async run(scope, { product, id, email = '' }) {
    const followed = await followMerge(scope, scope.company, product, id, email);
    if (!followed.ok) return followed;
    const { merged, duplicates } = followed.value;
    return ok({
      output: {
        merged: merged.length,
        duplicates: duplicates.length,
        duplicateIds: duplicates.join(', '),
      },
      ...(merged.length === 0 ? {} : { inverse: { unlink: product, from: id, to: merged } }),
    });
  },
});
