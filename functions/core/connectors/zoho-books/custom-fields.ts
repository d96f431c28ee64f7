// Which custom fields a module of Books has: every list names them, however few rows it is asked for.
import * as z from 'zod/mini';
import { ok, type Result } from '../../domain/result.ts';
import type { FieldModule, ProductField } from '../../ports/setup.ts';
import type { FinanceApi } from '../zoho-http/finance-api.ts';
import { readShape } from '../zoho-http/read-json.ts';

const shape = z.object({
  page_context: z.object({
    custom_fields: z.optional(
      z.array(
        z.object({
          api_name: z.optional(z.string()),
          is_active: z.nullish(z.boolean()),
          is_unique: z.nullish(z.boolean()),
        }),
      ),
    ),
  }),
});

/** There is no documented call for the fields themselves, and none that creates one. @param api Books, or Inventory, which has the same fields. */
export async function moduleFields(
  api: FinanceApi,
  module: FieldModule,
): Promise<Result<readonly ProductField[]>> {
  const answer = await api.call({
    operation: `list-${module}-fields`,
    method: 'GET',
    path: [module],
    query: { per_page: '1' },
    what: 'The list of custom fields',
  });
  if (!answer.ok) return answer;
  const read = readShape(api.product, shape, answer.value);
  if (!read.ok) return read;
  const rows = read.value.page_context.custom_fields ?? [];
  return ok(
    rows.flatMap(({ api_name: apiName, is_active: isActive, is_unique: isUnique }) =>
      apiName === undefined
        ? []
        : [{ apiName, isActive: isActive ?? true, ...(isUnique == null ? {} : { isUnique }) }],
    ),
  );
}
