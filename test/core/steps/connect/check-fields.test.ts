// The fields that the set-up asks for are those that the connectors write to.
import { expect, test } from 'vitest';
import { uniqueField } from '../../../../functions/core/connectors/zoho-books/unique-fields.ts';
import { neededFields } from '../../../../functions/core/steps/connect/check-fields.ts';

test('every field that a write rests on is asked for, in its own module', () => {
  const needed = Object.fromEntries(neededFields.map(({ module, apiName }) => [module, apiName]));
  expect(needed).toEqual({
    contacts: uniqueField.contact,
    invoices: uniqueField.invoice,
    customerpayments: uniqueField.payment,
    creditnotes: uniqueField.creditNote,
    salesorders: 'cf_tallybridge_order',
  });
});
