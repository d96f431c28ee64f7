// The balance rule under any history: what goes out never exceeds what came in.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  holdsAmount,
  type MovementEntry,
  type MovementKind,
  type MovementState,
  mayBecome,
  movementKinds,
  movementStates,
  refundLimits,
} from '../../../functions/core/domain/movement.ts';

type Act =
  | { readonly do: 'refund'; readonly amountMinor: number }
  | { readonly do: 'dispute'; readonly amountMinor: number }
  | { readonly do: 'move'; readonly which: number; readonly to: MovementState };

const amountMinor = fc.integer({ min: 1, max: 1_000 });
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ do: fc.constant('refund' as const), amountMinor }),
  fc.record({ do: fc.constant('dispute' as const), amountMinor }),
  fc.record({
    do: fc.constant('move' as const),
    which: fc.nat(),
    to: fc.constantFrom(...movementStates),
  }),
);

/** Plays a history as the product would: new money out only within the limit, states only as they may follow. */
function play(capturedMinor: number, acts: readonly Act[]): MovementEntry[] {
  const entries: MovementEntry[] = [
    { kind: 'capture', state: 'succeeded', amountMinor: capturedMinor },
  ];
  for (const step of acts) {
    if (step.do === 'move') {
      // The capture stays: what is voided is no longer there to be refunded, and the gateway refuses both.
      const index = 1 + (step.which % Math.max(1, entries.length - 1));
      const entry = entries[index];
      const freed = entry !== undefined && !holdsAmount(entry.state);
      // A refund that was given up and turns up later is a correction of the record, not a decision of ours.
      if (entry === undefined || freed || !mayBecome(entry.state, step.to)) continue;
      entries[index] = { ...entry, state: step.to };
    } else if (step.amountMinor <= refundLimits(entries).leftMinor) {
      entries.push({ kind: step.do, state: 'intended', amountMinor: step.amountMinor });
    }
  }
  return entries;
}

function outMinor(entries: readonly MovementEntry[]): number {
  return entries
    .filter((entry) => entry.kind !== 'capture' && holdsAmount(entry.state))
    .reduce((sum, entry) => sum + entry.amountMinor, 0);
}

describe('refund limits', () => {
  test('never let more out than was captured, whatever happens in whatever order', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3_000 }),
        fc.array(act, { maxLength: 60 }),
        (captured, acts) => {
          const entries = play(captured, acts);
          const limits = refundLimits(entries);
          expect(outMinor(entries)).toBeLessThanOrEqual(captured);
          expect(limits.leftMinor).toBe(captured - outMinor(entries));
        },
      ),
    ));

  const entry: fc.Arbitrary<MovementEntry> = fc.record({
    kind: fc.constantFrom<MovementKind>(...movementKinds),
    state: fc.constantFrom<MovementState>(...movementStates),
    amountMinor,
  });

  test('add up and are never negative, for any entries at all', () =>
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 30 }), (entries) => {
        const limits = refundLimits(entries);
        const out =
          limits.refundedMinor + limits.pendingMinor + limits.unknownMinor + limits.disputedMinor;
        expect(Math.min(...Object.values(limits))).toBeGreaterThanOrEqual(0);
        expect(limits.leftMinor).toBe(Math.max(0, limits.capturedMinor - out));
      }),
    ));

  test('do not depend on the order of the entries', () =>
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 20 }), (entries) => {
        expect(refundLimits([...entries].reverse())).toEqual(refundLimits(entries));
      }),
    ));

  test('never grow when money may have left, and never shrink when it certainly has not', () =>
    fc.assert(
      fc.property(fc.array(entry), amountMinor, (entries, units) => {
        const before = refundLimits(entries).leftMinor;
        for (const state of movementStates) {
          const after = refundLimits([...entries, { kind: 'refund', state, amountMinor: units }]);
          if (holdsAmount(state)) expect(after.leftMinor).toBeLessThanOrEqual(before);
          else expect(after.leftMinor).toBe(before);
        }
      }),
    ));
});
