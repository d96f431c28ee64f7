// Opens the alarms that a movement's new reading calls for: undone after it was done, or nobody can tell.
import type { MovementState } from '../domain/movement.ts';
import { problem } from '../domain/problem.ts';
import type { Company } from '../ports/company.ts';
import { clearAlarm, raiseAlarm } from '../work/alarms.ts';
import type { Movement } from '../work/movement-log.ts';
import { readFinished } from '../work/runs.ts';
import type { RecordPorts } from './record-payment.ts';
import { refundPostingKey } from './start-refund-posting.ts';
import { startRefundUndoing } from './start-refund-undoing.ts';

/** A movement as it is now, and the state that it was in before the reading; absent for one that is new. */
export interface MovementChange {
  readonly movement: Movement;
  readonly before?: string;
}

/**
 * Money that we believed gone is not: nothing is undone by itself, a person is told. A refund that was called back is
 * taken out of the books again; a person is told only where it stays there.
 * @param read the state that the reading shows. @param status the gateway's own word for it.
 */
export async function alarmAboutMovement(
  ports: RecordPorts,
  { installation }: Company,
  { movement, before }: MovementChange,
  read: MovementState,
  status: string = read,
): Promise<void> {
  const { movement_key: key, kind } = movement;
  const isUndone = before === 'succeeded' && read !== 'succeeded' && read !== 'needs-inspection';
  // Also when it was voided before: a crash between that and this must not leave it in the books.
  const isCalledBack = kind === 'refund' && movement.state === 'voided';
  const undoing = isCalledBack
    ? await startRefundUndoing(ports, installation, movement)
    : undefined;
  const staysBooked =
    undoing === undefined || (undoing === 'left' && (await isBooked(ports, installation, key)));
  if (isUndone && staysBooked) {
    const found =
      kind === 'refund'
        ? problem('refund-undone', 'none', { status })
        : problem('needs-inspection', 'none', { status: `${kind} ${status}` });
    await raiseAlarm(ports, installation, 'undone', key, found);
  }
  if (movement.state === 'needs-inspection') {
    const found = problem('needs-inspection', 'none', { status });
    await raiseAlarm(ports, installation, 'inspection', key, found);
  } else if (before === 'needs-inspection') {
    await clearAlarm(ports, installation, 'inspection', key);
  }
}

async function isBooked(
  { store }: RecordPorts,
  installation: Company['installation'],
  movement: string,
): Promise<boolean> {
  return (await readFinished(store, refundPostingKey(installation, movement))).size > 0;
}
