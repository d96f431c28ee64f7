// What mappings that posting works with may fill: an amount, an account, an item or a key of ours never.
import { describe, expect, it } from 'vitest';
import { mayWrite, postedRecord } from '../../../functions/core/mapping/posted-fields.ts';
import { shippedMapping, shippedMappings } from '../../../functions/core/mapping/shipped.ts';
import { validateMapping } from '../../../functions/core/mapping/validate-mapping.ts';
import { catalogsOf } from './mapping-catalogs.ts';

const errorsOf = (id: string, change: object) => {
  const shipped = shippedMapping(id);
  if (shipped === undefined) throw new Error(`no mapping ${id}`);
  const document = { ...shipped, ...change };
  return validateMapping(document, catalogsOf(document))
    .filter(({ severity }) => severity === 'error')
    .map(({ message }) => message);
};

const withRule = (id: string, path: string, source: string) => ({
  rules: [
    ...(shippedMapping(id)?.rules ?? []),
    { to: [{ path }], from: [{ path: source }], missing: 'leave' as const },
  ],
});

describe('a mapping that posting works with', () => {
  it.each([
    ['payment-to-books-payment', 'amount', 'payment.amount'],
    ['payment-to-books-payment', 'account_id', 'payment.transactionId'],
    ['payment-to-books-payment', 'customer_id', 'payment.customerProfileId'],
    ['payment-to-books-payment', 'bank_charges', 'payment.amount'],
    ['payment-to-books-payment', 'custom_fields.cf_tallybridge_payment', 'payment.transactionId'],
    ['payment-to-books-invoice', 'discount', 'payment.amount'],
    ['payment-to-books-invoice', 'adjustment', 'payment.amount'],
    ['payment-to-books-invoice', 'exchange_rate', 'payment.exchangeRate'],
    ['order-to-books-invoice', 'line_items[].rate', 'order.lines[].total'],
    ['order-to-books-invoice', 'line_items[].item_id', 'order.lines[].sku'],
    ['order-to-inventory-sales-order', 'line_items[].quantity', 'order.lines[].quantity'],
    ['refund-to-books-credit-note', 'total', 'movement.amount'],
    ['refund-to-books-credit-note', 'invoice_id', 'movement.invoiceNumber'],
    ['customer-to-books-contact', 'currency_id', 'customer.currency'],
    ['customer-to-crm-contact', 'Account_Name', 'customer.company'],
    ['case-to-desk-ticket', 'cf.cf_tallybridge_case', 'case.transactionId'],
  ])('%s may not fill %s', (id, path, source) => {
    const [first, ...others] = errorsOf(id, withRule(id, path, source));
    expect([first, ...others].join(' ')).toMatch(/“[^”]+” is not for a mapping to fill: amounts/);
  });

  it('can’t ask for what is not at hand when its record is written', () => {
    const sources = [
      { product: 'canonical' as const, object: 'payment' },
      { product: 'canonical' as const, object: 'dispute' },
    ];
    expect(errorsOf('payment-to-books-payment', { sources })).toEqual([
      'When Books customer payment is written, there is no dispute at hand to fill it from.',
    ]);
  });

  it('can’t be turned to another record', () => {
    const target = { product: 'books' as const, object: 'credit-note' };
    expect(errorsOf('payment-to-books-payment', { target })).toContain(
      'Tallybridge fills customer-payment of books with this mapping: it can’t fill another record.',
    );
  });
});

describe('any other mapping', () => {
  it('may fill what it likes', () => {
    expect(postedRecord({ id: 'constructor' })).toBeUndefined();
    expect(mayWrite({ id: 'settlement-line-to-books' }, 'amount')).toBe(true);
  });

  it('is one that only translates: posting works with nine of the shipped ones', () => {
    const posted = [...shippedMappings().keys()].filter((id) => postedRecord({ id }) !== undefined);
    expect(posted).toHaveLength(9);
  });
});
