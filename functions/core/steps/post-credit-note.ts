// Credits a refunded amount against the paid invoice, spread over its lines so that tax is reversed right.
import { dateIn } from '../domain/calendar.ts';
import { allocate, money } from '../domain/money.ts';
import { ok } from '../domain/result.ts';
import type { CreditNoteDraft, LedgerInvoice } from '../ports/ledger.ts';
import { numberInput, type ScopedAction, textInput } from './action-input.ts';

export const postCreditNote: ScopedAction = async (scope, input, effect) => {
  const { company, payment } = scope;
  const invoice = await company.ledger.readInvoice(payment.books_invoice_id ?? '');
  if (!invoice.ok) return invoice;
  const gatewayId = textInput(input, 'gatewayId');
  const note = await company.ledger.saveCreditNote(
    { uniqueKey: `cn-${payment.merchant_id}-${gatewayId}`, retried: effect.retried },
    {
      customerId: invoice.value.customerId,
      date: dateIn(company.timeZone, scope.clock.now()),
      reference: gatewayId,
      invoice: { id: invoice.value.id, number: invoice.value.number },
      lines: creditLines(
        invoice.value,
        numberInput(input, 'amountMinor'),
        textInput(input, 'reason'),
      ),
    },
  );
  if (!note.ok) return note;
  return ok({
    output: { creditNoteId: note.value.id, creditNoteNumber: note.value.number },
    inverse: { void: 'credit-note', id: note.value.id },
  });
};

/**
 * One line per account and tax of the invoice, the refund spread by their share. Credits can't be applied to a
 * paid invoice (Books code 12006), so the note names the invoice and is refunded by itself.
 */
export function creditLines(
  invoice: LedgerInvoice,
  amountMinor: number,
  reason: string,
): CreditNoteDraft['lines'] {
  const groups = new Map<string, { accountId?: string; taxId?: string; minor: number }>();
  for (const line of invoice.lines) {
    const key = `${line.accountId ?? ''}|${line.taxId ?? ''}`;
    const group = groups.get(key) ?? {
      ...(line.accountId === undefined ? {} : { accountId: line.accountId }),
      ...(line.taxId === undefined ? {} : { taxId: line.taxId }),
      minor: 0,
    };
    group.minor += Math.max(0, line.totalMinor);
    groups.set(key, group);
  }
  const kept = [...groups.values()].filter((group) => group.minor > 0);
  const shares = kept.length > 0 ? kept : [{ minor: 1 }];
  const parts = allocate(
    money(amountMinor, invoice.total.currency),
    shares.map((share) => share.minor),
  );
  return shares.flatMap(({ minor: _, ...where }, index) => {
    const amount = parts[index];
    return amount === undefined || amount.minor === 0
      ? []
      : [{ ...where, description: `Refund of ${invoice.number}: ${reason}`.slice(0, 100), amount }];
  });
}
