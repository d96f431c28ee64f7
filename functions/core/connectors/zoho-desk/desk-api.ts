// Zoho Desk of one portal, as all parts of the help desk see it.
import { refused } from '../../domain/result.ts';
import { createZohoCaller, type ZohoCaller, type ZohoConnection } from '../zoho-http/zoho-call.ts';
import { notUsed } from '../zoho-http/zoho-problem.ts';
import { readDeskAnswer } from './desk-answer.ts';

export interface TicketsOptions extends ZohoConnection {
  /** Desk has a host of its own: `https://desk.zoho.eu`. */
  readonly deskUrl: string;
  /** Absent: the company doesn't use Desk. Every call is refused before it is sent (`zoho-not-used`). */
  readonly orgId: string | undefined;
}

export function createDeskCaller(options: TicketsOptions): ZohoCaller {
  const { orgId } = options;
  if (orgId === undefined) return async () => refused(notUsed('desk'));
  return createZohoCaller(options, {
    product: 'desk',
    rootUrl: `${options.deskUrl}/api/v1`,
    headers: { orgId },
    readAnswer: readDeskAnswer,
  });
}

/** What a search or a list costs, with a few hundred rows (a research note on Desk's credits). */
export const LIST_CREDITS = 3;
