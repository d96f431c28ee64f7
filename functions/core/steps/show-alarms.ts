// Open alarms, and up to when what the gateway has to tell is known to be complete, source by source.
import {
  type AlarmsReply,
  type CompletenessView,
  completenessSources as sources,
} from '../contract/alarms.ts';
import type { InstallationId } from '../domain/ids.ts';
import { type Problem, problem } from '../domain/problem.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import { type Actor, mayDo } from '../domain/role.ts';
import type { Clock } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import type { Row } from '../store/schema.ts';
import { openAlarms } from '../work/alarms.ts';
import { type Cursors, readCursors } from '../work/cursors.ts';
import { readMerchants } from './connect/installation-settings.ts';
import { lateDecisions } from './poll-decisions.ts';
import { viewProblem } from './view-problem.ts';

export async function showAlarms(
  ports: { readonly store: Store; readonly clock: Clock },
  installation: InstallationId,
  actor: Actor,
): Promise<Result<AlarmsReply>> {
  if (!mayDo(actor.role, 'handle-dead-letters')) {
    return refused(problem('not-allowed', 'none', { role: actor.role }));
  }
  const [alarms, rows] = await Promise.all([
    openAlarms(ports.store, installation),
    readMerchants(ports.store, installation),
  ]);
  const merchants = rows.map((row) => row.merchant_id);
  const names = merchants.flatMap((merchant) => sources.map((source) => `${source}|${merchant}`));
  const cursors = await readCursors(ports.store, installation, names);
  const now = ports.clock.now();
  const views = [
    ...alarms.map((alarm) => ({
      subject: alarm.subject ?? '',
      problem: viewProblem(JSON.parse(alarm.problem || '{}') as Problem),
      since: alarm.raised_at ?? 0,
    })),
    ...unseenDelays(alarms, merchants, cursors, now),
  ];
  const completeness = merchants.map((merchantId) => completenessOf(merchantId, cursors));
  return ok({ now, alarms: views, completeness });
}

/** A timer that stands still opens no alarm: whoever looks is told all the same. */
function unseenDelays(
  alarms: readonly Row<'Alarms'>[],
  merchants: readonly string[],
  cursors: Cursors,
  now: number,
) {
  return merchants.flatMap((merchant) => {
    const cursor = cursors.get(`decisions|${merchant}`);
    const late = lateDecisions(cursor, merchant, now);
    const isOpen = alarms.some(
      ({ alarm_key: key, subject }) => key.includes('|decisions|') && subject === merchant,
    );
    if (late === undefined || isOpen) return [];
    return [{ subject: merchant, problem: viewProblem(late), since: cursor?.position ?? now }];
  });
}

function completenessOf(merchantId: string, cursors: Cursors): CompletenessView {
  const known = sources.flatMap((source) => {
    const position = cursors.get(`${source}|${merchantId}`)?.position;
    return position === undefined ? [] : [[source, position] as const];
  });
  const until: CompletenessView['sources'] = Object.fromEntries(known);
  return {
    merchantId,
    ...(until.transactions === undefined ? {} : { completeUntil: until.transactions }),
    sources: until,
  };
}
