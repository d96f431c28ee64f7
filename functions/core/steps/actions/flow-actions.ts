// Every action that flow documents may name. A new one appears everywhere by standing in this list.
import type { Action } from '../../flows/flow-tools.ts';
import { addCrmNote, notifyByCrmNote } from './add-crm-note.ts';
import { askForPayment } from './ask-for-payment.ts';
import { chargeSavedCard } from './charge-saved-card.ts';
import { chooseCollection } from './choose-collection.ts';
import { chooseRefundRecord } from './choose-refund-record.ts';
import { closeTicket } from './close-ticket.ts';
import { commentOnInvoice } from './comment-on-invoice.ts';
import { copyFromGateway } from './copy-from-gateway.ts';
import type { ActionScope, DefinedAction } from './define-action.ts';
import { findOpenInvoices } from './find-open-invoices.ts';
import { findOrCreateCustomer } from './find-or-create-customer.ts';
import { findTicket } from './find-ticket.ts';
import { followMergedCustomers } from './follow-merged-customers.ts';
import { markInvoiceSent } from './mark-invoice-sent.ts';
import { notifyByDeskComment } from './notify-by-desk-comment.ts';
import { notifyByMail } from './notify-by-mail.ts';
import { notifyBySlack } from './notify-by-slack.ts';
import { notifyByWebhook } from './notify-by-webhook.ts';
import { openCase } from './open-case.ts';
import { openTicket } from './open-ticket.ts';
import { postCreditNote } from './post-credit-note.ts';
import { postCustomerPayment } from './post-customer-payment.ts';
import { postInvoice } from './post-invoice.ts';
import { postPaymentRefund } from './post-payment-refund.ts';
import { postSalesOrder } from './post-sales-order.ts';
import { readCharge } from './read-charge.ts';
import { readCustomer } from './read-customer.ts';
import { readDecline } from './read-decline.ts';
import { readDispute } from './read-dispute.ts';
import { readGatewayProfile } from './read-gateway-profile.ts';
import { readGivenUp } from './read-given-up.ts';
import { readInvoice } from './read-invoice.ts';
import { readPayment } from './read-payment.ts';
import { readShopOrder } from './read-shop-order.ts';
import { readTicket } from './read-ticket.ts';
import { refundCreditNote } from './refund-credit-note.ts';
import { removeCustomerPayment } from './remove-customer-payment.ts';
import { setInvoiceOrder } from './set-invoice-order.ts';
import { setOrderOutcome } from './set-order-outcome.ts';
import { undoRefundBooking } from './undo-refund-booking.ts';
import { updateCustomer } from './update-customer.ts';
import { updateGatewayProfile } from './update-gateway-profile.ts';
import { writeOffRest } from './write-off-rest.ts';

export const definedActions: readonly DefinedAction[] = [
  readShopOrder,
  findOrCreateCustomer,
  postSalesOrder,
  postInvoice,
  markInvoiceSent,
  postCustomerPayment,
  writeOffRest,
  removeCustomerPayment,
  setOrderOutcome,
  chooseRefundRecord,
  postCreditNote,
  refundCreditNote,
  postPaymentRefund,
  undoRefundBooking,
  readCharge,
  readDecline,
  readGivenUp,
  commentOnInvoice,
  setInvoiceOrder,
  readPayment,
  readDispute,
  readInvoice,
  findOpenInvoices,
  chooseCollection,
  askForPayment,
  chargeSavedCard,
  readCustomer,
  updateCustomer,
  followMergedCustomers,
  updateGatewayProfile,
  readGatewayProfile,
  copyFromGateway,
  readTicket,
  openTicket,
  openCase,
  findTicket,
  closeTicket,
  addCrmNote,
  notifyByDeskComment,
  notifyByCrmNote,
  notifyByMail,
  notifyBySlack,
  notifyByWebhook,
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
