// Tells agents something: a comment on a ticket that customers don't see.
import * as z from 'zod/mini';
import { ok } from '../../domain/result.ts';
import { defineAction } from './define-action.ts';
import { markedWrite } from './mark.ts';
import { noticeText } from './shapes.ts';

export const notifyByDeskComment = defineAction({
  name: 'notify-by-desk-comment',
  sentence: 'write a comment on the ticket',
  about: [],
  input: z.object({ to: z.string(), text: noticeText }),
  output: z.object({ commentId: z.string() }),
  scopes: ['Desk.tickets.READ', 'Desk.tickets.UPDATE'],
  calls: { desk: 1 },
  inverse: 'delete the comment',
  causes: [],
  async run({ company }, { to, text }, effect) {
    const added = await company.tickets.addComment(markedWrite(effect), to, text);
    if (!added.ok) return added;
    const { id } = added.value;
    return ok({ output: { commentId: id }, inverse: { delete: 'desk-comment', id, of: to } });
  },
});
