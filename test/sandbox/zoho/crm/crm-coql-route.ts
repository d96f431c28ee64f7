// The COQL route: a query over one module, with its look-ups by name.
import type { Json } from '../books/blank.ts';
import { holds } from './crm-conditions.ts';
import { readCoql } from './crm-coql.ts';
import { crmRefusals } from './crm-errors.ts';
import { type CrmModule, crmField, crmModuleOf } from './crm-fields.ts';
import type { CrmRecord } from './crm-org.ts';
import { requireFields } from './crm-read-routes.ts';
import { fieldValue } from './crm-record-view.ts';
import { type CrmCall, type CrmRouter, noContent } from './crm-router.ts';
import { isObject } from './crm-values.ts';

export function coqlRoute(router: CrmRouter): void {
  router.on('POST', '/coql', coql);
}

async function coql(call: CrmCall): Promise<Response> {
  call.need('coql.READ');
  const body = await call.json();
  if (!isObject(body) || typeof body.select_query !== 'string') {
    throw crmRefusals.missing('select_query');
  }
  const query = readCoql(body.select_query);
  const module = crmModuleOf(query.module);
  if (module === undefined) throw crmRefusals.module();
  call.need(`modules.${module.apiName.toLowerCase()}.READ`);
  requireFields(module, query.where);
  const records = call.org
    .of(module)
    .filter((record) => holds(call.org, record, module, query.where))
    .sort((a, b) => coqlOrder(call, module, query.orderBy, a, b));
  const rows = records.slice(query.offset, query.offset + query.limit);
  if (rows.length === 0) return noContent();
  return Response.json({
    data: rows.map((record) => coqlRow(call, module, record, query.fields)),
    info: { count: rows.length, more_records: records.length > query.offset + rows.length },
  });
}

function coqlOrder(
  call: CrmCall,
  module: CrmModule,
  orderBy: readonly { readonly field: string; readonly descending: boolean }[],
  a: CrmRecord,
  b: CrmRecord,
): number {
  for (const { field, descending } of orderBy) {
    const left = fieldValue(call.org, a, module, field);
    const right = fieldValue(call.org, b, module, field);
    if (left === right) continue;
    const less =
      typeof left === 'number' && typeof right === 'number'
        ? left < right
        : String(left ?? '') < String(right ?? '');
    return less === descending ? 1 : -1;
  }
  return a.id < b.id ? -1 : 1;
}

/** `Account_Name.Account_Name` is answered under that very name. */
function coqlRow(
  call: CrmCall,
  module: CrmModule,
  record: CrmRecord,
  fields: readonly string[],
): Json {
  const row: Json = {};
  for (const path of fields) {
    const [name = '', part] = path.split('.');
    if (name !== 'id' && crmField(module, name) === undefined) throw crmRefusals.invalid(name);
    const value = fieldValue(call.org, record, module, name);
    if (part === undefined) row[path] = value;
    else row[path] = isObject(value) ? value[part === 'id' ? 'id' : 'name'] : null;
  }
  row.id = record.id;
  return row;
}
