// Routes of the audit chain: read it, take it along; their steps are loaded when first asked for.
import type { Context, Hono } from 'hono';
import type * as z from 'zod/mini';
import { auditExportRequest, auditRequest } from '../contract/audit.ts';
import { problem } from '../domain/problem.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import type { Clock } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import { problemResponse } from './problem-response.ts';
import type { StaffVisit } from './staff-door.ts';

/** Adds the routes behind the staff door. */
export function addAuditRoutes(
  app: Hono<{ Variables: { visit: StaffVisit } }>,
  ports: { readonly store: Store; readonly clock: Clock },
): void {
  app.get('/audit', async (c) => {
    const request = readQuery(c, auditRequest);
    if (!request.ok) return problemResponse(c, request.problem);
    const { showAudit } = await import('../steps/audit/show-audit.ts');
    const { installation, actor } = c.get('visit');
    const shown = await showAudit(ports, installation, actor, request.value);
    return shown.ok ? c.json(shown.value) : problemResponse(c, shown.problem);
  });
  app.get('/audit/export', async (c) => {
    const request = readQuery(c, auditExportRequest);
    if (!request.ok) return problemResponse(c, request.problem);
    const { exportAudit, exportAuditPart } = await import('../steps/audit/export-audit.ts');
    const { installation, actor } = c.get('visit');
    if (request.value.as === 'json') {
      const part = await exportAuditPart(ports, installation, actor, request.value);
      return part.ok ? c.json(part.value) : problemResponse(c, part.problem);
    }
    const text = await exportAudit(ports, installation, actor, request.value);
    if (!text.ok) return problemResponse(c, text.problem);
    return c.body(text.value, 200, {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'content-disposition': `attachment; filename="audit-${installation}.jsonl"`,
    });
  });
}

function readQuery<T>(c: Context, shape: z.ZodMiniType<T>): Result<T> {
  const read = shape.safeParse(c.req.query());
  if (read.success) return ok(read.data);
  const field = read.error.issues[0]?.path.join('.') || 'address';
  return refused(problem('invalid-request', 'fix-input', { field, detail: 'is not valid' }));
}
