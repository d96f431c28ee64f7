// Which fields a ticket has in one portal: told by the portal itself.
import * as z from 'zod/mini';
import { ok, type Result } from '../../domain/result.ts';
import type { ProductField } from '../../ports/setup.ts';
import { readShape } from '../zoho-http/read-json.ts';
import { createDeskCaller, type TicketsOptions } from './desk-api.ts';

const shape = z.object({ data: z.array(z.object({ apiName: z.string() })) });

export async function ticketFields(
  options: TicketsOptions,
): Promise<Result<readonly ProductField[]>> {
  const call = createDeskCaller(options);
  const answer = await call({
    operation: 'list-fields',
    method: 'GET',
    path: ['organizationFields'],
    query: { module: 'tickets' },
    what: 'The list of fields of tickets',
  });
  if (!answer.ok) return answer;
  const read = readShape('desk', shape, answer.value);
  if (!read.ok) return read;
  return ok(read.value.data.map(({ apiName }) => ({ apiName, isActive: true })));
}
