// Charges above somebody's limit: requests that others decide on, charged once when they are approved.
import { beforeEach, describe, expect, it } from 'vitest';
import { StoreFailure } from '../../../../functions/core/ports/store.ts';
import { showCharges } from '../../../../functions/core/steps/charges/show-charges.ts';
import { decideApproval } from '../../../../functions/core/steps/decide-approval.ts';
import type { Interceptor } from '../../../../functions/core/store/memory-store.ts';
import { INSTALLATION } from '../fake-transactions.ts';
import { type ChargeStory, openChargeStory } from './charge-story.ts';

const HOUR_MS = 3_600_000;
const clerk = { userId: 'u1', name: 'A clerk', role: 'agent' } as const;
const boss = { userId: 'u2', name: 'A boss', role: 'approver' } as const;

let story: ChargeStory;
let cardKey: string;

async function open(options: { readonly intercept?: Interceptor } = {}) {
  story = openChargeStory(options);
  cardKey = await story.keepCard();
}

beforeEach(() => open());

const newest = async () => {
  const rows = await story.charges();
  const row = rows.filter(({ books_invoice_id: of }) => of === 'invoice-inv').at(-1);
  if (row === undefined) throw new Error('no charge');
  return row;
};
const savedTries = () => story.chargeOrders.filter(({ source }) => source.kind === 'saved').length;
const days = async (count: number) => {
  for (let hour = 0; hour < count * 24; hour += 6) {
    story.advance(6 * HOUR_MS);
    await story.work();
  }
};

describe('a charge above the person’s limit', () => {
  const ask = () => {
    story.openInvoice('inv', 90_000);
    return story.ask(story.request({ cardKey, amountMinor: 60_000, asksApproval: true }));
  };
  const list = (actor: typeof clerk | typeof boss) =>
    showCharges(story.ports, INSTALLATION, actor, { invoiceId: 'invoice-inv' });
  const decide = (decision: 'approved' | 'rejected', key: string) =>
    decideApproval(story.ports, INSTALLATION, boss, { key, decision, reason: 'Seen' });

  it('waits for somebody else, is charged once when approved, and stays out of the person’s day', async () => {
    const asked = await ask();
    expect(asked).toMatchObject({
      value: { charge: { state: 'requested', request: { own: true, mayDecide: false } } },
    });
    await story.work();
    expect(story.chargeOrders.filter(({ source }) => source.kind === 'saved')).toEqual([]);
    const seen = await list(boss);
    const request = seen.ok ? seen.value.charges[0]?.request : undefined;
    expect(request).toMatchObject({ mayDecide: true, by: 'approver', reason: 'Phone order' });
    expect((await decide('approved', request?.key ?? '')).ok).toBe(true);
    await story.work();
    await story.work();
    expect(await newest()).toMatchObject({ state: 'paid', approved_by: 'u2' });
    expect(savedTries()).toBe(1);
    const audit = await story.ports.store.select('Audit', { where: [] });
    expect(audit.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        'charge.requested',
        'approval.asked',
        'approval.approved',
        'charge.paid',
      ]),
    );
    const invoiceId = story.openInvoice('small');
    expect(await story.ask(story.request({ cardKey, invoiceId }))).toMatchObject({
      value: { charge: { state: 'paid' } },
    });
  });

  it('is closed with the reason when rejected, and in words when nobody decides', async () => {
    const asked = await ask();
    const key = asked.ok ? (asked.value.charge.request?.key ?? '') : '';
    await decide('rejected', key);
    await story.work();
    expect(await list(clerk)).toMatchObject({
      value: { charges: [{ state: 'cancelled', problem: { code: 'request-rejected' } }] },
    });
    await open();
    await ask();
    await days(8);
    expect(await list(clerk)).toMatchObject({
      value: { charges: [{ state: 'expired', problem: { code: 'request-expired' } }] },
    });
    expect(savedTries()).toBe(0);
  });

  it('is not charged when the invoice was paid before somebody approved', async () => {
    const asked = await ask();
    const secret = await story.link({ amountMinor: 90_000 });
    await story.open(secret);
    await story.pay(story.payRequest(secret));
    await decide('approved', asked.ok ? (asked.value.charge.request?.key ?? '') : '');
    await story.work();
    await story.work();
    expect(savedTries()).toBe(0);
    const rows = await story.charges();
    expect(rows.map(({ state }) => state)).toContain('failed');
  });

  it('is put to others when it is asked for again after it was cut off', async () => {
    let isCut = false;
    await open({
      intercept: async ({ table }, apply) => {
        if (isCut && table === 'Runs') throw new StoreFailure('crash', 'crash');
        return apply();
      },
    });
    story.openInvoice('inv', 90_000);
    const wanted = story.request({ cardKey, amountMinor: 60_000, asksApproval: true });
    isCut = true;
    await expect(story.ask(wanted)).rejects.toThrow(StoreFailure);
    isCut = false;
    expect(await story.ask(wanted)).toMatchObject({
      value: { charge: { state: 'requested', request: { state: 'open', own: true } } },
    });
  });

  it('is refused as before where nobody asked for approval', async () => {
    story.openInvoice('inv', 90_000);
    const wanted = story.request({ cardKey, amountMinor: 60_000 });
    expect(await story.ask(wanted)).toMatchObject({ problem: { code: 'charge-beyond-limit' } });
  });
});
