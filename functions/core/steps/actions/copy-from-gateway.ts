// Writes into a customer's record in Zoho what the gateway owns of them.
import * as z from 'zod/mini';
import { normalizeEmail } from '../../domain/customer.ts';
import { differing, only, ownedBy } from '../../domain/customer-profile.ts';
import { ok, type Result } from '../../domain/result.ts';
import { type CustomerCards, cardProducts } from '../../ports/customers.ts';
import { fieldOwners } from '../customer/field-owners.ts';
import { payerOf } from '../customer/payer-of.ts';
import { defineAction } from './define-action.ts';
import { customerShape } from './shapes.ts';

export const copyFromGateway = defineAction({
  name: 'copy-from-gateway',
  sentence: 'write into the customer’s record in {product} what the gateway owns',
  about: [],
  input: z.object({
    product: z.enum(cardProducts),
    /** Where it is not known, or is gone, the only record with the same mail address is taken. */
    id: z.optional(z.string()),
    customer: customerShape,
  }),
  output: z.object({ changed: z.number(), fields: z.string() }),
  scopes: ['ZohoCRM.modules.ALL', 'ZohoBooks.contacts.READ', 'ZohoBooks.contacts.UPDATE'],
  calls: { crm: 4, books: 4 },
  inverse: 'write again what stood there before',
  causes: ['contact.updated'],
  async run(scope, { product, id, customer }) {
    const nothing = { changed: 0, fields: '' };
    const owners = await fieldOwners(scope, customer);
    if (!owners.ok) return owners;
    const wanted = ownedBy(payerOf(customer), owners.value, 'gateway');
    if (Object.keys(wanted).length === 0) return ok({ output: nothing });
    const cards = scope.company.cards[product];
    const found = await findCard(cards, id, normalizeEmail(customer.email));
    if (!found.ok) return found;
    if (found.value === undefined) return ok({ output: nothing });
    const before = payerOf(found.value.customer);
    const fields = differing(before, wanted);
    const written = await cards.change(found.value.id, only(wanted, fields));
    if (!written.ok) return written;
    if (written.value.length === 0) return ok({ output: nothing });
    return ok({
      output: { changed: 1, fields: written.value.join(', ') },
      inverse: { rewrite: product, id: found.value.id, before: only(before, fields) },
    });
  },
});

interface Found {
  readonly id: string;
  readonly customer: z.infer<typeof customerShape>;
}

async function findCard(
  cards: CustomerCards,
  id: string | undefined,
  email: string,
): Promise<Result<Found | undefined>> {
  if (id !== undefined) {
    const card = await cards.read(id);
    if (card.ok) return ok({ id, customer: card.value });
    if (card.problem.code !== 'not-found') return card;
  }
  if (email === '') return ok(undefined);
  const found = await cards.find(email);
  if (!found.ok) return found;
  const [only, ...others] = found.value;
  if (only === undefined || others.length > 0) return ok(undefined);
  const card = await cards.read(only);
  return card.ok ? ok({ id: only, customer: card.value }) : card;
}
