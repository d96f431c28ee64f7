// Users of a Books organization: all of them, or the caller.
import * as z from 'zod/mini';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { Member } from '../../ports/people.ts';
import { callFor, createFinanceApi, type FinanceApi } from '../zoho-http/finance-api.ts';
import { maybeText, readShape } from '../zoho-http/read-json.ts';
import type { ZohoConnection } from '../zoho-http/zoho-call.ts';
import { unavailable } from '../zoho-http/zoho-problem.ts';

interface BooksUsersOptions extends ZohoConnection {
  readonly apiUrl: string;
  readonly organizationId: string;
}

const PAGES_MAX = 20;

const userRow = z.object({
  user_id: z.string(),
  name: maybeText,
  email: maybeText,
  email_ids: z.nullish(
    z.array(z.object({ email: z.string(), is_selected: z.nullish(z.boolean()) })),
  ),
  user_role: maybeText,
  status: maybeText,
});
const pageShape = z.object({
  users: z.array(userRow),
  page_context: z.optional(z.object({ has_more_page: z.optional(z.boolean()) })),
});

/** Every user of the organization, inactive ones too. */
export async function listBooksUsers(
  options: BooksUsersOptions,
): Promise<Result<readonly Member[]>> {
  const api = createFinanceApi('books', options);
  const all: Member[] = [];
  for (let page = 1; page <= PAGES_MAX; page += 1) {
    const answer = await api.call({
      operation: 'list-users',
      method: 'GET',
      path: ['users'],
      query: { page: String(page), per_page: '200' },
      what: 'The list of users',
    });
    if (!answer.ok) return answer;
    const read = readShape('books', pageShape, answer.value);
    if (!read.ok) return read;
    all.push(...read.value.users.map(memberOf));
    if (read.value.page_context?.has_more_page !== true) return ok(all);
  }
  // Half a list would put the other half out.
  return refused(unavailable('books'));
}

/** The caller in this organization; undefined when Books knows no such user there. */
export async function readOwnBooksUser(
  options: BooksUsersOptions,
): Promise<Result<Member | undefined>> {
  const api: FinanceApi = createFinanceApi('books', options);
  const call = {
    operation: 'read-own-user',
    method: 'GET',
    path: ['users', 'me'],
    what: 'The user',
  } as const;
  const user = await callFor(api, call, 'user', z.partial(userRow));
  if (user.ok) {
    const { user_id } = user.value;
    return ok(user_id === undefined ? undefined : memberOf({ ...user.value, user_id }));
  }
  // A user whose role may not even read itself: let in as one who may do least.
  if (user.problem.code === 'zoho-permission-missing') {
    return ok({ userId: '', name: '', mail: '', role: '', isAdmin: false, isActive: true });
  }
  return isNobody(user.problem.code) ? ok(undefined) : user;
}

function isNobody(code: string): boolean {
  return code === 'zoho-organization-wrong' || code === 'not-found';
}

function memberOf(
  row: z.infer<typeof userRow> | (Partial<z.infer<typeof userRow>> & { user_id: string }),
): Member {
  const { user_id, name, email, email_ids, user_role, status } = row;
  const chosen = email_ids?.find((one) => one.is_selected === true) ?? email_ids?.[0];
  const role = (user_role ?? '').toLowerCase();
  return {
    userId: user_id,
    name: name ?? '',
    mail: (email ?? chosen?.email ?? '').toLowerCase(),
    role,
    isAdmin: role === 'admin',
    isActive: status?.toLowerCase() === 'active',
  };
}
