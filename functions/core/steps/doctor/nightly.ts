// Once a day the doctor looks by itself: each fault is an alarm until a later look no longer finds it.
import type { InstallationId } from '../../domain/ids.ts';
import { clearAlarm, openAlarms, raiseAlarm } from '../../work/alarms.ts';
import { withBooksLanguage } from '../connect/learn-language.ts';
import { admit } from './admit.ts';
import type { DoctorPorts } from './check.ts';
import { type Examination, examineAll } from './examine.ts';

export async function examineAtNight(
  ports: DoctorPorts,
  installation: InstallationId,
): Promise<void> {
  const patient = await admit(ports, installation, false);
  const examined = await examineAll(patient);
  await withBooksLanguage(ports, installation, patient.record, () =>
    patient.organizationsOf('books'),
  );
  const open = await openAlarms(ports.store, installation);
  for (const examination of examined) {
    const { found } = examination;
    // A check that could not look says neither that it is there nor that it is over.
    if (!found.ok) continue;
    const kind = alarmKind(examination);
    const subjects = new Set(found.value.map(({ subject }) => subject));
    for (const { subject, problem } of found.value) {
      await raiseAlarm(ports, installation, kind, subject, problem);
    }
    const over = open.filter(
      ({ alarm_key: key, subject = '' }) =>
        key.startsWith(`${installation}|${kind}|`) && !subjects.has(subject),
    );
    for (const { subject = '' } of over) await clearAlarm(ports, installation, kind, subject);
  }
}

function alarmKind({ check }: Examination): string {
  return `doctor-${check.name}`;
}
