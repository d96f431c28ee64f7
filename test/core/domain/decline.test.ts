// What follows from a decline: each documented reason has its advice, and a card that must not be tried never is.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enReasons as reasons } from '../../../functions/core/contract/reasons/en.ts';
import {
  adviseAfterDecline,
  type DeclineAdvice,
  nextChargeAt,
} from '../../../functions/core/domain/decline.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const START = Date.UTC(2026, 10, 2);

describe('adviseAfterDecline', () => {
  const rows: readonly [string | undefined, DeclineAdvice][] = [
    ['STOLEN_LOST_CARD', 'never'],
    ['BLOCKED_BY_CARDHOLDER', 'never'],
    ['SCORE_EXCEEDS_THRESHOLD', 'never'],
    ['EXPIRED_CARD', 'other-card'],
    ['CVN_NOT_MATCH', 'correct-card'],
    ['CONSUMER_AUTHENTICATION_REQUIRED', 'confirm'],
    ['INSUFFICIENT_FUND', 'later'],
    ['ISSUER_UNAVAILABLE', 'soon'],
    ['INVALID_MERCHANT_CONFIGURATION', 'look'],
    ['SOMETHING_NEW', 'look'],
    ['constructor', 'look'],
    [undefined, 'look'],
  ];
  it.each(rows)('%s: %s', (reason, wanted) => {
    expect(adviseAfterDecline(reason)).toBe(wanted);
  });
});

describe('nextChargeAt', () => {
  it('tries a card without money four times in two weeks', () => {
    const reason = 'INSUFFICIENT_FUND';
    const declines = [{ reason, at: START }];
    const waits: number[] = [];
    for (let next = nextChargeAt(declines); next !== undefined; next = nextChargeAt(declines)) {
      waits.push((next - START) / DAY_MS);
      declines.push({ reason, at: next });
    }
    expect(waits).toEqual([1, 3, 7, 14]);
  });

  it('tries within hours when a machine was down', () => {
    const declines = [{ reason: 'PROCESSOR_ERROR', at: START }];
    expect(nextChargeAt(declines)).toBe(START + HOUR_MS);
  });

  it('does not try twice at once when a worker came late', () => {
    const reason = 'GENERAL_DECLINE';
    const late = START + 5 * DAY_MS;
    expect(
      nextChargeAt([
        { reason, at: START },
        { reason, at: late },
      ]),
    ).toBe(late + HOUR_MS);
  });

  it('charges nothing when nothing was declined', () => {
    expect(nextChargeAt([])).toBeUndefined();
  });

  it('never tries again once one decline was for good, needs the customer, or is not understood', () => {
    const any = fc.constantFrom(...Object.keys(reasons), 'SOMETHING_NEW');
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 6 }), (given) => {
        const declines = given.map((reason, day) => ({ reason, at: START + day * DAY_MS }));
        const mayTry = given.every((one) => ['later', 'soon'].includes(adviseAfterDecline(one)));
        const next = nextChargeAt(declines);
        if (!mayTry) expect(next).toBeUndefined();
        else if (next !== undefined) expect(next).toBeGreaterThan(declines.at(-1)?.at ?? 0);
      }),
    );
  });
});
