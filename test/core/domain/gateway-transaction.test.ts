// What a transaction is and which state follows from what the gateway says of it.
import { describe, expect, test } from 'vitest';
import {
  type GatewayApplication,
  type GatewayTransaction,
  isMovementAsked,
  isTakenBack,
  kindOf,
  type MovementAsked,
  movementStateOf,
  paymentStateOf,
} from '../../../functions/core/domain/gateway-transaction.ts';
import type { GatewayId, MerchantId } from '../../../functions/core/domain/ids.ts';

const accepted = (name: string, more: Partial<GatewayApplication> = {}): GatewayApplication => ({
  name,
  rCode: '1',
  reasonCode: '100',
  ...more,
});

function transaction(
  status: string | undefined,
  applications: readonly GatewayApplication[] = [],
  more: Partial<GatewayTransaction> = {},
): GatewayTransaction {
  return {
    id: '1' as GatewayId,
    rootId: '1' as GatewayId,
    merchantId: 'm' as MerchantId,
    submittedAt: 0,
    applications,
    related: [],
    ...(status === undefined ? {} : { status }),
    ...more,
  };
}

describe('the kind of a transaction', () => {
  test.each([
    [['ics_auth'], 'payment'],
    [['ics_auth', 'ics_bill', 'ics_decision'], 'payment'],
    [['ics_auth', 'ics_auth_reversal'], 'payment'],
    [['ics_bill'], 'capture'],
    [['ics_credit'], 'refund'],
    [['ics_auth_reversal'], 'reversal'],
    [['ics_void'], 'void'],
    [['ics_decision'], 'other'],
    [[], 'other'],
  ])('with %j is %s', (names, kind) => {
    expect(
      kindOf(
        transaction(
          'AUTHORIZED',
          names.map((name) => accepted(name)),
        ),
      ),
    ).toBe(kind);
  });
});

const auth = accepted('ics_auth');
const bill = accepted('ics_bill');

describe('the state of a payment', () => {
  test.each([
    ['AUTHORIZED', [auth], 'authorized'],
    ['AUTHORIZED', [auth, bill], 'captured'],
    ['PENDING', [auth, bill], 'captured'],
    ['PARTIAL_AUTHORIZED', [auth], 'authorized'],
    ['AUTHORIZED', [auth, accepted('ics_bill', { status: 'TRANSMITTED' })], 'settled'],
    ['AUTHORIZED', [auth, accepted('ics_bill', { rCode: '0', reasonCode: '102' })], 'authorized'],
    ['AUTHORIZED', [], 'needs-inspection'],
    ['TRANSMITTED', [auth, bill], 'settled'],
    ['TRANSMITTED', [auth], 'needs-inspection'],
    ['AUTHORIZED_PENDING_REVIEW', [auth], 'pending-review'],
    ['PENDING_REVIEW', [], 'pending-review'],
    ['DECLINED', [accepted('ics_auth', { rCode: '0', reasonCode: '203' })], 'declined'],
    ['AUTHORIZED_RISK_DECLINED', [auth], 'declined'],
    ['REJECTED', [auth], 'declined'],
    ['INVALID_REQUEST', [], 'declined'],
    ['FAILED', [], 'declined'],
    ['REVERSED', [auth], 'reversed'],
    ['VOIDED', [auth, bill], 'voided'],
    ['CANCELLED', [auth], 'voided'],
    ['PENDING_AUTHENTICATION', [], 'created'],
    ['CHALLENGE', [], 'created'],
    ['ACCEPTED', [auth, bill], 'needs-inspection'],
    ['SERVER_ERROR', [auth], 'needs-inspection'],
    ['SOMETHING_NEW', [auth, bill], 'needs-inspection'],
    [undefined, [auth], 'authorized'],
    [undefined, [auth, bill], 'captured'],
    [undefined, [accepted('ics_auth', { rCode: '0', reasonCode: '203' })], 'declined'],
    [undefined, [], 'needs-inspection'],
  ])('with status %s and %j is %s', (status, applications, state) => {
    expect(paymentStateOf(transaction(status, applications))).toBe(state);
  });
});

describe('the state of a movement', () => {
  test.each([
    ['PENDING', 'succeeded'],
    ['TRANSMITTED', 'succeeded'],
    ['VOIDED', 'succeeded'],
    ['REVERSED', 'succeeded'],
    ['DECLINED', 'declined'],
    ['REJECTED', 'declined'],
    ['FAILED', 'failed'],
    ['INVALID_REQUEST', 'failed'],
    ['ACCEPTED', 'needs-inspection'],
    ['SERVER_ERROR', 'needs-inspection'],
    ['SOMETHING_NEW', 'needs-inspection'],
  ])('%s is %s', (status, state) => {
    expect(movementStateOf(transaction(status))).toBe(state);
  });

  test('without a status is a success only with reason code 100', () => {
    expect(movementStateOf(transaction(undefined, [], { reasonCode: '100' }))).toBe('succeeded');
    expect(movementStateOf(transaction(undefined))).toBe('needs-inspection');
  });
});

describe('what was taken back', () => {
  test.each(['VOIDED', 'CANCELLED'])('shows as a refund that is %s', (status) => {
    const refund = transaction(status, [accepted('ics_credit')]);
    expect(movementStateOf(refund)).toBe('voided');
    expect(isTakenBack(refund)).toBe(true);
  });

  test('shows as a capture that did succeed, as the void is a movement of its own', () => {
    const capture = transaction('VOIDED', [accepted('ics_bill')]);
    expect(movementStateOf(capture)).toBe('succeeded');
    expect(isTakenBack(capture)).toBe(true);
  });
});

describe('a transaction with a reference of ours', () => {
  const asked = { kind: 'refund', amountMinor: 500, currency: 'USD', isOver: false };
  const total = { minor: 500, currency: 'USD' };
  const refund = transaction('PENDING', [accepted('ics_credit')], { total });

  test.each<[string, GatewayTransaction, Partial<MovementAsked>, boolean]>([
    ['fits in kind, amount and currency', refund, {}, true],
    ['is another kind', transaction('VOIDED', [accepted('ics_void')], { total }), {}, false],
    ['is over another amount', refund, { amountMinor: 501 }, false],
    ['is in another currency', refund, { currency: 'EUR' }, false],
    ['has no amount', transaction('PENDING', [accepted('ics_credit')]), {}, false],
    [
      'comes when the movement has its transaction',
      refund,
      { gatewayId: '2', isOver: true },
      false,
    ],
    ['comes when it was called back before we met it', refund, { isOver: true }, true],
    ['comes when an earlier try moved nothing', refund, { gatewayId: '2' }, true],
    ['is the one that the gateway named', refund, { gatewayId: '1', isOver: true }, true],
    ['is that one, approved in part', refund, { gatewayId: '1', amountMinor: 900 }, true],
  ])('that %s', (_, tx, change, expected) => {
    expect(isMovementAsked(tx, { ...asked, ...change })).toBe(expected);
  });
});
