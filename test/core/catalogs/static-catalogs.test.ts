// The standard catalogs are complete and sound.
import { describe, expect, it } from 'vitest';
import { fieldCatalog } from '../../../functions/core/catalogs/field-table.ts';
import {
  findStaticCatalog,
  staticCatalogs,
} from '../../../functions/core/catalogs/static-catalogs.ts';
import { PATH } from '../../../functions/core/mapping/path.ts';

describe('the standard catalogs', () => {
  it('cover the records of every product', () => {
    const names = staticCatalogs.map((catalog) => `${catalog.product}/${catalog.object}`);
    expect(names.toSorted()).toEqual(
      [
        'books/bank-transaction',
        'books/contact',
        'books/credit-note',
        'books/customer-payment',
        'books/invoice',
        'books/item',
        'crm/account',
        'crm/contact',
        'crm/deal',
        'cybersource/customer',
        'cybersource/dispute',
        'cybersource/fraud-case',
        'cybersource/payment',
        'cybersource/refund',
        'cybersource/settlement-line',
        'desk/contact',
        'desk/ticket',
        'inventory/item',
        'inventory/sales-order',
        'woocommerce/customer',
        'woocommerce/order',
        'woocommerce/refund',
      ].toSorted(),
    );
  });

  it.each(staticCatalogs.map((catalog) => [catalog.label, catalog] as const))(
    '%s names each path once, in a form that mappings read, with a label',
    (_label, { fields }) => {
      const paths = fields.map((field) => field.path);
      expect(new Set(paths).size).toBe(paths.length);
      expect(paths.filter((path) => !PATH.test(path))).toEqual([]);
      expect(fields.filter((field) => field.label === '')).toEqual([]);
      expect(fields.filter((field) => field.type === 'choice' && !field.choices)).toEqual([]);
    },
  );

  it('know what a Books customer payment must have', () => {
    const fields = findStaticCatalog('books', 'customer-payment')?.fields ?? [];
    const required = fields.filter((field) => field.required).map((field) => field.path);
    expect(required).toEqual(['customer_id', 'payment_mode', 'amount', 'date']);
  });

  it('find nothing for a record that a product does not have', () => {
    expect(findStaticCatalog('desk', 'invoice')).toBeUndefined();
  });
});

describe('fieldCatalog', () => {
  it('reads required fields, lengths and choices', () => {
    const { fields } = fieldCatalog(
      'books',
      'thing',
      'Thing',
      `
*reference | text 50 | Reference
mode | choice | Mode | a, b=Bee
`,
    );
    expect(fields).toEqual([
      { path: 'reference', label: 'Reference', type: 'text', required: true, lengthMax: 50 },
      {
        path: 'mode',
        label: 'Mode',
        type: 'choice',
        choices: [
          { value: 'a', label: 'a' },
          { value: 'b', label: 'Bee' },
        ],
      },
    ]);
  });

  it('refuses a type that catalogs do not know', () => {
    expect(() => fieldCatalog('books', 'thing', 'Thing', 'x | money | X')).toThrow(/money/);
  });
});
