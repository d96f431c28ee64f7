// The organization of the CRM that the connected user is in: there is one.
import * as z from 'zod/mini';
import { ok, type Result } from '../../domain/result.ts';
import type { OrganizationChoice } from '../../ports/setup.ts';
import { maybeText, present, readShape } from '../zoho-http/read-json.ts';
import { createZohoCaller, type ZohoConnection } from '../zoho-http/zoho-call.ts';
import { readCrmAnswer } from './crm-answer.ts';

const shape = z.object({
  org: z.array(
    z.object({
      zgid: maybeText,
      id: maybeText,
      company_name: maybeText,
      license_details: z.nullish(z.object({ paid_type: maybeText })),
    }),
  ),
});

export async function listCrmOrganizations(
  connection: ZohoConnection & { readonly apiUrl: string },
): Promise<Result<readonly OrganizationChoice[]>> {
  const call = createZohoCaller(connection, {
    product: 'crm',
    rootUrl: `${connection.apiUrl}/crm/v8`,
    // The organization stands under its own name, which the reader of records does not know.
    readAnswer: (answer, asked) =>
      answer.status < 300 ? { kind: 'value', body: answer.body } : readCrmAnswer(answer, asked),
  });
  const answer = await call({
    operation: 'read-organization',
    method: 'GET',
    path: ['org'],
    what: 'The organization',
  });
  if (!answer.ok) return answer;
  const read = readShape('crm', shape, answer.value);
  if (!read.ok) return read;
  return ok(
    read.value.org.flatMap((row) => {
      const id = present(row.zgid) ?? present(row.id);
      const plan = present(row.license_details?.paid_type);
      if (id === undefined) return [];
      return [
        { id, name: present(row.company_name) ?? id, ...(plan === undefined ? {} : { plan }) },
      ];
    }),
  );
}
