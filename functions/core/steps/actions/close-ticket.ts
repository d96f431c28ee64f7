// Closes a ticket in Desk.
import * as z from 'zod/mini';
import { ok } from '../../domain/result.ts';
import { defineAction } from './define-action.ts';

export const closeTicket = defineAction({
  name: 'close-ticket',
  sentence: 'close the ticket',
  about: [],
  input: z.object({ ticketId: z.string() }),
  output: z.object({ ticketId: z.string() }),
  scopes: ['Desk.tickets.UPDATE'],
  calls: { desk: 1 },
  inverse: 'open the ticket again',
  causes: ['ticket.closed'],
  async run({ company }, { ticketId }) {
    const closed = await company.tickets.closeTicket(ticketId);
    if (!closed.ok) return closed;
    return ok({ output: { ticketId }, inverse: { reopen: 'desk-ticket', id: ticketId } });
  },
});
