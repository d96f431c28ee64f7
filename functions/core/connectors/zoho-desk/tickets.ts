// Tickets over Zoho Desk v1.
import * as z from 'zod/mini';
import { ok, type Result } from '../../domain/result.ts';
import type { Ticket, Tickets } from '../../ports/tickets.ts';
import { maybeText, present, readShape } from '../zoho-http/read-json.ts';
import type { ZohoCaller } from '../zoho-http/zoho-call.ts';
import { createDefaultDepartment } from './departments.ts';
import { createDeskCaller, type TicketsOptions } from './desk-api.ts';
import { closeTicket, findTicket, openTicket } from './own-tickets.ts';
import { addComment } from './ticket-comments.ts';

const ticketShape = z.object({
  id: z.string(),
  ticketNumber: z.string(),
  subject: maybeText,
  description: maybeText,
  email: maybeText,
  contact: z.nullish(z.object({ email: maybeText })),
  cf: z.nullish(z.record(z.string(), z.unknown())),
});

export function createTickets(options: TicketsOptions): Tickets {
  const call = createDeskCaller(options);
  const defaultDepartment = createDefaultDepartment(call);
  return {
    readTicket: (id) => readTicket(call, id),
    findTicket: (uniqueKey) => findTicket(call, uniqueKey),
    openTicket: (write, draft) => openTicket(call, defaultDepartment, write, draft),
    closeTicket: (id) => closeTicket(call, id),
    addComment: (write, ticketId, text) => addComment(call, write, ticketId, text),
  };
}

async function readTicket(call: ZohoCaller, id: string): Promise<Result<Ticket>> {
  const answer = await call({
    operation: 'read-ticket',
    method: 'GET',
    path: ['tickets', id],
    query: { include: 'contacts' },
    what: 'The ticket',
  });
  if (!answer.ok) return answer;
  const read = readShape('desk', ticketShape, answer.value);
  if (!read.ok) return read;
  const { ticketNumber, subject, description, email, contact, cf } = read.value;
  // The ticket's own address is empty when an agent opened it for a contact.
  const address = present(email) ?? present(contact?.email);
  const customFields = filledFields(cf ?? {});
  return ok({
    id: read.value.id,
    number: ticketNumber,
    subject: subject ?? '',
    description: description ?? '',
    ...(address === undefined ? {} : { email: address }),
    ...(Object.keys(customFields).length === 0 ? {} : { customFields }),
  });
}

/** Fields come as text, numbers, switches or lists; empty ones as null. */
function filledFields(fields: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      typeof value === 'number' || (typeof value === 'string' && value !== '')
        ? [[name, String(value)]]
        : [],
    ),
  );
}
