// Creates, updates, upserts and deletes of CRM records, row by row.
import type { Json } from '../books/blank.ts';
import { fullName, zohoUsers } from '../users.ts';
import { type RowProblem, rowProblems } from './crm-errors.ts';
import { type CrmModule, crmField } from './crm-fields.ts';
import type { CrmOrg, CrmRecord } from './crm-org.ts';
import { checkValue, idOf, isObject } from './crm-values.ts';

/** One row of a write's answer. */
export type RowAnswer = RowProblem | Json;

export interface WriteContext {
  readonly org: CrmOrg;
  readonly module: CrmModule;
  /** CRM user id. */
  readonly by: string;
}

/** What a row changes, or what is wrong with it. */
type Read = { readonly values: Record<string, unknown>; readonly owner?: string } | RowProblem;

function isProblem(read: object): read is RowProblem {
  return 'status' in read && read.status === 'error';
}

export function createRow(context: WriteContext, row: unknown, index: number): RowAnswer {
  const read = readRow(context, row, index);
  if (isProblem(read)) return read;
  const made = insert(context, read);
  return success(context.org, made, 'record added');
}

export function updateRow(
  context: WriteContext,
  row: unknown,
  index: number,
  id?: string,
): RowAnswer {
  const given = id ?? (isObject(row) ? idOf(row.id) : undefined);
  if (given === undefined) return rowProblems.missing(index, 'id');
  const known = context.org.get(context.module, given);
  if (known === undefined) return rowProblems.unknownId(index);
  const read = readRow(context, row, index, known);
  if (isProblem(read)) return read;
  return success(context.org, change(context, known, read), 'record updated');
}

/** Finds by the given fields, else by the module's own duplicate check, then by unique fields. */
export function upsertRow(
  context: WriteContext,
  row: unknown,
  index: number,
  checkFields: readonly string[] | undefined,
): RowAnswer {
  const match = matchOf(context, row, checkFields);
  const read = readRow(context, row, index, match?.record);
  if (isProblem(read)) return read;
  const record = match === undefined ? insert(context, read) : change(context, match.record, read);
  const done = success(
    context.org,
    record,
    match === undefined ? 'record added' : 'record updated',
  );
  return {
    ...done,
    duplicate_field: match?.field ?? null,
    action: match === undefined ? 'insert' : 'update',
  };
}

/** Unknown ids are a row's problem; a deleted account is taken out of the records that named it. */
export function deleteRow(context: WriteContext, id: string, index: number): RowAnswer {
  const { org, module } = context;
  if (org.get(module, id) === undefined) return rowProblems.unknownId(index);
  org.records.delete(id);
  for (const record of org.records.list()) {
    const kept = Object.entries(record.values).map(([name, value]) => [
      name,
      value === id ? null : value,
    ]);
    if (record.module === 'Notes' && record.values.Parent_Id === id) org.records.delete(record.id);
    else if (Object.values(record.values).includes(id)) {
      org.records.put(record.id, { ...record, values: Object.fromEntries(kept) });
    }
  }
  return { code: 'SUCCESS', details: { id }, message: 'record deleted', status: 'success' };
}

function matchOf(
  { org, module }: WriteContext,
  row: unknown,
  checkFields: readonly string[] | undefined,
): { record: CrmRecord; field: string } | undefined {
  if (!isObject(row)) return undefined;
  const byId = org.get(module, idOf(row.id) ?? '');
  if (byId !== undefined) return { record: byId, field: 'id' };
  const unique = module.fields.filter((field) => field.isUnique).map((field) => field.apiName);
  for (const field of checkFields ?? [...module.duplicateCheck, ...unique]) {
    const value = row[field];
    if (value === undefined || value === null || value === '') continue;
    const record = org.of(module).find((one) => same(one.values[field], value));
    if (record !== undefined) return { record, field };
  }
  return undefined;
}

/** Texts are compared without regard to case; a look-up by its id. */
function same(kept: unknown, given: unknown): boolean {
  const id = isObject(given) ? idOf(given) : given;
  if (typeof kept !== 'string' || typeof id !== 'string') return kept === id;
  return kept.toLowerCase() === id.toLowerCase();
}

/** Fields that do not exist are dropped without a word. */
function readRow(context: WriteContext, row: unknown, index: number, before?: CrmRecord): Read {
  const { org, module } = context;
  if (!isObject(row))
    return rowProblems.invalid(index, 'data', { expected_data_type: 'jsonobject' });
  const values: Record<string, unknown> = { ...before?.values };
  let owner: string | undefined;
  for (const [name, given] of Object.entries(row)) {
    const field = crmField(module, name);
    if (field === undefined || field.isReadOnly) continue;
    const checked = checkValue(org, field, given, index, row);
    if (!checked.ok) return checked.problem;
    if (field.type === 'ownerlookup') owner = String(checked.value);
    else values[name] = checked.value;
  }
  for (const field of module.fields) {
    const value = values[field.apiName] ?? null;
    if (field.isRequired && value === null) return rowProblems.missing(index, field.apiName);
    if (!field.isUnique || value === null) continue;
    const holder = org.of(module).find((one) => same(one.values[field.apiName], value));
    if (holder !== undefined && holder.id !== before?.id) {
      return rowProblems.duplicate(index, field.apiName, holder.id, module.apiName);
    }
  }
  return owner === undefined ? { values } : { values, owner };
}

function insert({ org, module, by }: WriteContext, read: Exclude<Read, RowProblem>): CrmRecord {
  const now = org.now();
  const record: CrmRecord = {
    id: org.id(),
    module: module.apiName,
    values: read.values,
    owner: read.owner ?? by,
    createdBy: by,
    modifiedBy: by,
    createdAt: now,
    modifiedAt: now,
  };
  return org.records.put(record.id, record);
}

function change(
  { org, by }: WriteContext,
  before: CrmRecord,
  read: Exclude<Read, RowProblem>,
): CrmRecord {
  return org.records.put(before.id, {
    ...before,
    values: read.values,
    owner: read.owner ?? before.owner,
    modifiedBy: by,
    modifiedAt: org.now(),
  });
}

function success(org: CrmOrg, record: CrmRecord, message: string): Json {
  return {
    code: 'SUCCESS',
    details: {
      Modified_Time: org.time(record.modifiedAt),
      Modified_By: userRef(record.modifiedBy),
      Created_Time: org.time(record.createdAt),
      id: record.id,
      Created_By: userRef(record.createdBy),
    },
    message,
    status: 'success',
  };
}

export function userRef(id: string): { name: string; id: string } {
  const user = zohoUsers.find((one) => one.crmUserId === id);
  return { name: user === undefined ? '' : fullName(user), id };
}
