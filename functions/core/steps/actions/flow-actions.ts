// Every action that flow documents may name. A new one appears everywhere by standing in this list.
import type { Action } from '../../flows/flow-tools.ts';
import { chooseRefundRecord } from './choose-refund-record.ts';
import type { ActionScope, DefinedAction } from './define-action.ts';
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

export const definedActions: readonly DefinedAction[] = [
  readShopOrder,
  findOrCreateCustomer,
  postSalesOrder,
  postInvoice,
  markInvoiceSent,
  postCustomerPayment,
  setOrderOutcome,
  chooseRefundRecord,
  postCreditNote,
  refundCreditNote,
  postPaymentRefund,
];

/** The actions of one run, by name. */
export function flowActions(scope: ActionScope): ReadonlyMap<string, Action> {
  return new Map(
    definedActions.map((action) => [
      action.name,
      (input, effect) => action.perform(scope, input, effect),
    ]),
  );
}
