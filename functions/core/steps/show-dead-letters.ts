// What stands still: dead and parked events and runs with why, the original bytes, and the last exchange.
import type { DeadLettersReply, DeadLetterView } from '../contract/dead-letters.ts';
import type { InstallationId } from '../domain/ids.ts';
import { type Problem, problem } from '../domain/problem.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import { type Actor, mayDo } from '../domain/role.ts';
import type { Clock, Exchange } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import type { Row } from '../store/schema.ts';
import type { LeasedTable } from '../work/lease.ts';
import { unpackBody, unpackText } from '../work/packed-text.ts';
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
  const where = [
    ['installation', '=', installation],
    ['state', 'in', ['dead', 'parked']],
  ] as const;
  const limit = SHOWN_MAX;
  const [events, runs] = await Promise.all([
    ports.store.select('Inbox', { where, orderBy: ['received_at', 'desc'], limit }),
    ports.store.select('Runs', { where, orderBy: ['created_at', 'desc'], limit }),
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
  const found = read<Problem & { readonly node?: string }>(row.problem);
  const exchange = row.exchange ? read<Exchange>(unpacked(row.exchange)) : undefined;
  return {
    state: row.state,
    attempts: row.attempts ?? 0,
    problem: viewProblem(found ?? problem('internal-error', 'none')),
    ...(found?.node ? { node: found.node } : {}),
    ...(exchange === undefined ? {} : { exchange }),
  };
}

/** A column may have cut a long text off: the rest of the letter is shown all the same. */
function read<T>(json: string | undefined): T | undefined {
  try {
    return json === undefined || json === '' ? undefined : (JSON.parse(json) as T);
  } catch {
    return undefined;
  }
}

function unpacked(packed: string): string {
  try {
    return unpackText(packed);
  } catch {
    return '';
  }
}
