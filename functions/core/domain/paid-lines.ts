// An invoice's lines as they were paid: together they come to its total.
import { allocate, money } from './money.ts';
import { BESIDE_LINES, type PaidLine } from './refund-lines.ts';

/**
 * The lines as they come to the invoice's total: what it has beside them is one more line, and a discount on the whole is taken off
 * each by its share.
 */
export function paidLines(
  invoice: { readonly totalMinor: number; readonly lines: readonly PaidLine[] },
  currency: string,
): readonly PaidLine[] {
  const lines = invoice.lines.filter((line) => line.totalMinor > 0);
  const besideMinor = invoice.totalMinor - lines.reduce((sum, line) => sum + line.totalMinor, 0);
  if (besideMinor >= 0 || lines.length === 0) {
    const beside = { id: BESIDE_LINES, quantityMilli: 1_000, totalMinor: besideMinor };
    return besideMinor > 0 ? [...lines, beside] : lines;
  }
  const weights = lines.map((line) => line.totalMinor);
  const parts = allocate(money(invoice.totalMinor, currency), weights);
  return lines.map((line, index) => ({ ...line, totalMinor: parts[index]?.minor ?? 0 }));
}
