// A payment in our own words: its status from state and refunds, its fields from the gateway's detail.
import { describe, expect, it } from 'vitest';
import { canonicalCustomer } from '../../../../functions/core/domain/canonical/customer.ts';
import { canonicalItem } from '../../../../functions/core/domain/canonical/item.ts';
import { canonicalOrder } from '../../../../functions/core/domain/canonical/order.ts';
import {
  canonicalPayment,
  paymentStatusOf,
} from '../../../../functions/core/domain/canonical/payment.ts';
import type { GatewayTransaction } from '../../../../functions/core/domain/gateway-transaction.ts';
import type { GatewayId, MerchantId } from '../../../../functions/core/domain/ids.ts';
import { money } from '../../../../functions/core/domain/money.ts';
import { type RefundLimits, refundLimits } from '../../../../functions/core/domain/movement.ts';
import { order } from '../../mapping/sample-records.ts';

const limits = (capturedMinor: number, refundedMinor: number): RefundLimits =>
  refundLimits([
    { kind: 'capture', state: 'succeeded', amountMinor: capturedMinor },
    { kind: 'refund', state: 'succeeded', amountMinor: refundedMinor },
  ]);

const transaction: GatewayTransaction = {
  id: '7224712345676543210987' as GatewayId,
  rootId: '7224712345676543210987' as GatewayId,
  merchantId: 'northwind_usd' as MerchantId,
  submittedAt: Date.UTC(2026, 4, 4),
  reference: 'SO-10042',
  status: 'AUTHORIZED',
  applications: [
    { name: 'ics_auth', reasonCode: '100', rCode: '1' },
    { name: 'ics_bill', reasonCode: '100', rCode: '1', status: 'PENDING' },
  ],
  total: money(12990, 'USD'),
  card: { brand: 'visa', lastFour: '1111', expiry: '2028-12' },
  customer: { email: 'maria@example.com', firstName: 'Maria', lastName: 'Lopez' },
  fraud: { score: 12, factorCodes: ['V'], rules: [] },
  related: [],
};

describe('the status of a payment', () => {
  it.each([
    ['captured', 10000, 0, 'captured'],
    ['captured', 10000, 4000, 'partially-refunded'],
    ['settled', 10000, 10000, 'refunded'],
    ['won', 10000, 10000, 'refunded'],
    ['disputed', 10000, 4000, 'disputed'],
    ['authorized', 0, 0, 'authorized'],
    ['voided', 10000, 10000, 'voided'],
  ] as const)('%s with %i captured and %i refunded is %s', (state, captured, refunded, status) => {
    expect(paymentStatusOf(state, limits(captured, refunded))).toBe(status);
  });
});

describe('the canonical payment', () => {
  it('takes what the gateway and the movement log know', () => {
    expect(canonicalPayment(transaction, limits(12990, 4000))).toEqual({
      transactionId: '7224712345676543210987',
      merchantId: 'northwind_usd',
      merchantReferenceCode: 'SO-10042',
      status: 'partially-refunded',
      amount: money(12990, 'USD'),
      currency: 'USD',
      capturedAmount: money(12990, 'USD'),
      refundedAmount: money(4000, 'USD'),
      paymentMethod: 'card',
      cardType: 'visa',
      cardLast4: '1111',
      cardExpiry: '2028-12',
      customerName: 'Maria Lopez',
      customerEmail: 'maria@example.com',
      reasonCodes: ['V'],
      fraudScore: 12,
      submittedAt: Date.UTC(2026, 4, 4),
    });
  });

  it('is not made without an amount', () => {
    const { total: _, ...without } = transaction;
    expect(canonicalPayment(without, limits(0, 0))).toBeUndefined();
  });
});

describe('the other objects from what the product has already', () => {
  it('an order keeps its lines and names its customer in full', () => {
    const made = canonicalOrder({ ...order, customer: { ...order.customer } });
    expect(made.customer.fullName).toBe('Maria Lopez');
    expect(made.lines.map(canonicalItem)[0]).toMatchObject({ sku: 'MUG-BLUE', quantity: 2 });
  });

  it('a customer without a first name is called by the last', () => {
    const made = canonicalCustomer({ email: 'a@example.com', firstName: '', lastName: 'Lopez' });
    expect(made.fullName).toBe('Lopez');
  });
});
