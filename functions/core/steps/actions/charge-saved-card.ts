// Charges the card that the customer agreed to have kept with what is open of an invoice.
import * as z from 'zod/mini';
import { money } from '../../domain/money.ts';
import { ok } from '../../domain/result.ts';
import { chargeByFlow } from '../charges/charge-by-flow.ts';
import { defineAction } from './define-action.ts';
import { amountText } from './shapes.ts';

export const chargeSavedCard = defineAction({
  name: 'charge-saved-card',
  sentence:
    'charge the customer’s saved card with what is open of the invoice, and try again on later days where the bank allows it',
  about: [],
  input: z.object({ invoiceId: z.string(), reason: z.string() }),
  output: z.object({
    /** `paid`, `retrying`, `declined`, ... as the panel shows it. */
    state: z.string(),
    amount: z.string(),
  }),
  scopes: ['ZohoBooks.invoices.READ', 'ZohoBooks.contacts.READ'],
  calls: { books: 4, gateway: 2 },
  inverse: 'refund the payment in the panel',
  causes: ['payment.changed'],
  async run(scope, { invoiceId, reason }, { effectKey }) {
    const charged = await chargeByFlow(scope, scope.company, { invoiceId, reason, effectKey });
    if (!charged.ok) return charged;
    const { state, amount_minor, currency, charge_key } = charged.value;
    const output = { state, amount: amountText(money(amount_minor, currency)) };
    return ok({ output, inverse: { 'refund-charge': charge_key } });
  },
});
