// Routes of flows, mappings, tables, suggestions and bundles; their steps are loaded when first asked for.
import type { Context, Hono } from 'hono';
import * as z from 'zod/mini';
import {
  bundleRequest,
  compareRequest,
  documentName,
  draftRequest,
  dropDraftRequest,
  exportRequest,
  importRequest,
  previewRequest,
  publishRequest,
  rollBackRequest,
  suggestRequest,
  switchRequest,
  versionRequest,
} from '../contract/documents.ts';
import { languageIn } from '../domain/language.ts';
import { problem } from '../domain/problem.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import type { FlowPorts } from '../steps/run-flow.ts';
import { problemResponse } from './problem-response.ts';
import type { StaffVisit } from './staff-door.ts';

type Visited = { Variables: { visit: StaffVisit } };
type Steps = typeof import('../steps/documents/document-steps.ts');
/** Told in the language of the reader, which the address may name: `?language=de`. */
type Reader = StaffVisit & { readonly texts: Awaited<ReturnType<Steps['outlineTexts']>> };
type Step<T> = (steps: Steps, visit: Reader, request: T) => Promise<Result<unknown>>;

const loadSteps = () => import('../steps/documents/document-steps.ts');

/** Adds the routes behind the staff door. */
export function addDocumentRoutes(app: Hono<Visited>, ports: FlowPorts): void {
  const on = <T>(method: string, path: string, shape: z.ZodMiniType<T>, step: Step<T>) =>
    app.on(method, path, async (c) => {
      const request = await readRequest(c, shape);
      if (!request.ok) return problemResponse(c, request.problem);
      const steps = await loadSteps();
      const texts = await steps.outlineTexts(languageIn(c.req.query('language')) ?? 'en');
      const result = await step(steps, { ...c.get('visit'), texts }, request.value);
      if (!result.ok) return problemResponse(c, result.problem);
      return c.json(result.value as object);
    });

  on('GET', '/documents', z.object({}), (steps, visit) => steps.listDocuments(ports, visit));
  on('GET', '/documents/:kind/:id', documentName, (steps, visit, request) =>
    steps.showDocument(ports, visit, request),
  );
  on('GET', '/documents/:kind/:id/versions/:version', versionRequest, (steps, visit, request) =>
    steps.showVersion(ports, visit, request),
  );
  on('GET', '/documents/:kind/:id/compare', compareRequest, (steps, visit, request) =>
    steps.compareVersions(ports, visit, request),
  );
  on('PUT', '/documents/:kind/:id/draft', draftRequest, (steps, visit, request) =>
    steps.saveDocumentDraft(ports, visit, request),
  );
  on('DELETE', '/documents/:kind/:id/draft', dropDraftRequest, (steps, visit, request) =>
    steps.dropDocumentDraft(ports, visit, request),
  );
  on('POST', '/documents/:kind/:id/publish', publishRequest, (steps, visit, request) =>
    steps.publishDocument(ports, visit, request),
  );
  on('POST', '/documents/:kind/:id/roll-back', rollBackRequest, (steps, visit, request) =>
    steps.rollBackDocument(ports, visit, request),
  );
  on('POST', '/documents/:kind/:id/switch', switchRequest, (steps, visit, request) =>
    steps.switchFlow(ports, visit, request),
  );
  on('POST', '/suggestions', suggestRequest, (steps, visit, request) =>
    steps.suggestFields(ports, visit, request),
  );
  on('POST', '/preview', previewRequest, (steps, visit, request) =>
    steps.previewMapping(ports, visit, request),
  );
  on('POST', '/bundles/diff', bundleRequest, (steps, visit, request) =>
    steps.diffBundle(ports, visit, request),
  );
  on('POST', '/bundles/import', importRequest, (steps, visit, request) =>
    steps.importBundle(ports, visit, request),
  );
  app.post('/bundles/export', async (c) => {
    const request = await readRequest(c, exportRequest);
    if (!request.ok) return problemResponse(c, request.problem);
    const text = await (await loadSteps()).exportBundle(ports, c.get('visit'), request.value);
    if (!text.ok) return problemResponse(c, text.problem);
    return c.body(text.value, 200, { 'content-type': 'application/json' });
  });
}

/** What the body and the address say together; the address has the last word. */
async function readRequest<T>(c: Context, shape: z.ZodMiniType<T>): Promise<Result<T>> {
  const body: unknown = await c.req.json().catch(() => undefined);
  const said = typeof body === 'object' && body !== null && !Array.isArray(body) ? body : {};
  const read = shape.safeParse({ ...said, ...c.req.query(), ...c.req.param() });
  if (read.success) return ok(read.data);
  const field = read.error.issues[0]?.path.join('.') || 'body';
  return refused(problem('invalid-request', 'fix-input', { field, detail: 'is not valid' }));
}
