// Which tickets were closed, when and by whom.
import * as z from 'zod/mini';
import { ok, type Result } from '../../domain/result.ts';
import type { ChangeFeed, RecordChange } from '../../ports/changes.ts';
import { type ChangedPage, readNewest } from '../zoho-http/newest-first.ts';
import { maybeText, present, readShape } from '../zoho-http/read-json.ts';
import type { ZohoCaller } from '../zoho-http/zoho-call.ts';
import { createDeskCaller, LIST_CREDITS, type TicketsOptions } from './desk-api.ts';

/** Desk's own limit. */
const PER_PAGE = 100;
/** The range wants an end: beyond now, however long ago the last look was. */
const RANGE_MS = 365 * 24 * 3_600_000;

const closing = { id: z.string(), statusType: maybeText, closedTime: maybeText } as const;
const ticketShape = z.object({
  ...closing,
  createdTime: z.string(),
  modifiedBy: maybeText,
  cf: z.nullish(z.record(z.string(), z.unknown())),
});
const listShape = z.object({ data: z.array(z.object(closing)) });

export function createTicketChanges(options: TicketsOptions): ChangeFeed {
  const call = createDeskCaller(options);
  const ownAgent = createOwnAgent(call);
  return {
    read: (id) => readClosing(call, ownAgent, id),
    changedSince: (sinceMs) => closedSince(call, sinceMs),
  };
}

async function readClosing(
  call: ZohoCaller,
  ownAgent: () => Promise<Result<string>>,
  id: string,
): Promise<Result<RecordChange | undefined>> {
  const what = 'The ticket';
  const answer = await call({
    operation: 'read-ticket',
    method: 'GET',
    path: ['tickets', id],
    what,
  });
  if (!answer.ok) return answer;
  const read = readShape('desk', ticketShape, answer.value);
  if (!read.ok) return read;
  const closedAt = closedAtOf(read.value);
  if (closedAt === undefined) return ok(undefined);
  const me = await ownAgent();
  if (!me.ok) return me;
  return ok({
    id,
    createdAt: Date.parse(read.value.createdTime),
    changedAt: closedAt,
    madeByUs: typeof read.value.cf?.cf_tallybridge_case === 'string',
    changedByUs: read.value.modifiedBy === me.value,
  });
}

/** The search may ignore a range that it does not know: what was closed before is left out by who calls. */
function closedSince(call: ZohoCaller, sinceMs: number) {
  const range = [sinceMs, sinceMs + RANGE_MS].map((ms) => new Date(ms).toISOString()).join(',');
  return readNewest(sinceMs, async (page): Promise<Result<ChangedPage>> => {
    const answer = await call({
      operation: 'find-closed-tickets',
      method: 'GET',
      path: ['tickets', 'search'],
      query: {
        modifiedTimeRange: range,
        from: String((page - 1) * PER_PAGE),
        limit: String(PER_PAGE),
      },
      what: 'The list of tickets',
      cost: LIST_CREDITS,
    });
    if (!answer.ok) return answer;
    if (answer.value === undefined) return ok({ rows: [], isLast: true });
    const read = readShape('desk', listShape, answer.value);
    if (!read.ok) return read;
    const rows = read.value.data.flatMap((row) => {
      const changedAt = closedAtOf(row);
      return changedAt === undefined ? [] : [{ id: row.id, changedAt }];
    });
    return ok({ rows, isLast: read.value.data.length < PER_PAGE });
  });
}

/** By the type: portals name their statuses as they like. */
function closedAtOf({
  statusType,
  closedTime,
}: {
  readonly statusType?: string | null | undefined;
  readonly closedTime?: string | null | undefined;
}): number | undefined {
  const closedAt = Date.parse(present(closedTime) ?? '');
  return statusType === 'Closed' && !Number.isNaN(closedAt) ? closedAt : undefined;
}

const agentShape = z.object({ id: z.string() });

/** The id of the agent who has consented: asked for once. */
function createOwnAgent(call: ZohoCaller): () => Promise<Result<string>> {
  let known: string | undefined;
  return async () => {
    if (known !== undefined) return ok(known);
    const answer = await call({
      operation: 'read-own-agent',
      method: 'GET',
      path: ['myinfo'],
      what: 'Our agent',
    });
    if (!answer.ok) return answer;
    const read = readShape('desk', agentShape, answer.value);
    if (!read.ok) return read;
    known = read.value.id;
    return ok(known);
  };
}
