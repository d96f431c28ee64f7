// A refund by chosen lines: what a quantity of an invoice's line comes to, so that parts add up to the line to the unit.
import { allocate, money } from './money.ts';

/** How much of which line goes back. */
export interface RefundLine {
  readonly lineId: string;
  /** Thousandths of a piece. */
  readonly quantityMilli: number;
  /** With tax inside. */
  readonly amountMinor: number;
}

/** What an invoice has beside its lines (delivery, adjustment), as one line of one piece. */
export const BESIDE_LINES = 'beside';

/** A line as it was paid, with tax inside. */
export interface PaidLine {
  readonly id: string;
  readonly quantityMilli: number;
  readonly totalMinor: number;
}

/** A line with what of it went back by earlier refunds, or may yet. */
export interface LineRoom extends PaidLine {
  readonly takenQuantityMilli: number;
  readonly takenMinor: number;
}

/** A refund as far as it takes of the lines; by an amount alone where it names none. */
export interface RefundOfLines {
  readonly amountMinor: number;
  readonly lines?: readonly RefundLine[];
}

/**
 * What the lines have left after these refunds, in the order in which they were made. An amount is taken off all of them, by what
 * each has left, so that the pieces that are left are worth less: the same shares as in its credit note.
 * @param besideMinor of the payment is for no line of this invoice (excess, other invoices): amounts take it first.
 */
export function lineRooms(
  lines: readonly PaidLine[],
  refunds: readonly RefundOfLines[],
  currency: string,
  besideMinor = 0,
): readonly LineRoom[] {
  let restMinor = besideMinor;
  let rooms = lines.map(fullRoom);
  for (const { amountMinor, lines: chosen } of refunds) {
    if (chosen !== undefined) {
      rooms = rooms.map((room) => takenFrom(room, chosen));
      continue;
    }
    const fromBesideMinor = Math.min(restMinor, amountMinor);
    restMinor -= fromBesideMinor;
    rooms = loweredBy(rooms, amountMinor - fromBesideMinor, currency);
  }
  return rooms;
}

function fullRoom(line: PaidLine): LineRoom {
  return { ...line, takenQuantityMilli: 0, takenMinor: 0 };
}

function takenFrom(room: LineRoom, chosen: readonly RefundLine[]): LineRoom {
  const own = chosen.filter(({ lineId }) => lineId === room.id);
  return {
    ...room,
    takenQuantityMilli: own.reduce((sum, one) => sum + one.quantityMilli, room.takenQuantityMilli),
    takenMinor: own.reduce((sum, one) => sum + one.amountMinor, room.takenMinor),
  };
}

/** What is left stands for itself from here on: fewer pieces, at what they are worth now. */
function loweredBy(rooms: readonly LineRoom[], amountMinor: number, currency: string): LineRoom[] {
  const left = rooms.map(leftMinor);
  const sumMinor = left.reduce((sum, one) => sum + one, 0);
  if (amountMinor === 0 || sumMinor === 0) return [...rooms];
  const parts = allocate(money(Math.min(amountMinor, sumMinor), currency), left);
  return rooms.map((room, index) =>
    fullRoom({
      id: room.id,
      quantityMilli: room.quantityMilli - room.takenQuantityMilli,
      totalMinor: leftMinor(room) - (parts[index]?.minor ?? 0),
    }),
  );
}

/** Never below zero: what was credited by hand beside us is not known here. */
export function leftMinor({ totalMinor, takenMinor }: LineRoom): number {
  return Math.max(0, totalMinor - takenMinor);
}

/**
 * What a quantity of a line comes to: rounded as a whole with what went back before, so that the last piece takes what the others have left
 * and the sum is the line's total. Undefined when the line has not that much any more.
 */
export function lineAmount(room: LineRoom, quantityMilli: number): number | undefined {
  const wholeMilli = room.takenQuantityMilli + quantityMilli;
  if (quantityMilli <= 0 || wholeMilli > room.quantityMilli) return undefined;
  const amountMinor = shareMinor(room, wholeMilli) - room.takenMinor;
  return amountMinor > 0 ? amountMinor : undefined;
}

/** Rounded half up. */
function shareMinor({ totalMinor, quantityMilli }: PaidLine, partMilli: number): number {
  const whole = BigInt(quantityMilli);
  return Number((2n * BigInt(totalMinor) * BigInt(partMilli) + whole) / (2n * whole));
}

/** Whether each line is there, has that much left, and is refunded at what it comes to. */
export function areFair(rooms: readonly LineRoom[], lines: readonly RefundLine[]): boolean {
  const isOnce = new Set(lines.map(({ lineId }) => lineId)).size === lines.length;
  return (
    isOnce &&
    lines.every(({ lineId, quantityMilli, amountMinor }) => {
      const room = rooms.find(({ id }) => id === lineId);
      return room !== undefined && lineAmount(room, quantityMilli) === amountMinor;
    })
  );
}

/** The lines over the parts of a refund, in their order; the parts' sum is the lines'. One that two parts share keeps its quantity in all. */
export function splitLines(
  lines: readonly RefundLine[],
  partsMinor: readonly number[],
): readonly (readonly RefundLine[])[] {
  let left = lines;
  return partsMinor.map((partMinor) => {
    const part = takeLines(left, partMinor);
    left = lessLines(left, part);
    return part;
  });
}

function takeLines(lines: readonly RefundLine[], amountMinor: number): readonly RefundLine[] {
  let leftMinor = amountMinor;
  return lines.flatMap((line) => {
    const takenMinor = Math.min(line.amountMinor, leftMinor);
    if (takenMinor === 0) return [];
    leftMinor -= takenMinor;
    const milli = (BigInt(line.quantityMilli) * BigInt(takenMinor)) / BigInt(line.amountMinor);
    return [{ ...line, quantityMilli: Number(milli), amountMinor: takenMinor }];
  });
}

/** What the lines have beside these. */
export function lessLines(
  lines: readonly RefundLine[],
  taken: readonly RefundLine[],
): readonly RefundLine[] {
  return lines.flatMap((line) => {
    const own = taken.filter(({ lineId }) => lineId === line.lineId);
    const amountMinor = own.reduce((left, one) => left - one.amountMinor, line.amountMinor);
    const quantityMilli = own.reduce((left, one) => left - one.quantityMilli, line.quantityMilli);
    return amountMinor > 0 ? [{ ...line, quantityMilli, amountMinor }] : [];
  });
}

/** Whether these lines may be a part of those: no line of another kind, none of more. */
export function areWithin(part: readonly RefundLine[], whole: readonly RefundLine[]): boolean {
  return part.every(({ lineId, amountMinor }) =>
    whole.some((one) => one.lineId === lineId && amountMinor <= one.amountMinor),
  );
}
