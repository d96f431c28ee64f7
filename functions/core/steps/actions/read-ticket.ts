// Reads a ticket in Desk.
import * as z from 'zod/mini';
import { ok } from '../../domain/result.ts';
import { defineAction } from './define-action.ts';

export const readTicket = defineAction({
  name: 'read-ticket',
  sentence: 'read the ticket in Desk',
  about: [],
  input: z.object({ ticketId: z.string() }),
  output: z.object({
    ticketNumber: z.string(),
    subject: z.string(),
    description: z.string(),
    email: z.optional(z.string()),
  }),
  scopes: ['Desk.tickets.READ', 'Desk.contacts.READ'],
  calls: { desk: 1 },
  causes: [],
  async run({ company }, { ticketId }) {
    const read = await company.tickets.readTicket(ticketId);
    if (!read.ok) return read;
    const { number, subject, description, email } = read.value;
    return ok({
      output: {
        ticketNumber: number,
        subject,
        description,
        ...(email === undefined ? {} : { email }),
      },
    });
  },
});
