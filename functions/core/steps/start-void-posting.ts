// Starts the run that takes a voided payment out of the books again, once per payment.
import type { InstallationId, PaymentKey } from '../domain/ids.ts';
import { bookingFlowOf, voidToBooksFlow } from '../flows/flow-ids.ts';
import type { PaymentRow } from '../work/payment-records.ts';
import { RUN_OVER, runKey, startRun } from '../work/runs.ts';
import type { ChangePorts } from './announce-change.ts';
import { pinMappings } from './pin-mappings.ts';
import { postingLane } from './start-refund-posting.ts';

/**
 * Nothing where the payment never came into the books and is not on its way there. Started while it is, the run waits for
 * the end of what brings it there: a payment that was voided in the middle of its booking is taken out all the same.
 */
export async function startVoidPosting(
  ports: ChangePorts,
  installation: InstallationId,
  payment: PaymentRow,
): Promise<void> {
  const { run_state, books_payment_id, payment_key: subject, reference = '' } = payment;
  if (run_state === RUN_OVER && !books_payment_id) return;
  // A run that has not rested yet has left no mark on the payment.
  const booking = runKey(installation, bookingFlowOf(reference).id, subject);
  if ((await ports.store.find('Runs', 'run_key', booking)) === undefined) return;
  const flow = await ports.flows.current(installation, voidToBooksFlow.id);
  if (flow === undefined) return;
  const run = {
    installation,
    flow: flow.id,
    flowVersion: flow.version,
    subject,
    lane: postingLane(installation, subject as PaymentKey),
    input: { paymentKey: subject },
  };
  const started = await startRun(ports, await pinMappings(ports, run));
  if (started === 'started' && ports.hand !== undefined) ports.hand.left = true;
}
