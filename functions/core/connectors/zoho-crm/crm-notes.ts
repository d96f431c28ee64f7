// Notes on CRM records; one that an earlier try has written is found by its mark.
import * as z from 'zod/mini';
import { ok, type Result } from '../../domain/result.ts';
import type { CustomerNote, CustomerRecord } from '../../ports/customers.ts';
import type { MarkedWrite } from '../../ports/notices.ts';
import { maybeText } from '../zoho-http/read-json.ts';
import type { ZohoCaller } from '../zoho-http/zoho-call.ts';
import { createRecord, rowsOf } from './crm-records.ts';

const moduleOf = { contact: 'Contacts', account: 'Accounts', deal: 'Deals' } as const;

/** CRM takes 120 and 32,000. */
const TITLE_LENGTH_MAX = 120;
const CONTENT_LENGTH_MAX = 31_000;

const noteRow = z.object({ id: z.string(), Note_Content: maybeText });

export async function addNote(
  call: ZohoCaller,
  write: MarkedWrite,
  record: CustomerRecord,
  note: CustomerNote,
): Promise<Result<{ readonly id: string }>> {
  const earlier = write.retried ? await findNote(call, record, write.mark) : ok(undefined);
  if (!earlier.ok) return earlier;
  if (earlier.value !== undefined) return ok({ id: earlier.value });
  return createRecord(call, 'Notes', {
    Note_Title: note.title.slice(0, TITLE_LENGTH_MAX),
    Note_Content: `${note.text.slice(0, CONTENT_LENGTH_MAX)}\n\n${write.mark}`,
    Parent_Id: { module: { api_name: moduleOf[record.kind] }, id: record.id },
  });
}

async function findNote(
  call: ZohoCaller,
  { kind, id }: CustomerRecord,
  mark: string,
): Promise<Result<string | undefined>> {
  const answer = await call({
    operation: 'list-notes',
    method: 'GET',
    path: [moduleOf[kind], id, 'Notes'],
    query: { fields: 'Note_Content', per_page: '200', sort_by: 'Created_Time', sort_order: 'desc' },
    what: `The ${kind}`,
  });
  if (!answer.ok) return answer;
  const rows = rowsOf(answer.value, noteRow);
  if (!rows.ok) return rows;
  return ok(rows.value.find((row) => row.Note_Content?.includes(mark))?.id);
}
