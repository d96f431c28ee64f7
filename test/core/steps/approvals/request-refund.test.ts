// A refund that the policy holds back: asked for, decided by somebody else, sent once, told.
import { beforeEach, describe, expect, it } from 'vitest';
import { refundPayment } from '../../../../functions/core/steps/refund-payment.ts';
import { showPayment } from '../../../../functions/core/steps/show-panel.ts';
import {
  admin,
  agent,
  approver,
  HELD_MINOR,
  KEY,
  keyOf,
  openRequestWorld,
  other,
  type RequestWorld,
} from './request-world.ts';

let at: RequestWorld;
beforeEach(async () => {
  at = await openRequestWorld();
});

const HOUR_MS = 3_600_000;
const panel = (actor = agent) => showPayment(at.world.ports, at.world.company, actor, KEY);

describe('a refund above the limit', () => {
  it('is held back by the step, with the rule and the way on', async () => {
    const { ports, company } = at.world;
    const answer = await refundPayment(ports, company, agent, at.wanted());
    expect(answer).toMatchObject({
      problem: { code: 'approval-needed', facts: { by: 'an approver' } },
    });
    expect(at.refundCalls()).toBe(0);
    expect(await at.movements()).toEqual([]);
  });

  it('goes out in the name of who asked once somebody else has approved it', async () => {
    const wanted = at.wanted();
    const key = keyOf(await at.ask(wanted));
    await at.world.work();
    expect(await at.decide(key, approver)).toMatchObject({ ok: true });
    await at.world.work();
    const [movement] = await at.movements();
    expect(movement).toMatchObject({
      movement_key: `inst-1|${wanted.intentId}`,
      state: 'succeeded',
      actor_id: 'u1',
      approved_by: 'u2',
      approved_name: 'Approver',
    });
    expect(at.refundCalls()).toBe(1);
    expect(await at.actions()).toEqual([
      'approval.asked',
      'approval.approved',
      'refund.requested',
      'refund.succeeded',
    ]);
  });

  it('is shown as waiting, with why and who may decide', async () => {
    await at.ask(at.wanted());
    expect((await panel())?.requests).toMatchObject([
      { state: 'open', own: true, mayDecide: false, by: 'approver', amount: { minor: HELD_MINOR } },
    ]);
    const [seen] = (await panel(approver))?.requests ?? [];
    expect(seen).toMatchObject({ own: false, mayDecide: true, requestedBy: 'Agent' });
    expect(seen?.why[0]?.message).toContain('USD 500.00');
  });

  it.each([
    ['rejected', async (key: string) => at.decide(key, approver, 'rejected')],
    ['withdrawn', async (key: string) => at.withdraw(key)],
    ['expired', async () => at.world.advance(73 * HOUR_MS)],
  ])('moves nothing when it is %s', async (state, end) => {
    const key = keyOf(await at.ask(at.wanted()));
    await at.world.work();
    await end(key);
    await at.world.work();
    expect(await at.decide(key, other)).toMatchObject({
      problem: { code: 'approval-over', facts: { decision: state } },
    });
    expect((await panel())?.requests[0]?.state).toBe(state);
    expect(at.refundCalls()).toBe(0);
    expect(await at.actions()).toEqual(['approval.asked', `approval.${state}`]);
  });

  it('is put once, however often it is asked for, and not with other data', async () => {
    const wanted = at.wanted();
    const [first, second] = await Promise.all([at.ask(wanted), at.ask(wanted)]);
    expect(keyOf(first)).toBe(keyOf(second));
    expect(await at.ask({ ...wanted, amountMinor: 99_000 })).toMatchObject({
      problem: { code: 'intent-reused' },
    });
    expect((await panel())?.requests).toHaveLength(1);
  });

  it('is not asked for when it is allowed, forbidden by balance, or by a viewer', async () => {
    expect(await at.ask(at.wanted(1_000))).toMatchObject({
      problem: { code: 'approval-not-needed' },
    });
    expect(await at.ask(at.wanted(200_001))).toMatchObject({
      problem: { code: 'refund-over-limit' },
    });
    expect(await at.ask(at.wanted(), { ...agent, role: 'viewer' })).toMatchObject({
      problem: { code: 'not-allowed' },
    });
  });
});

describe('who may decide', () => {
  it('is never who has asked, by user or by mail address', async () => {
    await at.isMember(agent, 'Ann@example.com');
    await at.isMember(other, 'ann@example.com');
    const key = keyOf(await at.ask(at.wanted()));
    expect(await at.decide(key, { ...agent, role: 'admin' })).toMatchObject({
      problem: { code: 'approval-own' },
    });
    expect(await at.decide(key, other)).toMatchObject({ problem: { code: 'approval-own' } });
    expect(await at.decide(key, approver)).toMatchObject({ ok: true });
  });

  it('needs the role that the policy asks for', async () => {
    const key = keyOf(await at.ask(at.wanted()));
    expect(await at.decide(key, { ...agent, userId: 'u9' })).toMatchObject({
      problem: { code: 'not-allowed' },
    });
    expect(await at.decide(key, admin)).toMatchObject({ ok: true });
  });

  it('is one of two who decide at once', async () => {
    const key = keyOf(await at.ask(at.wanted()));
    const both = await Promise.all([at.decide(key, approver), at.decide(key, other, 'rejected')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    await at.world.work();
    expect(at.refundCalls()).toBe(both[0]?.ok ? 1 : 0);
  });

  it('cannot be withdrawn for somebody else', async () => {
    const key = keyOf(await at.ask(at.wanted()));
    expect(await at.withdraw(key, other)).toMatchObject({
      problem: { code: 'approval-not-yours' },
    });
  });
});

describe('an approved refund', () => {
  it('is judged again when it is sent: another refund may have taken the money', async () => {
    const { ports, company } = at.world;
    const key = keyOf(await at.ask(at.wanted(190_000)));
    await refundPayment(ports, company, agent, at.wanted(20_000));
    await at.decide(key, approver);
    await at.world.work();
    const [request] = (await panel())?.requests ?? [];
    expect(request).toMatchObject({ state: 'approved', problem: { code: 'refund-over-limit' } });
    expect(at.refundCalls()).toBe(1);
  });

  it('is not sent once its refund window is over, nor asked for after that', async () => {
    at.world.advance(179 * 24 * HOUR_MS);
    const key = keyOf(await at.ask(at.wanted()));
    at.world.advance(2 * 24 * HOUR_MS);
    await at.decide(key, approver);
    await at.world.work();
    const [request] = (await panel())?.requests ?? [];
    expect(request).toMatchObject({ state: 'approved', problem: { code: 'cannot-window-over' } });
    expect(at.refundCalls()).toBe(0);
    expect(await at.ask(at.wanted())).toMatchObject({
      problem: { code: 'cannot-window-over', facts: { days: '180' } },
    });
  });

  it('tells those who may decide by mail, and who has asked of the end', async () => {
    await at.isMember(agent, 'ann@example.com');
    await at.isMember(approver, 'bo@example.com');
    const key = keyOf(
      await at.ask({
        ...at.wanted(),
        askedAt: { host: 'desk', record: { kind: 'ticket', id: '7' } },
      }),
    );
    await at.world.work();
    await at.decide(key, approver);
    await at.world.work();
    expect([...at.world.records.notices.keys()]).toEqual(['bo@example.com', 'ann@example.com']);
    expect([...at.world.records.comments.values()]).toEqual([
      expect.stringContaining('Agent asks for a refund of USD 900.00'),
      expect.stringContaining('Approver has approved a refund of USD 900.00'),
    ]);
  });

  it('tells of it in the company’s language, the rule and the amounts too', async () => {
    Object.assign(at.world.company, { language: 'de' });
    await at.isMember(approver, 'bo@example.com');
    const askedAt = { host: 'books', record: { kind: 'invoice', id: 'i-1' } } as const;
    const key = keyOf(await at.ask({ ...at.wanted(), askedAt }));
    await at.world.work();
    await at.decide(key, approver, 'rejected');
    await at.world.work();
    const [asked = '', rejected = ''] = at.world.records.invoiceComments.values();
    expect(asked).toContain('i-1: Agent bittet um Freigabe: Erstattung von 900,00 USD.');
    expect(asked).toContain('500,00 USD');
    expect(asked).toContain('Ein Freigeber entscheidet im Panel von Tallybridge, bis ');
    expect(rejected).toContain('Approver hat abgelehnt, worum Agent gebeten hat');
    expect(`${asked} ${rejected}`).not.toMatch(/refund|above|USD \d/);
  });

  it('writes a request from an invoice, and its end, into the comments of the invoice', async () => {
    const askedAt = { host: 'books', record: { kind: 'invoice', id: 'i-1' } } as const;
    const key = keyOf(await at.ask({ ...at.wanted(), askedAt }));
    await at.world.work();
    await at.decide(key, approver, 'rejected');
    await at.world.work();
    expect([...at.world.records.invoiceComments.values()]).toEqual([
      expect.stringContaining('i-1: Agent asks for a refund of USD 900.00'),
      expect.stringContaining('i-1: Approver has rejected a refund of USD 900.00'),
    ]);
  });
});
