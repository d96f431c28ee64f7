// Reads the charge that a payment came from: whose it is, and which invoice it is for.
import * as z from 'zod/mini';
import { problem } from '../../domain/problem.ts';
import { ok, refused } from '../../domain/result.ts';
import { type Charge, customerOf, findChargeByReference, sharesOf } from '../../work/charges.ts';
import type { PaymentNote } from '../../work/payment-records.ts';
import { fromSafeText } from '../../work/safe-text.ts';
import { defineAction } from './define-action.ts';

export const readCharge = defineAction({
  name: 'read-charge',
  sentence: 'find who was asked for {reference}, and for which invoice',
  about: ['payment'],
  input: z.object({ reference: z.string() }),
  output: z.object({
    customerId: z.string(),
    /** Empty when it was asked for without an invoice. */
    invoiceId: z.string(),
    invoiceNumber: z.string(),
    /** Where it was asked for for several invoices: these, in the order in which they are paid. */
    invoiceIds: z.array(z.string()),
    /** What was said when it was asked for. */
    reason: z.string(),
  }),
  scopes: [],
  calls: {},
  causes: [],
  async run({ company, store }, { reference }) {
    const charge = await findChargeByReference(store, company.installation, reference);
    const customerId = charge?.books_customer_id ?? '';
    if (charge === undefined || customerId === '') {
      return refused(problem('not-found', 'none', { what: `The charge ${reference}` }));
    }
    const invoiceId = charge.books_invoice_id ?? '';
    const invoiceNumber = invoiceId === '' ? '' : fromSafeText(charge.reference ?? '');
    const invoiceIds = invoiceId === '' ? sharesOf(charge).map(({ id }) => id) : [];
    const reason = fromSafeText(charge.reason ?? '');
    return ok({
      output: { customerId, invoiceId, invoiceNumber, invoiceIds, reason },
      note: {
        books_customer_id: customerId,
        ...crmRecordsOf(charge),
        ...(invoiceId === ''
          ? {}
          : { books_invoice_id: invoiceId, books_invoice_number: invoiceNumber }),
      },
    });
  },
});

/** So that the payment is found from the CRM too. */
function crmRecordsOf(charge: Charge): PaymentNote {
  const { crmContactId, crmAccountId } = customerOf(charge) ?? {};
  return {
    ...(crmContactId === undefined ? {} : { crm_contact_id: crmContactId }),
    ...(crmAccountId === undefined ? {} : { crm_account_id: crmAccountId }),
  };
}
