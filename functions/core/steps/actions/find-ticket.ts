// Finds the ticket that we have opened about something.
import * as z from 'zod/mini';
import { ok } from '../../domain/result.ts';
import { defineAction } from './define-action.ts';

export const findTicket = defineAction({
  name: 'find-ticket',
  sentence: 'find the ticket about {key}',
  about: [],
  input: z.object({ key: z.string().check(z.minLength(1), z.maxLength(120)) }),
  output: z.object({
    /** Unknown when we have opened none. */
    ticketId: z.optional(z.string()),
    ticketNumber: z.optional(z.string()),
    isClosed: z.optional(z.boolean()),
  }),
  scopes: ['Desk.tickets.READ', 'Desk.search.READ'],
  calls: { desk: 1 },
  causes: [],
  async run({ company }, { key }) {
    const found = await company.tickets.findTicket(key);
    if (!found.ok) return found;
    if (found.value === undefined) return ok({ output: {} });
    const { id, number, isClosed } = found.value;
    return ok({ output: { ticketId: id, ticketNumber: number, isClosed } });
  },
});
