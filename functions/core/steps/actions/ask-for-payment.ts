// Asks the customer of an invoice for what is open of it, by a link to the card page in a mail.
import * as z from 'zod/mini';
import { money } from '../../domain/money.ts';
import { ok } from '../../domain/result.ts';
import { askByFlow } from '../charges/ask-by-flow.ts';
import { defineAction } from './define-action.ts';
import { amountText } from './shapes.ts';

export const askForPayment = defineAction({
  name: 'ask-for-payment',
  sentence: 'mail the customer a link to pay what is open of the invoice by card',
  about: [],
  input: z.object({ invoiceId: z.string(), reason: z.string() }),
  output: z.object({
    /** `asked` until the customer has paid. */
    state: z.string(),
    amount: z.string(),
  }),
  scopes: ['ZohoBooks.invoices.READ', 'ZohoBooks.contacts.READ'],
  calls: { books: 3 },
  inverse: 'cancel the link in the panel of the invoice',
  causes: [],
  async run(scope, { invoiceId, reason }, { effectKey }) {
    const asked = await askByFlow(scope, scope.company, { invoiceId, reason, effectKey });
    if (!asked.ok) return asked;
    const { state, amount_minor, currency, charge_key } = asked.value;
    const output = { state, amount: amountText(money(amount_minor, currency)) };
    return ok({ output, inverse: { 'cancel-link': charge_key } });
  },
});
