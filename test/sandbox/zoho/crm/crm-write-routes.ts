// Writes: create, update, upsert and delete, each row answered on its own.
import { CrmRefusal, crmRefusals } from './crm-errors.ts';
import { type CrmModule, crmModuleOf } from './crm-fields.ts';
import type { CrmCall, CrmRouter } from './crm-router.ts';
import { isObject } from './crm-values.ts';
import {
  createRow,
  deleteRow,
  type RowAnswer,
  updateRow,
  upsertRow,
  type WriteContext,
} from './crm-writes.ts';

const ROWS_MAX = 100;

export function writeRoutes(router: CrmRouter): void {
  router.on('POST', '/:module/upsert', async (call) => {
    const context = writable(call, 'CREATE');
    call.need(`modules.${context.module.apiName.toLowerCase()}.UPDATE`);
    const { rows, checkFields } = await bodyOf(call);
    const answers = rows.map((row, index) => upsertRow(context, row, index, checkFields));
    return answer(answers, 200);
  });
  router.on('POST', '/:module', async (call) => {
    const context = writable(call, 'CREATE');
    const { rows } = await bodyOf(call);
    return answer(
      rows.map((row, index) => createRow(context, row, index)),
      201,
    );
  });
  router.on('PUT', '/:module', async (call) => {
    const context = writable(call, 'UPDATE');
    const { rows } = await bodyOf(call);
    return answer(
      rows.map((row, index) => updateRow(context, row, index)),
      200,
    );
  });
  router.on('PUT', '/:module/:id', async (call) => {
    const context = writable(call, 'UPDATE');
    const { rows } = await bodyOf(call);
    requireUnmodified(call, context, call.param('id'));
    return answer([updateRow(context, rows[0], 0, call.param('id'))], 200);
  });
  router.on('DELETE', '/:module', (call) => {
    const context = writable(call, 'DELETE');
    const ids = (call.query.ids ?? '').split(',').filter((id) => id !== '');
    if (ids.length === 0) throw crmRefusals.missingParameter('ids');
    return answer(
      ids.map((id, index) => deleteRow(context, id, index)),
      200,
    );
  });
  router.on('DELETE', '/:module/:id', (call) => {
    const context = writable(call, 'DELETE');
    requireUnmodified(call, context, call.param('id'));
    return answer([deleteRow(context, call.param('id'), 0)], 200);
  });
  router.on('POST', '/:module/:id/Notes', createNotes);
}

function writable(call: CrmCall, operation: string, module = call.module()): WriteContext {
  call.need(`modules.${module.apiName.toLowerCase()}.${operation}`);
  return { org: call.org, module, by: call.by };
}

interface WriteBody {
  readonly rows: readonly unknown[];
  readonly checkFields: readonly string[] | undefined;
}

async function bodyOf(call: CrmCall): Promise<WriteBody> {
  const body = await call.json();
  if (!isObject(body)) throw crmRefusals.body();
  const rows = body.data;
  if (rows === undefined) throw crmRefusals.missing('data');
  if (!Array.isArray(rows) || rows.length === 0) {
    throw crmRefusals.invalid('data', { expected_data_type: 'jsonarray' });
  }
  if (rows.length > ROWS_MAX) throw crmRefusals.invalid('data', { maximum_length: ROWS_MAX });
  call.wrote(rows.length);
  const given = body.duplicate_check_fields;
  return { rows, checkFields: Array.isArray(given) ? given.map(String) : undefined };
}

/** 412 when the record changed after the client read it. */
function requireUnmodified(call: CrmCall, { org, module }: WriteContext, id: string): void {
  const since = Date.parse(call.header('if-unmodified-since') ?? '');
  const record = org.get(module, id);
  if (!Number.isFinite(since) || record === undefined) return;
  // CRM times have whole seconds, so a record counts as changed from the next second on.
  if (Math.floor(record.modifiedAt / 1000) * 1000 > since) {
    throw new CrmRefusal('RECORD_MODIFIED', 'record has been modified', 412);
  }
}

/** All well: the method's own status; some failed: 207; all failed: 400. */
function answer(rows: readonly RowAnswer[], allWell: 200 | 201): Response {
  const failed = rows.filter((row) => row.status === 'error').length;
  const status = failed === 0 ? allWell : failed === rows.length ? 400 : 207;
  return Response.json({ data: rows }, { status });
}

async function createNotes(call: CrmCall): Promise<Response> {
  const parent: CrmModule = call.module();
  const notes = crmModuleOf('Notes');
  if (notes === undefined) throw crmRefusals.module();
  const context = writable(call, 'CREATE', notes);
  const { rows } = await bodyOf(call);
  const parentId = { id: call.param('id'), module: { api_name: parent.apiName } };
  const linked = rows.map((row) => (isObject(row) ? { ...row, Parent_Id: parentId } : row));
  return answer(
    linked.map((row, index) => createRow(context, row, index)),
    201,
  );
}
