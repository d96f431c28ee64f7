// Tickets that we open: found again by our key in a custom field, opened where there is none, closed.
import * as z from 'zod/mini';
import { ok, type Result } from '../../domain/result.ts';
import type { MappedFields } from '../../ports/mapped-fields.ts';
import type { OwnTicket, TicketDraft, TicketWrite } from '../../ports/tickets.ts';
import { maybeText, present, readShape } from '../zoho-http/read-json.ts';
import type { ZohoCaller } from '../zoho-http/zoho-call.ts';
import { LIST_CREDITS } from './desk-api.ts';

/** API name of the ticket field that carries our key; an administrator creates it. */
const KEY_FIELD = 'cf_tallybridge_case';
const SUBJECT_LENGTH_MAX = 255;
const DESCRIPTION_LENGTH_MAX = 65_000;
const NEWEST = '100';
const SAME_SUBJECT_MAX = 5;

const ticketShape = z.object({
  id: z.string(),
  ticketNumber: z.string(),
  statusType: maybeText,
  status: maybeText,
  webUrl: maybeText,
  cf: z.nullish(z.record(z.string(), z.unknown())),
});
type TicketShape = z.infer<typeof ticketShape>;
const listShape = z.object({ data: z.array(ticketShape) });
const newestShape = z.object({ data: z.array(z.object({ id: z.string(), subject: maybeText })) });

/** The search may ignore what it does not know, so our key is compared; an empty answer (204) is nothing found. */
export async function findTicket(
  call: ZohoCaller,
  uniqueKey: string,
): Promise<Result<OwnTicket | undefined>> {
  const answer = await call({
    operation: 'find-ticket',
    method: 'GET',
    path: ['tickets', 'search'],
    query: { customField1: `${KEY_FIELD}:${uniqueKey}`, limit: '10' },
    what: 'The list of tickets',
    uniqueField: KEY_FIELD,
    cost: LIST_CREDITS,
  });
  if (!answer.ok) return answer;
  if (answer.value === undefined) return ok(undefined);
  const read = readShape('desk', listShape, answer.value);
  if (!read.ok) return read;
  const found = read.value.data.find((one) => one.cf?.[KEY_FIELD] === uniqueKey);
  return ok(found && ownTicket(found));
}

/**
 * Desk's custom fields refuse no duplicates over the API that we know of: the ticket is looked for first, when
 * retried also among the newest, as a search may lag behind. Runs about one thing wait for each other.
 */
export async function openTicket(
  call: ZohoCaller,
  defaultDepartment: () => Promise<Result<string>>,
  write: TicketWrite,
  draft: TicketDraft,
): Promise<Result<OwnTicket & { readonly isNew: boolean }>> {
  const subject = (textIn(draft.fields, 'subject') ?? draft.subject).slice(0, SUBJECT_LENGTH_MAX);
  let found = await findTicket(call, write.uniqueKey);
  if (found.ok && found.value === undefined && write.retried) {
    found = await findAmongNewest(call, write.uniqueKey, subject);
  }
  if (!found.ok) return found;
  if (found.value !== undefined) return ok({ ...found.value, isNew: false });
  const named = draft.department ?? textIn(draft.fields, 'departmentId');
  const department = named === undefined ? await defaultDepartment() : ok(named);
  if (!department.ok) return department;
  const answer = await call({
    operation: 'open-ticket',
    method: 'POST',
    path: ['tickets'],
    body: ticketBody(draft, subject, department.value, write.uniqueKey),
    what: 'The department',
    uniqueField: KEY_FIELD,
  });
  if (!answer.ok) return answer;
  const read = readShape('desk', ticketShape, answer.value);
  return read.ok ? ok({ ...ownTicket(read.value), isNew: true }) : read;
}

/** Lists carry no custom fields: those with the same subject are read one by one. */
async function findAmongNewest(
  call: ZohoCaller,
  uniqueKey: string,
  subject: string,
): Promise<Result<OwnTicket | undefined>> {
  const answer = await call({
    operation: 'list-tickets',
    method: 'GET',
    path: ['tickets'],
    query: { limit: NEWEST, sortBy: '-createdTime' },
    what: 'The list of tickets',
    cost: LIST_CREDITS,
  });
  if (!answer.ok) return answer;
  if (answer.value === undefined) return ok(undefined);
  const list = readShape('desk', newestShape, answer.value);
  if (!list.ok) return list;
  const alike = list.value.data.filter((one) => one.subject === subject);
  for (const { id } of alike.slice(0, SAME_SUBJECT_MAX)) {
    const what = 'The ticket';
    const read = await call({
      operation: 'read-ticket',
      method: 'GET',
      path: ['tickets', id],
      what,
    });
    if (!read.ok) return read;
    const ticket = readShape('desk', ticketShape, read.value);
    if (!ticket.ok) return ticket;
    if (ticket.value.cf?.[KEY_FIELD] === uniqueKey) return ok(ownTicket(ticket.value));
  }
  return ok(undefined);
}

/** `Closed` is the one closed status that every portal has. */
export async function closeTicket(call: ZohoCaller, id: string): Promise<Result<void>> {
  const answer = await call({
    operation: 'close-ticket',
    method: 'PATCH',
    path: ['tickets', id],
    body: { status: 'Closed' },
    what: 'The ticket',
  });
  return answer.ok ? ok(undefined) : answer;
}

/** A contact with this address that Desk knows is taken; a last name is demanded. */
function ticketBody(draft: TicketDraft, subject: string, departmentId: string, uniqueKey: string) {
  const { name, email } = draft.contact;
  const { fields = {} } = draft;
  const description = textIn(fields, 'description') ?? draft.description;
  return {
    email,
    category: draft.category,
    priority: draft.priority,
    dueDate: draft.dueAt === undefined ? undefined : new Date(draft.dueAt).toISOString(),
    channel: 'Web',
    ...fields,
    subject,
    departmentId,
    description: description.slice(0, DESCRIPTION_LENGTH_MAX),
    contact: {
      lastName: name,
      email,
      ...objectIn(fields, 'contact'),
    },
    cf: { ...objectIn(fields, 'cf'), [KEY_FIELD]: uniqueKey },
  };
}

function textIn(fields: MappedFields | undefined, name: string): string | undefined {
  const value = fields?.[name];
  return typeof value === 'string' ? present(value) : undefined;
}

function objectIn(fields: MappedFields, name: string): object {
  const value = fields[name];
  return typeof value === 'object' && value !== null ? value : {};
}

function ownTicket({ id, ticketNumber, statusType, status, webUrl }: TicketShape): OwnTicket {
  const url = present(webUrl);
  return {
    id,
    number: ticketNumber,
    isClosed: (statusType ?? status) === 'Closed',
    ...(url === undefined ? {} : { url }),
  };
}
