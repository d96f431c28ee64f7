// What a payment's row keeps of the gateway's detail: enough to post it without asking again.
import { describe, expect, it } from 'vitest';
import { canonicalPayment, paymentFrom } from '../../../functions/core/domain/canonical/payment.ts';
import type { GatewayTransaction } from '../../../functions/core/domain/gateway-transaction.ts';
import {
  detailText,
  paymentFacts,
  readDetail,
} from '../../../functions/core/steps/payment-facts.ts';
import type { PaymentRow } from '../../../functions/core/work/payment-records.ts';
import { transaction } from './fake-transactions.ts';

const address = {
  line1: '1 Market Street',
  city: 'San Francisco',
  postalCode: '94105',
  country: 'US',
};
const sale: GatewayTransaction = {
  ...transaction({ id: 'p1', kind: 'sale', amountMinor: 4_000, reference: '1001' }),
  method: 'card',
  approvalCode: '831000',
  reconciliationId: '6BLZ4TSQ7HJ2',
  customerProfileId: 'AB695DA801DD1BB6E05341588E0A3BDC',
  exchangeRate: '0.9231',
  customer: {
    email: 'buyer@example.com',
    firstName: 'Some',
    lastName: 'Buyer',
    phone: '+1 415 555 0132',
    billing: address,
    shipping: address,
  },
};

function rowOf(tx: GatewayTransaction): PaymentRow {
  return {
    ROWID: '1',
    payment_key: 'inst-1|mid_usd|p1',
    installation: 'inst-1',
    merchant_id: tx.merchantId,
    gateway_id: tx.id,
    reference: tx.reference ?? '',
    state: 'captured',
    currency: 'USD',
    authorized_minor: tx.authorized?.minor ?? 0,
    card_brand: tx.card?.brand ?? '',
    card_last_four: tx.card?.lastFour ?? '',
    card_expiry: tx.card?.expiry ?? '',
    submitted_at: tx.submittedAt,
    version: '1',
    detail: detailText(tx),
  };
}

describe('a payment’s row', () => {
  it('says the same of the payment as the gateway’s own detail', () => {
    const limits = { capturedMinor: 4_000, refundedMinor: 0 } as never;
    expect(paymentFrom(paymentFacts(rowOf(sale)), { state: 'captured', limits })).toEqual(
      canonicalPayment(sale, limits),
    );
  });

  it('that was written before these facts were kept does without them', () => {
    const detail = '{"customerName":"Some Buyer"}';
    const payment = paymentFrom(paymentFacts({ ...rowOf(sale), detail }), { state: 'captured' });
    expect(payment).toMatchObject({
      amount: { minor: 4_000, currency: 'USD' },
      customerName: 'Some Buyer',
      paymentMethod: 'card',
    });
    expect(payment).not.toHaveProperty('authorizationCode');
  });

  it('that would be too long for its column loses addresses and rules, and stays readable', () => {
    const rules = Array.from({ length: 400 }, (_, index) => ({
      name: `Rule number ${index}`,
      decision: 'REVIEW',
    }));
    const long = { ...sale, fraud: { score: 12, factorCodes: ['G'], rules } };
    const row = rowOf(long);
    expect(row.detail?.length).toBeLessThanOrEqual(7_000);
    expect(readDetail(row)).toMatchObject({
      fraud: { score: 12, rules: [] },
      facts: { approvalCode: '831000', payer: { email: 'buyer@example.com' } },
    });
  });
});
