// The ledger over Zoho Books v3.
import type { Ledger } from '../../ports/ledger.ts';
import { createBooksApi, type LedgerOptions } from './books-api.ts';
import { saveCreditNote } from './credit-notes.ts';
import {
  changeCustomerPayment,
  deleteCustomerPayment,
  findCustomerPayment,
  readCustomerPayment,
  saveCustomerPayment,
} from './customer-payments.ts';
import { findCustomer, findCustomersOfAccount, saveCustomer } from './customers.ts';
import { addInvoiceComment } from './invoice-comments.ts';
import {
  cancelWriteOff,
  markInvoiceSent,
  readInvoice,
  saveInvoice,
  writeOffInvoice,
} from './invoices.ts';
import { findItem } from './items.ts';
import { findOpenInvoices } from './open-invoices.ts';
import { refundCreditNote, refundExcess } from './refunds.ts';
import { takeBack } from './take-back.ts';

/**
 * The books of one organization. Calls per write: one, and one more when retried (to look for the first try's
 * record), except that the first customer also reads the currencies.
 */
export function createLedger(options: LedgerOptions): Ledger {
  const api = createBooksApi(options);
  return {
    findCustomer: (email, currency) => findCustomer(api, email, currency),
    findCustomersOfAccount: (accountId) => findCustomersOfAccount(api, accountId),
    saveCustomer: (write, customer, currency, fields) =>
      saveCustomer(api, write, customer, currency, fields),
    findItem: (sku) => findItem(api, sku),
    saveInvoice: (write, draft) => saveInvoice(api, write, draft),
    markInvoiceSent: (invoiceId) => markInvoiceSent(api, invoiceId),
    readInvoice: (invoiceId) => readInvoice(api, invoiceId),
    findOpenInvoices: (customerId, currency) => findOpenInvoices(api, customerId, currency),
    writeOffInvoice: (invoiceId) => writeOffInvoice(api, invoiceId),
    cancelWriteOff: (invoiceId) => cancelWriteOff(api, invoiceId),
    addInvoiceComment: (write, invoiceId, text) => addInvoiceComment(api, write, invoiceId, text),
    saveCustomerPayment: (write, draft) => saveCustomerPayment(api, write, draft),
    findCustomerPayment: (write, own) => findCustomerPayment(api, write, own),
    readCustomerPayment: (paymentId, currency) => readCustomerPayment(api, paymentId, currency),
    changeCustomerPayment: (paymentId, change) => changeCustomerPayment(api, paymentId, change),
    deleteCustomerPayment: (paymentId) => deleteCustomerPayment(api, paymentId),
    saveCreditNote: (write, draft) => saveCreditNote(api, write, draft),
    refundCreditNote: (write, noteId, draft) => refundCreditNote(api, write, noteId, draft),
    refundExcess: (write, paymentId, draft) => refundExcess(api, write, paymentId, draft),
    takeBack: (inverse) => takeBack(api, inverse),
  };
}
