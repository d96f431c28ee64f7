// Comments that agents see on a ticket and customers don't; one that an earlier try has written is found by its mark.
import * as z from 'zod/mini';
import { ok, type Result } from '../../domain/result.ts';
import type { MarkedWrite } from '../../ports/notices.ts';
import { maybeText, readShape } from '../zoho-http/read-json.ts';
import type { ZohoCaller } from '../zoho-http/zoho-call.ts';
import { LIST_CREDITS } from './desk-api.ts';

/** Desk takes 32,000. */
const CONTENT_LENGTH_MAX = 31_000;
const NEWEST = '100';

const commentShape = z.object({ id: z.string(), content: maybeText });
const listShape = z.object({ data: z.array(commentShape) });

export async function addComment(
  call: ZohoCaller,
  write: MarkedWrite,
  ticketId: string,
  text: string,
): Promise<Result<{ readonly id: string }>> {
  const earlier = write.retried ? await findComment(call, ticketId, write.mark) : ok(undefined);
  if (!earlier.ok) return earlier;
  if (earlier.value !== undefined) return ok({ id: earlier.value });
  const content = `${text.slice(0, CONTENT_LENGTH_MAX)}\n\n${write.mark}`;
  const answer = await call({
    operation: 'add-comment',
    method: 'POST',
    path: ['tickets', ticketId, 'comments'],
    body: { content, contentType: 'plainText', isPublic: false },
    what: 'The ticket',
  });
  if (!answer.ok) return answer;
  const read = readShape('desk', commentShape, answer.value);
  return read.ok ? ok({ id: read.value.id }) : read;
}

async function findComment(
  call: ZohoCaller,
  ticketId: string,
  mark: string,
): Promise<Result<string | undefined>> {
  const answer = await call({
    operation: 'list-comments',
    method: 'GET',
    path: ['tickets', ticketId, 'comments'],
    query: { limit: NEWEST, sortBy: '-commentedTime' },
    what: 'The ticket',
    cost: LIST_CREDITS,
  });
  if (!answer.ok) return answer;
  if (answer.value === undefined) return ok(undefined);
  const read = readShape('desk', listShape, answer.value);
  if (!read.ok) return read;
  return ok(read.value.data.find((one) => one.content?.includes(mark))?.id);
}
