// Each kind of movement: where it goes, what it says, and which word of the answer is a yes or a no.
import { describe, expect, test } from 'vitest';
import type { GatewayId } from '../../../../functions/core/domain/ids.ts';
import type { MovementOrder } from '../../../../functions/core/ports/gateway.ts';
import { answered } from '../transport/scripted-transport.ts';
import { PAYMENT, refundOrder, scriptedGateway } from './scripted-gateway.ts';

const ID = '7953500000000000000777';

const requests: readonly [Partial<MovementOrder>, string, object][] = [
  [
    { kind: 'capture' },
    `/pts/v2/payments/${PAYMENT}/captures`,
    { orderInformation: { amountDetails: { totalAmount: '12.34', currency: 'USD' } } },
  ],
  [
    { kind: 'reversal', reason: 'Out of stock' },
    `/pts/v2/payments/${PAYMENT}/reversals`,
    {
      reversalInformation: {
        amountDetails: { totalAmount: '12.34', currency: 'USD' },
        reason: 'Out of stock',
      },
    },
  ],
  [{ kind: 'void' }, `/pts/v2/payments/${PAYMENT}/voids`, {}],
  [
    { kind: 'void', target: { kind: 'refund', id: '77' as GatewayId } },
    '/pts/v2/refunds/77/voids',
    {},
  ],
];

test.each(requests)('%j goes to %s', async (more, path, body) => {
  const { gateway, transport } = scriptedGateway([answered(201, { id: ID, status: 'X' })]);
  const order = refundOrder(more);
  await gateway.move(order);
  const [sent] = transport.sent;
  expect(sent?.url).toBe(`https://apitest.cybersource.com${path}`);
  expect(JSON.parse(sent?.body ?? '')).toEqual({
    clientReferenceInformation: { code: order.intent, transactionId: order.intent },
    ...body,
  });
});

describe('the word of a 201', () => {
  const words: readonly [MovementOrder['kind'], string, string][] = [
    ['capture', 'PENDING', 'accepted'],
    ['capture', 'TRANSMITTED', 'accepted'],
    ['capture', 'DECLINED', 'declined capture-declined'],
    ['capture', 'REVERSED', 'unrecognized'],
    ['refund', 'TRANSMITTED', 'unrecognized'],
    ['refund', 'FAILED', 'unrecognized'],
    ['reversal', 'REVERSED', 'accepted'],
    ['reversal', 'PENDING', 'unrecognized'],
    ['void', 'VOIDED', 'accepted'],
    ['void', 'CANCELLED', 'accepted'],
    ['void', 'FAILED', 'declined void-declined'],
    ['void', 'PENDING', 'unrecognized'],
    ['void', 'INVALID_REQUEST', 'declined gateway-refused'],
  ];
  test.each(words)('%s %s: %s', async (kind, status, wanted) => {
    const { gateway } = scriptedGateway([answered(201, { id: ID, status })]);
    const answer = await gateway.move(refundOrder({ kind }));
    const code = 'problem' in answer ? ` ${answer.problem.code}` : '';
    expect(`${answer.kind}${code}`).toBe(wanted);
  });

  test('is no yes without an id', async () => {
    const { gateway } = scriptedGateway([answered(201, { status: 'VOIDED' })]);
    expect(await gateway.move(refundOrder({ kind: 'void' }))).toMatchObject({ kind: 'unknown' });
  });
});
