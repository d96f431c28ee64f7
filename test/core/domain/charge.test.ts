// A charge's reference: found again at the gateway, and never mistaken for a shop's order number.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chargeReference,
  isChargeReference,
  judgeRoom,
  mayChargeBecome,
  stateAfterDecline,
} from '../../../functions/core/domain/charge.ts';
import { intentId } from '../../../functions/core/domain/ids.ts';

const intent = (seed: number) => intentId(1_795_000_000_000, new Uint8Array(16).fill(seed));

describe('chargeReference', () => {
  it('shows the invoice number and tells the tries apart', () => {
    expect(chargeReference('INV-000123', intent(1))).toBe('INV-000123.TB11111111');
    expect(chargeReference('INV-000123', intent(2))).not.toBe(
      chargeReference('INV-000123', intent(1)),
    );
  });

  it('is always recognized, short enough, and of harmless characters', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 120 }), fc.nat(31), (reference, seed) => {
        const made = chargeReference(reference, intent(seed));
        expect(isChargeReference(made)).toBe(true);
        expect(made.length).toBeLessThanOrEqual(50);
        expect(made).toMatch(/^[A-Za-z0-9_#/.-]+$/);
      }),
    );
  });

  it.each(['1001', 'INV-000123', '#1001', 'A.TB', 'INV.TB1234567', 'INV.TB123456789'])(
    '%s is none of ours',
    (reference) => {
      expect(isChargeReference(reference)).toBe(false);
    },
  );
});

describe('a charge', () => {
  it('that was given up and then turns up is corrected, and what is paid stays paid', () => {
    expect(mayChargeBecome('failed', 'paid')).toBe(true);
    expect(mayChargeBecome('expired', 'paid')).toBe(true);
    expect(mayChargeBecome('paid', 'failed')).toBe(false);
  });

  it.each([
    [1, 'INSUFFICIENT_FUND', 'asked'],
    [5, 'INSUFFICIENT_FUND', 'declined'],
    [1, 'STOLEN_LOST_CARD', 'declined'],
  ] as const)('of a link, declined at try %s for %s: %s', (tries, reason, wanted) => {
    expect(stateAfterDecline(tries, reason)).toBe(wanted);
  });

  it.each([
    { open: 100, held: 0, asked: 100, wanted: 'free' },
    { open: 100, held: 40, asked: 60, wanted: 'free' },
    { open: 100, held: 41, asked: 60, wanted: 'being-paid' },
    { open: 100, held: 0, asked: 101, wanted: 'too-much' },
    { open: 0, held: 0, asked: 100, wanted: 'settled' },
    { open: -5, held: 0, asked: 1, wanted: 'settled' },
    // Booked, and not yet known to be: counted twice, so that it waits.
    { open: 40, held: 60, asked: 40, wanted: 'being-paid' },
  ])('of $open open and $held held, $asked: $wanted', ({ open, held, asked, wanted }) => {
    expect(judgeRoom({ balanceMinor: open, heldMinor: held }, asked)).toBe(wanted);
  });
});
