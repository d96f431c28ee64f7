// When contacts of the CRM were changed last and by whom, and the channel that tells of it.
import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { ChangeFeed, ContactWatch } from '../../ports/changes.ts';
import { type ChangedPage, pageDownTo, readNewest } from '../zoho-http/newest-first.ts';
import { readShape } from '../zoho-http/read-json.ts';
import { createZohoCaller, type ZohoCaller, type ZohoConnection } from '../zoho-http/zoho-call.ts';
import { unavailable } from '../zoho-http/zoho-problem.ts';
import { crmRefusal, readCrmAnswer } from './crm-answer.ts';
import { readRecord, rowsOf } from './crm-records.ts';

const PER_PAGE = 200;
const WHAT = 'The list of contacts';

const userRef = z.nullish(z.object({ id: z.string() }));
const contactShape = z.object({
  Created_Time: z.string(),
  Modified_Time: z.string(),
  Created_By: userRef,
  Modified_By: userRef,
});
const rowShape = z.object({ id: z.string(), Modified_Time: z.string() });

export interface ContactWatchOptions {
  /** Names the channel: enabling the same one again renews it. */
  readonly channel: string;
  readonly notifyUrl: string;
  /** Comes back with every notification; at most 50 characters. */
  readonly token: string;
}

export interface CrmChanges {
  readonly contacts: ChangeFeed;
  contactWatch(options: ContactWatchOptions): ContactWatch;
}

export function createCrmChanges(
  options: ZohoConnection & { readonly apiUrl: string },
): CrmChanges {
  const call = createZohoCaller(options, {
    product: 'crm',
    rootUrl: `${options.apiUrl}/crm/v8`,
    // Users and channels stand under their own names, which the reader of records does not know.
    readAnswer: (answer, asked) =>
      answer.status < 300 ? { kind: 'value', body: answer.body } : readCrmAnswer(answer, asked),
  });
  const ownUser = createOwnUser(call);
  return {
    contacts: {
      read: (id) => readContactChange(call, ownUser, id),
      changedSince: (sinceMs) => changedSince(call, sinceMs),
    },
    contactWatch: (watch) => openWatch(call, watch),
  };
}

async function readContactChange(
  call: ZohoCaller,
  ownUser: () => Promise<Result<string>>,
  id: string,
) {
  const fields = Object.keys(contactShape.shape).join(',');
  const contact = await readRecord(call, 'Contacts', id, contactShape, fields);
  if (!contact.ok) return contact;
  const me = await ownUser();
  if (!me.ok) return me;
  const { Created_Time, Modified_Time, Created_By, Modified_By } = contact.value;
  const createdAt = Date.parse(Created_Time);
  const changedAt = Date.parse(Modified_Time);
  if (Number.isNaN(changedAt) || Number.isNaN(createdAt)) return refused(unavailable('crm'));
  return ok({
    id,
    createdAt,
    changedAt,
    madeByUs: Created_By?.id === me.value,
    changedByUs: Modified_By?.id === me.value,
  });
}

function changedSince(call: ZohoCaller, sinceMs: number) {
  return readNewest(sinceMs, async (page): Promise<Result<ChangedPage>> => {
    const answer = await call({
      operation: 'find-changed-contacts',
      method: 'GET',
      path: ['Contacts'],
      query: {
        fields: 'Modified_Time',
        sort_by: 'Modified_Time',
        sort_order: 'desc',
        page: String(page),
        per_page: String(PER_PAGE),
      },
      what: WHAT,
    });
    if (!answer.ok) return answer;
    const rows = rowsOf(answer.value, rowShape);
    if (!rows.ok) return rows;
    const changed = rows.value.map((row) => ({
      id: row.id,
      changedAt: Date.parse(row.Modified_Time),
    }));
    return ok(pageDownTo(sinceMs, PER_PAGE, changed));
  });
}

const watchShape = z.object({
  watch: z.tuple([
    z.object({ code: z.string(), status: z.string(), message: z.optional(z.string()) }),
  ]),
});

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Tells one channel from another, and a changed one from what it was. */
export function contactWatchKey({ channel, notifyUrl, token }: ContactWatchOptions): string {
  return digest(JSON.stringify([channel, notifyUrl, token])).slice(0, 32);
}

function openWatch(call: ZohoCaller, options: ContactWatchOptions): ContactWatch {
  // The CRM's channel ids are whole numbers: 13 digits of the name.
  const channelId = String(Number.parseInt(digest(options.channel).slice(0, 10), 16));
  return {
    key: contactWatchKey(options),
    renew: (expiresAt) => startWatch(call, options, channelId, expiresAt),
    close: () => stopWatch(call, channelId),
  };
}

/** The CRM says of a channel that it does not know that the id is invalid. */
async function stopWatch(call: ZohoCaller, channelId: string): Promise<Result<void>> {
  const answer = await call({
    operation: 'unwatch-contacts',
    method: 'DELETE',
    path: ['actions', 'watch'],
    query: { channel_ids: channelId },
    what: 'The notification channel',
  });
  if (!answer.ok) return answer;
  const read = readShape('crm', watchShape, answer.value);
  if (!read.ok) return read;
  const [row] = read.value.watch;
  const isGone = row.status === 'success' || row.code === 'INVALID_DATA';
  return isGone ? ok(undefined) : refused(crmRefusal(row));
}

/** Without related actions: a note on a contact is no change of it. */
async function startWatch(
  call: ZohoCaller,
  { notifyUrl, token }: ContactWatchOptions,
  channelId: string,
  expiresAt: number,
): Promise<Result<void>> {
  const answer = await call({
    operation: 'watch-contacts',
    method: 'POST',
    path: ['actions', 'watch'],
    body: {
      watch: [
        {
          channel_id: channelId,
          events: ['Contacts.edit'],
          notify_url: notifyUrl,
          token,
          // Offset instead of `Z`, and no fractions: the form that the CRM itself writes.
          channel_expiry: `${new Date(expiresAt).toISOString().slice(0, 19)}+00:00`,
          notify_on_related_action: false,
        },
      ],
    },
    what: 'The notification channel',
  });
  if (!answer.ok) return answer;
  const read = readShape('crm', watchShape, answer.value);
  if (!read.ok) return read;
  const [row] = read.value.watch;
  return row.status === 'success' ? ok(undefined) : refused(crmRefusal(row));
}

const usersShape = z.object({ users: z.tuple([z.object({ id: z.string() })]) });

/** The id of the user who has consented: asked for once. */
function createOwnUser(call: ZohoCaller): () => Promise<Result<string>> {
  let known: string | undefined;
  return async () => {
    if (known !== undefined) return ok(known);
    const answer = await call({
      operation: 'read-own-user',
      method: 'GET',
      path: ['users'],
      query: { type: 'CurrentUser' },
      what: 'Our user',
    });
    if (!answer.ok) return answer;
    const read = readShape('crm', usersShape, answer.value);
    if (!read.ok) return read;
    known = read.value.users[0].id;
    return ok(known);
  };
}
