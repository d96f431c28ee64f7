// Users of a CRM organization: all of them, or the caller.
import * as z from 'zod/mini';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { Member } from '../../ports/people.ts';
import { maybeText, readShape } from '../zoho-http/read-json.ts';
import { createZohoCaller, type ZohoCaller, type ZohoConnection } from '../zoho-http/zoho-call.ts';
import { unavailable } from '../zoho-http/zoho-problem.ts';
import { readCrmAnswer } from './crm-answer.ts';

type CrmUsersOptions = ZohoConnection & { readonly apiUrl: string };

const PAGES_MAX = 20;
const PER_PAGE = 200;

const userRow = z.object({
  id: z.string(),
  full_name: maybeText,
  email: maybeText,
  status: maybeText,
  profile: z.nullish(z.object({ name: maybeText })),
});
const usersShape = z.object({
  users: z.array(userRow),
  info: z.optional(z.object({ more_records: z.optional(z.boolean()) })),
});

/** Users and organization stand under their own names, which the reader of records does not know. */
function createUsersCaller(options: CrmUsersOptions): ZohoCaller {
  return createZohoCaller(options, {
    product: 'crm',
    rootUrl: `${options.apiUrl}/crm/v8`,
    readAnswer: (answer, asked) =>
      answer.status < 300 ? { kind: 'value', body: answer.body } : readCrmAnswer(answer, asked),
  });
}

/** Every user, deactivated ones too. */
export async function listCrmUsers(options: CrmUsersOptions): Promise<Result<readonly Member[]>> {
  const call = createUsersCaller(options);
  const all: Member[] = [];
  for (let page = 1; page <= PAGES_MAX; page += 1) {
    const query = { type: 'AllUsers', page: String(page), per_page: String(PER_PAGE) };
    const read = await readUsers(call, 'list-users', query);
    if (!read.ok) return read;
    all.push(...read.value.users.map(memberOf));
    if (read.value.info?.more_records !== true) return ok(all);
  }
  // Half a list would put the other half out.
  return refused(unavailable('crm'));
}

/** The caller; undefined when the CRM knows no such user. */
export async function readOwnCrmUser(
  options: CrmUsersOptions,
): Promise<Result<Member | undefined>> {
  const read = await readUsers(createUsersCaller(options), 'read-own-user', {
    type: 'CurrentUser',
  });
  if (!read.ok) return isNobody(read.problem.code) ? ok(undefined) : read;
  const [me] = read.value.users;
  return ok(me === undefined ? undefined : memberOf(me));
}

async function readUsers(
  call: ZohoCaller,
  operation: string,
  query: Readonly<Record<string, string>>,
) {
  const answer = await call({ operation, method: 'GET', path: ['users'], query, what: 'The user' });
  if (!answer.ok) return answer;
  return readShape('crm', usersShape, answer.value ?? { users: [] });
}

/** People without the CRM get refusals of several kinds. */
function isNobody(code: string): boolean {
  return ['not-found', 'zoho-permission-missing', 'zoho-plan-missing', 'zoho-refused'].includes(
    code,
  );
}

function memberOf({ id, full_name, email, status, profile }: z.infer<typeof userRow>): Member {
  const role = (profile?.name ?? '').toLowerCase();
  return {
    userId: id,
    name: full_name ?? '',
    mail: (email ?? '').toLowerCase(),
    role,
    isAdmin: role === 'administrator',
    isActive: status?.toLowerCase() === 'active',
  };
}
