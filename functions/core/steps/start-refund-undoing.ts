// Starts the run that takes a refund out of the books again, once: it was called back after it was booked.
import type { InstallationId, PaymentKey } from '../domain/ids.ts';
import { refundCalledBackFlow } from '../flows/flow-ids.ts';
import type { Movement } from '../work/movement-log.ts';
import { startRun } from '../work/runs.ts';
import type { ChangePorts } from './announce-change.ts';
import { postingLane, refundPostingKey } from './start-refund-posting.ts';

/**
 * It waits behind the run that books the refund, so that nothing is written after it was taken back.
 * @returns `unbooked`: no run was ever there to book it; `left`: it stays in the books, as no flow takes it out.
 */
export async function startRefundUndoing(
  ports: ChangePorts,
  installation: InstallationId,
  { movement_key: movementKey, payment_key: paymentKey }: Movement,
): Promise<'unbooked' | 'taken-out' | 'left'> {
  const posting = refundPostingKey(installation, movementKey);
  if ((await ports.store.find('Runs', 'run_key', posting)) === undefined) return 'unbooked';
  const flow = await ports.flows.current(installation, refundCalledBackFlow.id);
  if (flow === undefined) return 'left';
  const started = await startRun(ports, {
    installation,
    flow: flow.id,
    flowVersion: flow.version,
    subject: movementKey.slice(movementKey.indexOf('|') + 1),
    lane: postingLane(installation, paymentKey as PaymentKey),
    input: { paymentKey, movementKey },
  });
  if (started === 'started' && ports.hand !== undefined) ports.hand.left = true;
  return 'taken-out';
}
