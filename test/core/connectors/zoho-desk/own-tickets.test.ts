// Tickets that we open when Desk answers late, ignores what it does not know, or lacks our field.
import { describe, expect, it } from 'vitest';
import { createTickets } from '../../../../functions/core/connectors/zoho-desk/tickets.ts';
import type { HttpOutcome } from '../../../../functions/core/ports/platform.ts';
import { answered } from '../transport/scripted-transport.ts';
import { bodyOf, lineOf, zohoScript } from '../zoho-http/zoho-script.ts';

const KEY = 'case-7094';
const draft = {
  subject: 'Review',
  description: 'Held',
  contact: { name: 'Unbekannter Kunde' },
  department: '19',
} as const;
const nothing: HttpOutcome = { kind: 'answered', status: 204, headers: {}, body: '' };

function ticket(id: string, key: string | null, subject = 'Review') {
  return { id, ticketNumber: '101', subject, status: 'Open', cf: { cf_tallybridge_case: key } };
}

function setUp(...outcomes: HttpOutcome[]) {
  const script = zohoScript(...outcomes);
  const tickets = createTickets({ ...script, deskUrl: 'https://desk.test', orgId: '642345678' });
  return { tickets, calls: script.calls, sent: script.transport.sent };
}

describe('a ticket', () => {
  it('that the search does not know yet is found among the newest when retried', async () => {
    const { tickets, calls } = setUp(
      nothing,
      answered(200, {
        data: [ticket('11', null, 'Other'), ticket('12', null), ticket('13', null)],
      }),
      answered(200, ticket('12', 'case-1')),
      answered(200, ticket('13', KEY)),
    );
    const opened = await tickets.openTicket({ uniqueKey: KEY, retried: true }, draft);
    expect(opened).toMatchObject({ ok: true, value: { id: '13', isNew: false } });
    expect(calls).toEqual([
      'desk find-ticket',
      'desk list-tickets',
      'desk read-ticket',
      'desk read-ticket',
    ]);
  });

  it('is not taken for ours because the search ignored its filter', async () => {
    const all = answered(200, { data: [ticket('11', 'case-1'), ticket('12', null)] });
    const { tickets, sent } = setUp(all, answered(200, ticket('20', KEY)));
    const opened = await tickets.openTicket({ uniqueKey: KEY, retried: false }, draft);
    expect(opened).toMatchObject({ ok: true, value: { id: '20', isNew: true } });
    expect(lineOf(sent[0])).toContain('/api/v1/tickets/search?customField1=cf_tallybridge_case');
    expect(bodyOf(sent[1])).toMatchObject({
      departmentId: '19',
      contact: { lastName: draft.contact.name },
      cf: { cf_tallybridge_case: KEY },
    });
  });

  it('asks for the default department once', async () => {
    const departments = answered(200, { data: [{ id: '1' }, { id: '2', isDefault: true }] });
    const made = answered(200, ticket('20', KEY));
    const { tickets, sent, calls } = setUp(nothing, departments, made, nothing, made);
    const { department: _, ...anywhere } = draft;
    await tickets.openTicket({ uniqueKey: KEY, retried: false }, anywhere);
    await tickets.openTicket({ uniqueKey: KEY, retried: false }, anywhere);
    expect(calls.filter((call) => call === 'desk list-departments')).toHaveLength(1);
    expect(bodyOf(sent[2])).toMatchObject({ departmentId: '2' });
  });

  it('waits for an administrator where our field is missing', async () => {
    const errors = [{ fieldName: '/cf/cf_tallybridge_case', errorType: 'invalid' }];
    const refusal = answered(422, { errorCode: 'INVALID_DATA', message: 'x', errors });
    const { tickets } = setUp(nothing, refusal);
    expect(await tickets.openTicket({ uniqueKey: KEY, retried: false }, draft)).toEqual({
      ok: false,
      problem: {
        code: 'zoho-field-missing',
        remedy: 'fix-setup',
        facts: { product: 'Zoho Desk', field: 'cf_tallybridge_case' },
      },
    });
  });

  it('with another wrong field is somebody’s to correct', async () => {
    const errors = [{ fieldName: '/email', errorType: 'invalid' }];
    const refusal = answered(422, { errorCode: 'INVALID_DATA', message: 'x', errors });
    const { tickets } = setUp(nothing, refusal);
    const opened = await tickets.openTicket({ uniqueKey: KEY, retried: false }, draft);
    expect(opened).toMatchObject({ problem: { code: 'zoho-refused', remedy: 'fix-input' } });
  });
});
