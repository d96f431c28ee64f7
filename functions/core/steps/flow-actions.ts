// The actions that flow documents may name, each checked here and done by the step of the same name.
import type { Action } from '../flows/interpreter.ts';
import type { ActionScope, ScopedAction } from './action-input.ts';
import { chooseRefundRecord } from './choose-refund-record.ts';
import { findOrCreateCustomer } from './find-or-create-customer.ts';
import { markInvoiceSent } from './mark-invoice-sent.ts';
import { postCreditNote } from './post-credit-note.ts';
import { postCustomerPayment } from './post-customer-payment.ts';
import { postInvoice } from './post-invoice.ts';
import { postPaymentRefund } from './post-payment-refund.ts';
import { postSalesOrder } from './post-sales-order.ts';
import { readShopOrder } from './read-shop-order.ts';
import { refundCreditNote } from './refund-credit-note.ts';
import { setOrderOutcome } from './set-order-outcome.ts';

const scoped: Readonly<Record<string, ScopedAction>> = {
  'read-shop-order': readShopOrder,
  'find-or-create-customer': findOrCreateCustomer,
  'post-sales-order': postSalesOrder,
  'post-invoice': postInvoice,
  'mark-invoice-sent': markInvoiceSent,
  'post-customer-payment': postCustomerPayment,
  'set-order-outcome': setOrderOutcome,
  'choose-refund-record': chooseRefundRecord,
  'post-credit-note': postCreditNote,
  'refund-credit-note': refundCreditNote,
  'post-payment-refund': postPaymentRefund,
};

export const actionNames: readonly string[] = Object.keys(scoped);

export function flowActions(scope: ActionScope): ReadonlyMap<string, Action> {
  return new Map(
    Object.entries(scoped).map(([name, action]) => [
      name,
      (input, effect) => action(scope, input, effect),
    ]),
  );
}
