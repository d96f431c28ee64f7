// Alarms: what an administrator must know, one row per thing, open until it is over.
import type { InstallationId } from '../domain/ids.ts';
import type { Problem } from '../domain/problem.ts';
import type { Clock } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import type { Row } from '../store/schema.ts';
import { appendAudit } from './audit.ts';
import { hashed } from './links.ts';

export interface AlarmPorts {
  readonly store: Store;
  readonly clock: Clock;
}

function alarmKey(installation: InstallationId, kind: string, subject: string): string {
  return `${installation}|${kind}|${hashed(subject).slice(0, 32)}`;
}

/** Opens the alarm; one that is open already stays as it is. */
export async function raiseAlarm(
  ports: AlarmPorts,
  installation: InstallationId,
  kind: string,
  subject: string,
  found: Problem,
): Promise<void> {
  const columns = {
    state: 'open',
    subject: subject.slice(0, 255),
    problem: JSON.stringify(found).slice(0, 9_000),
    raised_at: ports.clock.now(),
  };
  const key = alarmKey(installation, kind, subject);
  const inserted = await ports.store.insert('Alarms', { alarm_key: key, installation, ...columns });
  if (inserted.kind !== 'inserted') {
    const known = await ports.store.find('Alarms', 'alarm_key', key);
    if (known?.state !== 'cleared') return;
    await ports.store.update('Alarms', known.ROWID, columns);
  }
  await auditAlarm(ports, installation, 'alarm.raised', subject, {
    alarm: kind,
    problem: found.code,
  });
}

/** Nobody's act, but what somebody should have known from then on. */
function auditAlarm(
  ports: AlarmPorts,
  installation: InstallationId,
  action: 'alarm.raised' | 'alarm.cleared',
  subject: string,
  detail: Readonly<Record<string, string>>,
): Promise<void> {
  const actor = { actorId: 'tallybridge', actorName: 'Tallybridge' };
  return appendAudit(ports, { installation, ...actor, action, subject, detail });
}

export async function clearAlarm(
  ports: AlarmPorts,
  installation: InstallationId,
  kind: string,
  subject: string,
): Promise<void> {
  const over = { state: 'cleared', cleared_at: ports.clock.now() };
  const changed = await ports.store.updateWhere('Alarms', over, [
    ['alarm_key', '=', alarmKey(installation, kind, subject)],
    ['state', '=', 'open'],
  ]);
  if (changed === 'updated') {
    await auditAlarm(ports, installation, 'alarm.cleared', subject, { alarm: kind });
  }
}

/** The cause of all alarms of one kind was mended; those that stay true are raised again. */
export async function clearAlarmsOf(
  ports: AlarmPorts,
  installation: InstallationId,
  kind: string,
): Promise<void> {
  const open = await openAlarms(ports.store, installation);
  for (const alarm of open.filter((one) => one.alarm_key.startsWith(`${installation}|${kind}|`))) {
    const columns = { state: 'cleared', cleared_at: ports.clock.now() };
    await ports.store.update('Alarms', alarm.ROWID, columns);
    await auditAlarm(ports, installation, 'alarm.cleared', alarm.subject ?? '', { alarm: kind });
  }
}

export function openAlarms(store: Store, installation: InstallationId): Promise<Row<'Alarms'>[]> {
  return store.select('Alarms', {
    where: [
      ['installation', '=', installation],
      ['state', '=', 'open'],
    ],
    orderBy: ['raised_at', 'desc'],
    limit: 100,
  });
}
