// Refunds by staff: limits, double clicks, lost answers, and what reaches the books.
import { beforeEach, describe, expect, it } from 'vitest';
import type { RefundRequest } from '../../../functions/core/contract/panel.ts';
import type { PaymentKey } from '../../../functions/core/domain/ids.ts';
import { intentId } from '../../../functions/core/domain/ids.ts';
import { refundLimits } from '../../../functions/core/domain/movement.ts';
import type { Actor } from '../../../functions/core/domain/role.ts';
import { refundPayment } from '../../../functions/core/steps/refund-payment.ts';
import { recheckMovement } from '../../../functions/core/steps/resolve-unknown.ts';
import { entryOf, readLog } from '../../../functions/core/work/movement-log.ts';
import { INSTALLATION } from './fake-transactions.ts';
import { createWorld, type World } from './world.ts';

const KEY = 'inst-1|mid_usd|p1' as PaymentKey;
const agent: Actor = { userId: 'u1', name: 'Agent', role: 'agent' };

let world: World;
let intents = 0;

function request(amountMinor: number, more: Partial<RefundRequest> = {}): RefundRequest {
  intents += 1;
  const id = intentId(
    1_795_000_000_000 + intents,
    Uint8Array.from({ length: 16 }, (_, i) => i),
  );
  return {
    intentId: id,
    paymentKey: KEY,
    amountMinor,
    currency: 'USD',
    reason: 'Damaged',
    ...more,
  };
}

const refund = (wanted: RefundRequest, actor = agent) =>
  refundPayment(world.ports, world.company, actor, wanted);

async function limits() {
  return refundLimits((await readLog(world.ports.store, KEY)).map(entryOf));
}

beforeEach(async () => {
  world = createWorld();
  world.places('1001', 4_000);
  await world.happens({ id: 'p1', kind: 'sale', amountMinor: 4_000, reference: '1001' });
  await world.work();
});

describe('refunding', () => {
  it('refunds a part, and brings it into the books as a credit note and its refund', async () => {
    const done = await refund(request(1_500));
    expect(done).toMatchObject({ ok: true, value: { state: 'succeeded', gateway_id: 'refund1' } });
    await world.work();
    const [note] = world.records.creditNotes.values();
    expect(note?.lines.map((line) => line.amount.minor)).toEqual([1_500]);
    expect([...world.records.creditNoteRefunds.values()]).toMatchObject([
      { amount: { minor: 1_500 }, accountId: 'acct-clearing-usd', reference: 'refund1' },
    ]);
    expect(await limits()).toMatchObject({ refundedMinor: 1_500, leftMinor: 2_500 });
  });

  it('gives back what was paid beyond the invoice as a refund of the payment', async () => {
    world.places('1002', 3_000);
    await world.happens({ id: 'p2', kind: 'sale', amountMinor: 4_000, reference: '1002' });
    await world.work();
    const paymentKey = 'inst-1|mid_usd|p2';
    await refund(request(1_000, { paymentKey }));
    await world.work();
    expect([...world.records.excessRefunds.values()]).toMatchObject([
      { amount: { minor: 1_000 }, reference: 'refund1', accountId: 'acct-clearing-usd' },
    ]);
    expect(world.records.creditNotes.size).toBe(0);
  });

  it.each([
    ['more than is left', { amountMinor: 4_001 }, 'refund-over-limit'],
    ['nothing', { amountMinor: 0 }, 'amount-invalid'],
    ['another currency', { currency: 'EUR' }, 'currency-mismatch'],
    ['no reason', { reason: '  ' }, 'reason-missing'],
    ['a payment of nobody', { paymentKey: 'inst-1|mid_usd|p9' }, 'not-found'],
    ['a payment of another company', { paymentKey: 'inst-2|mid_usd|p1' }, 'not-found'],
  ])('refuses %s before anything is sent', async (_, change, code) => {
    const answer = await refund(request(1_000, change));
    expect(answer).toMatchObject({ ok: false, problem: { code } });
    expect(world.calls).not.toContain('refund');
  });

  it('says what is left when too much is asked for', async () => {
    await refund(request(3_000));
    const answer = await refund(request(1_500));
    expect(answer).toMatchObject({
      ok: false,
      problem: { facts: { left: 'USD 10.00', asked: 'USD 15.00' } },
    });
  });

  it('does not let a viewer refund', async () => {
    const answer = await refund(request(1_000), { ...agent, role: 'viewer' });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'not-allowed' } });
  });

  it('takes a double click for one refund', async () => {
    const wanted = request(1_000);
    const [first, second] = await Promise.all([refund(wanted), refund(wanted)]);
    const third = await refund(wanted);
    expect([first.ok, second.ok, third.ok]).toEqual([true, true, true]);
    expect(world.calls.filter((call) => call === 'refund')).toHaveLength(1);
    expect(await limits()).toMatchObject({ refundedMinor: 1_000 });
  });

  it('refuses the same intent with another amount', async () => {
    const wanted = request(1_000);
    await refund(wanted);
    const answer = await refund({ ...wanted, amountMinor: 2_000 });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'intent-reused' } });
  });

  it('frees the amount of a declined refund', async () => {
    world.refundBehaviours.push('decline');
    const answer = await refund(request(4_000));
    expect(answer).toMatchObject({ ok: true, value: { state: 'declined' } });
    expect(await limits()).toMatchObject({ leftMinor: 4_000 });
    expect(await refund(request(4_000))).toMatchObject({ ok: true, value: { state: 'succeeded' } });
  });

  it('keeps the amount of a refund whose answer it does not know', async () => {
    world.refundBehaviours.push('strange');
    expect(await refund(request(4_000))).toMatchObject({ value: { state: 'needs-inspection' } });
    expect(await refund(request(1))).toMatchObject({ problem: { code: 'cannot-nothing-left' } });
  });

  it('finds a refund that went through although the answer was lost', async () => {
    world.refundBehaviours.push('act-then-time-out');
    const answer = await refund(request(1_500));
    expect(answer).toMatchObject({ ok: true, value: { state: 'unknown' } });
    expect(await limits()).toMatchObject({ unknownMinor: 1_500, leftMinor: 2_500 });
    await world.heal();
    expect(await limits()).toMatchObject({ unknownMinor: 0, refundedMinor: 1_500 });
    expect(world.calls.filter((call) => call === 'refund')).toHaveLength(1);
    expect(world.records.creditNoteRefunds.size).toBe(1);
  });

  it('sends a refund that never arrived again with the same id, and only after asking for long', async () => {
    world.refundBehaviours.push('time-out');
    const wanted = request(1_500);
    await refund(wanted);
    await world.work();
    expect(world.calls.filter((call) => call === 'refund')).toHaveLength(1);
    await world.heal();
    expect(world.calls.filter((call) => call === 'refund')).toHaveLength(2);
    expect([...world.transactions.values()].map((tx) => tx.reference)).toContain(wanted.intentId);
    expect(await limits()).toMatchObject({ refundedMinor: 1_500, unknownMinor: 0 });
  });

  it('rechecks an unknown refund at once when a person asks', async () => {
    world.refundBehaviours.push('act-then-time-out');
    const wanted = request(1_500);
    await refund(wanted);
    const found = await recheckMovement(world.ports, INSTALLATION, KEY, wanted.intentId);
    expect(found?.state).toBe('succeeded');
  });

  it('books a refund that was made in the Business Center, once', async () => {
    await world.happens({ id: 'bc1', rootId: 'p1', kind: 'refund', amountMinor: 700 });
    await world.work();
    await world.announce('bc1', 'payments.refunds.accept', 'again');
    await world.work();
    expect(await limits()).toMatchObject({ refundedMinor: 700, leftMinor: 3_300 });
    expect(world.records.creditNoteRefunds.size).toBe(1);
  });

  it('leaves one refund when the webhook of our own refund overtakes its answer', async () => {
    const wanted = request(1_000);
    await refund(wanted);
    await world.announce('refund1', 'payments.refunds.accept');
    await world.work();
    const log = await readLog(world.ports.store, KEY);
    expect(log.filter((one) => one.kind === 'refund')).toHaveLength(1);
    expect(world.records.creditNoteRefunds.size).toBe(1);
  });

  it('writes who did it and why into an unbroken audit chain', async () => {
    await refund(request(1_000));
    const rows = await world.ports.store.select('Audit', {
      where: [['installation', '=', INSTALLATION]],
      orderBy: ['audit_key', 'asc'],
    });
    expect(rows.map((row) => [row.action, row.actor_name])).toEqual([
      ['refund.requested', 'Agent'],
      ['refund.succeeded', 'Agent'],
    ]);
    expect(rows[1]?.previous_hash).toBe(rows[0]?.hash);
  });
});
