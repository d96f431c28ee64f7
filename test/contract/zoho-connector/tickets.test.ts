// Tickets that we open, comment on and close: once each, though answers get lost.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TicketDraft } from '../../../functions/core/ports/tickets.ts';
import { type ConnectedCompany, connectCompany } from './connected-company.ts';

let company: ConnectedCompany;
let sequence = 0;

beforeAll(async () => {
  company = await connectCompany({ budgets: true });
});
afterAll(() => company.zoho.close());

const draft: TicketDraft = {
  subject: 'Review: USD 40.00 for order 1001',
  description: 'Held for review',
  contact: { name: 'Some Buyer', email: 'buyer@example.com' },
  category: 'Fraud review',
  priority: 'High',
  dueAt: Date.parse('2027-01-02T03:04:05Z'),
};

function newKey(): string {
  sequence += 1;
  return `case-70940000000000000${sequence}`;
}

function tickets() {
  return company.zoho.seed.desk.tickets.list();
}

describe('a ticket of ours', () => {
  it('is opened with contact, category and deadline in the default department', async () => {
    const uniqueKey = newKey();
    const opened = await company.tickets.openTicket({ uniqueKey, retried: false }, draft);
    expect(opened).toMatchObject({ ok: true, value: { isNew: true, isClosed: false } });
    expect(tickets().at(-1)).toMatchObject({
      subject: draft.subject,
      departmentId: '1900000000000006907',
      details: { category: 'Fraud review', priority: 'High', dueDate: '2027-01-02T03:04:05.000Z' },
      cf: { cf_tallybridge_case: uniqueKey },
    });
    const contact = company.zoho.seed.desk.contacts.get(tickets().at(-1)?.contactId ?? '');
    expect(contact?.details).toMatchObject({ lastName: 'Some Buyer', email: 'buyer@example.com' });
  });

  it('goes to the department that is asked for', async () => {
    const department = '1900000000000006908';
    const write = { uniqueKey: newKey(), retried: false };
    await company.tickets.openTicket(write, { ...draft, department });
    expect(tickets().at(-1)?.departmentId).toBe(department);
  });

  it('is found by its key, and by no part of it', async () => {
    const uniqueKey = newKey();
    const opened = await company.tickets.openTicket({ uniqueKey, retried: false }, draft);
    const id = opened.ok ? opened.value.id : '';
    expect(await company.tickets.findTicket(uniqueKey)).toMatchObject({ value: { id } });
    const part = await company.tickets.findTicket(`${uniqueKey.slice(0, -1)}*`);
    expect(part).toEqual({ ok: true, value: undefined });
  });

  it('is not opened twice', async () => {
    const write = { uniqueKey: newKey(), retried: false };
    const first = await company.tickets.openTicket(write, draft);
    const count = tickets().length;
    const again = await company.tickets.openTicket(write, draft);
    const id = first.ok ? first.value.id : '';
    expect(again).toMatchObject({ ok: true, value: { id, isNew: false } });
    expect(tickets()).toHaveLength(count);
  });

  it('is opened once though the answer got lost', async () => {
    const uniqueKey = newKey();
    const lost = { mode: 'cut-after', method: 'POST', path: '/tickets' } as const;
    company.zoho.desk.faults.arm(lost);
    const first = await company.tickets.openTicket({ uniqueKey, retried: false }, draft);
    expect(first).toMatchObject({ problem: { code: 'zoho-unavailable', remedy: 'retry' } });
    const count = tickets().length;
    const again = await company.tickets.openTicket({ uniqueKey, retried: true }, draft);
    expect(again).toMatchObject({ ok: true, value: { isNew: false } });
    expect(tickets()).toHaveLength(count);
  });

  it('is closed, also when it is closed already', async () => {
    const write = { uniqueKey: newKey(), retried: false };
    const opened = await company.tickets.openTicket(write, draft);
    const id = opened.ok ? opened.value.id : '';
    expect(await company.tickets.closeTicket(id)).toMatchObject({ ok: true });
    expect(await company.tickets.closeTicket(id)).toMatchObject({ ok: true });
    expect(tickets().find((one) => one.id === id)?.status).toBe('Closed');
    const found = await company.tickets.findTicket(write.uniqueKey);
    expect(found).toMatchObject({ value: { isClosed: true } });
  });
});

describe('a comment', () => {
  it('is for agents only and is written once though the answer got lost', async () => {
    const write = { uniqueKey: newKey(), retried: false };
    const opened = await company.tickets.openTicket(write, draft);
    const id = opened.ok ? opened.value.id : '';
    const mark = '[Tallybridge 0123456789ab]';
    company.zoho.desk.faults.arm({ mode: 'cut-after', method: 'POST', path: '/comments' });
    const first = await company.tickets.addComment({ mark, retried: false }, id, 'Accepted');
    expect(first).toMatchObject({ problem: { code: 'zoho-unavailable' } });
    const again = await company.tickets.addComment({ mark, retried: true }, id, 'Accepted');
    expect(again).toMatchObject({ ok: true });
    const comments = company.zoho.seed.desk.comments.list().filter((one) => one.ticketId === id);
    expect(comments).toMatchObject([{ content: `Accepted\n\n${mark}`, isPublic: false }]);
  });

  it('on a ticket that is gone is not tried again', async () => {
    const write = { mark: '[Tallybridge 1]', retried: true };
    expect(await company.tickets.addComment(write, '1900000000099999999', 'x')).toMatchObject({
      problem: { code: 'not-found', remedy: 'none' },
    });
  });
});

describe('a connection', () => {
  it('without the right to open tickets says so', async () => {
    const poor = await connectCompany({ budgets: false, scopes: ['Desk.tickets.READ'] });
    const write = { uniqueKey: newKey(), retried: false };
    const opened = await poor.tickets.openTicket(write, { ...draft, department: '1' });
    await poor.zoho.close();
    expect(opened).toMatchObject({
      problem: { code: 'zoho-permission-missing', remedy: 'fix-setup' },
    });
  });
});
