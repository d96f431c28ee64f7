// What a person reads where something is not offered: the live numbers, the deadline of a dispute, who may instead.
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../../functions/core/domain/problem.ts';
import { problem } from '../../../../functions/core/domain/problem.ts';
import type { Processor } from '../../../../functions/core/domain/processor.ts';
import { offersOf, viewOffers } from '../../../../functions/core/steps/movements/payment-offers.ts';
import type { Movement } from '../../../../functions/core/work/movement-log.ts';
import type { PaymentRow } from '../../../../functions/core/work/payment-records.ts';

const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 10, 20);

function payment(more: Partial<PaymentRow> = {}): PaymentRow {
  return {
    payment_key: 'i|mid|p1',
    merchant_id: 'mid',
    state: 'settled',
    currency: 'USD',
    authorized_minor: 10_000,
    submitted_at: NOW - 3 * DAY_MS,
    ...more,
  } as PaymentRow;
}

function movement(kind: string, amountMinor: number, more: Partial<Movement> = {}): Movement {
  const key = `i|${kind}`;
  const at = NOW - 3 * DAY_MS;
  return {
    movement_key: key,
    slot: `${key}#1`,
    kind,
    state: 'succeeded',
    amount_minor: amountMinor,
    gateway_id: kind,
    created_at: at,
    ...more,
  } as Movement;
}

const capture = movement('capture', 10_000);
const company = (processor?: Processor) => ({
  timeZone: 'America/New_York',
  merchants: [
    {
      merchantId: 'mid' as never,
      currencies: ['USD', 'JPY'],
      clearingAccounts: {},
      ...(processor === undefined ? {} : { processor }),
    },
  ],
});

function refused(
  action: string,
  row: PaymentRow,
  log: readonly Movement[],
  more: { processor?: Processor; forbids?: (action: string) => Problem | undefined } = {},
) {
  const { offers } = viewOffers(
    company(more.processor),
    row,
    log,
    'agent',
    NOW,
    more.forbids ?? (() => undefined),
  );
  const offer = offers.find((one) => one.action === action);
  if (offer === undefined || offer.isPossible) return offer?.action;
  return `${offer.why.message} ${offer.why.next}`;
}

describe('why a refund is not possible', () => {
  it('says until when a dispute is to be answered, and with what', () => {
    const dispute = movement('dispute', 10_000, {
      due_at: Date.UTC(2026, 11, 2),
      reason: 'fraud',
    });
    const text = refused('refund', payment({ state: 'disputed' }), [capture, dispute]);
    expect(text).toContain('USD 100.00 is disputed; answer by 2026-12-01.');
    expect(text).toContain('Send proof that the cardholder took part');
  });

  it('says that it is disputed where nobody told a deadline', () => {
    const log = [capture, movement('dispute', 10_000)];
    expect(refused('refund', payment({ state: 'disputed' }), log)).toContain(
      'USD 100.00 is disputed.',
    );
  });

  it.each([
    ['other', 61, '60 days'],
    [undefined, 181, '180 days'],
    ['visa-platform-connect', 181, '180 days'],
  ] as const)('says how long the processor %s takes refunds', (processor, ageDays, words) => {
    const old = payment({ submitted_at: NOW - ageDays * DAY_MS });
    const text = refused('refund', old, [capture], processor === undefined ? {} : { processor });
    expect(text).toContain(`more than ${words} old`);
  });

  it('says amounts of a currency without decimals as they are', () => {
    const yen = payment({ currency: 'JPY', authorized_minor: 5_000 });
    const log = [movement('capture', 5_000), movement('refund', 5_000)];
    expect(refused('refund', yen, log)).toContain('Nothing of the JPY 5000 is left: JPY 5000');
  });
});

describe('what is beyond a person’s own limit', () => {
  const beyond = problem('movement-beyond-role', 'none', {
    by: 'an approver',
    why: 'Over USD 50.',
  });

  it('is told before anybody tries it', () => {
    const authorized = payment({ state: 'authorized', submitted_at: NOW });
    const forbids = (action: string) => (action === 'capture' ? beyond : undefined);
    expect(refused('capture', authorized, [], { forbids })).toContain('an approver');
    expect(refused('reverse', authorized, [], { forbids })).toBe('reverse');
  });

  it('is no reason to hide a refund, as others can be asked', () => {
    expect(refused('refund', payment(), [capture], { forbids: () => beyond })).toBe('refund');
  });
});

it('a refund is offered until the processor’s own last day', () => {
  const days = (processor?: Processor) => {
    const offers = offersOf(company(processor), payment(), [capture], 'agent', NOW);
    const offer = offers.find(({ action }) => action === 'refund');
    return offer?.isPossible ? ((offer.until ?? 0) - NOW) / DAY_MS + 3 : undefined;
  };
  expect([days(), days('other'), days('visa-platform-connect')]).toEqual([180, 60, 180]);
});
