// Accounting entries: each row says what happened and what an accountant would write.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BooksRecord,
  type Posting,
  planCapture,
  planWriteOffCancelled,
} from '../../../functions/core/domain/books-plan.ts';
import { creditedSoFar, refundSources } from '../../../functions/core/domain/books-plan-credits.ts';
import { planRefund, planVoid } from '../../../functions/core/domain/books-plan-refund.ts';
import { lineRooms } from '../../../functions/core/domain/refund-lines.ts';

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
      'of delivery, which is no line of the invoice',
      refund(1_000, { byLine: [{ lineId: 'beside', amountMinor: 1_000 }] }),
      noted(1_000),
    ],
    [
      'of more delivery than was paid',
      refund(1_001, { byLine: [{ lineId: 'beside', amountMinor: 1_001 }] }),
      'lines-differ',
    ],
    [
      'of several lines',
      refund(10_900, {
        byLine: [
          { lineId: 'a', amountMinor: 7_140 },
          { lineId: 'b', amountMinor: 3_760 },
        ],
      }),
      noted(10_900),
    ],
    [
      'of a line that the invoice does not have',
      refund(100, { byLine: [{ lineId: 'c', amountMinor: 100 }] }),
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

  it('of a payment without an invoice goes back to the customer’s credit', () => {
    const plan = planRefund({ amountMinor: 2_000, currency: 'EUR', ...withoutInvoice });
    expect(plan.ok ? lines(plan.records) : plan.why).toEqual([
      'payment-refund: Dr customer-credit 2000, Cr clearing 2000',
    ]);
  });

  it('after another takes each line by what that has left of it', () => {
    const rooms = lineRooms(
      [
        { id: 'a', quantityMilli: 1_000, totalMinor: 7_140 },
        { id: 'b', quantityMilli: 1_000, totalMinor: 3_760 },
        { id: 'beside', quantityMilli: 1_000, totalMinor: 1_000 },
      ],
      [
        {
          amountMinor: 7_140,
          lines: [{ lineId: 'a', quantityMilli: 1_000, amountMinor: 7_140 }],
        },
      ],
      'EUR',
    );
    const asked = { currency: 'EUR', unusedMinor: 0, invoice: paid, rooms };
    expect(planRefund({ ...asked, amountMinor: 4_760 })).toMatchObject({
      records: [
        { lines: [{ invoiceLineId: 'b', amountMinor: 3_760 }, { amountMinor: 1_000 }] },
        { kind: 'credit-note-refund' },
      ],
    });
    // Somebody has made the invoice smaller: what is left does not reach, and the shares are of the whole.
    expect(planRefund({ ...asked, amountMinor: 5_950 })).toMatchObject({
      records: [
        { lines: [{ amountMinor: 3_570 }, { amountMinor: 1_880 }, { amountMinor: 500 }] },
        {},
      ],
    });
  });

  it('reverses the tax of just the chosen lines', () => {
    const byLine = [{ lineId: 'b', amountMinor: 1_880 }];
    const plan = planRefund({
      amountMinor: 1_880,
      currency: 'EUR',
      unusedMinor: 0,
      invoice: paid,
      byLine,
    });
    expect(plan).toMatchObject({
      records: [
        { lines: [{ invoiceLineId: 'b', accountId: 'books', taxId: 'vat7', amountMinor: 1_880 }] },
        { kind: 'credit-note-refund' },
      ],
    });
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

describe('where a refund of an amount is taken from', () => {
  const applied = (...parts: [string, number][]) =>
    parts.map(([invoiceId, amountMinor]) => ({ invoiceId, amountMinor }));
  const from = (
    amountMinor: number,
    unusedMinor: number,
    parts: [string, number][],
    creditedMinor = 0,
    own = 'own',
  ) => {
    const booked = { unusedMinor, applied: applied(...parts) };
    const found = refundSources(booked, own, amountMinor, creditedMinor);
    return [
      ...(found.excessMinor === 0 ? [] : [`excess ${found.excessMinor}`]),
      ...found.credits.map((one) => `${one.invoiceId} ${one.amountMinor}`),
      ...(found.unplacedMinor === 0 ? [] : [`no invoice for ${found.unplacedMinor}`]),
    ].join(', ');
  };
  const two: [string, number][] = [
    ['own', 6_000],
    ['other', 3_000],
  ];
  const rows: readonly [string, string, string][] = [
    ['of an invoice in part', from(2_000, 0, [['own', 6_000]]), 'own 2000'],
    [
      'of an overpayment: the excess first',
      from(2_000, 1_500, [['own', 6_000]]),
      'excess 1500, own 500',
    ],
    ['of two invoices: the last one first', from(4_000, 0, two), 'other 3000, own 1000'],
    ['of two invoices, after 20.00 went back', from(4_000, 0, two, 2_000), 'other 1000, own 3000'],
    ['of two invoices, after the last one went back', from(4_000, 0, two, 3_000), 'own 4000'],
    ['of two invoices and an excess', from(9_500, 500, two), 'excess 500, other 3000, own 6000'],
    ['of an advance that nobody has applied', from(2_000, 5_000, [], 0, ''), 'excess 2000'],
    [
      'of an advance that was applied to an invoice since',
      from(2_000, 0, [['later', 5_000]], 0, ''),
      'later 2000',
    ],
    [
      'of a payment that somebody has moved to another invoice',
      from(2_000, 0, [['later', 5_000]]),
      'later 2000',
    ],
    [
      'of a payment that somebody has taken off its invoice and spent',
      from(2_000, 0, []),
      'own 2000',
    ],
    [
      'of more than the books know of',
      from(2_000, 500, [], 0, ''),
      'excess 500, no invoice for 1500',
    ],
  ];
  it.each(rows)('%s', (_, found, wanted) => {
    expect(found).toBe(wanted);
  });

  it('counts only what earlier refunds have credited, not the excess that went back', () => {
    const booked = { amountMinor: 10_000, unusedMinor: 0, applied: applied(...two) };
    expect(creditedSoFar(booked, 2_500)).toBe(1_500);
    expect(creditedSoFar({ ...booked, unusedMinor: 1_000 }, 0)).toBe(0);
  });
});

describe('what takes each record back', () => {
  const capture = planCapture({
    amountMinor: 9_999,
    feeMinor: 0,
    invoices: [invoice('1', 10_000)],
    writeOffUpToMinor: 5,
  });
  const refunded = planRefund({
    amountMinor: 3_000,
    currency: 'EUR',
    unusedMinor: 2_000,
    invoice: paid,
  });
  const applied = [{ invoiceId: '1', invoiceNumber: 'INV-1', amountMinor: 10_000 }];
  const records: readonly BooksRecord[] = [
    ...capture,
    ...(refunded.ok ? refunded.records : []),
    planVoid({ amountMinor: 10_000, applied }).record,
    planVoid({ amountMinor: 10_000, applied }, 4_000).record,
    planWriteOffCancelled({ invoiceId: '1', invoiceNumber: 'INV-1', amountMinor: 1 }),
  ];

  it('is said in the books’ own words', () => {
    expect(records.map(({ kind, inverse }) => `${kind}: ${inverse}`)).toEqual([
      'customer-payment: Delete the customer payment; its invoices are open again.',
      'write-off: Cancel the write-off of the invoice.',
      'payment-refund: Delete the refund of the customer payment.',
      'credit-note: Void the credit note.',
      'credit-note-refund: Delete the refund of the credit note.',
      'payment-removed: Record the customer payment again.',
      'payment-lowered: Raise the customer payment again by what was voided.',
      'write-off-cancelled: Write the rest of the invoice off again.',
    ]);
  });

  it('touches the clearing account once for each movement, and nothing but these records does', () => {
    const touches = (record: BooksRecord) =>
      record.postings.filter(({ account }) => account === 'clearing').length;
    expect(records.map((record) => `${record.kind} ${touches(record)}`)).toEqual([
      'customer-payment 1',
      'write-off 0',
      'payment-refund 1',
      'credit-note 0',
      'credit-note-refund 1',
      'payment-removed 1',
      'payment-lowered 1',
      'write-off-cancelled 0',
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
      fc.property(amount, balances, fc.nat(100), (amountMinor, each, feePercent) => {
        const invoices = each.map((balance, index) => invoice(String(index), balance));
        const feeMinor = Math.floor((amountMinor * feePercent) / 100);
        const records = planCapture({ amountMinor, feeMinor, invoices, writeOffUpToMinor: 0 });
        isBalanced(records);
        const [payment] = records;
        if (payment?.kind !== 'customer-payment') throw new Error('no payment');
        const undone = [planVoid(payment).record];
        isBalanced(undone);
        const net = new Map<string, number>();
        for (const one of [...records, ...undone].flatMap((record) => record.postings)) {
          net.set(one.account, (net.get(one.account) ?? 0) + one.debitMinor - one.creditMinor);
        }
        expect([...net.values()].every((value) => value === 0)).toBe(true);
      }),
    );
  });

  it('voids of captures in any order leave just what is still captured, applied to no more than it', () => {
    const amounts = fc.array(amount, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(amounts, fc.nat(1_000_000), (captures, balanceMinor) => {
        let leftMinor = captures.reduce((sum, one) => sum + one, 0);
        let payment = {
          amountMinor: leftMinor,
          applied: [
            {
              invoiceId: '1',
              invoiceNumber: 'INV-1',
              amountMinor: Math.min(leftMinor, balanceMinor),
            },
          ].filter((one) => one.amountMinor > 0),
        };
        for (const voided of captures) {
          leftMinor -= voided;
          const { record, keeps } = planVoid(payment, leftMinor);
          isBalanced([record]);
          expect(record.amountMinor).toBe(voided);
          payment = { amountMinor: leftMinor, applied: [...keeps] };
          const sum = keeps.reduce((all, one) => all + one.amountMinor, 0);
          expect(sum).toBeLessThanOrEqual(leftMinor);
        }
        expect(payment.applied).toEqual([]);
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
