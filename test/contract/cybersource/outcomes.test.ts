// Declines, soft declines, fraud reviews and what an analyst makes of them.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { amount, payment, reversal, startGateway, type TestGateway } from './gateway.ts';
import { SdkClient } from './sdk.ts';

let gateway: TestGateway;
let client: SdkClient;

beforeAll(async () => {
  gateway = await startGateway();
  client = new SdkClient(gateway.url, gateway.shop, 'jwt');
});
afterAll(() => gateway.close());

const pay = (options: Parameters<typeof payment>[0]) =>
  client.call('PaymentsApi', 'createPayment', payment(options));
const decide = (id: string, decision: string, action?: string) =>
  client.call('DecisionManagerApi', 'actionDecisionManagerCase', id, {
    decisionInformation: { decision, comments: `so ${decision.toLowerCase()}` },
    ...(action === undefined ? {} : { processingInformation: { actionList: [action] } }),
  });
const status = async (id: string) =>
  (await client.call('TransactionDetailsApi', 'getTransaction', id)).at(
    'applicationInformation.status',
  );

describe('the documented test amounts', () => {
  test.each([
    ['40.00', 'AUTHORIZED_PENDING_REVIEW', 'AVS_FAILED'],
    ['50.00', 'AUTHORIZED_PENDING_REVIEW', 'AVS_FAILED'],
    ['6001.00', 'AUTHORIZED_PENDING_REVIEW', 'AVS_FAILED'],
    ['6002.00', 'AUTHORIZED_PENDING_REVIEW', 'CV_FAILED'],
    ['4005.00', 'DECLINED', 'PROCESSOR_DECLINED'],
    ['4006.00', 'DECLINED', 'PROCESSOR_ERROR'],
    ['4041.00', 'DECLINED', 'STOLEN_LOST_CARD'],
    ['4051.00', 'DECLINED', 'INSUFFICIENT_FUND'],
    ['4054.00', 'DECLINED', 'EXPIRED_CARD'],
    ['4091.00', 'DECLINED', 'ISSUER_UNAVAILABLE'],
  ])('%s is answered 201 %s with %s', async (totalAmount, expected, reason) => {
    const answer = await pay({ amount: totalAmount, capture: true });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ status: expected, errorInformation: { reason } });
    const detail = await client.call('TransactionDetailsApi', 'getTransaction', answer.text('id'));
    expect(detail.at('errorInformation.reason')).toBe(reason);
    expect(detail.at('applicationInformation.reasonCode')).not.toBe(100);
  });

  test('4011.00 is approved and 6003.00 in part', async () => {
    expect((await pay({ amount: '4011.00' })).at('status')).toBe('AUTHORIZED');
    expect((await pay({ amount: '6003.00' })).body).toMatchObject({
      status: 'PARTIAL_AUTHORIZED',
      orderInformation: { amountDetails: { authorizedAmount: '3001.50' } },
    });
  });

  test('an amount a cent beside a test amount is just an amount', async () => {
    expect((await pay({ amount: '40.01' })).at('status')).toBe('AUTHORIZED');
  });

  test('zero is authorized, so that a card can be checked', async () => {
    expect((await pay({ amount: '0' })).at('status')).toBe('AUTHORIZED');
  });
});

test('an expired card and a number with a wrong check digit are declined', async () => {
  const expired = await pay({ card: { expirationYear: '2020' } });
  const wrong = await pay({ card: { number: '4111111111111112' } });
  expect([expired.at('errorInformation.reason'), wrong.at('errorInformation.reason')]).toEqual([
    'EXPIRED_CARD',
    'INVALID_ACCOUNT',
  ]);
});

test('a declined payment offers nothing and cannot be captured or reversed', async () => {
  const answer = await pay({ billTo: { lastName: 'Decline' } });
  expect(answer.body).toMatchObject({
    status: 'DECLINED',
    errorInformation: { reason: 'PROCESSOR_DECLINED' },
  });
  expect(Object.keys(answer.at('_links') as object)).toEqual(['self']);
  const id = answer.text('id');
  const capture = await client.call('CaptureApi', 'capturePayment', amount('100.00'), id);
  const undo = await client.call('ReversalApi', 'authReversal', id, reversal('100.00'));
  expect([capture.at('reason'), undo.at('reason')]).toEqual(['MISSING_AUTH', 'MISSING_AUTH']);
});

test('a refund can be declined with a 201, and frees its amount', async () => {
  const sale = (await pay({ capture: true })).text('id');
  gateway.faults.switches.set('refund-decline', 1);
  const declined = await client.call('RefundApi', 'refundPayment', amount('100.00'), sale);
  expect(declined.body).toMatchObject({
    status: 'DECLINED',
    errorInformation: { reason: 'PROCESSOR_DECLINED' },
  });
  const again = await client.call('RefundApi', 'refundPayment', amount('100.00'), sale);
  expect(again.at('status')).toBe('PENDING');
});

describe('Decision Manager', () => {
  const held = () => pay({ billTo: { lastName: 'Review' } });

  test('a review holds the money, and a sale is not captured yet', async () => {
    const answer = await pay({ billTo: { email: 'kim+review@example.com' }, capture: true });
    expect(answer.body).toMatchObject({
      status: 'AUTHORIZED_PENDING_REVIEW',
      errorInformation: { reason: 'DECISION_PROFILE_REVIEW' },
      riskInformation: { rules: [{ decision: 'REVIEW' }] },
    });
    const back = await client.call(
      'RefundApi',
      'refundPayment',
      amount('100.00'),
      answer.text('id'),
    );
    expect(back.status).toBe(400);
  });

  test('accept with CAPTURE captures the whole authorization', async () => {
    const id = (await held()).text('id');
    const answer = await decide(id, 'ACCEPT', 'CAPTURE');
    expect(answer.body).toMatchObject({
      id,
      status: 'ACCEPTED',
      _embedded: { capture: { status: 'PENDING', _links: { self: { method: 'GET' } } } },
    });
    expect(await status(id)).toBe('AUTHORIZED');
    const beyond = await client.call('CaptureApi', 'capturePayment', amount('0.01'), id);
    expect(beyond.at('reason')).toBe('EXCEEDS_AUTH_AMOUNT');
  });

  test('reject with REVERSE lets the hold go', async () => {
    const id = (await held()).text('id');
    const answer = await decide(id, 'REJECT', 'REVERSE');
    expect(answer.body).toMatchObject({
      status: 'REJECTED',
      _embedded: { reversal: { status: 'REVERSED' } },
    });
    expect(await status(id)).toBe('REVERSED');
  });

  test('reject alone keeps the hold, which cannot be captured', async () => {
    const id = (await held()).text('id');
    await decide(id, 'REJECT');
    const capture = await client.call('CaptureApi', 'capturePayment', amount('100.00'), id);
    expect([await status(id), capture.at('reason')]).toEqual(['REJECTED', 'MISSING_AUTH']);
    const undo = await client.call('ReversalApi', 'authReversal', id, reversal('100.00'));
    expect(undo.status).toBe(201);
  });

  test('the decision stands when its capture fails', async () => {
    const id = (await held()).text('id');
    await client.call('ReversalApi', 'authReversal', id, reversal('100.00'));
    const answer = await decide(id, 'ACCEPT', 'CAPTURE');
    expect(answer.body).toMatchObject({
      status: 'ACCEPTED',
      _embedded: { capture: { status: 'INVALID_REQUEST' } },
    });
  });

  test('a case is decided once, and only where there is one', async () => {
    const id = (await held()).text('id');
    await decide(id, 'ACCEPT');
    const again = await decide(id, 'REJECT');
    const none = await decide((await pay({})).text('id'), 'ACCEPT');
    const mixed = await decide((await held()).text('id'), 'REJECT', 'CAPTURE');
    expect([again.status, none.status, mixed.status]).toEqual([400, 400, 400]);
  });

  test('a rejected payment is authorized but not to be captured', async () => {
    const answer = await pay({ billTo: { lastName: 'Reject' } });
    expect(answer.body).toMatchObject({
      status: 'AUTHORIZED_RISK_DECLINED',
      errorInformation: { reason: 'DECISION_PROFILE_REJECT' },
    });
    const capture = await client.call(
      'CaptureApi',
      'capturePayment',
      amount('100.00'),
      answer.text('id'),
    );
    expect(capture.at('reason')).toBe('MISSING_AUTH');
  });

  test('a review before the authorization holds nothing', async () => {
    const answer = await pay({ billTo: { lastName: 'Prereview' } });
    expect([answer.at('status'), answer.at('processorInformation')]).toEqual([
      'PENDING_REVIEW',
      undefined,
    ]);
    const id = answer.text('id');
    await decide(id, 'ACCEPT');
    expect(await status(id)).toBe('ACCEPTED');
  });

  test('the score can be asked for', async () => {
    const answer = await pay({ billTo: { email: 'ann+score85@example.com' } });
    expect(answer.at('riskInformation.score.result')).toBe('85');
  });

  test('a decision alone is scored without an authorization', async () => {
    const answer = await client.call(
      'DecisionManagerApi',
      'createBundledDecisionManagerCase',
      payment({ billTo: { lastName: 'Review' } }),
    );
    expect([answer.status, answer.at('status')]).toEqual([201, 'PENDING_REVIEW']);
  });

  test('comments and markings are taken for the case', async () => {
    const id = (await held()).text('id');
    const comment = await client.call('DecisionManagerApi', 'commentDecisionManagerCase', id, {
      decisionInformation: { comments: 'asked the customer' },
    });
    const marking = await client.call('DecisionManagerApi', 'fraudUpdate', id, {
      riskInformation: { markingDetails: { action: 'add', reason: 'suspected' } },
    });
    expect([comment.at('status'), marking.status]).toEqual(['COMPLETED', 201]);
  });

  test('the conversion report lists decided cases of the last 24 hours only', async () => {
    const id = (await held()).text('id');
    await decide(id, 'ACCEPT');
    const now = gateway.clock.now();
    const report = (fromMs: number) =>
      client.call(
        'ConversionDetailsApi',
        'getConversionDetail',
        new Date(fromMs).toISOString(),
        new Date(now + 60_000).toISOString(),
        { organizationId: gateway.shop.merchantId },
      );
    const answer = await report(now - 3_600_000);
    const details = answer.at('conversionDetails') as { requestId: string }[];
    expect(details.find((one) => one.requestId === id)).toMatchObject({
      originalDecision: 'REVIEW',
      newDecision: 'ACCEPT',
      reviewerComments: 'so accept',
      notes: [{ comments: 'so accept' }],
    });
    const tooFar = await report(now - 25 * 3_600_000);
    expect([tooFar.status, tooFar.at('reason')]).toEqual([400, 'INVALID_DATA']);
  });
});
