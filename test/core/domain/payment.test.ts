// Payment states: newer truth wins, older and unreachable states change nothing.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applyState,
  isPaid,
  mayFollow,
  type PaymentState,
  paymentStates,
} from '../../../functions/core/domain/payment.ts';

// A life as the gateway tells it; deliveries repeat and overtake each other.
const life: readonly PaymentState[] = [
  'created',
  'pending-review',
  'authorized',
  'captured',
  'settled',
];

describe('payment states', () => {
  test.each<[PaymentState, PaymentState]>([
    ['created', 'captured'],
    ['pending-review', 'captured'],
    ['authorized', 'settled'],
    ['captured', 'settled'],
    ['captured', 'disputed'],
    ['disputed', 'lost'],
    ['lost', 'won'],
    ['needs-inspection', 'declined'],
    // Money that is held says more than a refusal: it must be seen, and can be refunded.
    ['declined', 'captured'],
    ['reversed', 'partially-captured'],
    ['declined', 'reversed'],
    ['captured', 'voided'],
  ])('%s may be followed by %s', (current, next) => {
    expect(applyState(current, next)).toBe(next);
  });

  test.each<[PaymentState, PaymentState]>([
    ['settled', 'captured'],
    ['captured', 'authorized'],
    ['captured', 'declined'],
    ['partially-captured', 'reversed'],
    ['reversed', 'declined'],
    ['reversed', 'authorized'],
    ['captured', 'needs-inspection'],
    ['settled', 'voided'],
  ])('%s stays when %s arrives late', (current, late) => {
    expect(applyState(current, late)).toBe(current);
  });

  test('staying is no change and nothing leads back to created', () => {
    for (const state of paymentStates) {
      expect(mayFollow(state, state)).toBe(false);
      expect(mayFollow(state, 'created')).toBe(false);
    }
  });

  test('the company holds money exactly in these states', () => {
    expect(paymentStates.filter(isPaid)).toEqual([
      'partially-captured',
      'captured',
      'settled',
      'disputed',
      'won',
    ]);
  });

  test('readings of one life of a payment end the same in any order and number', () =>
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...life], { minLength: life.length }),
        fc.array(fc.constantFrom(...life)),
        (shuffled, repeats) => {
          const end = [...shuffled, ...repeats].reduce(applyState, 'created');
          expect(end).toBe('settled');
        },
      ),
    ));

  test('any readings at all end the same in any order and number', () => {
    const undisputed = paymentStates.filter(
      (state) => state !== 'disputed' && state !== 'won' && state !== 'lost',
    );
    const readings = fc.array(fc.constantFrom(...undisputed), { minLength: 1, maxLength: 8 });
    return fc.assert(
      fc.property(
        readings.chain((some) =>
          fc.tuple(
            fc.constant(some),
            fc.shuffledSubarray([...some], { minLength: some.length }),
            fc.array(fc.constantFrom(...some)),
          ),
        ),
        ([some, shuffled, repeats]) => {
          const end = (all: readonly PaymentState[]) => all.reduce(applyState, 'created');
          expect(end([...shuffled, ...repeats])).toBe(end(some));
        },
      ),
    );
  });

  test('only a dispute that comes and goes can come round again', () => {
    const reaches = (
      from: PaymentState,
      to: PaymentState,
      seen: readonly PaymentState[],
    ): boolean =>
      paymentStates.some(
        (next) =>
          mayFollow(from, next) &&
          !seen.includes(next) &&
          (next === to || reaches(next, to, [...seen, next])),
      );
    const circular = paymentStates.filter((state) => reaches(state, state, []));
    expect(circular).toEqual(['disputed', 'won', 'lost']);
  });
});
