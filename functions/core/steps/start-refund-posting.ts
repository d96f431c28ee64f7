// Starts the run that brings a refund into the books, once per movement.
import type { InstallationId, PaymentKey } from '../domain/ids.ts';
import { refundToBooksFlow } from '../flows/flow-ids.ts';
import type { WorkPorts } from '../work/lease.ts';
import { type AtHand, makeDue, runKey, startRun, wakeLane } from '../work/runs.ts';

/**
 * May be called before the refund's success is on disk: the run waits for it. So no crash between the gateway's
 * answer and our record of it can leave a refund out of the books.
 */
export function startRefundPosting(
  ports: WorkPorts,
  installation: InstallationId,
  payment: PaymentKey,
  movement: string,
  atHand: AtHand = {},
): Promise<'started' | 'known'> {
  const run = {
    installation,
    flow: refundToBooksFlow.id,
    flowVersion: refundToBooksFlow.version,
    subject: subjectOf(movement),
    // Refunds of one payment are booked one after the other: each looks at what is left unapplied.
    lane: postingLane(installation, payment),
    input: { paymentKey: payment, movementKey: movement },
  };
  return startRun(ports, run, atHand);
}

/** The refund's outcome is on disk now; whether its run slept. */
export function wakeRefundPosting(
  ports: WorkPorts,
  installation: InstallationId,
  movement: string,
): Promise<boolean> {
  return makeDue(ports, refundPostingKey(installation, movement));
}

/** The payment itself is in the books now: refunds that were waiting for it can follow. */
export function wakeRefundPostingsOf(
  ports: WorkPorts,
  installation: InstallationId,
  payment: PaymentKey,
): Promise<boolean> {
  return wakeLane(ports, postingLane(installation, payment));
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
