// Starts the run that takes a voided payment, or one of its captures, out of the books again: once for each.
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
 * @param ofCapture the gateway's id, where only one of several captures was voided.
 */
export async function startVoidPosting(
  ports: ChangePorts,
  installation: InstallationId,
  payment: PaymentRow,
  ofCapture?: string,
): Promise<void> {
  const { run_state, books_payment_id, payment_key: key, reference = '' } = payment;
  const subject = ofCapture === undefined ? key : `${key}|${ofCapture}`;
  if (run_state === RUN_OVER && !books_payment_id) return;
  // A run that has not rested yet has left no mark on the payment.
  const booking = runKey(installation, bookingFlowOf(reference).id, key);
  if ((await ports.store.find('Runs', 'run_key', booking)) === undefined) return;
  const flow = await ports.flows.current(installation, voidToBooksFlow.id);
  if (flow === undefined) return;
  const run = {
    installation,
    flow: flow.id,
    flowVersion: flow.version,
    subject,
    lane: postingLane(installation, key as PaymentKey),
    input: { paymentKey: key },
  };
  const started = await startRun(ports, await pinMappings(ports, run));
  if (started === 'started' && ports.hand !== undefined) ports.hand.left = true;
}
