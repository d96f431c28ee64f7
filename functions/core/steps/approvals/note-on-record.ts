// Writes a note on the record that something is about, once: a comment of a ticket or an invoice, a note in the CRM.
import type { RecordKind } from '../../contract/panel.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Company } from '../../ports/company.ts';
import { hashed } from '../../work/links.ts';

/** A record of Zoho that takes notes. */
export interface NotedRecord {
  readonly kind: RecordKind;
  readonly id: string;
}

interface Note {
  /** Where notes have one. */
  readonly title: string;
  readonly text: string;
}

/**
 * @param effect what the note is of: the same effect is noted once.
 * @param retried an earlier try may have written it.
 */
export async function noteOnRecord(
  company: Company,
  record: NotedRecord | undefined,
  effect: string,
  { title, text }: Note,
  retried: boolean,
): Promise<Result<void>> {
  if (record === undefined) return ok(undefined);
  const mark = `[Tallybridge ${hashed(effect).slice(0, 12)}]`;
  const added = await add(company, record, { mark, retried }, { title, text: `${text}\n${mark}` });
  return added.ok ? ok(undefined) : added;
}

function add(
  { tickets, ledger, customers }: Company,
  { kind, id }: NotedRecord,
  write: { readonly mark: string; readonly retried: boolean },
  note: Note,
): Promise<Result<unknown>> {
  switch (kind) {
    case 'ticket':
      return tickets.addComment(write, id, note.text);
    case 'invoice':
      return ledger.addInvoiceComment(write, id, note.text);
    default:
      return customers.addNote(write, { kind, id }, note);
  }
}
