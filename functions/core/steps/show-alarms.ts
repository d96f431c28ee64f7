// Open alarms, and up to when the gateway's transactions are known to be complete.
import type { AlarmsReply } from '../contract/alarms.ts';
import type { InstallationId } from '../domain/ids.ts';
import { type Problem, problem } from '../domain/problem.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import { type Actor, mayDo } from '../domain/role.ts';
import type { Clock } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import { openAlarms } from '../work/alarms.ts';
import { readCursor } from '../work/cursors.ts';
import { readMerchants } from './connect-company.ts';
import { viewProblem } from './view-problem.ts';

export async function showAlarms(
  ports: { readonly store: Store; readonly clock: Clock },
  installation: InstallationId,
  actor: Actor,
): Promise<Result<AlarmsReply>> {
  if (!mayDo(actor.role, 'handle-dead-letters')) {
    return refused(problem('not-allowed', 'none', { role: actor.role }));
  }
  const alarms = await openAlarms(ports.store, installation);
  const merchants = await readMerchants(ports.store, installation);
  const cursors = await Promise.all(
    merchants.map(({ merchant_id: id }) =>
      readCursor(ports.store, installation, `transactions|${id}`),
    ),
  );
  return ok({
    now: ports.clock.now(),
    alarms: alarms.map((alarm) => ({
      subject: alarm.subject ?? '',
      problem: viewProblem(JSON.parse(alarm.problem || '{}') as Problem),
      since: alarm.raised_at ?? 0,
    })),
    completeness: merchants.map(({ merchant_id: merchantId }, index) => {
      const completeUntil = cursors[index]?.position;
      return completeUntil === undefined ? { merchantId } : { merchantId, completeUntil };
    }),
  });
}
