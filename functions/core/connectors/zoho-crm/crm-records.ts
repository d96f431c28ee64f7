// Records of a CRM module: read by id, found by a search, written by an upsert.
import * as z from 'zod/mini';
import { ok, type Result, refused } from '../../domain/result.ts';
import { readShape } from '../zoho-http/read-json.ts';
import type { ZohoCaller } from '../zoho-http/zoho-call.ts';
import { notFound, unavailable, type ZohoProblem } from '../zoho-http/zoho-problem.ts';
import { crmRefusal } from './crm-answer.ts';

export type CrmModule = 'Accounts' | 'Contacts' | 'Deals' | 'Notes';

/** What became of one record. */
type Written = Result<{ readonly id: string }, ZohoProblem>;

/** What a write costs (CRM docs, "API Limits"). */
const ROWS_PER_CREDIT = 10;

const recordWord = {
  Accounts: 'account',
  Contacts: 'contact',
  Deals: 'deal',
  Notes: 'note',
} as const;

const writtenRow = z.object({
  code: z.string(),
  status: z.string(),
  message: z.optional(z.string()),
  details: z.object({
    id: z.optional(z.string()),
    api_name: z.optional(z.string()),
    duplicate_record: z.optional(z.object({ id: z.string() })),
  }),
});

/** The record's fields; `not-found` when there is none (204). */
export async function readRecord<T>(
  call: ZohoCaller,
  module: CrmModule,
  id: string,
  schema: z.ZodMiniType<T>,
  fields: string,
): Promise<Result<T, ZohoProblem>> {
  const word = recordWord[module];
  const what = `The ${word}`;
  const operation = `read-${word}`;
  const answer = await call({
    operation,
    method: 'GET',
    path: [module, id],
    query: { fields },
    what,
  });
  if (!answer.ok) return answer;
  const rows = rowsOf(answer.value, schema);
  if (!rows.ok) return rows;
  const [first] = rows.value;
  return first === undefined ? refused(notFound(what)) : ok(first);
}

/** The rows that a search lists; none for an empty answer (204). What is new may be missing for a while. */
export async function searchRecords<T>(
  call: ZohoCaller,
  module: CrmModule,
  query: Readonly<Record<string, string>>,
  schema: z.ZodMiniType<T>,
): Promise<Result<readonly T[], ZohoProblem>> {
  const word = recordWord[module];
  const answer = await call({
    operation: `find-${word}`,
    method: 'GET',
    path: [module, 'search'],
    query,
    what: `The list of ${word}s`,
  });
  return answer.ok ? rowsOf(answer.value, schema) : answer;
}

/**
 * Creates each record, or updates the one with the same value in `duplicateField`; an answer per record, in their
 * order. Without triggers: the company's workflows are for what people do.
 * @param records at most 100.
 */
export async function upsertRecords(
  call: ZohoCaller,
  module: CrmModule,
  duplicateField: string,
  records: readonly Readonly<Record<string, unknown>>[],
): Promise<Result<readonly Written[], ZohoProblem>> {
  const answer = await call({
    operation: `save-${recordWord[module]}`,
    method: 'POST',
    path: [module, 'upsert'],
    body: { data: records, duplicate_check_fields: [duplicateField], trigger: [] },
    what: `The ${recordWord[module]}`,
    cost: Math.ceil(records.length / ROWS_PER_CREDIT),
  });
  if (!answer.ok) return answer;
  const read = readShape('crm', z.object({ data: z.array(writtenRow) }), answer.value);
  if (!read.ok) return read;
  const rows = read.value.data;
  if (rows.length !== records.length) return refused(unavailable('crm'));
  return ok(rows.map((row) => writtenId(row, duplicateField)));
}

/** Creates one record, whatever others there are. */
export async function createRecord(
  call: ZohoCaller,
  module: CrmModule,
  record: Readonly<Record<string, unknown>>,
): Promise<Written> {
  const answer = await call({
    operation: `create-${recordWord[module]}`,
    method: 'POST',
    path: [module],
    body: { data: [record], trigger: [] },
    what: `The ${recordWord[module]}`,
  });
  if (!answer.ok) return answer;
  const read = readShape('crm', z.object({ data: z.tuple([writtenRow]) }), answer.value);
  return read.ok ? writtenId(read.value.data[0]) : read;
}

/**
 * Changes the given fields of a record. `zoho-refused` with the code `RECORD_MODIFIED`, and nothing is changed, when
 * somebody has edited it since.
 * @param seen the record's `Modified_Time` when it was read.
 */
export async function updateRecord(
  call: ZohoCaller,
  module: CrmModule,
  id: string,
  changes: Readonly<Record<string, unknown>>,
  seen: string | undefined,
): Promise<Written> {
  const answer = await call({
    operation: `update-${recordWord[module]}`,
    method: 'PUT',
    path: [module, id],
    ...(seen === undefined ? {} : { headers: { 'If-Unmodified-Since': seen } }),
    body: { data: [changes], trigger: [] },
    what: `The ${recordWord[module]}`,
  });
  if (!answer.ok) return answer;
  const read = readShape('crm', z.object({ data: z.tuple([writtenRow]) }), answer.value);
  return read.ok ? writtenId(read.value.data[0]) : read;
}

/** The rows of a list; none for an empty answer (204). */
export function rowsOf<T>(
  body: unknown,
  schema: z.ZodMiniType<T>,
): Result<readonly T[], ZohoProblem> {
  if (body === undefined) return ok([]);
  const read = readShape('crm', z.object({ data: z.array(schema) }), body);
  return read.ok ? ok(read.value.data) : read;
}

/** @param uniqueField by which another record counts as the one that was wanted. */
function writtenId(row: z.infer<typeof writtenRow>, uniqueField?: string): Written {
  const { id, api_name, duplicate_record } = row.details;
  if (row.status === 'success' && id !== undefined) return ok({ id });
  // Somebody made the record between our search and our write: it is the one that was wanted.
  const duplicateId = duplicate_record?.id ?? id;
  const isWanted = uniqueField !== undefined && api_name === uniqueField;
  if (row.code === 'DUPLICATE_DATA' && isWanted && duplicateId !== undefined) {
    return ok({ id: duplicateId });
  }
  return refused(crmRefusal(row));
}
