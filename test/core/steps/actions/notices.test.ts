// What the actions that tell people something hand on: marks, message ids, subjects; and what they refuse.
import { describe, expect, it } from 'vitest';
import { problem } from '../../../../functions/core/domain/problem.ts';
import { refused } from '../../../../functions/core/domain/result.ts';
import type { WebhookNotice } from '../../../../functions/core/ports/notices.ts';
import type { ActionScope } from '../../../../functions/core/steps/actions/define-action.ts';
import { flowActions } from '../../../../functions/core/steps/actions/flow-actions.ts';
import type { PaymentRow } from '../../../../functions/core/work/payment-records.ts';
import { createWorld } from '../world.ts';

const effect = { effectKey: 'inst-1|case-opened|p1|tell', retried: false };
const payment = {
  merchant_id: 'mid_usd',
  gateway_id: '7094',
  state: 'declined',
  reference: '1001',
  currency: 'USD',
  customer_key: 'a hash of an address',
  detail: '{"customerName":"Some Buyer"}',
} as PaymentRow;

function setUp() {
  const world = createWorld();
  const map = async () => refused(problem('not-found', 'none'));
  const scope: ActionScope = { ...world.ports, company: world.company, subject: { payment }, map };
  const actions = flowActions(scope);
  const perform = (name: string, input: Readonly<Record<string, unknown>>, at = effect) => {
    const action = actions.get(name);
    if (action === undefined) throw new Error(`no action ${name}`);
    return action(input, at);
  };
  return { world, perform };
}

describe('a notice', () => {
  it.each(['desk-comment', 'crm-note', 'mail', 'slack', 'webhook'])(
    'by %s without an addressee is the document’s fault',
    async (by) => {
      const { perform } = setUp();
      const done = await perform(`notify-by-${by}`, { to: undefined, text: 'x' });
      expect(done).toEqual(
        refused(problem('flow-input', 'fix-input', { action: `notify-by-${by}`, field: 'to' })),
      );
    },
  );

  it.each([
    ['notify-by-desk-comment', 'comments'],
    ['notify-by-crm-note', 'crmNotes'],
  ] as const)(
    'of %s has the same mark at each try, and another at another step',
    async (name, kept) => {
      const { world, perform } = setUp();
      await perform(name, { to: '7', text: 'Held' });
      await perform(name, { to: '7', text: 'Held' }, { ...effect, retried: true });
      expect(world.records[kept].size).toBe(1);
      await perform(name, { to: '7', text: 'Held' }, { ...effect, effectKey: 'another' });
      expect(world.records[kept].size).toBe(2);
      for (const mark of world.records[kept].keys())
        expect(mark).toMatch(/^\[Tallybridge \w{12}\]$/);
    },
  );
});

describe('a webhook', () => {
  it('has the same id at each try and says nothing personal', async () => {
    const { world, perform } = setUp();
    const called: WebhookNotice[] = [];
    Object.assign(world.company.notices, {
      callWebhook: async (_channel: string, notice: WebhookNotice) => {
        called.push(notice);
        return { ok: true, value: undefined };
      },
    });
    await perform('notify-by-webhook', { to: 'erp', text: 'Declined' });
    await perform(
      'notify-by-webhook',
      { to: 'erp', text: 'Declined' },
      { ...effect, retried: true },
    );
    expect(called[0]).toEqual(called[1]);
    expect(called[0]).toEqual({
      id: expect.stringMatching(/^msg_\w{32}$/),
      text: 'Declined',
      about: {
        merchantId: 'mid_usd',
        paymentId: '7094',
        paymentState: 'declined',
        reference: '1001',
        currency: 'USD',
      },
    });
  });
});

describe('a mail', () => {
  it.each([
    ['Declined: USD 40.00\nMore of it', 'Declined: USD 40.00'],
    [`A first sentence. ${'More of it. '.repeat(20)}`, 'A first sentence.'],
    ['x'.repeat(130), `${'x'.repeat(119)}…`],
  ])('takes its subject from its text', async (text, subject) => {
    const { world, perform } = setUp();
    const subjects: string[] = [];
    Object.assign(world.company.notices, {
      sendMail: async (_to: string, mail: { readonly subject: string }) => {
        subjects.push(mail.subject);
        return { ok: true, value: undefined };
      },
    });
    await perform('notify-by-mail', { to: 'finance', text });
    expect(subjects).toEqual([subject]);
  });
});

describe('a ticket', () => {
  const input = { key: 'case-7094', subject: 'Review', description: 'Held' };

  it('that was there already has nothing to undo', async () => {
    const { perform } = setUp();
    const first = await perform('open-ticket', input);
    expect(first).toMatchObject({ value: { inverse: { close: 'desk-ticket' } } });
    const second = await perform('open-ticket', input);
    expect(second.ok && second.value.inverse).toBe(undefined);
    expect(second).toMatchObject({ value: { output: { ticketNumber: '101' } } });
  });

  it('goes to the department of a channel, and waits where there is no such channel', async () => {
    const { world, perform } = setUp();
    await perform('open-ticket', { ...input, channel: 'fraud' });
    expect(world.records.tickets.get('case-7094')?.department).toBe('department-fraud');
    const unknown = refused(problem('channel-unknown', 'fix-setup', { channel: 'x' }));
    Object.assign(world.company.notices, { departmentOf: () => unknown });
    expect(await perform('open-ticket', { ...input, key: 'k', channel: 'x' })).toEqual(unknown);
    expect(world.records.tickets.has('k')).toBe(false);
  });
});
