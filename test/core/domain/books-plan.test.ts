// Accounting entries: each row says what happened and what an accountant would write.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BooksRecord,
  type Posting,
  planCapture,
  planRefund,
  planVoid,
} from '../../../functions/core/domain/books-plan.ts';

const invoice = (id: string, balanceMinor: number) => ({ id, number: `INV-${id}`, balanceMinor });

/** `Dr clearing 100, Cr receivables 100`. */
function entry(postings: readonly Posting[]): string {
  return postings
    .map(
      (one) =>
        `${one.debitMinor > 0 ? 'Dr' : 'Cr'} ${one.account} ${one.debitMinor + one.creditMinor}`,
    )
    .join(', ');
}

function lines(records: readonly BooksRecord[]): string[] {
  return records.map((record) => `${record.kind}: ${entry(record.postings)}`);
}

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

const paid = {
  id: '1',
  number: 'INV-1',
  totalMinor: 11_900,
  lines: [
    { id: 'a', accountId: 'sales', taxId: 'vat19', totalMinor: 7_140 },
    { id: 'b', accountId: 'books', taxId: 'vat7', totalMinor: 3_760 },
  ],
};

describe('a refund in the books', () => {
  const refund = (amountMinor: number, more: Partial<Parameters<typeof planRefund>[0]> = {}) => {
    const plan = planRefund({
      amountMinor,
      currency: 'EUR',
      unusedMinor: 0,
      invoice: paid,
      ...more,
    });
    return plan.ok ? lines(plan.records) : plan.why;
  };
  const noted = (amountMinor: number) => [
    `credit-note: Dr sales-and-tax ${amountMinor}, Cr customer-credit ${amountMinor}`,
    `credit-note-refund: Dr customer-credit ${amountMinor}, Cr clearing ${amountMinor}`,
  ];
  const { invoice: _, ...withoutInvoice } = { invoice: paid, unusedMinor: 2_000 };

  const rows: readonly [string, string | string[], string | string[]][] = [
    ['of a paid invoice in full', refund(11_900), noted(11_900)],
    ['of a part', refund(4_000), noted(4_000)],
    [
      'of what was paid too much',
      refund(2_000, { unusedMinor: 2_000 }),
      ['payment-refund: Dr customer-credit 2000, Cr clearing 2000'],
    ],
    [
      'of what was paid too much and a part of the sale',
      refund(3_000, { unusedMinor: 2_000 }),
      ['payment-refund: Dr customer-credit 2000, Cr clearing 2000', ...noted(1_000)],
    ],
    [
      'of a line, although something was paid too much',
      refund(3_760, { unusedMinor: 2_000, byLine: [{ lineId: 'b', amountMinor: 3_760 }] }),
      noted(3_760),
    ],
    [
      'of lines that don’t come to the amount',
      refund(4_000, { byLine: [{ lineId: 'b', amountMinor: 3_760 }] }),
      'lines-differ',
    ],
    [
      'of more of a line than it came to',
      refund(3_761, { byLine: [{ lineId: 'b', amountMinor: 3_761 }] }),
      'lines-differ',
    ],
  ];
  it.each(rows)('%s', (_, planned, wanted) => {
    expect(planned).toEqual(wanted);
  });

  it('of a payment without an invoice: only what is unused can be booked', () => {
    const plan = planRefund({ amountMinor: 2_500, currency: 'EUR', ...withoutInvoice });
    expect(plan).toEqual({ ok: false, why: 'no-invoice' });
  });

  it('reverses each line’s own tax, and shipping by its share', () => {
    const plan = planRefund({ amountMinor: 5_950, currency: 'EUR', unusedMinor: 0, invoice: paid });
    expect(plan).toMatchObject({
      records: [
        {
          lines: [
            { invoiceLineId: 'a', taxId: 'vat19', amountMinor: 3_570 },
            { invoiceLineId: 'b', taxId: 'vat7', amountMinor: 1_880 },
            { accountId: 'sales', amountMinor: 500 },
          ],
        },
        { kind: 'credit-note-refund' },
      ],
    });
  });
});

describe('a void in the books', () => {
  it('removes the payment and opens its invoices again', () => {
    const applied = [{ invoiceId: '1', invoiceNumber: 'INV-1', amountMinor: 10_000 }];
    expect(lines(planVoid({ amountMinor: 12_000, applied }))).toEqual([
      'payment-removed: Dr receivables 10000, Dr customer-credit 2000, Cr clearing 12000',
    ]);
  });
});

describe('whatever happened', () => {
  const amount = fc.integer({ min: 1, max: 1_000_000 });
  const isBalanced = (records: readonly BooksRecord[]) => {
    for (const { postings } of records) {
      const sum = postings.reduce((total, one) => total + one.debitMinor - one.creditMinor, 0);
      expect(sum).toBe(0);
      for (const one of postings) expect(Math.min(one.debitMinor, one.creditMinor)).toBe(0);
    }
  };

  it('debits equal credits, and a void leaves nothing of its capture', () => {
    const balances = fc.array(fc.integer({ min: -50, max: 500_000 }), { maxLength: 5 });
    fc.assert(
      fc.property(amount, balances, (amountMinor, each) => {
        const invoices = each.map((balance, index) => invoice(String(index), balance));
        const records = planCapture({ amountMinor, feeMinor: 0, invoices, writeOffUpToMinor: 0 });
        isBalanced(records);
        const [payment] = records;
        if (payment?.kind !== 'customer-payment') throw new Error('no payment');
        const undone = planVoid(payment);
        isBalanced(undone);
        const net = new Map<string, number>();
        for (const one of [...records, ...undone].flatMap((record) => record.postings)) {
          net.set(one.account, (net.get(one.account) ?? 0) + one.debitMinor - one.creditMinor);
        }
        expect([...net.values()].every((value) => value === 0)).toBe(true);
      }),
    );
  });

  it('a refund takes just its amount from the clearing account, line by line', () => {
    const line = fc.integer({ min: 0, max: 100_000 });
    const wanted = fc.record({ amountMinor: amount, unusedMinor: fc.nat(500_000) });
    fc.assert(
      fc.property(
        wanted,
        fc.array(line, { maxLength: 6 }),
        fc.nat(5_000),
        (asked, each, beside) => {
          const totals = each.map((totalMinor, index) => ({ id: String(index), totalMinor }));
          const totalMinor = each.reduce((sum, one) => sum + one, 0) + beside;
          const own = { id: '1', number: 'INV-1', totalMinor, lines: totals };
          const plan = planRefund({ ...asked, currency: 'USD', invoice: own });
          if (!plan.ok) throw new Error(plan.why);
          isBalanced(plan.records);
          const postings = plan.records.flatMap((record) => record.postings);
          const left = postings.filter((one) => one.account === 'clearing');
          expect(left.reduce((sum, one) => sum + one.creditMinor, 0)).toBe(asked.amountMinor);
        },
      ),
    );
  });
});
