// What stands still: dead and parked events and runs with why, the original bytes, and the last exchange.
import type { DeadLettersReply, DeadLetterView } from '../contract/dead-letters.ts';
import type { InstallationId } from '../domain/ids.ts';
import { type Problem, problem } from '../domain/problem.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import { type Actor, mayDo } from '../domain/role.ts';
import type { Clock, Exchange } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import type { Row } from '../store/schema.ts';
import { unpackBody } from '../work/inbox.ts';
import type { LeasedTable } from '../work/lease.ts';
import { unpackText } from '../work/packed-text.ts';
import { viewProblem } from './view-problem.ts';

const SHOWN_MAX = 100;

export async function showDeadLetters(
  ports: { readonly store: Store; readonly clock: Clock },
  installation: InstallationId,
  actor: Actor,
): Promise<Result<DeadLettersReply>> {
  if (!mayDo(actor.role, 'handle-dead-letters')) {
    return refused(problem('not-allowed', 'none', { role: actor.role }));
  }
  const query = {
    where: [
      ['installation', '=', installation],
      ['state', 'in', ['dead', 'parked']],
    ],
    limit: SHOWN_MAX,
  } as const;
  const [events, runs] = await Promise.all([
    ports.store.select('Inbox', query),
    ports.store.select('Runs', query),
  ]);
  const letters = [...events.map(viewEvent), ...runs.map(viewRun)].sort(
    (a, b) => b.since - a.since,
  );
  return ok({ now: ports.clock.now(), letters });
}

export function viewLetter(table: LeasedTable, row: Row<LeasedTable>): DeadLetterView {
  return table === 'Inbox' ? viewEvent(row as Row<'Inbox'>) : viewRun(row as Row<'Runs'>);
}

function viewEvent(row: Row<'Inbox'>): DeadLetterView {
  return {
    kind: 'event',
    key: row.event_key,
    type: row.event_type,
    subject: row.subject ?? '',
    since: row.received_at ?? 0,
    body: unpackBody(row),
    ...viewStanding(row),
  };
}

function viewRun(row: Row<'Runs'>): DeadLetterView {
  return {
    kind: 'run',
    key: row.run_key,
    type: row.flow,
    subject: row.run_key.split('|').slice(2).join('|'),
    since: row.created_at ?? 0,
    ...viewStanding(row),
  };
}

function viewStanding(row: Row<LeasedTable>) {
  const found = JSON.parse(row.problem || '{"code":"internal-error"}') as Problem & {
    node?: string;
  };
  return {
    state: row.state,
    attempts: row.attempts ?? 0,
    problem: viewProblem(found),
    ...(found.node ? { node: found.node } : {}),
    ...(row.exchange ? { exchange: JSON.parse(unpackText(row.exchange)) as Exchange } : {}),
  };
}
