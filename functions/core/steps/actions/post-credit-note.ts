// Credits a refunded amount against the paid invoice, spread over its lines so that tax is reversed right.
import * as z from 'zod/mini';
import { dateIn } from '../../domain/calendar.ts';
import { allocate, money } from '../../domain/money.ts';
import { ok } from '../../domain/result.ts';
import type { CreditNoteDraft, LedgerInvoice, LedgerInvoiceLine } from '../../ports/ledger.ts';
import { defineAction, paymentOf } from './define-action.ts';
import { amountMinor } from './shapes.ts';

export const postCreditNote = defineAction({
  name: 'post-credit-note',
  sentence: 'write a credit note for the refunded amount',
  about: ['movement'],
  input: z.object({ amountMinor, gatewayId: z.string(), reason: z.string() }),
  output: z.object({ creditNoteId: z.string(), creditNoteNumber: z.string() }),
  scopes: ['ZohoBooks.invoices.READ', 'ZohoBooks.creditnotes.ALL'],
  calls: { books: 3 },
  inverse: 'void the credit note',
  causes: ['invoice.updated'],
  async run(scope, input, effect) {
    const { company, clock } = scope;
    const payment = paymentOf(scope);
    const invoice = await company.ledger.readInvoice(payment.books_invoice_id ?? '');
    if (!invoice.ok) return invoice;
    const { id, number, customerId } = invoice.value;
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
        lines: creditLines(invoice.value, input.amountMinor, input.reason),
      },
    );
    if (!note.ok) return note;
    return ok({
      output: { creditNoteId: note.value.id, creditNoteNumber: note.value.number },
      inverse: { void: 'credit-note', id: note.value.id },
    });
  },
});

/**
 * The refund spread over the invoice's lines by their share, each credited to its own account and tax; what the
 * invoice has beside its lines (shipping, adjustment) takes its share too. Credits can't be applied to a paid
 * invoice (Books code 12006), so the note names the invoice's lines and is refunded by itself.
 */
export function creditLines(
  invoice: LedgerInvoice,
  amountMinor: number,
  reason: string,
): CreditNoteDraft['lines'] {
  const lines = invoice.lines.filter((line) => line.totalMinor > 0);
  const besideMinor = invoice.total.minor - lines.reduce((sum, line) => sum + line.totalMinor, 0);
  const accountId = lines.find((line) => line.accountId !== undefined)?.accountId;
  const shares = [
    ...lines.map((line) => ({ ...lineOf(line), minor: line.totalMinor })),
    ...(besideMinor > 0 || lines.length === 0
      ? [{ ...(accountId === undefined ? {} : { accountId }), minor: Math.max(1, besideMinor) }]
      : []),
  ];
  const parts = allocate(
    money(amountMinor, invoice.total.currency),
    shares.map((share) => share.minor),
  );
  const description = `Refund of ${invoice.number}: ${reason}`.slice(0, 100);
  return shares.flatMap(({ minor: _, ...where }, index) => {
    const amount = parts[index];
    return amount === undefined || amount.minor === 0 ? [] : [{ ...where, description, amount }];
  });
}

function lineOf(line: LedgerInvoiceLine) {
  return {
    invoiceLineId: line.id,
    ...(line.accountId === undefined ? {} : { accountId: line.accountId }),
    ...(line.taxId === undefined ? {} : { taxId: line.taxId }),
  };
}
