// Captures, voids and reversals through the gateway connector, against the Cybersource stand-in.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { kindOf, movementStateOf } from '../../../functions/core/domain/gateway-transaction.ts';
import type { GatewayId } from '../../../functions/core/domain/ids.ts';
import type {
  Gateway,
  GatewayAnswer,
  MovementOrder,
} from '../../../functions/core/ports/gateway.ts';
import {
  findByReference,
  type OpenGateway,
  openGateway,
  readOne,
  refundOf,
  seed,
} from './open-gateway.ts';

let open: OpenGateway;
let gateway: Gateway;

beforeAll(async () => {
  open = await openGateway();
});

afterAll(() => open.standIn.close());

beforeEach(() => {
  open.standIn.faults.clear();
  gateway = open.connect('jwt');
});

/** An order like a refund's, of another kind. */
function orderOf(
  kind: MovementOrder['kind'],
  id: GatewayId,
  minor = 2_000,
  target: MovementOrder['target']['kind'] = 'payment',
): MovementOrder {
  return refundOf(id, { kind, target: { kind: target, id }, amount: { minor, currency: 'USD' } });
}

async function accepted(order: MovementOrder): Promise<GatewayId> {
  const answer = await gateway.move(order);
  if (answer.kind !== 'accepted') throw new Error(JSON.stringify(answer));
  return answer.gatewayId;
}

const authorization = () => seed(open, { sale: false, amountMinor: 10_000 });

describe('a capture', () => {
  test('is taken in parts until the authorization is used up', async () => {
    const { id } = await authorization();
    const first = await accepted(orderOf('capture', id, 4_000));
    const capture = await readOne(gateway, first);
    expect([kindOf(capture), movementStateOf(capture), capture.rootId]).toEqual([
      'capture',
      'succeeded',
      id,
    ]);
    await accepted(orderOf('capture', id, 6_000));
    expect(await gateway.move(orderOf('capture', id, 1))).toMatchObject({
      kind: 'refused',
      problem: { code: 'gateway-refused' },
    });
  });

  test('of more than was authorized is refused', async () => {
    const { id } = await authorization();
    expect(await gateway.move(orderOf('capture', id, 10_001))).toMatchObject({
      kind: 'refused',
      problem: { facts: { reason: 'EXCEEDS_AUTH_AMOUNT' } },
    });
  });
});

describe('a reversal', () => {
  test('lets the whole authorization go, once', async () => {
    const { id } = await authorization();
    const reversed = await readOne(gateway, await accepted(orderOf('reversal', id, 10_000)));
    expect([kindOf(reversed), movementStateOf(reversed)]).toEqual(['reversal', 'succeeded']);
    expect(await gateway.move(orderOf('reversal', id, 10_000))).toMatchObject({
      kind: 'refused',
      problem: { facts: { reason: 'AUTH_ALREADY_REVERSED' } },
    });
  });
});

describe('a void', () => {
  test('takes back a sale before the batch, not after it', async () => {
    const sale = await seed(open);
    const voided = await readOne(gateway, await accepted(orderOf('void', sale.id)));
    expect([kindOf(voided), movementStateOf(voided), voided.rootId]).toEqual([
      'void',
      'succeeded',
      sale.id,
    ]);
    const settled = await seed(open);
    await open.standIn.settleBatch();
    expect(await gateway.move(orderOf('void', settled.id))).toMatchObject({
      kind: 'refused',
      problem: { facts: { reason: 'NOT_VOIDABLE' } },
    });
  });

  test('takes back a capture or a refund', async () => {
    const { id } = await authorization();
    const capture = await accepted(orderOf('capture', id, 4_000));
    await accepted(orderOf('void', capture, 4_000, 'capture'));
    await accepted(orderOf('capture', id, 10_000));
    const sale = await seed(open);
    const refund = await accepted(refundOf(sale.id));
    await accepted(orderOf('void', refund, 2_000, 'refund'));
    const taken = await readOne(gateway, refund);
    expect(movementStateOf(taken)).toBe('voided');
  });
});

describe('a movement whose answer is lost', () => {
  const kinds: readonly [MovementOrder['kind'], number, string][] = [
    ['capture', 4_000, '/captures'],
    ['reversal', 10_000, '/reversals'],
  ];
  test.each(kinds)('%s: is found by its intent, and not made twice', async (kind, minor, path) => {
    const { id } = await authorization();
    const order = orderOf(kind, id, minor);
    open.standIn.faults.arm({ method: 'POST', path, mode: 'cut-after' });
    expect(await gateway.move(order)).toMatchObject({ kind: 'unknown' });
    const found = await findByReference(open, gateway, order.intent);
    expect(found).toHaveLength(1);
    expect(kindOf(await readOne(gateway, found[0] as GatewayId))).toBe(kind);
    const again: GatewayAnswer = await gateway.move(order);
    expect(again).toEqual({ kind: 'duplicate' });
  });
});
