// Credit notes: a refund is spread over the invoice so that accounts and tax are reversed right, to the unit.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money } from '../../../../functions/core/domain/money.ts';
import type { LedgerInvoice } from '../../../../functions/core/ports/ledger.ts';
import { creditLines } from '../../../../functions/core/steps/actions/post-credit-note.ts';

function invoice(lineTotals: readonly number[], totalMinor: number): LedgerInvoice {
  return {
    id: '46000',
    number: 'INV-000001',
    status: 'paid',
    customerId: '46001',
    total: money(totalMinor, 'USD'),
    balance: money(0, 'USD'),
    lines: lineTotals.map((total, index) => ({
      id: `line-${index}`,
      accountId: `account-${index}`,
      ...(index % 2 === 0 ? { taxId: `tax-${index}` } : {}),
      totalMinor: total,
    })),
  };
}

describe('credit lines', () => {
  it('keep the account and tax of each line, and credit shipping by its share', () => {
    const lines = creditLines(invoice([6_000, 3_000], 10_000), 5_000, 'Damaged');
    expect(lines).toMatchObject([
      { invoiceLineId: 'line-0', accountId: 'account-0', taxId: 'tax-0', amount: { minor: 3_000 } },
      { invoiceLineId: 'line-1', accountId: 'account-1', amount: { minor: 1_500 } },
      { accountId: 'account-0', amount: { minor: 500 } },
    ]);
    expect(lines[2]?.invoiceLineId).toBeUndefined();
  });

  it('credit just the lines when all of the invoice goes back', () => {
    const lines = creditLines(invoice([6_000, 4_000], 10_000), 10_000, 'Cancelled');
    expect(lines.map((line) => line.amount.minor)).toEqual([6_000, 4_000]);
  });

  it('make one line of an invoice that has none', () => {
    expect(creditLines(invoice([], 0), 700, 'x')).toMatchObject([{ amount: { minor: 700 } }]);
  });

  it('always come to the refunded amount, and never credit a line with more than it was', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 0, max: 50_000 }),
        fc.double({ min: 0.0001, max: 1, noNaN: true }),
        (totals, beside, share) => {
          const whole = totals.reduce((sum, total) => sum + total, 0) + beside;
          const refunded = Math.max(1, Math.floor(whole * share));
          const lines = creditLines(invoice(totals, whole), refunded, 'r');
          expect(lines.reduce((sum, line) => sum + line.amount.minor, 0)).toBe(refunded);
          for (const line of lines) {
            const index = Number(line.invoiceLineId?.slice('line-'.length));
            const limit = line.invoiceLineId === undefined ? beside : totals[index];
            expect(line.amount.minor).toBeLessThanOrEqual(limit ?? 0);
          }
        },
      ),
      { numRuns: 300, seed: 4 },
    );
  });
});
