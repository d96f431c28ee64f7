// Whom a ticket is about, by a name in any case: Desk makes no contact without one.
import type { Company } from '../../ports/company.ts';
import type { TicketDraft } from '../../ports/tickets.ts';
import { staffWords } from '../../texts/staff-words.ts';

/** @param name may be empty where nobody has said it. */
export async function ticketContact(
  { language }: Pick<Company, 'language'>,
  name: string,
  email: string | undefined,
): Promise<TicketDraft['contact']> {
  if (email !== undefined && email !== '') return { name: name || email, email };
  return { name: name || (await staffWords(language)).notices.unknownCustomer };
}
