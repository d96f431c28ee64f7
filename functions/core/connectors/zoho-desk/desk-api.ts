// Zoho Desk of one portal, as all parts of the help desk see it.
import { createZohoCaller, type ZohoCaller, type ZohoConnection } from '../zoho-http/zoho-call.ts';
import { readDeskAnswer } from './desk-answer.ts';

export interface TicketsOptions extends ZohoConnection {
  /** Desk has a host of its own: `https://desk.zoho.eu`. */
  readonly deskUrl: string;
  readonly orgId: string;
}

export function createDeskCaller(options: TicketsOptions): ZohoCaller {
  return createZohoCaller(options, {
    product: 'desk',
    rootUrl: `${options.deskUrl}/api/v1`,
    headers: { orgId: options.orgId },
    readAnswer: readDeskAnswer,
  });
}

/** What a search or a list costs, with a few hundred rows (a research note on Desk's credits). */
export const LIST_CREDITS = 3;
