// The organizations of Books that the connected user is in.
import * as z from 'zod/mini';
import { ok, type Result } from '../../domain/result.ts';
import type { OrganizationChoice } from '../../ports/setup.ts';
import { readFinanceAnswer } from '../zoho-http/finance-answer.ts';
import { maybeText, present, readShape } from '../zoho-http/read-json.ts';
import { createZohoCaller, type ZohoConnection } from '../zoho-http/zoho-call.ts';

const shape = z.object({
  organizations: z.array(
    z.object({
      organization_id: z.string(),
      name: z.string(),
      time_zone: maybeText,
      language_code: maybeText,
      plan_name: maybeText,
      org_settings: z.nullish(z.object({ is_org_active: z.nullish(z.boolean()) })),
    }),
  ),
});

/** The one call of Books that names no organization. */
export async function listBooksOrganizations(
  connection: ZohoConnection & { readonly apiUrl: string },
): Promise<Result<readonly OrganizationChoice[]>> {
  const call = createZohoCaller(connection, {
    product: 'books',
    rootUrl: `${connection.apiUrl}/books/v3`,
    readAnswer: readFinanceAnswer('books'),
  });
  const answer = await call({
    operation: 'list-organizations',
    method: 'GET',
    path: ['organizations'],
    what: 'The list of organizations',
  });
  if (!answer.ok) return answer;
  const read = readShape('books', shape, answer.value);
  if (!read.ok) return read;
  return ok(
    read.value.organizations.map((row) => {
      const timeZone = present(row.time_zone);
      const language = present(row.language_code);
      const plan = present(row.plan_name);
      return {
        id: row.organization_id,
        name: row.name,
        isActive: row.org_settings?.is_org_active ?? true,
        ...(timeZone === undefined ? {} : { timeZone }),
        ...(language === undefined ? {} : { language }),
        ...(plan === undefined ? {} : { plan }),
      };
    }),
  );
}
