// Documents of Desk: a ticket.
import { html } from 'hono/html';
import type { Ticket, TicketRow } from '../zoho-reader.ts';
import { badge, type Document, type RecordLink } from './frame.ts';

export function ticketLink(row: TicketRow): RecordLink {
  return {
    href: `/desk/tickets/${row.id}`,
    title: row.subject,
    detail: `#${row.ticketNumber} · ${row.status}`,
  };
}

export function ticketDocument(ticket: Ticket, shared: object): Document {
  const content = html`
<header class="record"><h1>${ticket.subject}</h1>${badge(ticket.status.toLowerCase())}</header>
<article class="paper">
  <dl>
    <div><dt>Ticket</dt><dd>#${ticket.ticketNumber}</dd></div>
    <div><dt>From</dt><dd>${ticket.email === '' ? '–' : ticket.email}</dd></div>
    <div><dt>Channel</dt><dd>${ticket.channel}</dd></div>
    <div><dt>Created</dt><dd>${ticket.createdTime.slice(0, 16).replace('T', ' ')}</dd></div>
  </dl>
  <p class="message">${ticket.description}</p>
</article>`;
  return {
    title: `#${ticket.ticketNumber} ${ticket.subject}`,
    content,
    context: { ...shared, ticket },
  };
}
