// Whatever lines go back in whatever steps: never more than the line, in the end just the line, and each part booked to the unit.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { planRefund } from '../../../functions/core/domain/books-plan-refund.ts';
import { paidLines } from '../../../functions/core/domain/paid-lines.ts';
import {
  areFair,
  lineAmount,
  lineRooms,
  type RefundLine,
  splitLines,
} from '../../../functions/core/domain/refund-lines.ts';

const invoiceLines = fc
  .array(
    fc.record({
      quantityMilli: fc.integer({ min: 1, max: 20_000 }),
      totalMinor: fc.integer({ min: 0, max: 500_000 }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((lines) => lines.map((line, index) => ({ ...line, id: `line${index}` })));

it('a line that goes back in steps comes to its total, and never to more on the way', () => {
  const steps = fc.array(fc.integer({ min: 1, max: 4_000 }), { maxLength: 30 });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.integer({ min: 1, max: 30_000 }),
      steps,
      (totalMinor, quantityMilli, wanted) => {
        const line = { id: 'a', quantityMilli, totalMinor };
        let taken: RefundLine[] = [];
        for (const step of [...wanted, quantityMilli]) {
          const [room] = lineRooms([line], [{ amountMinor: 0, lines: taken }], 'USD');
          if (room === undefined) throw new Error('the line is there');
          const isRest = step === quantityMilli;
          const milli = isRest ? room.quantityMilli - room.takenQuantityMilli : step;
          const amountMinor = lineAmount(room, milli);
          if (amountMinor === undefined) continue;
          taken = [...taken, { lineId: 'a', quantityMilli: milli, amountMinor }];
          const sum = taken.reduce((all, one) => all + one.amountMinor, 0);
          expect(sum).toBeLessThanOrEqual(totalMinor);
        }
        expect(taken.reduce((all, one) => all + one.amountMinor, 0)).toBe(totalMinor);
      },
    ),
  );
});

it('chosen lines make a credit note of just their amounts, over however many refunds they go', () => {
  fc.assert(
    fc.property(
      invoiceLines,
      fc.integer({ min: -2_000, max: 5_000 }),
      fc.array(fc.nat(1_000), { minLength: 6, maxLength: 7 }),
      fc.nat(1_000),
      (lines, beside, shares, cut) => {
        const sum = lines.reduce((all, line) => all + line.totalMinor, 0);
        const totalMinor = Math.max(1, sum + beside);
        const rooms = lineRooms(paidLines({ totalMinor, lines }, 'USD'), [], 'USD');
        const chosen = rooms.flatMap((room, index): RefundLine[] => {
          const quantityMilli = Math.ceil((room.quantityMilli * (shares[index] ?? 0)) / 1_000);
          const amountMinor = lineAmount(room, quantityMilli);
          return amountMinor === undefined ? [] : [{ lineId: room.id, quantityMilli, amountMinor }];
        });
        const amountMinor = chosen.reduce((all, one) => all + one.amountMinor, 0);
        fc.pre(amountMinor > 0);
        expect(areFair(rooms, chosen)).toBe(true);
        const firstMinor = Math.floor((amountMinor * cut) / 1_000);
        const parts = [firstMinor, amountMinor - firstMinor].filter((minor) => minor > 0);
        const split = splitLines(chosen, parts);
        split.forEach((byLine, index) => {
          const partMinor = parts[index] ?? 0;
          const invoice = { id: '1', number: 'INV-1', totalMinor, lines };
          const plan = planRefund({
            amountMinor: partMinor,
            currency: 'USD',
            unusedMinor: 700,
            invoice,
            byLine,
          });
          if (!plan.ok) throw new Error(plan.why);
          expect(plan.records.map(({ kind }) => kind)).toEqual([
            'credit-note',
            'credit-note-refund',
          ]);
          const [note] = plan.records;
          expect(note?.amountMinor).toBe(partMinor);
        });
        const quantityOf = (of: readonly RefundLine[]) =>
          of.reduce((all, one) => all + one.quantityMilli, 0);
        expect(quantityOf(split.flat())).toBe(quantityOf(chosen));
      },
    ),
  );
});
