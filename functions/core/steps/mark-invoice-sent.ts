// Makes a draft invoice count as receivable.
import { ok } from '../domain/result.ts';
import { type ScopedAction, textInput } from './action-input.ts';

export const markInvoiceSent: ScopedAction = async (scope, input) => {
  const invoiceId = textInput(input, 'invoiceId');
  const marked = await scope.company.ledger.markInvoiceSent(invoiceId);
  return marked.ok
    ? ok({ output: { invoiceId }, inverse: { 'mark-draft': 'invoice', id: invoiceId } })
    : marked;
};
