// Reads a dispute from our own log: how much, why, until when to answer, and what to send.
import * as z from 'zod/mini';
import { dateIn } from '../../domain/calendar.ts';
import { evidenceFor } from '../../domain/dispute-evidence.ts';
import { money } from '../../domain/money.ts';
import { problem } from '../../domain/problem.ts';
import { ok, refused } from '../../domain/result.ts';
import { staffWords } from '../../texts/staff-words.ts';
import { type Movement, movementKey } from '../../work/movement-log.ts';
import { findPayment } from '../../work/payment-records.ts';
import { type ActionScope, defineAction } from './define-action.ts';
import { amountText } from './shapes.ts';

const optionalText = z.optional(z.string());

export const readDispute = defineAction({
  name: 'read-dispute',
  sentence: 'look up the dispute',
  about: [],
  /** The number is only needed by runs that are about something else. */
  input: z.object({ number: optionalText }),
  output: z.object({
    number: z.string(),
    amount: z.string(),
    amountMinor: z.number(),
    reason: z.string(),
    /** What speaks for the merchant in such a dispute. */
    evidence: z.string(),
    /** The last day to answer, in the organization's time zone. */
    respondBy: z.string(),
    respondByMs: z.optional(z.number()),
    isOpen: z.boolean(),
    merchantId: z.string(),
    gatewayId: z.string(),
    reference: z.string(),
    invoiceNumber: optionalText,
  }),
  scopes: [],
  calls: {},
  causes: [],
  async run(scope, { number }) {
    const movement = await disputeOf(scope, number);
    const payment = movement && (await findPayment(scope.store, movement.payment_key));
    if (movement === undefined || payment === undefined) {
      return refused(problem('not-found', 'none', { what: `Dispute ${number ?? ''}`.trim() }));
    }
    const { due_at: dueAt, reason = '', amount_minor: amountMinor, currency } = movement;
    const words = await staffWords(scope.company.language);
    const isDue = dueAt !== undefined && dueAt > 0;
    const invoiceNumber = payment.books_invoice_number;
    return ok({
      output: {
        number: movement.movement_key.slice(disputeKey(scope, '').length),
        amount: amountText(money(amountMinor, currency)),
        amountMinor,
        reason: words.dispute(reason),
        evidence: words.fact(evidenceFor(reason)),
        respondBy: isDue ? dateIn(scope.company.timeZone, dueAt) : words.notices.notNamed,
        ...(isDue ? { respondByMs: dueAt } : {}),
        isOpen: movement.state === 'succeeded',
        merchantId: payment.merchant_id,
        gatewayId: payment.gateway_id,
        reference: payment.reference ?? '',
        ...(invoiceNumber === undefined ? {} : { invoiceNumber }),
      },
    });
  },
});

async function disputeOf(
  scope: ActionScope,
  number: string | undefined,
): Promise<Movement | undefined> {
  const { store, subject } = scope;
  if (subject.movement?.kind === 'dispute') return subject.movement;
  if (number === undefined) return undefined;
  const found = await store.find('Movements', 'movement_key', disputeKey(scope, number));
  return found?.kind === 'dispute' ? found : undefined;
}

function disputeKey({ company }: ActionScope, number: string): string {
  return movementKey(company.installation, `dispute:${number}`);
}
