// Credits a refunded amount against the paid invoice, spread over its lines so that tax is reversed right.
import * as z from 'zod/mini';
import { planRefund } from '../../domain/books-plan-refund.ts';
import { dateIn } from '../../domain/calendar.ts';
import type { PaymentKey } from '../../domain/ids.ts';
import { money } from '../../domain/money.ts';
import { problem } from '../../domain/problem.ts';
import type { LineRoom, RefundLine } from '../../domain/refund-lines.ts';
import { ok, refused } from '../../domain/result.ts';
import type { CreditNoteDraft, LedgerInvoice } from '../../ports/ledger.ts';
import { staffWords } from '../../texts/staff-words.ts';
import { placeOf, readLog } from '../../work/movement-log.ts';
import { linesOf, linesPaid, roomsOf } from '../movements/refund-by-lines.ts';
import { documentRate } from './day-rate.ts';
import { type ActionScope, defineAction, paymentOf } from './define-action.ts';
import { mappedRefund } from './mapped-refund.ts';
import { amountMinor } from './shapes.ts';

export const postCreditNote = defineAction({
  name: 'post-credit-note',
  sentence: 'write a credit note for the refunded amount',
  about: ['movement'],
  input: z.object({
    amountMinor,
    gatewayId: z.string(),
    reason: z.string(),
    /** Where the payment has paid more than its own invoice, or another one. */
    invoiceId: z.optional(z.string()),
  }),
  output: z.object({
    creditNoteId: z.string(),
    creditNoteNumber: z.string(),
    exchangeRate: documentRate,
  }),
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
    const { books_invoice_id: ownId = '' } = payment;
    const invoice = await company.ledger.readInvoice(input.invoiceId || ownId);
    if (!invoice.ok) return invoice;
    const isOwn = invoice.value.id === ownId;
    const { id, number, customerId, exchangeRate } = invoice.value;
    const rate = exchangeRate === undefined || Number(exchangeRate) === 1 ? {} : { exchangeRate };
    const rooms = await roomsLeft(scope, invoice.value, isOwn);
    const byLine = scope.subject.movement && linesOf(scope.subject.movement);
    const { books } = (await staffWords(company.language)).notices;
    const description = books.refundedLine(number, input.reason).slice(0, 100);
    const lines = plannedLines(invoice.value, input.amountMinor, rooms, byLine, description);
    if (lines === undefined) {
      const field = 'amountMinor';
      return refused(problem('flow-input', 'fix-input', { action: 'post-credit-note', field }));
    }
    const fields = await mappedRefund(scope, input.gatewayId, number);
    if (!fields.ok) return fields;
    const note = await company.ledger.saveCreditNote(
      {
        uniqueKey: `cn-${payment.merchant_id}-${input.gatewayId}${isOwn ? '' : `-${id}`}`,
        retried: effect.retried,
      },
      {
        customerId,
        date: dateIn(company.timeZone, clock.now()),
        reference: input.gatewayId,
        invoice: { id, number },
        notes: books.refundOfInvoice(number),
        ...rate,
        lines,
        fields: fields.value,
      },
    );
    if (!note.ok) return note;
    return ok({
      output: { creditNoteId: note.value.id, creditNoteNumber: note.value.number, ...rate },
      inverse: { void: 'credit-note', id: note.value.id },
    });
  },
});

/** A sale's first refund stands here: nothing of its lines went back before, so that nothing is looked up. */
const FIRST_REFUND_PLACE = 2;

/** What the invoice's lines have left for this refund. Another invoice than the payment's own has no lines that a person chose. */
async function roomsLeft(
  scope: ActionScope,
  invoice: LedgerInvoice,
  isOwn: boolean,
): Promise<readonly LineRoom[]> {
  const { movement } = scope.subject;
  const { currency, payment_key: key } = paymentOf(scope);
  const paid = linesPaid(invoice);
  if (!isOwn || movement === undefined || placeOf(movement) <= FIRST_REFUND_PLACE) {
    return roomsOf(paid, [], currency);
  }
  const log = await readLog(scope.store, key as PaymentKey);
  const before = log.filter((one) => placeOf(one) < placeOf(movement));
  return roomsOf(paid, before, currency);
}

/** The plan's lines as the ledger takes them; undefined when the plan has no credit note. */
function plannedLines(
  invoice: LedgerInvoice,
  creditedMinor: number,
  rooms: readonly LineRoom[],
  byLine: readonly RefundLine[] | undefined,
  description: string,
): CreditNoteDraft['lines'] | undefined {
  const { currency } = invoice.total;
  const plan = planRefund({
    amountMinor: creditedMinor,
    currency,
    // What was applied to no invoice has been taken off before.
    unusedMinor: 0,
    invoice: { ...invoice, totalMinor: invoice.total.minor },
    rooms,
    ...(byLine === undefined ? {} : { byLine }),
  });
  const note = plan.ok ? plan.records.find((record) => record.kind === 'credit-note') : undefined;
  return note?.lines.map(({ amountMinor: minor, ...line }) => ({
    ...line,
    description,
    amount: money(minor, currency),
  }));
}
