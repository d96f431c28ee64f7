// Opens a ticket in Desk, once for each thing: a payment in review, a dispute.
import * as z from 'zod/mini';
import { ok } from '../../domain/result.ts';
import { defineAction } from './define-action.ts';
import { noticeText } from './shapes.ts';
import { ticketContact } from './ticket-contact.ts';

const optionalText = z.optional(z.string());

export const openTicket = defineAction({
  name: 'open-ticket',
  sentence: 'open the ticket {subject} in Desk, unless there is one',
  about: [],
  input: z.object({
    /** What it is about: the same key finds the same ticket. */
    key: z.string().check(z.minLength(1), z.maxLength(120)),
    subject: z.string().check(z.minLength(1)),
    description: noticeText,
    customerName: optionalText,
    customerEmail: optionalText,
    category: optionalText,
    priority: z.optional(z.enum(['Low', 'Medium', 'High'])),
    dueAt: z.optional(z.number()),
    /** Name of a department in the settings; the portal's default one when absent. */
    channel: optionalText,
  }),
  output: z.object({ ticketId: z.string(), ticketNumber: z.string() }),
  scopes: ['Desk.tickets.READ', 'Desk.tickets.CREATE', 'Desk.search.READ', 'Desk.basic.READ'],
  calls: { desk: 3 },
  inverse: 'close the ticket',
  causes: [],
  async run({ company }, input, { retried }) {
    const { key, subject, description, customerName, customerEmail, channel } = input;
    const department = channel === undefined ? undefined : company.notices.departmentOf(channel);
    if (department?.ok === false) return department;
    const opened = await company.tickets.openTicket(
      { uniqueKey: key, retried },
      {
        subject,
        description,
        contact: await ticketContact(company, customerName ?? '', customerEmail),
        ...(input.category === undefined ? {} : { category: input.category }),
        ...(input.priority === undefined ? {} : { priority: input.priority }),
        ...(input.dueAt === undefined ? {} : { dueAt: input.dueAt }),
        ...(department === undefined ? {} : { department: department.value }),
      },
    );
    if (!opened.ok) return opened;
    const { id, number, isNew } = opened.value;
    return ok({
      output: { ticketId: id, ticketNumber: number },
      ...(isNew ? { inverse: { close: 'desk-ticket', id } } : {}),
    });
  },
});
