// Starts the run that brings a refund into the books, once per movement.
import type { InstallationId, PaymentKey } from '../domain/ids.ts';
import { refundToBooksFlow } from '../flows/flow-ids.ts';
import { type RunPorts, runKey, startRun, wakeLane, wakeRun } from '../work/runs.ts';

/**
 * May be called before the refund's success is on disk: the run waits for it. So no crash between the gateway's
 * answer and our record of it can leave a refund out of the books.
 */
export async function startRefundPosting(
  ports: RunPorts,
  installation: InstallationId,
  payment: PaymentKey,
  movement: string,
): Promise<void> {
  await startRun(ports, {
    installation,
    flow: refundToBooksFlow.id,
    flowVersion: refundToBooksFlow.version,
    subject: subjectOf(movement),
    // Refunds of one payment are booked one after the other: each looks at what is left unapplied.
    lane: postingLane(installation, payment),
    input: { paymentKey: payment, movementKey: movement },
  });
}

/** The refund's outcome is on disk now. */
export async function wakeRefundPosting(
  ports: RunPorts,
  installation: InstallationId,
  movement: string,
): Promise<void> {
  await wakeRun(ports, refundPostingKey(installation, movement));
}

/** The payment itself is in the books now: refunds that were waiting for it can follow. */
export async function wakeRefundPostingsOf(
  ports: RunPorts,
  installation: InstallationId,
  payment: PaymentKey,
): Promise<void> {
  await wakeLane(ports, postingLane(installation, payment));
}

function postingLane(installation: InstallationId, payment: PaymentKey): string {
  return `${installation}|books|${payment}`;
}

/** The run that books a movement. */
export function refundPostingKey(installation: InstallationId, movement: string): string {
  return runKey(installation, refundToBooksFlow.id, subjectOf(movement));
}

function subjectOf(movement: string): string {
  return movement.slice(movement.indexOf('|') + 1);
}
