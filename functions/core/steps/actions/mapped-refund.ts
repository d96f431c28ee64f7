// The refund that a run is about as the mapping to a credit note makes it; the refund of the note follows it, too.
import { ok, type Result } from '../../domain/result.ts';
import type { LedgerRefundDraft } from '../../ports/ledger.ts';
import type { MappedFields } from '../../ports/mapped-fields.ts';
import { type ActionScope, paymentOf } from './define-action.ts';
import { mappedMovement, mappedPayment, mappedRecord } from './mapped-record.ts';

/** @param gatewayId of the refund. */
export async function mappedRefund(
  scope: ActionScope,
  gatewayId: string,
  invoiceNumber = '',
): Promise<Result<MappedFields>> {
  const { movement } = scope.subject;
  if (movement === undefined) throw new Error('the run is not about a movement');
  const payment = paymentOf(scope);
  const read = mappedMovement(payment, movement);
  return mappedRecord(scope, ['refund-to-books-credit-note'], {
    movement: {
      ...read,
      transactionId: gatewayId,
      ...(invoiceNumber === '' ? {} : { invoiceNumber }),
    },
    payment: mappedPayment(payment),
  });
}

/** How the money went back, in the ledger's word: the mapping's, or the ledger's usual one. */
export async function refundMode(
  scope: ActionScope,
  gatewayId: string,
): Promise<Result<Pick<LedgerRefundDraft, 'mode'>>> {
  const fields = await mappedRefund(scope, gatewayId);
  if (!fields.ok) return fields;
  const { refund_mode: mode } = fields.value;
  return ok(typeof mode === 'string' ? { mode } : {});
}
