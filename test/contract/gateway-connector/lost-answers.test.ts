// The gateway connector when answers of the Cybersource stand-in are lost: what is known, and how the rest is found.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { kindOf, movementStateOf } from '../../../functions/core/domain/gateway-transaction.ts';
import type { GatewayId } from '../../../functions/core/domain/ids.ts';
import type { Gateway } from '../../../functions/core/ports/gateway.ts';
import type { FaultMode } from '../../sandbox/faults.ts';
import {
  findByReference,
  type OpenGateway,
  openGateway,
  readOne,
  refundedMinor,
  refundOf,
  seed,
  US,
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

describe('a refund whose answer is lost', () => {
  const refunds = { method: 'POST', path: '/refunds' };

  test.each<FaultMode>(['cut-after', 'hang-after', 'bad-json'])(
    'by %s is unknown, and a search by its intent finds what happened',
    async (mode) => {
      const { id } = await seed(open);
      const order = refundOf(id);
      open.standIn.faults.arm({ ...refunds, mode });
      expect(await gateway.move(order)).toMatchObject({
        kind: 'unknown',
        problem: { code: 'outcome-unknown' },
      });
      const found = await findByReference(open, gateway, order.intent);
      expect(found).toHaveLength(1);
      const refund = await readOne(gateway, found[0] as GatewayId);
      expect([kindOf(refund), movementStateOf(refund)]).toEqual(['refund', 'succeeded']);
      expect(await gateway.move(order)).toEqual({ kind: 'duplicate' });
      expect(refundedMinor(open, id)).toBe(2_000);
    },
  );

  test.each<FaultMode>(['cut-before', 'hang', 'bad-gateway'])(
    'by %s is unknown, nothing is found, and the same intent may be sent again',
    async (mode) => {
      const { id } = await seed(open);
      const order = refundOf(id);
      open.standIn.faults.arm({ ...refunds, mode });
      expect(await gateway.move(order)).toMatchObject({ kind: 'unknown' });
      expect(await findByReference(open, gateway, order.intent)).toEqual([]);
      expect(await gateway.move(order)).toMatchObject({ kind: 'accepted' });
      expect(refundedMinor(open, id)).toBe(2_000);
    },
  );

  test('by a 502 that names its transaction can be read by that id', async () => {
    const { id } = await seed(open);
    open.standIn.faults.switches.set('server-error-after-apply', 1);
    const order = refundOf(id);
    const answer = await gateway.move(order);
    if (answer.kind !== 'unknown' || answer.gatewayId === undefined) throw new Error(answer.kind);
    expect(await readOne(gateway, answer.gatewayId)).toMatchObject({
      rootId: id,
      reference: order.intent,
    });
  });

  test('by a rate limit was not made, and says when to come back', async () => {
    const { id } = await seed(open);
    open.standIn.faults.arm({ ...refunds, mode: 'rate-limit' });
    expect(await gateway.move(refundOf(id))).toEqual({
      kind: 'refused',
      problem: { code: 'gateway-busy', remedy: 'retry', retryAfterMs: 1_000 },
    });
    expect(refundedMinor(open, id)).toBe(0);
  });
});

describe('a timeout void', () => {
  test('takes back a refund whose answer was lost, which then shows it itself', async () => {
    const { id } = await seed(open, { submitTimeMs: open.clock.now() - 60_000 });
    const order = refundOf(id);
    open.standIn.faults.arm({ method: 'POST', path: '/refunds', mode: 'cut-after' });
    expect(await gateway.move(order)).toMatchObject({ kind: 'unknown' });
    expect(await gateway.timeoutVoid(US, order.intent)).toEqual({
      kind: 'voided',
      status: 'VOIDED',
    });
    const found = await findByReference(open, gateway, order.intent);
    const readings = await Promise.all(found.map((one) => readOne(gateway, one)));
    const states = readings.map((one) => [kindOf(one), movementStateOf(one)]);
    expect(states).toContainEqual(['refund', 'voided']);
    expect(await gateway.timeoutVoid(US, order.intent)).toEqual({ kind: 'nothing-to-void' });
  });

  test('finds nothing to void when the refund never arrived, and the payment keeps its money', async () => {
    const { id } = await seed(open);
    const order = refundOf(id);
    open.standIn.faults.arm({ method: 'POST', path: '/refunds', mode: 'cut-before' });
    expect(await gateway.move(order)).toMatchObject({ kind: 'unknown' });
    expect(await gateway.timeoutVoid(US, order.intent)).toEqual({ kind: 'nothing-to-void' });
    expect(refundedMinor(open, id)).toBe(0);
  });

  test('is refused once a batch has taken the refund, which then stands', async () => {
    const { id } = await seed(open);
    const order = refundOf(id);
    open.standIn.faults.arm({ method: 'POST', path: '/refunds', mode: 'cut-after' });
    expect(await gateway.move(order)).toMatchObject({ kind: 'unknown' });
    open.standIn.settleBatch();
    expect(await gateway.timeoutVoid(US, order.intent)).toEqual({ kind: 'nothing-to-void' });
    expect(refundedMinor(open, id)).toBe(2_000);
  });
});

describe('a question whose answer is lost', () => {
  test.each<FaultMode>(['cut-before', 'cut-after', 'hang', 'bad-gateway', 'bad-json'])(
    'by %s may be asked again',
    async (mode) => {
      const { id } = await seed(open);
      open.standIn.faults.arm({ method: 'GET', path: '/tss/', mode });
      expect(await gateway.readTransaction(US, id)).toMatchObject({
        ok: false,
        problem: { code: 'gateway-unavailable', remedy: 'retry' },
      });
      expect(await readOne(gateway, id)).toMatchObject({ id });
    },
  );
});
