// Which of several payments a message is about: a table that a support lead can read.
import { describe, expect, it } from 'vitest';
import {
  type CandidatePayment,
  fitPayments,
} from '../../../functions/core/domain/find-payment-fit.ts';
import { cluesIn } from '../../../functions/core/domain/find-payment-in-text.ts';

const ZONE = 'America/New_York';
const NOON = Date.UTC(2026, 10, 18, 17);

function candidate(key: string, more: Partial<CandidatePayment> = {}): CandidatePayment {
  return {
    key,
    orderNumber: '1042',
    invoiceNumber: 'INV-000017',
    lastFour: '1111',
    amountMinor: 12_000,
    currency: 'USD',
    submittedAt: NOON,
    isByWriter: false,
    ...more,
  };
}
const other = candidate('other', {
  orderNumber: '1043',
  invoiceNumber: 'INV-000018',
  lastFour: '4444',
  amountMinor: 5_000,
  submittedAt: NOON - 20 * 86_400_000,
});
const byWriter = (one: CandidatePayment) => ({ ...one, isByWriter: true });
const fits = (message: string, ...candidates: CandidatePayment[]) => {
  const { payments, likely } = fitPayments(candidates, cluesIn(message), ZONE);
  return [payments.map(({ key, reasons }) => `${key}: ${reasons.join(' ')}`), likely];
};

describe('fitPayments', () => {
  it.each([
    ['Refund for order 1042', ['a: order'], 'a'],
    ['order 1042 and order 1043', ['a: order', 'other: order'], undefined],
    ['1042 please', ['a: number'], 'a'],
    ['Is inv-000017 paid?', ['a: invoice'], 'a'],
    ['Invoice 1042', ['a: number'], 'a'],
    ['card ending in 1111, $120.00', ['a: card amount'], 'a'],
    ['card ending in 1111, November 18', ['a: card date'], 'a'],
    ['card ending in 1111 on the 17th, 17 Nov 2026', ['a: card date'], 'a'],
    ['card ending in 1111', [], undefined],
    ['USD 120.00 on 11/18/2026', [], undefined],
    ['card ending in 1111, EUR 120.00', [], undefined],
    ['Hello', [], undefined],
  ] as const)('“%s” is about %j', (message, expected, likely) => {
    expect(fits(message, candidate('a'), other)).toEqual([expected, likely]);
  });

  it('lets the agent pick among all that the writer has paid', () => {
    expect(fits('Where is my parcel?', byWriter(candidate('a')), byWriter(other))).toEqual([
      ['a: mail', 'other: mail'],
      undefined,
    ]);
  });

  it('puts the named one first and keeps the writer’s others behind it', () => {
    expect(fits('order 1043', byWriter(candidate('a')), byWriter(other))).toEqual([
      ['other: order mail', 'a: mail'],
      'other',
    ]);
  });

  it('takes the only one of the writer’s with that card and amount', () => {
    expect(fits('xxxx1111 $120.00', byWriter(candidate('a')), byWriter(other))).toEqual([
      ['a: card amount mail', 'other: mail'],
      'a',
    ]);
  });

  it('does not choose between two that are named', () => {
    const [, likely] = fits('order 1042 of $120.00, order 1043', candidate('a'), other);
    expect(likely).toBeUndefined();
  });
});
