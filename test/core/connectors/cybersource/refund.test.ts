// Refunds: the request, and what each answer means for the money.
import { describe, expect, test } from 'vitest';
import type { GatewayId, MerchantId } from '../../../../functions/core/domain/ids.ts';
import type { GatewayAnswer } from '../../../../functions/core/ports/gateway.ts';
import type { HttpOutcome } from '../../../../functions/core/ports/platform.ts';
import { answered, noAnswer } from '../transport/scripted-transport.ts';
import { PAYMENT, refundOrder, scriptedGateway } from './scripted-gateway.ts';

const ID = '7953500000000000000777';

describe('the refund request', () => {
  test('carries the intent as code and as merchant transaction id, and the amount as a decimal', async () => {
    const { gateway, transport } = scriptedGateway([answered(201, { id: ID, status: 'PENDING' })]);
    const order = refundOrder();
    await gateway.move(order);
    const sent = transport.sent[0];
    expect(sent).toMatchObject({
      method: 'POST',
      url: `https://apitest.cybersource.com/pts/v2/payments/${PAYMENT}/refunds`,
      timeoutMs: 15_000,
    });
    expect(sent?.headers.authorization).toMatch(/^Bearer /);
    expect(JSON.parse(sent?.body ?? '')).toEqual({
      clientReferenceInformation: { code: order.intent, transactionId: order.intent },
      orderInformation: { amountDetails: { totalAmount: '12.34', currency: 'USD' } },
    });
  });

  test('goes to the capture when that is what is refunded, with the decimals of its currency', async () => {
    const { gateway, transport } = scriptedGateway(
      [answered(201, { id: ID, status: 'PENDING' })],
      'http-signature',
    );
    const target = { kind: 'capture', id: '1/../2' as GatewayId } as const;
    await gateway.move(refundOrder({ target, amount: { minor: 1500, currency: 'JPY' } }));
    const sent = transport.sent[0];
    expect(sent?.url).toBe('https://apitest.cybersource.com/pts/v2/captures/1%2F..%2F2/refunds');
    expect(sent?.headers.signature).toContain('algorithm="HmacSHA256"');
    expect(sent?.body).toContain('"totalAmount":"1500"');
  });

  test.each([0, -100])('of %s minor units is refused before anything is sent', async (minor) => {
    const { gateway, transport } = scriptedGateway([]);
    const answer = await gateway.move(refundOrder({ amount: { minor, currency: 'USD' } }));
    expect(answer).toMatchObject({ kind: 'refused', problem: { code: 'amount-invalid' } });
    expect(transport.sent).toHaveLength(0);
  });

  test('for a merchant id without keys is refused before anything is sent', async () => {
    const { gateway, transport } = scriptedGateway([]);
    const answer = await gateway.move(refundOrder({ merchant: 'other' as MerchantId }));
    expect(answer).toEqual({
      kind: 'refused',
      problem: { code: 'merchant-unknown', remedy: 'fix-setup', facts: { merchant: 'other' } },
    });
    expect(transport.sent).toHaveLength(0);
  });
});

const unknown = (gatewayId?: string) => ({
  kind: 'unknown',
  problem: { code: 'outcome-unknown', remedy: 'ask-gateway' },
  ...(gatewayId === undefined ? {} : { gatewayId }),
});

const table: [name: string, outcome: HttpOutcome, answer: object][] = [
  [
    '201 PENDING is accepted',
    answered(201, { id: ID, status: 'PENDING' }),
    { kind: 'accepted', gatewayId: ID, status: 'PENDING' },
  ],
  [
    '201 DECLINED is a plain no with its reason',
    answered(201, { id: ID, status: 'DECLINED', errorInformation: { reason: 'EXPIRED_CARD' } }),
    {
      kind: 'declined',
      gatewayId: ID,
      problem: { code: 'refund-declined', remedy: 'none', facts: { reason: 'EXPIRED_CARD' } },
    },
  ],
  [
    '201 INVALID_REQUEST is a plain no',
    answered(201, {
      id: ID,
      status: 'INVALID_REQUEST',
      errorInformation: { reason: 'INVALID_DATA' },
    }),
    {
      kind: 'declined',
      gatewayId: ID,
      problem: { code: 'gateway-refused', remedy: 'fix-input', facts: { reason: 'INVALID_DATA' } },
    },
  ],
  [
    '201 with a status outside the documentation is for a person',
    answered(201, { id: ID, status: 'ACCEPTED' }),
    { kind: 'unrecognized', gatewayId: ID, status: 'ACCEPTED' },
  ],
  [
    '202 that carries a rejection as its status is for a person',
    answered(202, {
      id: ID,
      status: '202',
      errorInformation: { reason: 'DECISION_PROFILE_REJECT' },
    }),
    { kind: 'unrecognized', gatewayId: ID, status: '202' },
  ],
  ['201 PENDING without an id is unknown', answered(201, { status: 'PENDING' }), unknown()],
  ['201 without a status is unknown', answered(201, { id: ID }), unknown(ID)],
  ['200 cut off in the middle is unknown', answered(200, '{"id": '), unknown()],
  ['201 with an empty body is unknown', answered(201, ''), unknown()],
  [
    '400 for a repeated merchant transaction id is a duplicate',
    answered(400, { status: 'INVALID_REQUEST', reason: 'DUPLICATE_REQUEST' }),
    { kind: 'duplicate' },
  ],
  [
    '400 is refused with its reason',
    answered(400, { status: 'INVALID_REQUEST', reason: 'INVALID_AMOUNT' }),
    {
      kind: 'refused',
      problem: {
        code: 'gateway-refused',
        remedy: 'fix-input',
        facts: { reason: 'INVALID_AMOUNT' },
      },
    },
  ],
  [
    '400 about the account is for the administrator',
    answered(400, { reason: 'INVALID_MERCHANT_CONFIGURATION' }),
    {
      kind: 'refused',
      problem: {
        code: 'gateway-refused',
        remedy: 'fix-setup',
        facts: { reason: 'INVALID_MERCHANT_CONFIGURATION' },
      },
    },
  ],
  [
    '401 names the merchant whose keys do not work',
    answered(401, { response: { rmsg: 'Authentication Failed' } }),
    {
      kind: 'refused',
      problem: { code: 'gateway-credentials', remedy: 'fix-setup', facts: { merchant: 'acme_us' } },
    },
  ],
  [
    '403 does too',
    answered(403, ''),
    {
      kind: 'refused',
      problem: { code: 'gateway-credentials', remedy: 'fix-setup', facts: { merchant: 'acme_us' } },
    },
  ],
  [
    '404 is refused',
    answered(404, { reason: 'NOT_FOUND' }),
    {
      kind: 'refused',
      problem: { code: 'not-found', remedy: 'none', facts: { what: 'The payment' } },
    },
  ],
  [
    '429 was not processed and says when to come back',
    answered(429, '', { 'retry-after': '7' }),
    { kind: 'refused', problem: { code: 'gateway-busy', remedy: 'retry', retryAfterMs: 7_000 } },
  ],
  ['408 is unknown', answered(408, ''), unknown()],
  ['409 is unknown: the first one may be under way', answered(409, ''), unknown()],
  ['302 is unknown', answered(302, ''), unknown()],
  [
    '502 with an id is unknown and keeps the id',
    answered(502, { id: ID, status: 'SERVER_ERROR', reason: 'SYSTEM_ERROR' }),
    unknown(ID),
  ],
  ['502 as a page is unknown', answered(502, '<html>502</html>'), unknown()],
  ['503 is unknown', answered(503, ''), unknown()],
  ['a time-out is unknown', noAnswer(false), unknown()],
  [
    'a refused connection moved nothing',
    noAnswer(true, 'ECONNREFUSED'),
    { kind: 'refused', problem: { code: 'gateway-unavailable', remedy: 'retry' } },
  ],
];

describe('the answer to a refund', () => {
  test.each(table)('%s', async (_, outcome, expected) => {
    const { gateway, transport } = scriptedGateway([outcome]);
    expect(await gateway.move(refundOrder())).toEqual(expected);
    expect(transport.sent).toHaveLength(1);
  });

  test('is never taken for a yes unless it says PENDING and names its id', async () => {
    const kinds: GatewayAnswer['kind'][] = [];
    for (const [, outcome] of table) {
      kinds.push((await scriptedGateway([outcome]).gateway.move(refundOrder())).kind);
    }
    expect(kinds.filter((kind) => kind === 'accepted')).toHaveLength(1);
  });
});
