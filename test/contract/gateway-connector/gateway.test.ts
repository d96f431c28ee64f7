// The gateway connector against the Cybersource stand-in: what it reads, searches and refunds.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  kindOf,
  movementStateOf,
  paymentStateOf,
} from '../../../functions/core/domain/gateway-transaction.ts';
import type { GatewayId } from '../../../functions/core/domain/ids.ts';
import type { Gateway } from '../../../functions/core/ports/gateway.ts';
import {
  findByReference,
  JP,
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

describe.each(['jwt', 'http-signature'] as const)('signed by %s', (authentication) => {
  test('reads, searches and refunds', async () => {
    gateway = open.connect(authentication);
    const { id, payment } = await seed(open);
    expect(await readOne(gateway, id)).toMatchObject({ id, reference: payment.code });
    expect(await findByReference(open, gateway, payment.code)).toEqual([id]);
    expect(await gateway.move(refundOf(id))).toMatchObject({
      kind: 'accepted',
      status: 'PENDING',
    });
    expect(refundedMinor(open, id)).toBe(2_000);
  });

  test('with a wrong secret is told so, and moves nothing', async () => {
    gateway = open.connect(authentication, true);
    const { id } = await seed(open);
    const problem = { code: 'gateway-credentials', facts: { merchant: US } };
    expect(await gateway.readTransaction(US, id)).toMatchObject({ ok: false, problem });
    expect(await gateway.move(refundOf(id))).toMatchObject({ kind: 'refused', problem });
    expect(refundedMinor(open, id)).toBe(0);
  });
});

describe('a transaction', () => {
  test('that is a sale shows amount, card, customer and fraud reading', async () => {
    const { id, payment } = await seed(open, { risk: { score: 42, factorCodes: ['H', 'V'] } });
    const transaction = await readOne(gateway, id);
    expect(transaction).toMatchObject({
      rootId: id,
      merchantId: US,
      submittedAt: Math.floor(payment.submitTimeMs / 1000) * 1000,
      reference: payment.code,
      total: { minor: 12_050, currency: 'USD' },
      card: { brand: 'visa', lastFour: '1111', expiry: '2031-12' },
      customer: {
        email: 'robin.ash@example.com',
        firstName: 'Robin',
        billing: { line1: '18 Mill Lane', city: 'Portland', region: 'OR', country: 'US' },
      },
      fraud: { score: 42, factorCodes: ['H', 'V'] },
    });
    expect([kindOf(transaction), paymentStateOf(transaction)]).toEqual(['payment', 'captured']);
  });

  test('in yen has yen', async () => {
    const { id } = await seed(open, { merchantId: JP });
    expect((await readOne(gateway, id, JP)).total).toEqual({ minor: 12_050, currency: 'JPY' });
  });

  test('names what followed it, and each of these is what it is', async () => {
    const at = open.clock.now() - 1_800_000;
    const back = { amountMinor: 500, submitTimeMs: at, code: 'back' };
    const { id, captures, refunds } = await seed(open, {
      sale: false,
      captures: [{ amountMinor: 5_000, submitTimeMs: at, refunds: [back] }],
    });
    const transaction = await readOne(gateway, id);
    expect(paymentStateOf(transaction)).toBe('authorized');
    expect(transaction.related).toEqual(
      expect.arrayContaining([...captures, ...refunds].map((row) => row.id)),
    );
    const capture = await readOne(gateway, captures[0]?.id as GatewayId);
    expect([kindOf(capture), movementStateOf(capture), capture.rootId]).toEqual([
      'capture',
      'succeeded',
      id,
    ]);
    const refund = await readOne(gateway, refunds[0]?.id as GatewayId);
    expect([kindOf(refund), movementStateOf(refund), refund.reference, refund.rootId]).toEqual([
      'refund',
      'succeeded',
      'back',
      id,
    ]);
  });

  test('that the batch took is settled', async () => {
    const { id } = await seed(open);
    open.standIn.settleBatch();
    expect(paymentStateOf(await readOne(gateway, id))).toBe('settled');
  });

  test('that was declined says why', async () => {
    const { id } = await seed(open, { amountMinor: 405_100 });
    const transaction = await readOne(gateway, id);
    expect(paymentStateOf(transaction)).toBe('declined');
    expect(transaction.errorReason).toBe('INSUFFICIENT_FUND');
  });

  test('of another merchant, or of nobody, is not found', async () => {
    const { id } = await seed(open);
    const notFound = { ok: false, problem: { code: 'not-found' } };
    expect(await gateway.readTransaction(JP, id)).toMatchObject(notFound);
    expect(await gateway.readTransaction(US, '1' as GatewayId)).toMatchObject(notFound);
  });
});

describe('a search', () => {
  test('finds nothing until the index has caught up', async () => {
    const { id } = await seed(open, { submitTimeMs: open.clock.now(), code: 'fresh-1' });
    const by = { reference: 'fresh-1' };
    expect(await gateway.searchTransactions({ merchant: US, by })).toEqual({
      ok: true,
      // The gateway's own time comes along, in whole seconds.
      value: { found: [], total: 0, at: Math.floor(open.clock.now() / 1000) * 1000 },
    });
    expect(await findByReference(open, gateway, 'fresh-1')).toEqual([id]);
  });

  test('by time gives the oldest first, and pages', async () => {
    const from = Date.UTC(2026, 0, 5);
    const times = [3, 1, 2].map((hours) => from + hours * 3_600_000);
    for (const submitTimeMs of times) await seed(open, { merchantId: JP, submitTimeMs });
    const by = { submittedFrom: from, submittedTo: from + 86_400_000 };
    const all = await gateway.searchTransactions({ merchant: JP, by });
    expect(all.ok && all.value.found.map((row) => row.submittedAt)).toEqual(times.toSorted());
    const page = await gateway.searchTransactions({ merchant: JP, by, offset: 2, limit: 2 });
    expect(page).toMatchObject({
      ok: true,
      value: { total: 3, found: [{ submittedAt: times[0] }] },
    });
    const beyond = await gateway.searchTransactions({ merchant: JP, by, offset: 10 });
    expect(beyond).toMatchObject({ ok: true, value: { found: [], total: 3 } });
  });

  test('takes any reference for nothing but a reference', async () => {
    const { id, payment } = await seed(open, { code: 'Order "7" (gift) AND more' });
    expect(await findByReference(open, gateway, payment.code)).toEqual([id]);
    expect(await findByReference(open, gateway, `none OR id:${id}`)).toEqual([]);
    expect(await findByReference(open, gateway, '*')).toEqual([]);
  });
});

describe('a refund', () => {
  test('of a capture takes from that capture', async () => {
    const submitTimeMs = open.clock.now() - 1_800_000;
    const { id, captureIds } = await seed(open, {
      sale: false,
      captures: [{ amountMinor: 5_000, submitTimeMs }],
    });
    const target = { kind: 'capture', id: captureIds[0] ?? id } as const;
    const order = refundOf(id, { target });
    const answer = await gateway.move(order);
    if (answer.kind !== 'accepted') throw new Error(answer.kind);
    const refund = await readOne(gateway, answer.gatewayId);
    expect(refund).toMatchObject({ rootId: id, reference: order.intent });
    expect(kindOf(refund)).toBe('refund');
    const more = await gateway.move(
      refundOf(id, { target, amount: { minor: 3_001, currency: 'USD' } }),
    );
    expect(more).toMatchObject({
      kind: 'refused',
      problem: { facts: { reason: 'INVALID_AMOUNT' } },
    });
  });

  test('in yen goes out without decimals', async () => {
    const { id } = await seed(open, { merchantId: JP });
    const amount = { minor: 50, currency: 'JPY' };
    expect(await gateway.move(refundOf(id, { merchant: JP, amount }))).toMatchObject({
      kind: 'accepted',
    });
    expect(refundedMinor(open, id)).toBe(50);
  });

  test('that the bank declines is a plain no and leaves the money', async () => {
    const { id } = await seed(open);
    open.standIn.faults.switches.set('refund-decline', 1);
    const answer = await gateway.move(refundOf(id));
    expect(answer).toMatchObject({ kind: 'declined', problem: { code: 'refund-declined' } });
    expect(refundedMinor(open, id)).toBe(0);
  });

  test('repeated with the same intent is a duplicate and moves nothing more', async () => {
    const { id } = await seed(open);
    const order = refundOf(id);
    expect(await gateway.move(order)).toMatchObject({ kind: 'accepted' });
    expect(await gateway.move(order)).toEqual({ kind: 'duplicate' });
    expect(refundedMinor(open, id)).toBe(2_000);
    expect(await findByReference(open, gateway, order.intent)).toHaveLength(1);
  });

  test('of more than there is, or of what is not there, is refused', async () => {
    const { id } = await seed(open);
    const amount = { minor: 12_051, currency: 'USD' };
    expect(await gateway.move(refundOf(id, { amount }))).toMatchObject({
      kind: 'refused',
      problem: { code: 'gateway-refused', facts: { reason: 'INVALID_AMOUNT' } },
    });
    expect(await gateway.move(refundOf('7900000000000000000000' as GatewayId))).toMatchObject({
      kind: 'refused',
      problem: { code: 'not-found' },
    });
    expect(refundedMinor(open, id)).toBe(0);
  });
});
