// The portals of Desk that the connected user is in.
import * as z from 'zod/mini';
import { ok, type Result } from '../../domain/result.ts';
import type { OrganizationChoice } from '../../ports/setup.ts';
import { maybeText, present, readShape } from '../zoho-http/read-json.ts';
import { createZohoCaller, type ZohoConnection } from '../zoho-http/zoho-call.ts';
import { readDeskAnswer } from './desk-answer.ts';

/** Its ids are numbers here and texts elsewhere; they fit into a number. */
const shape = z.object({
  data: z.array(
    z.object({
      id: z.union([z.string(), z.number()]),
      companyName: maybeText,
      edition: maybeText,
    }),
  ),
});

/** The one call of Desk that names no portal. */
export async function listDeskOrganizations(
  connection: ZohoConnection & { readonly deskUrl: string },
): Promise<Result<readonly OrganizationChoice[]>> {
  const call = createZohoCaller(connection, {
    product: 'desk',
    rootUrl: `${connection.deskUrl}/api/v1`,
    readAnswer: readDeskAnswer,
  });
  const answer = await call({
    operation: 'list-organizations',
    method: 'GET',
    path: ['organizations'],
    what: 'The list of portals',
  });
  if (!answer.ok) return answer;
  const read = readShape('desk', shape, answer.value);
  if (!read.ok) return read;
  return ok(
    read.value.data.map((row) => {
      const id = String(row.id);
      const plan = present(row.edition);
      return { id, name: present(row.companyName) ?? id, ...(plan === undefined ? {} : { plan }) };
    }),
  );
}
