// What chosen lines of an invoice come to: each row is read by whoever keeps the books.
import { describe, expect, it } from 'vitest';
import { paidLines } from '../../../functions/core/domain/paid-lines.ts';
import {
  areFair,
  areWithin,
  type LineRoom,
  leftMinor,
  lessLines,
  lineAmount,
  lineRooms,
  splitLines,
} from '../../../functions/core/domain/refund-lines.ts';

const line = (id: string, pieces: number, totalMinor: number) => ({
  id,
  quantityMilli: pieces * 1_000,
  totalMinor,
});

function room(pieces: number, totalMinor: number, takenPieces = 0, takenMinor = 0): LineRoom {
  const taken = { takenQuantityMilli: takenPieces * 1_000, takenMinor };
  return { ...line('a', pieces, totalMinor), ...taken };
}

describe('the lines of an invoice as they were paid', () => {
  const rows: readonly [string, number, ReturnType<typeof line>[], [string, number][]][] = [
    [
      'lines that come to the total',
      10_000,
      [line('a', 2, 7_000), line('b', 1, 3_000)],
      [
        ['a', 7_000],
        ['b', 3_000],
      ],
    ],
    [
      'delivery is a line of its own',
      10_500,
      [line('a', 2, 7_000), line('b', 1, 3_000)],
      [
        ['a', 7_000],
        ['b', 3_000],
        ['beside', 500],
      ],
    ],
    [
      'a discount on the whole is taken off each line by its share',
      9_000,
      [line('a', 2, 7_000), line('b', 1, 3_000)],
      [
        ['a', 6_300],
        ['b', 2_700],
      ],
    ],
    [
      'a line that is free cannot be refunded',
      500,
      [line('a', 1, 500), line('b', 1, 0)],
      [['a', 500]],
    ],
    ['an invoice without lines is one line', 800, [], [['beside', 800]]],
  ];
  it.each(rows)('%s', (_, totalMinor, lines, wanted) => {
    const found = paidLines({ totalMinor, lines }, 'USD');
    expect(found.map((one) => [one.id, one.totalMinor])).toEqual(wanted);
  });
});

describe('what a quantity of a line comes to', () => {
  const rows: readonly [string, LineRoom, number, number | undefined][] = [
    ['all of it', room(3, 1_000), 3, 1_000],
    ['one of three at 10.00', room(3, 1_000), 1, 333],
    ['the second of three', room(3, 1_000, 1, 333), 1, 334],
    ['the last takes what is left', room(3, 1_000, 2, 667), 1, 333],
    ['two at once are no more than one after the other', room(3, 1_000), 2, 667],
    ['half a piece', room(1, 999), 0.5, 500],
    ['more than was bought', room(3, 1_000), 4, undefined],
    ['more than is left', room(3, 1_000, 2, 667), 2, undefined],
    ['nothing', room(3, 1_000), 0, undefined],
    ['what is too little for a cent', room(1_000, 1), 1, undefined],
  ];
  it.each(rows)('%s', (_, of, pieces, wanted) => {
    expect(lineAmount(of, pieces * 1_000)).toBe(wanted);
  });
});

describe('whether chosen lines may be refunded', () => {
  const rooms = lineRooms(
    [line('a', 3, 1_000), line('b', 1, 400)],
    [{ amountMinor: 333, lines: [{ lineId: 'a', quantityMilli: 1_000, amountMinor: 333 }] }],
    'USD',
  );
  const chosen = (lineId: string, pieces: number, amountMinor: number) => ({
    lineId,
    quantityMilli: pieces * 1_000,
    amountMinor,
  });
  const rows: readonly [string, ReturnType<typeof chosen>[], boolean][] = [
    ['at what they come to', [chosen('a', 1, 334), chosen('b', 1, 400)], true],
    ['at a price of one’s own', [chosen('a', 1, 333)], false],
    ['more than is left', [chosen('a', 3, 667)], false],
    ['one that is not on the invoice', [chosen('c', 1, 100)], false],
    ['one twice', [chosen('b', 1, 400), chosen('b', 1, 400)], false],
  ];
  it.each(rows)('%s', (_, lines, wanted) => {
    expect(areFair(rooms, lines)).toBe(wanted);
  });

  it('a part is of the same lines, and no more of any', () => {
    const whole = [chosen('a', 2, 667), chosen('b', 1, 400)];
    expect(areWithin([chosen('a', 1, 333)], whole)).toBe(true);
    expect(areWithin([chosen('a', 2, 668)], whole)).toBe(false);
    expect(areWithin([chosen('c', 1, 1)], whole)).toBe(false);
  });

  it('over two refunds, a line that both share keeps its quantity in all', () => {
    const whole = [chosen('a', 2, 667), chosen('b', 1, 400)];
    const [first = [], second = []] = splitLines(whole, [500, 567]);
    expect(first).toEqual([{ lineId: 'a', quantityMilli: 1_499, amountMinor: 500 }]);
    expect(second).toEqual([
      { lineId: 'a', quantityMilli: 501, amountMinor: 167 },
      { lineId: 'b', quantityMilli: 1_000, amountMinor: 400 },
    ]);
    expect(lessLines(whole, [...first, ...second])).toEqual([]);
  });
});

describe('what lines have left after refunds of amounts', () => {
  const paid = [line('a', 3, 6_000), line('b', 1, 4_000)];
  const byLine = (lineId: string, pieces: number, amountMinor: number) => ({
    amountMinor,
    lines: [{ lineId, quantityMilli: pieces * 1_000, amountMinor }],
  });
  const rows: readonly [string, Parameters<typeof lineRooms>[1], number, string[]][] = [
    ['nothing went back', [], 0, ['a 3 of 6000', 'b 1 of 4000']],
    [
      '10.00 of 100.00: each is worth a tenth less',
      [{ amountMinor: 1_000 }],
      0,
      ['a 3 of 5400', 'b 1 of 3600'],
    ],
    [
      'first a piece, then an amount of the rest',
      [byLine('a', 1, 2_000), { amountMinor: 800 }],
      0,
      ['a 2 of 3600', 'b 1 of 3600'],
    ],
    [
      'an amount, then a piece at what it is worth now',
      [{ amountMinor: 1_000 }, byLine('a', 1, 1_800)],
      0,
      ['a 2 of 3600', 'b 1 of 3600'],
    ],
    [
      'an amount that was paid too much takes of no line',
      [{ amountMinor: 1_000 }],
      1_000,
      ['a 3 of 6000', 'b 1 of 4000'],
    ],
    [
      'an amount over the excess takes the rest of the lines',
      [{ amountMinor: 1_500 }, { amountMinor: 500 }],
      1_000,
      ['a 3 of 5400', 'b 1 of 3600'],
    ],
    ['all of it', [{ amountMinor: 10_000 }], 0, ['a 3 of 0', 'b 1 of 0']],
    [
      'one line as a whole, then all the rest',
      [byLine('b', 1, 4_000), { amountMinor: 6_000 }],
      0,
      ['a 3 of 0', 'b 0 of 0'],
    ],
  ];
  it.each(rows)('%s', (_, refunds, besideMinor, wanted) => {
    const shown = lineRooms(paid, refunds, 'USD', besideMinor).map((one) => {
      const pieces = (one.quantityMilli - one.takenQuantityMilli) / 1_000;
      return `${one.id} ${pieces} of ${leftMinor(one)}`;
    });
    expect(shown).toEqual(wanted);
  });
});
