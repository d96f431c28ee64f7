// Which action is offered on a payment, which one is recommended, and why the others are not possible.
import { describe, expect, it } from 'vitest';
import {
  captureRooms,
  type MovementAction,
  type OfferFacts,
  offerMovements,
  planRefund,
} from '../../../functions/core/domain/movement-offers.ts';
import { base, DAY_MS, moved, NOW, offerRows, refund } from './offer-rows.ts';

/** `recommended 10000`, `possible 10000`, `possible 10000 (late-refund)`, or why not. */
function said(facts: Partial<OfferFacts>): Record<MovementAction, string> {
  const offers = offerMovements({ ...base, ...facts }, NOW).map((offer) => [
    offer.action,
    offer.isPossible
      ? [
          offer.isRecommended ? 'recommended' : 'possible',
          offer.maxMinor,
          ...(offer.cautions.length === 0 ? [] : [`(${offer.cautions.join(', ')})`]),
        ].join(' ')
      : offer.why,
  ]);
  return Object.fromEntries(offers) as Record<MovementAction, string>;
}

describe('what is offered', () => {
  it.each(offerRows)('%s', (_, facts, wanted) => {
    expect(Object.values(said(facts))).toEqual(wanted);
  });

  it('names each capture that can be voided as a whole', () => {
    const movements = [
      moved('capture', 4_000, { gatewayId: 'first', at: NOW - 2 * DAY_MS }),
      moved('capture', 3_000, { gatewayId: 'second' }),
      moved('capture', 3_000, { gatewayId: 'third' }),
      refund(1_000, { targetId: 'third' }),
    ];
    const offer = offerMovements({ ...base, movements }, NOW).find((one) => one.action === 'void');
    expect(offer).toMatchObject({ targets: [{ gatewayId: 'second', amountMinor: 3_000 }] });
  });
});

describe('how a refund goes over the captures', () => {
  const movements = [
    moved('capture', 5_000, { gatewayId: 'a' }),
    moved('capture', 3_000, { gatewayId: 'b' }),
    moved('capture', 2_000, { gatewayId: 'c' }),
    refund(1_000, { targetId: 'a' }),
  ];
  it('counts what each capture has left', () => {
    expect(captureRooms(movements).map((one) => one.roomMinor)).toEqual([4_000, 3_000, 2_000]);
  });
  it('never plans more than is left of the payment', () => {
    const disputed = [...movements, moved('dispute', 6_000)];
    expect(planRefund(disputed, 3_001)).toBeUndefined();
    expect(planRefund(disputed, 3_000)).toEqual([{ captureId: 'b', amountMinor: 3_000 }]);
  });
});
