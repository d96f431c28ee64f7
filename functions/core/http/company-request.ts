// A request of staff on its way to a step: its body in shape, its company open, its answer sent.
import type { Context } from 'hono';
import type * as z from 'zod/mini';
import { problem } from '../domain/problem.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import type { Companies, Company } from '../ports/company.ts';
import { problemResponse } from './problem-response.ts';
import type { StaffVisit } from './staff-door.ts';

/** What is asked of a connected company: its body is read, the company opened, the step's answer sent. */
export async function withCompany<T>(
  ports: { readonly companies: Companies },
  c: Context<{ Variables: { visit: StaffVisit } }>,
  shape: z.ZodMiniType<T>,
  step: (company: Company, visit: StaffVisit, request: T) => Promise<Result<unknown>>,
): Promise<Response> {
  const request = await readBody(c, shape);
  if (!request.ok) return problemResponse(c, request.problem);
  const visit = c.get('visit');
  const company = await ports.companies.open(visit.installation);
  if (!company.ok) return problemResponse(c, company.problem);
  // A token of another organization, or of before the company moved to this one.
  if (company.value.organization !== visit.organization) {
    return problemResponse(c, problem('not-signed-in', 'fix-setup'));
  }
  return answer(c, await step(company.value, visit, request.value));
}

export function answer(c: Context, result: Result<unknown>): Response {
  return result.ok ? c.json(result.value as object) : problemResponse(c, result.problem);
}

export async function readBody<T>(c: Context, shape: z.ZodMiniType<T>): Promise<Result<T>> {
  const json: unknown = await c.req.json().catch(() => undefined);
  const read = shape.safeParse(json);
  if (read.success) return ok(read.data);
  const [issue] = read.error.issues;
  const field = issue === undefined ? 'body' : issue.path.join('.') || 'body';
  return refused(problem('invalid-request', 'fix-input', { field, detail: 'is not valid' }));
}
