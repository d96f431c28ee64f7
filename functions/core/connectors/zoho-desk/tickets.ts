// Tickets over Zoho Desk v1.
import * as z from 'zod/mini';
import { ok, type Result } from '../../domain/result.ts';
import type { Ticket, Tickets } from '../../ports/tickets.ts';
import { maybeText, present, readShape } from '../zoho-http/read-json.ts';
import { createZohoCaller, type ZohoCaller, type ZohoConnection } from '../zoho-http/zoho-call.ts';
import { readDeskAnswer } from './desk-answer.ts';

export interface TicketsOptions extends ZohoConnection {
  /** Desk has a host of its own: `https://desk.zoho.eu`. */
  readonly deskUrl: string;
  readonly orgId: string;
}

const ticketShape = z.object({
  id: z.string(),
  ticketNumber: z.string(),
  subject: maybeText,
  description: maybeText,
  email: maybeText,
  contact: z.nullish(z.object({ email: maybeText })),
});

export function createTickets(options: TicketsOptions): Tickets {
  const call = createZohoCaller(options, {
    product: 'desk',
    rootUrl: `${options.deskUrl}/api/v1`,
    headers: { orgId: options.orgId },
    readAnswer: readDeskAnswer,
  });
  return { readTicket: (id) => readTicket(call, id) };
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
  const { ticketNumber, subject, description, email, contact } = read.value;
  // The ticket's own address is empty when an agent opened it for a contact.
  const address = present(email) ?? present(contact?.email);
  return ok({
    id: read.value.id,
    number: ticketNumber,
    subject: subject ?? '',
    description: description ?? '',
    ...(address === undefined ? {} : { email: address }),
  });
}
