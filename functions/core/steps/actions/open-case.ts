// Opens the fraud case of a payment that is held as a ticket in Desk, as the mapping makes it.
import * as z from 'zod/mini';
import { openCase as caseOf } from '../../domain/canonical/case.ts';
import type { GatewayId, MerchantId } from '../../domain/ids.ts';
import { problem } from '../../domain/problem.ts';
import { ok, refused } from '../../domain/result.ts';
import { staffWords } from '../../texts/staff-words.ts';
import { defineAction, paymentOf } from './define-action.ts';
import { mappedPayment, mappedRecord } from './mapped-record.ts';
import { ticketContact } from './ticket-contact.ts';

/** One ticket for each payment, under the key by which its decision finds it again. */
export const openCase = defineAction({
  name: 'open-case',
  sentence: 'open the payment’s fraud case as a ticket in Desk, unless there is one',
  about: ['payment'],
  input: z.object({
    key: z.string().check(z.minLength(1), z.maxLength(120)),
    /** Name of a department in the settings; the mapping's or the portal's default one when absent. */
    channel: z.optional(z.string()),
  }),
  output: z.object({ ticketId: z.string(), ticketNumber: z.string() }),
  scopes: ['Desk.tickets.READ', 'Desk.tickets.CREATE', 'Desk.search.READ', 'Desk.basic.READ'],
  calls: { gateway: 1, desk: 3 },
  inverse: 'close the ticket',
  causes: [],
  async run(scope, { key, channel }, { retried }) {
    const { company } = scope;
    const row = paymentOf(scope);
    const department = channel === undefined ? undefined : company.notices.departmentOf(channel);
    if (department?.ok === false) return department;
    const read = await company.gateway.readTransaction(
      row.merchant_id as MerchantId,
      row.gateway_id as GatewayId,
    );
    if (!read.ok) return read;
    const found = caseOf(read.value);
    if (found === undefined) {
      return refused(problem('needs-inspection', 'none', { status: 'no amount' }));
    }
    const sources = { case: found, payment: mappedPayment(row) };
    const fields = await mappedRecord(scope, ['case-to-desk-ticket'], sources);
    if (!fields.ok) return fields;
    const { notices } = await staffWords(company.language);
    const { customerFirstName = '', customerLastName = '', customerEmail } = found;
    const name = `${customerFirstName} ${customerLastName}`.trim();
    const opened = await company.tickets.openTicket(
      { uniqueKey: key, retried },
      {
        subject: notices.caseSubject(found.merchantReferenceCode ?? found.transactionId),
        description: notices.transaction(found.transactionId, found.merchantId),
        contact: await ticketContact(company, name, customerEmail),
        fields: fields.value,
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
