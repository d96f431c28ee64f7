// The department that new tickets go to when the settings name none: the portal's own default one.
import * as z from 'zod/mini';
import { ok, type Result, refused } from '../../domain/result.ts';
import { readShape } from '../zoho-http/read-json.ts';
import type { ZohoCaller } from '../zoho-http/zoho-call.ts';
import { planMissing } from '../zoho-http/zoho-problem.ts';
import { LIST_CREDITS } from './desk-api.ts';

const departments = z.object({
  data: z.array(z.object({ id: z.string(), isDefault: z.optional(z.boolean()) })),
});

/** Asks once; a failed reading is tried again by the next caller. */
export function createDefaultDepartment(call: ZohoCaller): () => Promise<Result<string>> {
  let known: Promise<Result<string>> | undefined;
  return async () => {
    known ??= readDefaultDepartment(call);
    const department = await known;
    if (!department.ok) known = undefined;
    return department;
  };
}

async function readDefaultDepartment(call: ZohoCaller): Promise<Result<string>> {
  const answer = await call({
    operation: 'list-departments',
    method: 'GET',
    path: ['departments'],
    query: { limit: '100' },
    what: 'The list of departments',
    cost: LIST_CREDITS,
  });
  if (!answer.ok) return answer;
  const read = readShape('desk', departments, answer.value);
  if (!read.ok) return read;
  const { data } = read.value;
  const chosen = data.find((one) => one.isDefault === true) ?? data[0];
  return chosen === undefined ? refused(planMissing('desk')) : ok(chosen.id);
}
