// A refund by lines of the invoice: what is chosen is what is credited, to the unit, once, and never more than a line has.
import { beforeEach, describe, expect, it } from 'vitest';
import type { RefundRequest } from '../../../../functions/core/contract/panel.ts';
import { intentId, type PaymentKey } from '../../../../functions/core/domain/ids.ts';
import type { Actor } from '../../../../functions/core/domain/role.ts';
import { showRefundLines } from '../../../../functions/core/steps/movements/refund-by-lines.ts';
import { refundPayment } from '../../../../functions/core/steps/refund-payment.ts';
import { readLog } from '../../../../functions/core/work/movement-log.ts';
import { createWorld, START_MS, type World } from '../world.ts';

const KEY = 'inst-1|mid_usd|p1' as PaymentKey;
const agent: Actor = { userId: 'u1', name: 'Agent', role: 'agent' };

let world: World;
let intents = 0;

/** Four pieces of tea, 100.00 in all. */
function tea(pieces: number, amountMinor = pieces * 2_500): NonNullable<RefundRequest['lines']> {
  return [{ lineId: 'line-1', quantityMilli: pieces * 1_000, amountMinor }];
}

function request(lines: NonNullable<RefundRequest['lines']>): RefundRequest {
  intents += 1;
  const id = intentId(START_MS + intents, new Uint8Array(16));
  const amountMinor = lines.reduce((sum, line) => sum + line.amountMinor, 0);
  return { intentId: id, amountMinor, paymentKey: KEY, currency: 'USD', reason: 'Damaged', lines };
}

const refund = (wanted: RefundRequest) => refundPayment(world.ports, world.company, agent, wanted);

async function refunds() {
  const log = await readLog(world.ports.store, KEY);
  return log.filter(({ kind }) => kind === 'refund');
}

/** `line-1 2500` for each line of each note. */
function credited(): string[] {
  return [...world.records.creditNotes.values()].map(({ lines }) =>
    lines.map((line) => `${line.invoiceLineId ?? 'beside'} ${line.amount.minor}`).join(', '),
  );
}

async function leftPieces(): Promise<number> {
  const shown = await showRefundLines(world.ports, world.company, agent, { paymentKey: KEY });
  const [line] = shown.ok ? shown.value.lines : [];
  return ((line?.quantityMilli ?? 0) - (line?.takenQuantityMilli ?? 0)) / 1_000;
}

/** 100.00 in two captures, of an order of so much. */
async function open(orderMinor: number): Promise<void> {
  world = createWorld();
  world.places('1001', orderMinor);
  await world.happens({ id: 'p1', kind: 'authorization', amountMinor: 10_000, reference: '1001' });
  await world.work();
  await world.happens({ id: 'c1', rootId: 'p1', kind: 'capture', amountMinor: 4_000 });
  await world.happens({ id: 'c2', rootId: 'p1', kind: 'capture', amountMinor: 6_000 });
  await world.work();
}

beforeEach(() => open(10_000));

describe('a refund by lines', () => {
  it('credits just these lines, and pays the note out', async () => {
    expect(await refund(request(tea(1)))).toMatchObject({
      ok: true,
      value: { state: 'succeeded' },
    });
    await world.work();
    expect(credited()).toEqual(['line-1 2500']);
    expect([...world.records.creditNoteRefunds.values()]).toMatchObject([
      { amount: { minor: 2_500 } },
    ]);
    expect(await leftPieces()).toBe(3);
  });

  it('over two captures is two refunds, each with its own part of the lines', async () => {
    expect(await refund(request(tea(3)))).toMatchObject({
      ok: true,
      value: { state: 'succeeded' },
    });
    await world.work();
    expect((await refunds()).map((one) => [one.amount_minor, JSON.parse(one.lines ?? '')])).toEqual(
      [
        [6_000, [{ lineId: 'line-1', quantityMilli: 2_400, amountMinor: 6_000 }]],
        [1_500, [{ lineId: 'line-1', quantityMilli: 600, amountMinor: 1_500 }]],
      ],
    );
    expect(credited().toSorted()).toEqual(['line-1 1500', 'line-1 6000']);
    expect(await leftPieces()).toBe(1);
  });

  it('takes two clicks for one, and other lines under the same intent for none', async () => {
    const wanted = request(tea(1));
    await Promise.all([refund(wanted), refund(wanted)]);
    expect(await refund(wanted)).toMatchObject({ ok: true, value: { state: 'succeeded' } });
    expect(world.calls.filter((call) => call === 'refund')).toHaveLength(1);
    const other = [{ lineId: 'beside', quantityMilli: 1_000, amountMinor: 2_500 }];
    for (const lines of [other, undefined]) {
      const { lines: _, ...plain } = wanted;
      const answer = await refund(lines === undefined ? plain : { ...plain, lines });
      expect(answer).toMatchObject({ problem: { code: 'intent-reused' } });
    }
  });

  it.each([
    ['another price', tea(1, 2_499)],
    ['a line that is not on the invoice', [{ ...tea(1)[0], lineId: 'line-9' }]],
    ['more pieces than were bought', tea(5)],
  ])('of %s sends nothing', async (_, lines) => {
    const answer = await refund(request(lines as NonNullable<RefundRequest['lines']>));
    expect(answer).toMatchObject({ ok: false });
    expect(world.calls).not.toContain('refund');
  });

  it('of lines that don’t come to the amount sends nothing', async () => {
    const answer = await refund({ ...request(tea(1)), amountMinor: 2_600 });
    expect(answer).toMatchObject({
      problem: { code: 'refund-lines-differ', facts: { asked: 'USD 26.00' } },
    });
    expect(world.calls).not.toContain('refund');
  });

  it('lets only one of two out that want the same pieces', async () => {
    // The payment has enough for both, as more was paid than the order comes to.
    await open(5_000);
    const wanted = [tea(2, 2_500), tea(3, 3_750)].map(request);
    const both = await Promise.all(wanted.map(refund));
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.find((one) => !one.ok)).toMatchObject({ problem: { code: 'refund-lines-differ' } });
  });

  it('that the bank declines gives its pieces back', async () => {
    world.refundBehaviours.push('decline');
    expect(await refund(request(tea(4).map((line) => ({ ...line }))))).toMatchObject({ ok: true });
    world.refundBehaviours.length = 0;
    await world.heal();
    // One of the two captures declined: its share of the pieces is there again.
    expect(await leftPieces()).toBeGreaterThan(0);
  });

  it('asks nobody for the invoice where an amount is refunded', async () => {
    const { lines: _, ...plain } = request(tea(1));
    const before = world.calls.filter((call) => call === 'readInvoice').length;
    await refund(plain);
    expect(world.calls.filter((call) => call === 'readInvoice')).toHaveLength(before);
  });
});

describe('the lines that a clerk chooses from', () => {
  it('are told to those who refund, of payments of their own company', async () => {
    const ask = (role: Actor['role'], paymentKey: string) =>
      showRefundLines(world.ports, world.company, { ...agent, role }, { paymentKey });
    expect(await ask('agent', KEY)).toMatchObject({
      value: {
        invoiceNumber: 'INV-inv-1001',
        lines: [{ id: 'line-1', name: 'Tea', quantityMilli: 4_000, totalMinor: 10_000 }],
      },
    });
    expect(await ask('viewer', KEY)).toMatchObject({ problem: { code: 'not-allowed' } });
    expect(await ask('admin', 'inst-2|mid_usd|p1')).toMatchObject({
      problem: { code: 'not-found' },
    });
  });

  it('after one of an amount credits pieces at what they are worth by then, and in the end just the invoice', async () => {
    const { lines: _, ...amount } = request(tea(2, 1_000));
    expect(await refund(amount)).toMatchObject({ ok: true });
    await world.work();
    // 90.00 are left of four pieces.
    expect(await refund(request(tea(1)))).toMatchObject({
      problem: { code: 'refund-lines-differ' },
    });
    expect(await refund(request(tea(1, 2_250)))).toMatchObject({ ok: true });
    expect(await refund(request(tea(3, 6_750)))).toMatchObject({ ok: true });
    await world.heal();
    const sum = [...world.records.creditNotes.values()]
      .flatMap(({ lines }) => lines)
      .reduce((all, line) => all + line.amount.minor, 0);
    expect(sum).toBe(10_000);
    expect(await leftPieces()).toBe(0);
  });
});
