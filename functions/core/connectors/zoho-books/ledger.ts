// The ledger over Zoho Books v3.
import type { Ledger } from '../../ports/ledger.ts';
import { createBooksApi, type LedgerOptions } from './books-api.ts';
import { saveCreditNote } from './credit-notes.ts';
import {
  deleteCustomerPayment,
  readCustomerPayment,
  saveCustomerPayment,
} from './customer-payments.ts';
import { findCustomer, saveCustomer } from './customers.ts';
import { markInvoiceSent, readInvoice, saveInvoice, writeOffInvoice } from './invoices.ts';
import { findItem } from './items.ts';
import { refundCreditNote, refundExcess } from './refunds.ts';

/**
 * The books of one organization. Calls per write: one, and one more when retried (to look for the first try's
 * record), except that the first customer also reads the currencies.
 */
export function createLedger(options: LedgerOptions): Ledger {
  const api = createBooksApi(options);
  return {
    findCustomer: (email, currency) => findCustomer(api, email, currency),
    saveCustomer: (write, customer, currency, fields) =>
      saveCustomer(api, write, customer, currency, fields),
    findItem: (sku) => findItem(api, sku),
    saveInvoice: (write, draft) => saveInvoice(api, write, draft),
    markInvoiceSent: (invoiceId) => markInvoiceSent(api, invoiceId),
    readInvoice: (invoiceId) => readInvoice(api, invoiceId),
    writeOffInvoice: (invoiceId) => writeOffInvoice(api, invoiceId),
    saveCustomerPayment: (write, draft) => saveCustomerPayment(api, write, draft),
    readCustomerPayment: (paymentId, currency) => readCustomerPayment(api, paymentId, currency),
    deleteCustomerPayment: (paymentId) => deleteCustomerPayment(api, paymentId),
    saveCreditNote: (write, draft) => saveCreditNote(api, write, draft),
    refundCreditNote: (write, noteId, draft) => refundCreditNote(api, write, noteId, draft),
    refundExcess: (write, paymentId, draft) => refundExcess(api, write, paymentId, draft),
  };
}
