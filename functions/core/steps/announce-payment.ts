// A payment or one of its movements has changed: its own flow is started or woken, and the flows that wait for such a change.
import type { InstallationId } from '../domain/ids.ts';
import { bookingFlowOf, ownPaymentFlows } from '../flows/flow-ids.ts';
import { type TriggerName, triggerNamed } from '../flows/triggers.ts';
import type { Movement } from '../work/movement-log.ts';
import { notePayment, type PaymentRow } from '../work/payment-records.ts';
import { makeDue, RUN_OVER, runKey, startRun, wakeInHand } from '../work/runs.ts';
import { announceChange, type ChangePorts } from './announce-change.ts';
import { pinMappings } from './pin-mappings.ts';
import { dataOf } from './run-subject.ts';
import { startVoidPosting } from './start-void-posting.ts';

/** Written with a new state, followed by the one before it, until the flows that wait for such a change were told. */
const UNTOLD = '-';

/** What else is written with a change of state: nothing where none but those that bring it into the books waits for one. */
export async function untold(
  { flows }: ChangePorts,
  installation: InstallationId,
  before: string,
): Promise<{ readonly told_state?: string }> {
  const waiting = await flows.anyBeginsWith(installation, ['payment.', 'fraud.'], ownPaymentFlows);
  return waiting ? { told_state: `${UNTOLD}${before}` } : {};
}

/**
 * Tells the payment's flows what they have not seen yet. Not only when the state has just changed: a crash between that
 * change and this must leave nobody untold.
 */
export async function announcePayment(
  ports: ChangePorts,
  installation: InstallationId,
  row: PaymentRow,
): Promise<void> {
  await carryToBooks(ports, installation, row);
  if (row.state === 'voided') await startVoidPosting(ports, installation, row);
  if (!row.told_state?.startsWith(UNTOLD)) return;
  const before = row.told_state.slice(UNTOLD.length);
  const special = triggerNamed(`payment.${row.state}`);
  const on: TriggerName[] = ['payment.changed'];
  if (special !== undefined) on.push(special);
  if (before === 'pending-review') on.push('fraud.decided');
  const change = {
    on,
    subject: row.payment_key,
    at: row.state,
    lane: `${installation}|payment|${row.payment_key}`,
    input: { paymentKey: row.payment_key },
    data: dataOf({ payment: row }),
  };
  await announceChange(ports, installation, change, ownPaymentFlows);
  await notePayment(ports.store, row, { told_state: row.state });
}

async function carryToBooks(
  ports: ChangePorts,
  installation: InstallationId,
  row: PaymentRow,
): Promise<void> {
  if (row.reference === undefined || row.reference === '') return;
  if (row.run_state === row.state || row.run_state === RUN_OVER) return;
  const { hand } = ports;
  // One customer's runs wait for each other, so that nobody is created twice.
  const lane = `${installation}|customer|${row.customer_key ?? row.gateway_id}`;
  const { id } = bookingFlowOf(row.reference);
  const flow = await ports.flows.current(installation, id);
  const isNew = row.run_state === undefined || row.run_state === '';
  if (isNew && flow !== undefined) {
    const run = {
      installation,
      flow: flow.id,
      flowVersion: flow.version,
      subject: row.payment_key,
      lane,
      input: { paymentKey: row.payment_key },
    };
    const atHand = hand === undefined ? {} : { hand, payment: row };
    if ((await startRun(ports, await pinMappings(ports, run), atHand)) === 'started') return;
  }
  // Also when the flow is switched off by now: a run that has begun goes on to its end.
  const run_key = runKey(installation, id, row.payment_key);
  if (hand === undefined) await makeDue(ports, run_key);
  else await wakeInHand(ports, { run_key, lane }, hand, row);
}

/** A movement that is older than this when it is read again is no news. */
const NEWS_MS = 24 * 3_600_000;

/** Announcing a movement again starts nothing twice, so that a crash before it costs no more than another reading. */
export async function announceMovement(
  ports: ChangePorts,
  installation: InstallationId,
  payment: PaymentRow,
  movement: Movement,
): Promise<void> {
  const { kind, state, movement_key: key } = movement;
  if (ports.clock.now() - (movement.resolved_at ?? 0) > NEWS_MS) return;
  const names = [
    `${kind}.changed`,
    `${kind}.${state}`,
    ...(disputeWords[`${kind}.${state}`] ?? []),
  ];
  const on = names.flatMap((name) => triggerNamed(name) ?? []);
  await announceChange(ports, installation, {
    on,
    subject: key,
    at: state,
    lane: `${installation}|payment|${payment.payment_key}`,
    input: { paymentKey: payment.payment_key, movementKey: key },
    data: dataOf({ payment, movement }),
  });
}

/** A dispute holds money while it counts as succeeded, and gives it back when it is voided. */
const disputeWords: Readonly<Record<string, readonly string[]>> = {
  'dispute.succeeded': ['dispute.opened'],
  'dispute.voided': ['dispute.won'],
};
