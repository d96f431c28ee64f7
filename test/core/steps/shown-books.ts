// What the books of a story hold, in lines that an accountant reads.
import type { World } from './world.ts';

type Books = Pick<World, 'records'>;

/** `p1: 100.00 = invoice-a 60.00 + invoice-b 30.00 + credit 10.00`, and what of it went back. */
export function books({ records }: Books): string[] {
  const shown = (minor: number) => (minor / 100).toFixed(2);
  const payments = [...records.payments.values()].map(({ reference, amount, applyTo }) => {
    const unusedMinor = applyTo.reduce((left, one) => left - one.amount.minor, amount.minor);
    const parts = [
      ...applyTo.map((one) => `${one.invoiceId} ${shown(one.amount.minor)}`),
      ...(unusedMinor === 0 ? [] : [`credit ${shown(unusedMinor)}`]),
    ];
    return `${reference}: ${shown(amount.minor)} = ${parts.join(' + ')}`;
  });
  const notes = [...records.creditNotes.values()].map(({ invoice, lines }) => {
    const minor = lines.reduce((sum, line) => sum + line.amount.minor, 0);
    return `credit note of ${invoice.id} ${shown(minor)}`;
  });
  const out = [...records.creditNoteRefunds.values(), ...records.excessRefunds.values()];
  const outMinor = out.reduce((sum, one) => sum + one.amount.minor, 0);
  return [
    ...payments,
    ...[...records.writtenOff.keys()].map((id) => `written off ${id}`),
    ...notes.toSorted(),
    ...(outMinor === 0 ? [] : [`paid back ${shown(outMinor)}`]),
  ];
}
