// Writes a note on a record in the CRM.
import * as z from 'zod/mini';
import { ok, type Result } from '../../domain/result.ts';
import type { ActionResult, EffectContext } from '../../flows/flow-tools.ts';
import type { CustomerRecord } from '../../ports/customers.ts';
import { type ActionScope, defineAction } from './define-action.ts';
import { markedWrite } from './mark.ts';
import { noticeText } from './shapes.ts';

const written = z.object({ noteId: z.string() });
const declared = {
  about: [],
  output: written,
  scopes: ['ZohoCRM.modules.ALL'],
  calls: { crm: 1 },
  inverse: 'delete the note',
  causes: [],
} as const;

export const addCrmNote = defineAction({
  ...declared,
  name: 'add-crm-note',
  sentence: 'write the note {title} on the {record} in CRM',
  input: z.object({
    record: z.enum(['contact', 'account', 'deal']),
    id: z.string(),
    title: z.string(),
    text: noticeText,
  }),
  run: (scope, { record, id, title, text }, effect) =>
    writeNote(scope, effect, { kind: record, id }, { title, text }),
});

/** `to` is the id of a contact. */
export const notifyByCrmNote = defineAction({
  ...declared,
  name: 'notify-by-crm-note',
  sentence: 'write a note on the contact in CRM',
  input: z.object({ to: z.string(), text: noticeText }),
  run: (scope, { to, text }, effect) =>
    writeNote(scope, effect, { kind: 'contact', id: to }, { title: 'Tallybridge', text }),
});

async function writeNote(
  { company }: ActionScope,
  effect: EffectContext,
  record: CustomerRecord,
  note: { readonly title: string; readonly text: string },
): Promise<Result<ActionResult & { readonly output: z.output<typeof written> }>> {
  const added = await company.customers.addNote(markedWrite(effect), record, note);
  if (!added.ok) return added;
  const { id } = added.value;
  return ok({ output: { noteId: id }, inverse: { delete: 'crm-note', id } });
}
