// When invoices, contacts and sales orders were changed last, and by whom.
import * as z from 'zod/mini';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { ChangeFeed } from '../../ports/changes.ts';
import { callFor, type FinanceApi } from '../zoho-http/finance-api.ts';
import { type ChangedPage, pageDownTo, readNewest } from '../zoho-http/newest-first.ts';
import { maybeText, present, readShape } from '../zoho-http/read-json.ts';
import { unavailable } from '../zoho-http/zoho-problem.ts';
import { createBooksApi, type LedgerOptions } from './books-api.ts';
import { uniqueField } from './unique-fields.ts';

const PER_PAGE = 200;

/** Where a record stands in the API, and the field that carries our key when we have made it. */
interface Resource {
  readonly list: string;
  readonly one: string;
  readonly idField: string;
  readonly ownField: string;
  readonly word: string;
}

const resources = {
  invoice: {
    list: 'invoices',
    one: 'invoice',
    idField: 'invoice_id',
    ownField: uniqueField.invoice,
    word: 'invoice',
  },
  'sales-order': {
    list: 'salesorders',
    one: 'salesorder',
    idField: 'salesorder_id',
    ownField: 'cf_tallybridge_order',
    word: 'sales order',
  },
  'books-contact': {
    list: 'contacts',
    one: 'contact',
    idField: 'contact_id',
    ownField: uniqueField.contact,
    word: 'contact',
  },
} as const satisfies Readonly<Record<string, Resource>>;

const recordShape = z.object({
  created_time: maybeText,
  last_modified_time: z.string(),
  last_modified_by_id: maybeText,
  custom_field_hash: z.nullish(z.record(z.string(), z.unknown())),
});

export type BooksChangeFeeds = Readonly<Record<keyof typeof resources, ChangeFeed>>;

/** A read costs one call, the first one of an instance a second to learn who we are; a look for changes one or few. */
export function createBooksChanges(options: LedgerOptions): BooksChangeFeeds {
  const api = createBooksApi(options);
  const ownUser = createOwnUser(api);
  const feed = (resource: Resource): ChangeFeed => ({
    read: (id) => readChange(api, resource, ownUser, id),
    changedSince: (sinceMs) => changedSince(api, resource, sinceMs),
  });
  return {
    invoice: feed(resources.invoice),
    'sales-order': feed(resources['sales-order']),
    'books-contact': feed(resources['books-contact']),
  };
}

async function readChange(
  api: FinanceApi,
  resource: Resource,
  ownUser: () => Promise<Result<string>>,
  id: string,
) {
  const { word, list, one, ownField } = resource;
  const what = `The ${word}`;
  const operation = `read-${word.replace(' ', '-')}`;
  const call = { operation, method: 'GET', path: [list, id], what } as const;
  const record = await callFor(api, call, one, recordShape);
  if (!record.ok) return record;
  const me = await ownUser();
  if (!me.ok) return me;
  const { created_time, last_modified_time, last_modified_by_id, custom_field_hash } = record.value;
  const changedAt = Date.parse(last_modified_time);
  const createdAt = Date.parse(created_time ?? last_modified_time);
  if (Number.isNaN(changedAt) || Number.isNaN(createdAt)) return refused(unavailable('books'));
  const key = custom_field_hash?.[ownField];
  return ok({
    id,
    createdAt,
    changedAt,
    madeByUs: typeof key === 'string' && present(key) !== undefined,
    changedByUs: last_modified_by_id === me.value,
  });
}

function changedSince(api: FinanceApi, resource: Resource, sinceMs: number) {
  const { word, list, idField } = resource;
  const rowShape = z.object({ [idField]: z.string(), last_modified_time: z.string() });
  const listShape = z.object({ [list]: z.array(rowShape) });
  return readNewest(sinceMs, async (page): Promise<Result<ChangedPage>> => {
    const answer = await api.call({
      operation: `find-changed-${list}`,
      method: 'GET',
      path: [list],
      query: {
        last_modified_time: `${new Date(sinceMs).toISOString().slice(0, 19)}-UTC`,
        sort_column: 'last_modified_time',
        sort_order: 'D',
        page: String(page),
        per_page: String(PER_PAGE),
      },
      what: `The list of ${word}s`,
    });
    if (!answer.ok) return answer;
    const read = readShape('books', listShape, answer.value);
    if (!read.ok) return read;
    const rows = (read.value[list] ?? []).map((row) => ({
      id: String(row[idField]),
      changedAt: Date.parse(String(row.last_modified_time)),
    }));
    return ok(pageDownTo(sinceMs, PER_PAGE, rows));
  });
}

const userShape = z.object({ user_id: z.string() });

/** The id of the user who has consented: asked for once. */
function createOwnUser(api: FinanceApi): () => Promise<Result<string>> {
  let known: string | undefined;
  return async () => {
    if (known !== undefined) return ok(known);
    const path = ['users', 'me'];
    const call = { operation: 'read-own-user', method: 'GET', path, what: 'Our user' } as const;
    const user = await callFor(api, call, 'user', userShape);
    if (!user.ok) return user;
    known = user.value.user_id;
    return ok(known);
  };
}
