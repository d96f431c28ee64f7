// Credits a refunded amount against the paid invoice, spread over its lines so that tax is reversed right.
import * as z from 'zod/mini';
import { planRefund } from '../../domain/books-plan.ts';
import { dateIn } from '../../domain/calendar.ts';
import { money } from '../../domain/money.ts';
import { problem } from '../../domain/problem.ts';
import { ok, refused } from '../../domain/result.ts';
import type { CreditNoteDraft, LedgerInvoice } from '../../ports/ledger.ts';
import { defineAction, paymentOf } from './define-action.ts';
import { mappedRefund } from './mapped-refund.ts';
import { amountMinor } from './shapes.ts';

export const postCreditNote = defineAction({
  name: 'post-credit-note',
  sentence: 'write a credit note for the refunded amount',
  about: ['movement'],
  input: z.object({ amountMinor, gatewayId: z.string(), reason: z.string() }),
  output: z.object({ creditNoteId: z.string(), creditNoteNumber: z.string() }),
  scopes: [
    'ZohoBooks.invoices.READ',
    'ZohoBooks.creditnotes.CREATE',
    'ZohoBooks.creditnotes.READ',
    'ZohoBooks.creditnotes.UPDATE',
  ],
  calls: { books: 3 },
  inverse: 'void the credit note',
  causes: ['invoice.updated'],
  async run(scope, input, effect) {
    const { company, clock } = scope;
    const payment = paymentOf(scope);
    const invoice = await company.ledger.readInvoice(payment.books_invoice_id ?? '');
    if (!invoice.ok) return invoice;
    const { id, number, customerId } = invoice.value;
    const lines = plannedLines(invoice.value, input.amountMinor, input.reason);
    if (lines === undefined) {
      const field = 'amountMinor';
      return refused(problem('flow-input', 'fix-input', { action: 'post-credit-note', field }));
    }
    const fields = await mappedRefund(scope, input.gatewayId, number);
    if (!fields.ok) return fields;
    const note = await company.ledger.saveCreditNote(
      {
        uniqueKey: `cn-${payment.merchant_id}-${input.gatewayId}`,
        retried: effect.retried,
      },
      {
        customerId,
        date: dateIn(company.timeZone, clock.now()),
        reference: input.gatewayId,
        invoice: { id, number },
        lines,
        fields: fields.value,
      },
    );
    if (!note.ok) return note;
    return ok({
      output: { creditNoteId: note.value.id, creditNoteNumber: note.value.number },
      inverse: { void: 'credit-note', id: note.value.id },
    });
  },
});

/** The plan's lines as the ledger takes them; undefined when the plan has no credit note. */
function plannedLines(
  invoice: LedgerInvoice,
  creditedMinor: number,
  reason: string,
): CreditNoteDraft['lines'] | undefined {
  const { currency } = invoice.total;
  const plan = planRefund({
    amountMinor: creditedMinor,
    currency,
    // What was applied to no invoice has been taken off before.
    unusedMinor: 0,
    invoice: { ...invoice, totalMinor: invoice.total.minor },
  });
  const note = plan.ok ? plan.records.find((record) => record.kind === 'credit-note') : undefined;
  const description = `Refund of ${invoice.number}: ${reason}`.slice(0, 100);
  return note?.lines.map(({ amountMinor: minor, ...line }) => ({
    ...line,
    description,
    amount: money(minor, currency),
  }));
}
