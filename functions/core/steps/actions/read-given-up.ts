// Reads a charge of ours that was to be tried again and was given up: of which invoice, and why.
import * as z from 'zod/mini';
import { money } from '../../domain/money.ts';
import { problem } from '../../domain/problem.ts';
import { ok, refused } from '../../domain/result.ts';
import { cardWords } from '../../texts/card-words.ts';
import { staffWords } from '../../texts/staff-words.ts';
import { findCharge, problemOfCharge, sharesOf } from '../../work/charges.ts';
import { cardOf } from '../charges/keep-card.ts';
import { defineAction } from './define-action.ts';
import { amountText } from './shapes.ts';

export const readGivenUp = defineAction({
  name: 'read-given-up',
  sentence: 'see why the card is not tried again',
  about: ['charge'],
  input: z.object({ chargeId: z.string() }),
  output: z.object({
    /** `paid` when it has turned up at the gateway all the same. */
    state: z.string(),
    /** The first, where it is for several; empty when it was asked for without an invoice. */
    invoiceId: z.string(),
    customerId: z.string(),
    amount: z.string(),
    card: z.string(),
    /** A sentence each: why, and what people can do. */
    why: z.string(),
    advice: z.string(),
    /** The gateway's transaction of the last try; a dash when it told none. */
    gatewayId: z.string(),
  }),
  scopes: [],
  calls: {},
  causes: [],
  async run({ store, company }, { chargeId }) {
    const charge = await findCharge(store, `${company.installation}|${chargeId}`);
    const found = charge && problemOfCharge(charge);
    if (charge === undefined || found === undefined) {
      return refused(problem('not-found', 'none', { what: `The charge ${chargeId}` }));
    }
    const words = await staffWords(company.language);
    const { sentence, next } = words.problem(found);
    return ok({
      output: {
        state: charge.state,
        invoiceId: sharesOf(charge)[0]?.id ?? '',
        customerId: charge.books_customer_id ?? '',
        amount: amountText(money(charge.amount_minor, charge.currency)),
        card: cardWords(cardOf(charge), words.notices),
        why: sentence,
        advice: next,
        gatewayId: charge.gateway_id || '–',
      },
    });
  },
});
