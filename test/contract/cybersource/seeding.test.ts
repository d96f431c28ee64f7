// History made for the sandbox, and what outlives a restart.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { amount, billTo, newMerchant, payment, startGateway, visa } from './gateway.ts';
import { type Receiver, startReceiver } from './receiver.ts';
import { SdkClient } from './sdk.ts';

const DAY_MS = 86_400_000;

test('a seeded chain looks as if it had happened then, and tells nobody', async () => {
  const gateway = await startGateway();
  const receiver: Receiver = await startReceiver();
  const { merchantId } = gateway.shop;
  const products = [{ productId: 'cardProcessing', eventTypes: ['payments.payments.accept'] }];
  gateway.seedSubscription({ merchantId, webhookUrl: receiver.url, products });
  await gateway.idle();
  const then = gateway.clock.now() - 3 * DAY_MS;
  const {
    payment: made,
    captures,
    refunds,
  } = await gateway.seedTransaction({
    merchantId,
    code: 'INV-0007',
    amountMinor: 12_000,
    submitTimeMs: then,
    card: visa,
    billTo,
    saveCard: true,
    risk: { score: 17, factorCodes: ['B', 'H'] },
    captures: [
      {
        amountMinor: 12_000,
        submitTimeMs: then + 60_000,
        refunds: [{ amountMinor: 2_500, submitTimeMs: then + DAY_MS, code: 'CN-0003' }],
      },
    ],
  });
  await gateway.idle();
  expect(receiver.received).toEqual([]);
  const client = new SdkClient(gateway.url, gateway.shop, 'jwt');
  const detail = (id: string) => client.call('TransactionDetailsApi', 'getTransaction', id);
  expect((await detail(made.id)).body).toMatchObject({
    submitTimeUTC: new Date(then).toISOString().replace(/\.\d+/, ''),
    applicationInformation: { status: 'AUTHORIZED' },
    orderInformation: { amountDetails: { refundBalance: '95.00' } },
    riskInformation: { score: { result: 17, factorCodes: ['B', 'H'] } },
    paymentInformation: { customer: { id: made.tokens?.customer } },
  });
  const [capture, refund] = [captures[0]?.id ?? '', refunds[0]?.id ?? ''];
  expect((await detail(capture)).at('applicationInformation.status')).toBe('TRANSMITTED');
  expect((await detail(refund)).at('clientReferenceInformation.code')).toBe('CN-0003');
  const over = await client.call('RefundApi', 'refundCapture', amount('95.01'), capture);
  expect(over.at('reason')).toBe('INVALID_AMOUNT');
  await gateway.close();
  await receiver.close();
});

test('every state can be seeded', async () => {
  const gateway = await startGateway();
  const now = gateway.clock.now();
  const seed = async (code: string, more: object = {}) => {
    const { merchantId } = gateway.shop;
    const base = { merchantId, code, amountMinor: 5_100, submitTimeMs: now, card: visa, billTo };
    return (await gateway.seedTransaction({ ...base, ...more })).payment;
  };
  const named = (lastName: string) => ({ billTo: { ...billTo, lastName } });
  expect((await seed('A')).status).toBe('AUTHORIZED');
  expect((await seed('B', named('Decline'))).status).toBe('DECLINED');
  expect((await seed('C', named('Review'))).reviewCase?.state).toBe('OPEN');
  expect((await seed('D', named('Reject'))).status).toBe('AUTHORIZED_RISK_DECLINED');
  expect((await seed('E', { reversedAtMs: now })).status).toBe('REVERSED');
  expect((await seed('F', { sale: true, voidedAtMs: now })).status).toBe('VOIDED');
  const refunds = [{ amountMinor: 100, submitTimeMs: now }];
  expect((await seed('G', { sale: true, refunds })).refundedMinor).toBe(100);
  const decided = { decision: 'REJECT', atMs: now, reviewer: 'risk desk' };
  expect((await seed('H', { ...named('Review'), decided })).status).toBe('REJECTED');
  expect(gateway.overview().map((one) => one.code)).toContain('H');
  await gateway.close();
});

test('transactions, tokens and subscriptions outlive a restart', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'gateway-'));
  const merchants = [newMerchant('lasting')];
  const [merchant = newMerchant('lasting')] = merchants;
  const receiver = await startReceiver();
  const products = [{ productId: 'cardProcessing', eventTypes: ['payments.refunds.accept'] }];
  const first = await startGateway({ dataDir, merchants });
  first.seedSubscription({ merchantId: 'lasting', webhookUrl: receiver.url, products });
  await first.idle();
  const body = payment({ capture: true, mti: 'kept-mti' });
  const before = new SdkClient(first.url, merchant, 'jwt');
  const id = (await before.call('PaymentsApi', 'createPayment', body)).text('id');
  await first.close();

  const second = await startGateway({ dataDir, merchants });
  const after = new SdkClient(second.url, merchant, 'jwt');
  const again = await after.call('PaymentsApi', 'createPayment', body);
  const refund = await after.call('RefundApi', 'refundPayment', amount('100.00'), id);
  await second.idle();
  expect([again.at('reason'), refund.at('status')]).toEqual(['DUPLICATE_REQUEST', 'PENDING']);
  expect(receiver.received.map((one) => one.body.eventType)).toEqual(['payments.refunds.accept']);
  await second.close();
  await receiver.close();
  rmSync(dataDir, { recursive: true });
});
