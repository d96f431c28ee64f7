// Refunds in the books: each row says what happened and what an accountant would write.
import { describe, expect, it } from 'vitest';
import { creditedSoFar, refundSources } from '../../../functions/core/domain/books-plan-credits.ts';
import { planRefund } from '../../../functions/core/domain/books-plan-refund.ts';
import { lineRooms } from '../../../functions/core/domain/refund-lines.ts';
import { lines, paid } from './accounting-entries.ts';

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
