// The vendor's client runs every payment operation against the stand-in, in both ways of authenticating.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { amount, payment, reversal, startGateway, type TestGateway, voidBody } from './gateway.ts';
import { type AuthMode, SdkClient } from './sdk.ts';

describe.each<AuthMode>(['http_signature', 'jwt'])('the vendor client, %s', (mode) => {
  let gateway: TestGateway;
  let client: SdkClient;

  beforeAll(async () => {
    gateway = await startGateway();
    client = new SdkClient(gateway.url, gateway.shop, mode);
  });
  afterAll(() => gateway.close());

  const authorize = async (totalAmount = '100.00') => {
    const answer = await client.call(
      'PaymentsApi',
      'createPayment',
      payment({ amount: totalAmount }),
    );
    return answer.text('id');
  };
  const sell = async (totalAmount = '100.00') => {
    const body = payment({ amount: totalAmount, capture: true });
    return (await client.call('PaymentsApi', 'createPayment', body)).text('id');
  };

  test('authorizes and gets the documented answer', async () => {
    const answer = await client.call(
      'PaymentsApi',
      'createPayment',
      payment({ code: 'ORDER-1', amount: '102.219' }),
    );
    const id = answer.text('id');
    expect(answer.status).toBe(201);
    expect(id).toMatch(/^\d{22}$/);
    expect(answer.body).toMatchObject({
      status: 'AUTHORIZED',
      submitTimeUtc: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      clientReferenceInformation: { code: 'ORDER-1' },
      // Decimals beyond the currency's are cut off.
      orderInformation: { amountDetails: { authorizedAmount: '102.21', currency: 'USD' } },
      processorInformation: { responseCode: '00', approvalCode: expect.any(String) },
      riskInformation: { score: { result: expect.stringMatching(/^\d+$/) } },
      _links: {
        self: { method: 'GET', href: `/pts/v2/payments/${id}` },
        capture: { method: 'POST', href: `/pts/v2/payments/${id}/captures` },
        authReversal: { method: 'POST', href: `/pts/v2/payments/${id}/reversals` },
      },
    });
  });

  test('a yen amount has no decimals', async () => {
    const answer = await client.call(
      'PaymentsApi',
      'createPayment',
      payment({ amount: '1250.75', currency: 'JPY' }),
    );
    expect(answer.at('orderInformation.amountDetails.authorizedAmount')).toBe('1250');
  });

  test('captures in parts up to what is held', async () => {
    const id = await authorize();
    const first = await client.call('CaptureApi', 'capturePayment', amount('60.00'), id);
    const captureId = first.text('id');
    expect(first.body).toMatchObject({
      status: 'PENDING',
      orderInformation: { amountDetails: { totalAmount: '60.00', currency: 'USD' } },
      _links: {
        void: { href: `/pts/v2/captures/${captureId}/voids` },
        refund: { href: `/pts/v2/captures/${captureId}/refunds` },
      },
    });
    const rest = await client.call('CaptureApi', 'capturePayment', amount('40.00'), id);
    const beyond = await client.call('CaptureApi', 'capturePayment', amount('0.01'), id);
    expect([first.status, rest.status, beyond.status]).toEqual([201, 201, 400]);
    expect(beyond.body).toMatchObject({ status: 'INVALID_REQUEST', reason: 'EXCEEDS_AUTH_AMOUNT' });
  });

  test('refunds a sale in parts, never more than it took', async () => {
    const id = await sell();
    const first = await client.call('RefundApi', 'refundPayment', amount('99.99'), id);
    expect(first.body).toMatchObject({
      status: 'PENDING',
      refundAmountDetails: { refundAmount: '99.99', currency: 'USD' },
      _links: { void: { href: `/pts/v2/refunds/${first.text('id')}/voids` } },
    });
    const beyond = await client.call('RefundApi', 'refundPayment', amount('0.02'), id);
    expect([beyond.status, beyond.at('reason')]).toEqual([400, 'INVALID_AMOUNT']);
    const rest = await client.call('RefundApi', 'refundPayment', amount('0.01'), id);
    expect(rest.status).toBe(201);
  });

  test('a capture and its payment share one refundable balance', async () => {
    const id = await authorize();
    const first = await client.call('CaptureApi', 'capturePayment', amount('60.00'), id);
    await client.call('CaptureApi', 'capturePayment', amount('40.00'), id);
    const byCapture = await client.call(
      'RefundApi',
      'refundCapture',
      amount('50.00'),
      first.text('id'),
    );
    const beyondCapture = await client.call(
      'RefundApi',
      'refundCapture',
      amount('10.01'),
      first.text('id'),
    );
    const byPayment = await client.call('RefundApi', 'refundPayment', amount('50.00'), id);
    const beyond = await client.call('RefundApi', 'refundPayment', amount('0.01'), id);
    expect([byCapture, beyondCapture, byPayment, beyond].map((one) => one.status)).toEqual([
      201, 400, 201, 400,
    ]);
  });

  test('reverses an authorization once, and nothing captures it then', async () => {
    const id = await authorize('75.00');
    const wrong = await client.call('ReversalApi', 'authReversal', id, reversal('70.00'));
    expect([wrong.status, wrong.at('reason')]).toEqual([400, 'INVALID_AMOUNT']);
    const done = await client.call('ReversalApi', 'authReversal', id, reversal('75.00'));
    expect(done.body).toMatchObject({
      status: 'REVERSED',
      reversalAmountDetails: {
        reversedAmount: '75.00',
        originalTransactionAmount: '75.00',
        currency: 'USD',
      },
    });
    const again = await client.call('ReversalApi', 'authReversal', id, reversal('75.00'));
    const capture = await client.call('CaptureApi', 'capturePayment', amount('75.00'), id);
    expect([again.at('reason'), capture.at('reason')]).toEqual([
      'AUTH_ALREADY_REVERSED',
      'AUTH_ALREADY_REVERSED',
    ]);
  });

  test('a captured payment cannot be reversed', async () => {
    const id = await sell();
    const answer = await client.call('ReversalApi', 'authReversal', id, reversal('100.00'));
    expect([answer.status, answer.at('reason')]).toEqual([
      400,
      'TRANSACTION_ALREADY_REVERSED_OR_SETTLED',
    ]);
  });

  test('voids a sale, a capture and a refund, and gives the amounts back', async () => {
    const sale = await sell('20.00');
    const saleVoid = await client.call('VoidApi', 'voidPayment', voidBody, sale);
    expect(saleVoid.body).toMatchObject({
      status: 'VOIDED',
      voidAmountDetails: {
        voidAmount: '20.00',
        originalTransactionAmount: '20.00',
        currency: 'USD',
      },
    });
    const id = await authorize();
    const capture = await client.call('CaptureApi', 'capturePayment', amount('100.00'), id);
    const refund = await client.call(
      'RefundApi',
      'refundCapture',
      amount('30.00'),
      capture.text('id'),
    );
    const early = await client.call('VoidApi', 'voidCapture', voidBody, capture.text('id'));
    expect(early.at('reason')).toBe('NOT_VOIDABLE');
    const refundVoid = await client.call('VoidApi', 'voidRefund', voidBody, refund.text('id'));
    const captureVoid = await client.call('VoidApi', 'voidCapture', voidBody, capture.text('id'));
    expect([refundVoid.at('status'), captureVoid.at('status')]).toEqual(['VOIDED', 'VOIDED']);
    const refused = await client.call(
      'RefundApi',
      'refundCapture',
      amount('1.00'),
      capture.text('id'),
    );
    expect(refused.at('reason')).toBe('CAPTURE_ALREADY_VOIDED');
    const anew = await client.call('CaptureApi', 'capturePayment', amount('100.00'), id);
    expect(anew.status).toBe(201);
  });

  test('nothing is voided once its batch went out', async () => {
    const id = await sell('20.00');
    expect(gateway.settleBatch()).toContain(id);
    const answer = await client.call('VoidApi', 'voidPayment', voidBody, id);
    expect([answer.status, answer.at('reason')]).toEqual([400, 'NOT_VOIDABLE']);
  });

  test('an increment raises what can be captured', async () => {
    const id = await authorize('100.00');
    const body = {
      clientReferenceInformation: { code: 'more' },
      orderInformation: { amountDetails: { additionalAmount: '22.49', currency: 'USD' } },
    };
    const answer = await client.call('PaymentsApi', 'incrementAuth', id, body);
    expect(answer.body).toMatchObject({
      status: 'AUTHORIZED',
      orderInformation: { amountDetails: { authorizedAmount: '122.49' } },
    });
    const capture = await client.call('CaptureApi', 'capturePayment', amount('122.49'), id);
    expect(capture.status).toBe(201);
  });

  test('a credit stands alone and can be voided', async () => {
    const answer = await client.call('CreditApi', 'createCredit', payment({ amount: '15.00' }));
    expect(answer.body).toMatchObject({
      status: 'PENDING',
      creditAmountDetails: { creditAmount: '15.00', currency: 'USD' },
    });
    const done = await client.call('VoidApi', 'voidCredit', voidBody, answer.text('id'));
    expect(done.at('status')).toBe('VOIDED');
  });

  test('a used MTI is refused for 60 days, whatever the operation', async () => {
    const mti = `${mode.slice(0, 4)}-01JD0000000000000001`;
    const id = await sell();
    const first = await client.call(
      'RefundApi',
      'refundPayment',
      amount('1.00', 'USD', { transactionId: mti }),
      id,
    );
    const second = await client.call(
      'RefundApi',
      'refundPayment',
      amount('1.00', 'USD', { transactionId: mti }),
      id,
    );
    expect(first.status).toBe(201);
    expect([second.status, second.at('reason')]).toEqual([400, 'DUPLICATE_REQUEST']);
  });

  test('a lost sale is voided and a lost authorization reversed by MTI', async () => {
    const lost = (transactionId: string) => ({ clientReferenceInformation: { transactionId } });
    const [saleMti, authMti] = [`sale-${mode}`, `auth-${mode}`];
    await client.call('PaymentsApi', 'createPayment', payment({ mti: saleMti, capture: true }));
    await client.call('PaymentsApi', 'createPayment', payment({ mti: authMti }));
    const voided = await client.call('VoidApi', 'mitVoid', lost(saleMti));
    const reversed = await client.call('ReversalApi', 'mitReversal', lost(authMti));
    expect([voided.at('status'), reversed.at('status')]).toEqual(['VOIDED', 'REVERSED']);
    const unknownVoid = await client.call('VoidApi', 'mitVoid', lost('never-sent'));
    const unknownReversal = await client.call('ReversalApi', 'mitReversal', lost('never-sent'));
    expect([unknownVoid.at('reason'), unknownReversal.at('reason')]).toEqual([
      'NOT_VOIDABLE',
      'MISSING_AUTH',
    ]);
  });

  test('the switch for a lost answer does the work and says 502 with its id', async () => {
    gateway.faults.switches.set('server-error-after-apply', 1);
    const answer = await client.call('PaymentsApi', 'createPayment', payment({ amount: '33.00' }));
    expect(answer.body).toMatchObject({ status: 'SERVER_ERROR', reason: 'SYSTEM_ERROR' });
    expect(answer.status).toBe(502);
    const detail = await client.call('TransactionDetailsApi', 'getTransaction', answer.text('id'));
    expect(detail.at('applicationInformation.status')).toBe('AUTHORIZED');
  });
});
