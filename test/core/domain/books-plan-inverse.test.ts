// What takes each planned record back, and what holds whatever happened.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BooksRecord,
  planCapture,
  planWriteOffCancelled,
} from '../../../functions/core/domain/books-plan.ts';
import { planRefund, planVoid } from '../../../functions/core/domain/books-plan-refund.ts';
import { invoice, paid } from './accounting-entries.ts';

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
