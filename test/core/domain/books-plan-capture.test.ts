// Captures and voids in the books: each row says what happened and what an accountant would write.
import { describe, expect, it } from 'vitest';
import { planCapture } from '../../../functions/core/domain/books-plan.ts';
import { planVoid } from '../../../functions/core/domain/books-plan-refund.ts';
import { invoice, lines } from './accounting-entries.ts';

describe('a capture in the books', () => {
  const capture = (amountMinor: number, invoices: ReturnType<typeof invoice>[], more = {}) =>
    lines(planCapture({ amountMinor, feeMinor: 0, invoices, writeOffUpToMinor: 0, ...more }));

  const rows: readonly [string, string[], string[]][] = [
    [
      'of an invoice in full',
      capture(10_000, [invoice('1', 10_000)]),
      ['customer-payment: Dr clearing 10000, Cr receivables 10000'],
    ],
    [
      'with a fee that is known',
      capture(10_000, [invoice('1', 10_000)], { feeMinor: 290 }),
      ['customer-payment: Dr clearing 9710, Dr gateway-fees 290, Cr receivables 10000'],
    ],
    [
      'of a part of an invoice',
      capture(4_000, [invoice('1', 10_000)]),
      ['customer-payment: Dr clearing 4000, Cr receivables 4000'],
    ],
    [
      'of more than the invoice: the rest stays as credit',
      capture(12_000, [invoice('1', 10_000)]),
      ['customer-payment: Dr clearing 12000, Cr receivables 10000, Cr customer-credit 2000'],
    ],
    [
      'of several invoices',
      capture(12_000, [invoice('1', 10_000), invoice('2', 5_000)]),
      ['customer-payment: Dr clearing 12000, Cr receivables 12000'],
    ],
    [
      'of an invoice that somebody paid meanwhile',
      capture(10_000, [invoice('1', 0)]),
      ['customer-payment: Dr clearing 10000, Cr customer-credit 10000'],
    ],
    [
      'without an invoice',
      capture(10_000, []),
      ['customer-payment: Dr clearing 10000, Cr customer-credit 10000'],
    ],
    [
      'a cent short: it is written off',
      capture(9_999, [invoice('1', 10_000)], { writeOffUpToMinor: 5 }),
      [
        'customer-payment: Dr clearing 9999, Cr receivables 9999',
        'write-off: Dr write-off 1, Cr receivables 1',
      ],
    ],
    [
      'ten cents short: they are asked for',
      capture(9_990, [invoice('1', 10_000)], { writeOffUpToMinor: 5 }),
      ['customer-payment: Dr clearing 9990, Cr receivables 9990'],
    ],
  ];
  it.each(rows)('%s', (_, planned, wanted) => {
    expect(planned).toEqual(wanted);
  });

  it('says how much goes to which invoice', () => {
    const invoices = [invoice('own', 10_000), invoice('older', 5_000), invoice('newer', 900)];
    const [payment] = planCapture({
      amountMinor: 12_000,
      feeMinor: 0,
      invoices,
      writeOffUpToMinor: 0,
    });
    expect(payment).toMatchObject({
      applied: [
        { invoiceNumber: 'INV-own', amountMinor: 10_000 },
        { invoiceNumber: 'INV-older', amountMinor: 2_000 },
      ],
      unusedMinor: 0,
    });
  });
});

describe('a void in the books', () => {
  const applied = (...amounts: number[]) =>
    amounts.map((amountMinor, index) => ({
      invoiceId: `${index + 1}`,
      invoiceNumber: `INV-${index + 1}`,
      amountMinor,
    }));
  const shown = (amountMinor: number, over: number[], leftMinor = 0, fee = [0, 0]) => {
    const [feeMinor = 0, feeLeftMinor = 0] = fee;
    const payment = { amountMinor, applied: applied(...over), feeMinor };
    const { record, keeps } = planVoid(payment, leftMinor, feeLeftMinor);
    return [...lines([record]), ...keeps.map((one) => `${one.invoiceNumber} ${one.amountMinor}`)];
  };
  const rows: readonly [string, string[], string[]][] = [
    [
      'of a whole sale: the payment goes, its invoices are open again',
      shown(12_000, [10_000]),
      ['payment-removed: Dr receivables 10000, Dr customer-credit 2000, Cr clearing 12000'],
    ],
    [
      'of one of two captures of an invoice: just that much of it is open again',
      shown(10_000, [10_000], 6_000),
      ['payment-lowered: Dr receivables 4000, Cr clearing 4000', 'INV-1 6000'],
    ],
    [
      'of a sale with a fee by contract: the fee goes, too',
      shown(10_000, [10_000], 0, [320, 0]),
      ['payment-removed: Dr receivables 10000, Cr clearing 9680, Cr gateway-fees 320'],
    ],
    [
      'of one of two captures with fees: its own fee goes with it',
      shown(4_000, [4_000], 2_500, [177, 103]),
      ['payment-lowered: Dr receivables 1500, Cr clearing 1426, Cr gateway-fees 74', 'INV-1 2500'],
    ],
    [
      'of one of several captures, where something was paid too much: that goes first',
      shown(12_000, [10_000], 9_000),
      [
        'payment-lowered: Dr receivables 1000, Dr customer-credit 2000, Cr clearing 3000',
        'INV-1 9000',
      ],
    ],
    [
      'of a capture that was credit of the customer alone',
      shown(12_000, [10_000], 10_500),
      ['payment-lowered: Dr customer-credit 1500, Cr clearing 1500', 'INV-1 10000'],
    ],
    [
      'of one of several captures over two invoices: the last invoice opens first',
      shown(12_000, [10_000, 2_000], 7_000),
      ['payment-lowered: Dr receivables 5000, Cr clearing 5000', 'INV-1 7000'],
    ],
  ];
  it.each(rows)('%s', (_, planned, wanted) => {
    expect(planned).toEqual(wanted);
  });
});
