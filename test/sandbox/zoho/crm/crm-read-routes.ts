// Reads: records by id, lists, searches and related lists.
import type { Json } from '../books/blank.ts';
import { type Condition, holds } from './crm-conditions.ts';
import { readCriteria } from './crm-criteria.ts';
import { crmRefusals } from './crm-errors.ts';
import { type CrmModule, crmField, crmModuleOf } from './crm-fields.ts';
import type { CrmRecord } from './crm-org.ts';
import { fieldValue, pickView, recordView } from './crm-record-view.ts';
import { type CrmCall, type CrmRouter, noContent } from './crm-router.ts';
import { isObject } from './crm-values.ts';

const PER_PAGE_MAX = 200;
const FIELDS_MAX = 50;
const DISCRETE_MAX = 2000;
const TOKEN_LIFE_MS = 86_400_000;

export function readRoutes(router: CrmRouter): void {
  router.on('GET', '/:module/search', search);
  router.on('GET', '/:module', list);
  router.on('GET', '/:module/:id', (call) => {
    const module = readable(call);
    const record = call.org.get(module, call.param('id'));
    if (record === undefined) return noContent();
    return Response.json({ data: [viewOf(call, record, module)] });
  });
  router.on('GET', '/:module/:id/:related', related);
}

function readable(call: CrmCall): CrmModule {
  const module = call.module();
  call.need(`modules.${module.apiName.toLowerCase()}.READ`);
  return module;
}

/** The asked fields; from v3 on a list must name them, at most fifty. */
function fieldNames(call: CrmCall, mustName: boolean): readonly string[] | undefined {
  const given = call.query.fields;
  if (given === undefined || given === '') {
    if (mustName && call.version >= 3) throw crmRefusals.missingParameter('fields');
    return undefined;
  }
  const names = given.split(',').map((name) => name.trim());
  if (names.length > FIELDS_MAX)
    throw crmRefusals.invalid('fields', { maximum_length: FIELDS_MAX });
  return names;
}

function viewOf(
  call: CrmCall,
  record: CrmRecord,
  module: CrmModule,
  names = fieldNames(call, false),
) {
  return names === undefined
    ? recordView(call.org, record, module, call.version)
    : pickView(call.org, record, module, names, call.version);
}

function list(call: CrmCall): Response {
  const module = readable(call);
  const names = fieldNames(call, true);
  const since = Date.parse(call.header('if-modified-since') ?? '');
  const records = call.org
    .of(module)
    .filter((record) => !Number.isFinite(since) || record.modifiedAt > since);
  if (records.length === 0 && Number.isFinite(since)) return new Response(null, { status: 304 });
  return page(call, module, sorted(call, module, records), names);
}

function sorted(call: CrmCall, module: CrmModule, records: CrmRecord[]): CrmRecord[] {
  const by = call.query.sort_by ?? 'id';
  const ordered = records.toSorted((a, b) => {
    const [left, right] = [a, b].map((one) => String(fieldValue(call.org, one, module, by)));
    return (left ?? '') < (right ?? '') ? -1 : 1;
  });
  return call.query.sort_order === 'asc' ? ordered : ordered.reverse();
}

interface PageToken {
  readonly from: number;
  readonly user: string;
  readonly expiresAt: number;
}

/** The first 2000 records come by page number, the rest by a token bound to the user for a day. */
function page(
  call: CrmCall,
  module: CrmModule,
  records: readonly CrmRecord[],
  names: readonly string[] | undefined,
): Response {
  const perPage = Math.min(whole(call.query.per_page, PER_PAGE_MAX, 'per_page'), PER_PAGE_MAX);
  const number = whole(call.query.page, 1, 'page');
  const token = call.query.page_token;
  const from = token === undefined ? (number - 1) * perPage : tokenStart(call, token);
  if (token === undefined && from + perPage > DISCRETE_MAX) throw crmRefusals.page();
  const rows = records.slice(from, from + perPage);
  if (rows.length === 0) return noContent();
  const more = records.length > from + perPage;
  const expiresAt = call.org.now() + TOKEN_LIFE_MS;
  const next: PageToken = { from: from + perPage, user: call.by, expiresAt };
  const tokens = {
    next_page_token: more ? Buffer.from(JSON.stringify(next)).toString('base64url') : null,
    previous_page_token: null,
    page_token_expiry: more ? call.org.time(expiresAt) : null,
  };
  const info: Json = {
    per_page: perPage,
    count: rows.length,
    page: number,
    sort_by: call.query.sort_by ?? 'id',
    sort_order: call.query.sort_order ?? 'desc',
    more_records: more,
    ...(call.version >= 3 ? tokens : {}),
  };
  return Response.json({ data: rows.map((record) => viewOf(call, record, module, names)), info });
}

function tokenStart(call: CrmCall, token: string): number {
  try {
    const read: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
    if (isObject(read) && read.user === call.by && Number(read.expiresAt) > call.org.now()) {
      return Number(read.from);
    }
  } catch {
    // Falls through to the refusal, as a token of anybody else does.
  }
  throw crmRefusals.invalid('page_token');
}

function whole(text: string | undefined, fallback: number, name: string): number {
  const value = Number(text ?? fallback);
  if (!Number.isInteger(value) || value < 1) throw crmRefusals.invalid(name);
  return value;
}

function search(call: CrmCall): Response {
  const module = readable(call);
  const matches = searchTest(call, module);
  const records = call.org.of(module).filter(matches);
  return page(call, module, records, fieldNames(call, false));
}

function searchTest(call: CrmCall, module: CrmModule): (record: CrmRecord) => boolean {
  const { criteria, email, phone, word } = call.query;
  const { org } = call;
  if (criteria !== undefined) {
    const condition = readCriteria(criteria);
    requireFields(module, condition);
    return (record) => holds(org, record, module, condition);
  }
  const ofType = (types: readonly string[]) =>
    module.fields.filter((field) => types.includes(field.type)).map((field) => field.apiName);
  const some = (names: readonly string[], test: (text: string) => boolean) => (record: CrmRecord) =>
    names.some((name) => test(String(record.values[name] ?? '').toLowerCase()));
  if (email !== undefined) return some(ofType(['email']), (text) => text === email.toLowerCase());
  if (phone !== undefined) return some(ofType(['phone']), (text) => text === phone);
  if (word !== undefined) {
    const wanted = word.toLowerCase();
    return some(ofType(['text', 'email', 'phone', 'textarea']), (text) => text.includes(wanted));
  }
  throw crmRefusals.missingParameter('criteria');
}

/** A field that does not exist is refused, unlike in a write. */
export function requireFields(module: CrmModule, condition: Condition): void {
  if (condition.kind === 'compare') {
    const name = condition.field.split('.')[0] ?? '';
    if (name !== 'id' && crmField(module, name) === undefined)
      throw crmRefusals.invalid('criteria');
    return;
  }
  requireFields(module, condition.left);
  requireFields(module, condition.right);
}

/** Which look-up of the other module makes a related list. */
const relatedLists: Readonly<Record<string, readonly [module: string, field: string]>> = {
  'Accounts/Contacts': ['Contacts', 'Account_Name'],
  'Accounts/Deals': ['Deals', 'Account_Name'],
  'Contacts/Deals': ['Deals', 'Contact_Name'],
};

function related(call: CrmCall): Response {
  const parent = readable(call);
  const name = call.param('related');
  const [moduleName = '', field = ''] =
    name === 'Notes' ? ['Notes', 'Parent_Id'] : (relatedLists[`${parent.apiName}/${name}`] ?? []);
  const module = crmModuleOf(moduleName);
  if (module === undefined) throw crmRefusals.invalid('relation_name');
  const names = fieldNames(call, true);
  const id = call.param('id');
  const records = call.org.of(module).filter((record) => record.values[field] === id);
  return page(call, module, records.reverse(), names);
}
