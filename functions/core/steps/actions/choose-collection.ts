// How the money of an invoice is collected: as the document says, and by the saved card only where the customer has one.
import * as z from 'zod/mini';
import { ok } from '../../domain/result.ts';
import { cardsOf } from '../charges/customer-cards.ts';
import { defineAction } from './define-action.ts';
import { amountMinor } from './shapes.ts';

export const chooseCollection = defineAction({
  name: 'choose-collection',
  sentence:
    'choose how the invoice is collected: {by}, a saved card up to {cardUpToMinor} minor units',
  about: [],
  input: z.object({
    /** `link`, `card` or `wait`. */
    by: z.enum(['link', 'card', 'wait']),
    customerId: z.string(),
    balanceMinor: amountMinor,
    /** More than that is asked for by a link. */
    cardUpToMinor: amountMinor,
  }),
  output: z.object({
    /** `link`, `card` or `wait`. */
    way: z.string(),
  }),
  scopes: [],
  calls: {},
  causes: [],
  async run({ company, store }, { by, customerId, balanceMinor, cardUpToMinor }) {
    if (by !== 'card') return ok({ output: { way: by } });
    const cards = await cardsOf(store, company.installation, customerId);
    const way = cards.length > 0 && balanceMinor <= cardUpToMinor ? 'card' : 'link';
    return ok({ output: { way } });
  },
});
