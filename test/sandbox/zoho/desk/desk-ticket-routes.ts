// Routes of tickets, their comments and threads.

import { commentView, replyView, threadRow } from './desk-conversation-views.ts';
import { deskRefusals } from './desk-errors.ts';
import { inRange, optionalText, pageOf, requiredText, wildcard } from './desk-input.ts';
import type { DeskOrg, DeskTicket } from './desk-org.ts';
import type { DeskCall, DeskRoute } from './desk-router.ts';
import { searchRow, ticketRecord, ticketRow, ticketView } from './desk-ticket-views.ts';
import { addComment, createTicket, ticketOf, updateTicket } from './desk-tickets.ts';

const COMMENT_MAX = 32_000;

function included({ query }: DeskCall): string[] {
  return (query.include ?? '').split(',').map((one) => one.trim());
}

function newestFirst(org: DeskOrg): DeskTicket[] {
  return org.tickets
    .list()
    .filter((one) => !one.isTrashed)
    .reverse();
}

function listTickets(call: DeskCall): unknown {
  const { departmentId, departmentIds, assignee, status, contactId } = call.query;
  const departments = departmentIds ?? departmentId;
  const rows = newestFirst(call.org).filter(
    (ticket) =>
      (departments === undefined || departments.split(',').includes(ticket.departmentId)) &&
      (assignee === undefined || assignee.split(',').includes(ticket.assigneeId ?? 'Unassigned')) &&
      (contactId === undefined || ticket.contactId === contactId) &&
      (status === undefined || status.split(',').includes(ticket.status)),
  );
  const page = pageOf(call, rows, { limit: 10, firstIndex: 0 });
  return page && { data: page.map((ticket) => ticketRow(call.org, ticket, included(call))) };
}

/** `customField1=cf_name:value` and so on; all given parameters must fit. */
function searchTickets(call: DeskCall): unknown {
  const tests = Object.entries(call.query).map(([name, value]) =>
    searchTest(call.org, name, value),
  );
  const found = newestFirst(call.org).filter((ticket) => tests.every((test) => test(ticket)));
  const page = pageOf(call, found, { limit: 10, firstIndex: 0 });
  return page && { data: page.map((one) => searchRow(call.org, one)), count: found.length };
}

function searchTest(org: DeskOrg, name: string, value: string): (ticket: DeskTicket) => boolean {
  if (/^customField\d+$/.test(name)) {
    const at = value.indexOf(':');
    if (at < 1) throw deskRefusals.field(name, 'invalid');
    const [apiName, wanted] = [value.slice(0, at), value.slice(at + 1)];
    return (ticket) => wildcard(ticket.cf[apiName], wanted);
  }
  switch (name) {
    case '_all':
      return (ticket) =>
        [ticket.subject, ticket.number, ticket.details.email, ticket.details.description].some(
          (own) => (own ?? '').toLowerCase().includes(value.toLowerCase().replaceAll('*', '')),
        );
    case 'id':
      return (ticket) => ticket.id === value;
    case 'ticketNumber':
      return (ticket) => wildcard(ticket.number, value);
    case 'contactId':
      return (ticket) => value.split(',').includes(ticket.contactId);
    case 'departmentId':
      return (ticket) => value.split(',').includes(ticket.departmentId);
    case 'assigneeId':
      return (ticket) => value.split(',').includes(ticket.assigneeId ?? '');
    case 'status':
      return (ticket) => value.split(',').some((one) => wildcard(ticket.status, one));
    case 'subject':
      return (ticket) => wildcard(ticket.subject, value);
    case 'email':
      return (ticket) =>
        wildcard(ticket.details.email, value) ||
        wildcard(org.contacts.get(ticket.contactId)?.details.email, value);
    case 'createdTimeRange':
      return (ticket) => inRange(ticket.createdAt, value);
    case 'modifiedTimeRange':
      return (ticket) => inRange(ticket.modifiedAt, value);
    default:
      return () => true;
  }
}

async function sendReply(call: DeskCall): Promise<unknown> {
  const { org, by } = call;
  const ticket = ticketOf(org, call.param('id'));
  const body = await call.json();
  const contact = org.contacts.get(ticket.contactId)?.details.email;
  const kept = org.kept();
  const thread = org.threads.put(kept.id, {
    ...kept,
    ticketId: ticket.id,
    channel: requiredText(body, 'channel', 40),
    content: optionalText(body, 'content', COMMENT_MAX) ?? '',
    contentType: optionalText(body, 'contentType', 20) ?? 'html',
    direction: 'out',
    isDescription: false,
    authorId: by,
    to: optionalText(body, 'to', 2000) ?? contact ?? '',
    from: optionalText(body, 'fromEmailAddress', 255) ?? 'support@example.com',
  });
  org.save(org.tickets, ticket);
  return replyView(org, thread);
}

async function moveToTrash(call: DeskCall): Promise<unknown> {
  const { ticketIds } = await call.json();
  if (!Array.isArray(ticketIds)) throw deskRefusals.field('ticketIds', 'missing');
  const tickets = ticketIds.map((id) => ticketOf(call.org, String(id)));
  for (const ticket of tickets) call.org.save(call.org.tickets, { ...ticket, isTrashed: true });
  return undefined;
}

export const deskTicketRoutes: readonly DeskRoute[] = [
  {
    method: 'GET',
    path: '/tickets/search',
    scopes: ['search.READ', 'tickets.READ'],
    weight: 3,
    handle: searchTickets,
  },
  { method: 'GET', path: '/tickets', scopes: ['tickets.READ'], weight: 3, handle: listTickets },
  {
    method: 'POST',
    path: '/tickets',
    scopes: ['tickets.CREATE'],
    weight: 1,
    handle: async ({ org, by, json }) => ticketView(org, createTicket(org, await json(), by)),
  },
  {
    method: 'POST',
    path: '/tickets/moveToTrash',
    scopes: ['tickets.DELETE'],
    weight: 6,
    handle: moveToTrash,
  },
  {
    method: 'GET',
    path: '/tickets/:id',
    scopes: ['tickets.READ'],
    weight: 1,
    handle: (call) => ticketRecord(call.org, ticketOf(call.org, call.param('id')), included(call)),
  },
  {
    method: 'PATCH',
    path: '/tickets/:id',
    scopes: ['tickets.UPDATE'],
    weight: 1,
    handle: async ({ org, by, param, json }) =>
      ticketView(org, updateTicket(org, ticketOf(org, param('id')), await json(), by)),
  },
  {
    method: 'GET',
    path: '/tickets/:id/comments',
    scopes: ['tickets.READ'],
    weight: 3,
    handle: (call) => {
      const { id } = ticketOf(call.org, call.param('id'));
      const comments = call.org.comments.list().filter((one) => one.ticketId === id);
      const page = pageOf(call, comments.reverse(), { limit: 50, firstIndex: 0 });
      return page && { data: page.map((one) => commentView(call.org, one)) };
    },
  },
  {
    method: 'POST',
    path: '/tickets/:id/comments',
    scopes: ['tickets.UPDATE'],
    weight: 1,
    handle: async ({ org, by, param, json }) => {
      const ticket = ticketOf(org, param('id'));
      return commentView(org, addComment(org, ticket, await json(), by));
    },
  },
  {
    method: 'GET',
    path: '/tickets/:id/threads',
    scopes: ['tickets.READ'],
    weight: 3,
    handle: (call) => {
      const { id } = ticketOf(call.org, call.param('id'));
      const threads = call.org.threads.list().filter((one) => one.ticketId === id);
      const page = pageOf(call, threads.reverse(), { limit: 50, firstIndex: 1 });
      return page && { data: page.map((one) => threadRow(call.org, one)) };
    },
  },
  {
    method: 'POST',
    path: '/tickets/:id/sendReply',
    scopes: ['tickets.UPDATE'],
    weight: 1,
    handle: sendReply,
  },
];
