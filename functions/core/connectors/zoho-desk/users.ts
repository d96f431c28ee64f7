// Agents of a Desk portal: all of them, or the caller.
import * as z from 'zod/mini';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { Member } from '../../ports/people.ts';
import { maybeText, readShape } from '../zoho-http/read-json.ts';
import { unavailable } from '../zoho-http/zoho-problem.ts';
import { createDeskCaller, LIST_CREDITS, type TicketsOptions } from './desk-api.ts';

const PAGES_MAX = 20;
const PER_PAGE = 100;

const agentRow = z.object({
  id: z.string(),
  emailId: maybeText,
  firstName: maybeText,
  lastName: maybeText,
  status: maybeText,
  /** `Admin`, `AgentPublic`, `AgentPersonal`, `AgentTeamPersonal`, `Light` or `Custom`. */
  rolePermissionType: maybeText,
});
const agentsShape = z.object({ data: z.array(agentRow) });

/** Every agent, disabled ones too. */
export async function listDeskAgents(options: TicketsOptions): Promise<Result<readonly Member[]>> {
  const call = createDeskCaller(options);
  const all: Member[] = [];
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const answer = await call({
      operation: 'list-agents',
      method: 'GET',
      path: ['agents'],
      query: { from: String(page * PER_PAGE + 1), limit: String(PER_PAGE) },
      what: 'The list of agents',
      cost: LIST_CREDITS,
    });
    if (!answer.ok) return answer;
    // Past the last one the answer is empty (204).
    const read = readShape('desk', agentsShape, answer.value ?? { data: [] });
    if (!read.ok) return read;
    all.push(...read.value.data.map(memberOf));
    if (read.value.data.length < PER_PAGE) return ok(all);
  }
  // Half a list would put the other half out.
  return refused(unavailable('desk'));
}

/** The caller in this portal; undefined when Desk knows no such agent there. */
export async function readOwnDeskAgent(
  options: TicketsOptions,
): Promise<Result<Member | undefined>> {
  const answer = await createDeskCaller(options)({
    operation: 'read-own-agent',
    method: 'GET',
    path: ['myinfo'],
    what: 'The agent',
  });
  if (!answer.ok) return isNobody(answer.problem.code) ? ok(undefined) : answer;
  const read = readShape('desk', agentRow, answer.value);
  return read.ok ? ok(memberOf(read.value)) : read;
}

/** People without Desk get refusals of several kinds. */
function isNobody(code: string): boolean {
  return [
    'not-found',
    'zoho-permission-missing',
    'zoho-organization-wrong',
    'zoho-plan-missing',
  ].includes(code);
}

function memberOf(row: z.infer<typeof agentRow>): Member {
  const { id, emailId, firstName, lastName, status, rolePermissionType } = row;
  const role = (rolePermissionType ?? '').toLowerCase();
  return {
    userId: id,
    name: `${firstName ?? ''} ${lastName ?? ''}`.trim(),
    mail: (emailId ?? '').toLowerCase(),
    role,
    isAdmin: role === 'admin',
    isActive: status?.toUpperCase() === 'ACTIVE',
  };
}
