// The connectors of the sides that are seldom asked, in one module that is loaded when one of them first is.
import { listBooksUsers } from '../connectors/zoho-books/users.ts';
import { listCrmUsers } from '../connectors/zoho-crm/users.ts';
import { listDeskAgents } from '../connectors/zoho-desk/users.ts';
import type { People } from '../ports/people.ts';

export { createCardPayments } from '../connectors/cybersource/card-payments.ts';
export { createCardVault } from '../connectors/cybersource/card-vault.ts';
export { createCardTokens } from '../connectors/cybersource/read-token.ts';
export { createSubscriptions } from '../connectors/cybersource/subscriptions.ts';
export { createVaultProfiles } from '../connectors/cybersource/vault-customers.ts';
export { postToSlack } from '../connectors/slack/slack-channel.ts';
export { callWebhook } from '../connectors/webhook/webhook-call.ts';
export { createCustomerCards } from '../connectors/zoho-books/customer-cards.ts';
export { createBooksChanges } from '../connectors/zoho-books/record-changes.ts';
export { createContactCards } from '../connectors/zoho-crm/contact-cards.ts';
export { createCrmChanges } from '../connectors/zoho-crm/contact-changes.ts';
export { createTicketChanges } from '../connectors/zoho-desk/ticket-changes.ts';

/** The users of the company's products. */
export function createPeople(
  finance: Parameters<typeof listBooksUsers>[0],
  crm: Parameters<typeof listCrmUsers>[0],
  desk: Parameters<typeof listDeskAgents>[0],
): People {
  const lists = {
    books: () => listBooksUsers(finance),
    crm: () => listCrmUsers(crm),
    desk: () => listDeskAgents(desk),
  };
  return { list: (product) => lists[product]() };
}
