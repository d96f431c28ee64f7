// Bad mapping documents, each with what is to be said of it; the catalogs that they speak of.
import type { FieldCatalog } from '../../../functions/core/mapping/catalog-field.ts';
import type { MappingRule } from '../../../functions/core/mapping/document.ts';

const choices = (...values: string[]) => values.map((value) => ({ value, label: value }));

export const target: FieldCatalog = {
  product: 'books',
  object: 'customer-payment',
  label: 'Books customer payment',
  fields: [
    { path: 'customer', label: 'Customer', type: 'id', required: true },
    { path: 'reference', label: 'Reference number', type: 'text', lengthMax: 50 },
    { path: 'amount', label: 'Amount received', type: 'amount' },
    { path: 'date', label: 'Payment date', type: 'date' },
    { path: 'mode', label: 'Payment mode', type: 'choice', choices: choices('Card', 'Cash') },
    { path: 'count', label: 'Count', type: 'number' },
    { path: 'checked', label: 'Checked', type: 'boolean' },
    { path: 'address', label: 'Address', type: 'object' },
    { path: 'address.city', label: 'City', type: 'text' },
    { path: 'paidAt', label: 'Paid at', type: 'instant' },
    { path: 'lines[].name', label: 'Line: name', type: 'text' },
  ],
};
export const payment: FieldCatalog = {
  product: 'canonical',
  object: 'payment',
  label: 'Payment',
  fields: [
    { path: 'id', label: 'Transaction id', type: 'id', lengthMax: 30 },
    {
      path: 'status',
      label: 'Payment status',
      type: 'choice',
      choices: choices('captured', 'declined'),
    },
    { path: 'amount', label: 'Amount', type: 'amount' },
    { path: 'currency', label: 'Currency', type: 'currency' },
    { path: 'at', label: 'Payment time', type: 'instant' },
    { path: 'note', label: 'Note', type: 'text' },
    { path: 'billing', label: 'Billing address', type: 'object' },
    { path: 'flag', label: 'Flag', type: 'boolean' },
    { path: 'fee', label: 'Fee', type: 'number' },
    { path: 'lines[].name', label: 'Line: item name', type: 'text' },
  ],
};

export const rule = (
  to: string,
  from: string | readonly string[],
  more: Partial<MappingRule> = {},
): MappingRule => ({
  to: [{ path: to }],
  from: [from].flat().map((path) => ({ path: `payment.${path}` })),
  ...more,
});
const parts = (...pairs: [path: string, part: string][]) => ({
  from: pairs.map(([path, part]) => ({ path: `payment.${path}`, part })),
});

export const badRules: [why: string, rule: MappingRule, severity: string, message: string][] = [
  [
    'a target field that is not there',
    rule('cf_lost', 'id'),
    'error',
    'Books customer payment has no field “cf_lost”. It may have been renamed or deleted there.',
  ],
  [
    'a source field that is not there',
    rule('reference', 'lost'),
    'error',
    'There is no source field “payment.lost”. It may have been renamed or deleted there.',
  ],
  [
    'two rules for one field',
    rule('customer', 'note'),
    'error',
    '“Customer” is already filled by rule 1; only one rule may fill a field.',
  ],
  [
    'a time where a date is wanted',
    rule('date', 'at'),
    'error',
    '“Payment date” takes a date, but gets a point in time from Payment time; add the step “date-in-zone”, which tells the day.',
  ],
  [
    'a yes or no where words are wanted',
    rule('reference', 'flag'),
    'error',
    '“Reference number” takes a text, but gets a yes or no from Flag; add a table, e.g. true -> Yes.',
  ],
  [
    'a bare number where money is wanted',
    rule('amount', 'fee'),
    'error',
    '“Amount received” takes an amount, but gets a number from Fee; add the step “to-amount”, which says its unit and currency.',
  ],
  [
    'a text where yes or no is wanted',
    rule('checked', 'note'),
    'error',
    '“Checked” takes a yes or no, but gets a text from Note.',
  ],
  [
    'a table with gaps and nothing for the rest',
    rule('mode', 'status', { through: [{ use: 'table', entries: { captured: 'Card' } }] }),
    'error',
    'The table for “Payment status” says nothing for declined: add them, or a value for all others.',
  ],
  [
    'a table that gives what the field does not know',
    rule('mode', 'status', {
      through: [{ use: 'table', entries: { captured: 'Card', declined: 'None' } }],
    }),
    'error',
    '“Payment mode” has no choice “None”. It has: Card, Cash.',
  ],
  [
    'a table that is nowhere',
    rule('reference', 'status', { through: [{ use: 'table', shared: 'modes' }] }),
    'error',
    '“Reference number”: There is no table “modes”.',
  ],
  [
    'any text for a field that knows certain values',
    rule('mode', 'note'),
    'warning',
    '“Payment mode” knows only certain values, and Note may be any: add a table, or say what happens when nothing fits.',
  ],
  [
    'a text that may be too long',
    rule('reference', 'note'),
    'warning',
    '“Reference number” takes 50 characters, and Note may be of any length: say what happens when it is too long.',
  ],
  [
    'cutting what must stay whole',
    rule('mode', 'status', {
      through: [{ use: 'constant', value: 'Card' }],
      tooLong: { truncate: '…' },
    }),
    'error',
    '“Payment mode” must not be cut: a part of it would mean something else.',
  ],
  [
    'a default that does not fit',
    rule('date', 'note', {
      through: [{ use: 'read-date', pattern: 'dd/MM/yyyy' }],
      wrongType: { default: 'today' },
    }),
    'error',
    '“Payment date” can’t take the value when of the wrong kind, “today”.',
  ],
  [
    'a step that can’t take the value',
    rule('reference', 'note', { through: [{ use: 'date-in-zone' }] }),
    'error',
    '“Reference number”: the step “date-in-zone” needs a point in time, not a text.',
  ],
  [
    'a date format that is none',
    rule('date', 'note', { through: [{ use: 'read-date', pattern: 'DD/MM/YYYY' }] }),
    'error',
    '“Payment date”: “DD/MM/YYYY” is no date format; write it with yyyy, MM or MMM, dd, HH, mm, ss.',
  ],
  [
    'a time zone that is none',
    rule('date', 'at', { through: [{ use: 'date-in-zone', timeZone: 'Berlin' }] }),
    'error',
    '“Payment date”: “Berlin” is no time zone; write one such as Europe/Berlin.',
  ],
  [
    'a conversion without a day',
    rule('amount', 'amount', {
      through: [{ use: 'convert-currency', to: 'EUR', rates: 'books', rounding: 'half-even' }],
    }),
    'error',
    '“Amount received”: the step “convert-currency” needs a part “date”: the day whose rate is meant.',
  ],
  [
    'a fixed conversion without its rate',
    rule('amount', 'amount', {
      through: [{ use: 'convert-currency', to: 'EUR', rates: 'fixed', rounding: 'half-even' }],
    }),
    'error',
    '“Amount received”: A rate is written if, and only if, the rates are fixed.',
  ],
  [
    'several values for one field',
    rule('reference', ['id', 'note']),
    'error',
    '“Reference number” takes one value, but gets several values from Transaction id, Note: join them or choose a part.',
  ],
  [
    'a part that a value doesn’t have',
    {
      to: [{ path: 'reference', part: 'middle' }],
      from: [{ path: 'payment.note' }],
      through: [{ use: 'split-name' }],
    },
    'error',
    '“Reference number” wants the part “middle”, but there are only: first, last.',
  ],
  [
    'a place in a text that nothing fills',
    rule('reference', 'id', {
      ...parts(['id', 'number']),
      through: [{ use: 'template', text: 'Order {number} {order}' }],
    }),
    'error',
    '“Reference number”: the step “template” has no single value for {order}.',
  ],
  [
    'a source that a text doesn’t use',
    rule('reference', 'id', {
      ...parts(['id', 'number'], ['note', 'note']),
      through: [{ use: 'template', text: 'Order {number}' }],
      tooLong: 'stop',
    }),
    'warning',
    'The text has no place for {note}: that source isn’t used.',
  ],
  [
    'part names for some sources only',
    {
      to: [{ path: 'reference' }],
      from: [{ path: 'payment.id', part: 'a' }, { path: 'payment.note' }],
      through: [{ use: 'join', separator: ' ' }],
      tooLong: 'stop',
    },
    'error',
    'Either all sources of a rule have a part name or none has.',
  ],
  [
    'the same part name twice',
    {
      to: [{ path: 'reference' }],
      ...parts(['id', 'a'], ['note', 'a']),
      through: [{ use: 'join', separator: ' ' }],
      tooLong: 'stop',
    },
    'error',
    'Two sources of the rule have the same part name.',
  ],
  [
    'no source and no constant',
    { to: [{ path: 'reference' }], from: [] },
    'error',
    'The rule has no source: choose a field, or a constant.',
  ],
  [
    'a group of fields in one field',
    rule('reference', 'billing'),
    'error',
    '“Reference number” takes one value, but gets a group of fields from Billing address: join them or choose a part.',
  ],
  [
    'one value in a group of fields',
    rule('address', 'note'),
    'error',
    '“Address” takes a group of fields, but gets a text.',
  ],
  [
    'a line’s field without lines',
    rule('lines[].name', 'note'),
    'error',
    '“Line: name” stands once on each line, but no source has lines: nothing would be filled.',
  ],
  [
    'a step that loses something',
    rule('date', 'at', { through: [{ use: 'date-in-zone' }] }),
    'note',
    '“Payment date”: the step “date-in-zone” loses the time of day.',
  ],
];
