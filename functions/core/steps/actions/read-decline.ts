// Reads a decline of money that we asked for: of which invoice, why, when the card is tried again, and what people can do.
import * as z from 'zod/mini';
import { dateIn } from '../../domain/calendar.ts';
import { adviseAfterDecline } from '../../domain/decline.ts';
import { money } from '../../domain/money.ts';
import { problem } from '../../domain/problem.ts';
import { ok, refused } from '../../domain/result.ts';
import { cardWords } from '../../texts/card-words.ts';
import { staffWords } from '../../texts/staff-words.ts';
import { type Charge, findCharge, sharesOf } from '../../work/charges.ts';
import { declinesOf } from '../charges/decline-charge.ts';
import { cardOf } from '../charges/keep-card.ts';
import { defineAction } from './define-action.ts';
import { amountMinor, amountText } from './shapes.ts';

const optionalText = z.optional(z.string());

export const readDecline = defineAction({
  name: 'read-decline',
  sentence: 'see why the card was declined',
  about: ['charge'],
  input: z.object({ chargeId: z.string(), number: z.number() }),
  output: z.object({
    /** `paid`, `retrying`, `declined`, ... as the panel shows it, now. */
    state: z.string(),
    /** The first, where it is for several; empty when it was asked for without an invoice. */
    invoiceId: z.string(),
    customerId: z.string(),
    amount: z.string(),
    amountMinor,
    currency: z.string(),
    card: z.string(),
    reason: z.string(),
    /** What people can do, as a sentence. */
    advice: z.string(),
    /** The day of the next try in the organization's time zone, while one is planned. */
    nextTryOn: optionalText,
    /** The gateway's transaction; a dash when it told none. */
    gatewayId: z.string(),
  }),
  scopes: [],
  calls: {},
  causes: [],
  async run({ store, company }, { chargeId, number }) {
    const charge = await findCharge(store, `${company.installation}|${chargeId}`);
    const decline = charge && declinesOf(charge)[number - 1];
    if (charge === undefined || decline === undefined) {
      return refused(problem('not-found', 'none', { what: `The charge ${chargeId}` }));
    }
    const { amount_minor: minor, currency } = charge;
    const next = nextTryAt(charge);
    const words = await staffWords(company.language);
    const { noReason, advice } = words.notices;
    return ok({
      output: {
        state: charge.state,
        invoiceId: sharesOf(charge)[0]?.id ?? '',
        customerId: charge.books_customer_id ?? '',
        amount: amountText(money(minor, currency)),
        amountMinor: minor,
        currency,
        card: cardWords(cardOf(charge), words.notices),
        reason: decline.reason === undefined ? noReason : words.reason(decline.reason),
        advice: advice[adviseAfterDecline(decline.reason)],
        ...(next === undefined ? {} : { nextTryOn: dateIn(company.timeZone, next) }),
        gatewayId: charge.gateway_id || '–',
      },
    });
  },
});

function nextTryAt({ state, next_at }: Charge): number | undefined {
  return state === 'retrying' ? next_at : undefined;
}
