// Starts the run that brings a refund into the books, once per movement; what is older than the installation is left alone.
import type { InstallationId, PaymentKey } from '../domain/ids.ts';
import { problem } from '../domain/problem.ts';
import { refundToBooksFlow } from '../flows/flow-ids.ts';
import type { Company } from '../ports/company.ts';
import type { Store } from '../ports/store.ts';
import type { WorkPorts } from '../work/lease.ts';
import type { PaymentRow } from '../work/payment-records.ts';
import { type AtHand, layAside, makeDue, runKey, startRun, wakeLane } from '../work/runs.ts';
import type { ChangePorts } from './announce-change.ts';
import { pinMappings } from './pin-mappings.ts';

/** When each opened company was installed, in the gateway's whole seconds: read once, as it never changes. */
const installedAt = new WeakMap<Company, Promise<number>>();

/**
 * Whether something at the gateway (epoch ms) is older than the installation. What is older is recorded, shown and can be
 * refunded, but others have booked it: no run is started for it, so that nothing is booked twice.
 */
export async function isFromBefore(store: Store, company: Company, at: number): Promise<boolean> {
  const known = installedAt.get(company) ?? readInstalledAt(store, company.installation);
  installedAt.set(company, known);
  // A failed read is tried again.
  known.catch(() => installedAt.delete(company));
  return at < (await known);
}

async function readInstalledAt(store: Store, installation: InstallationId): Promise<number> {
  const row = await store.find('Installations', 'installation_key', installation);
  return Math.floor((row?.created_at ?? 0) / 1_000) * 1_000;
}

/**
 * May be called before the refund's success is on disk: the run waits for it. So no crash between the gateway's
 * answer and our record of it can leave a refund out of the books.
 *
 * A refund of a payment from before the installation has no invoice of ours: its run stops at once, in sight, and is
 * replayed when somebody has linked one.
 * @param refundedAt epoch ms: a refund that is itself older than the installation is nobody's business any more.
 */
export async function startRefundPosting(
  ports: ChangePorts,
  company: Company,
  payment: PaymentRow,
  movement: string,
  refundedAt: number,
  atHand: AtHand = {},
): Promise<'started' | 'known'> {
  const { installation } = company;
  const flow = await ports.flows.current(installation, refundToBooksFlow.id);
  if (flow === undefined) return 'known';
  const run = await pinMappings(ports, {
    installation,
    flow: flow.id,
    flowVersion: flow.version,
    subject: subjectOf(movement),
    // Refunds of one payment are booked one after the other: each looks at what is left unapplied.
    lane: postingLane(installation, payment.payment_key as PaymentKey),
    input: { paymentKey: payment.payment_key, movementKey: movement },
  });
  const isOld = await isFromBefore(ports.store, company, payment.submitted_at ?? refundedAt);
  if (!isOld || (payment.books_invoice_id ?? '') !== '') return startRun(ports, run, atHand);
  const isHistory = await isFromBefore(ports.store, company, refundedAt);
  const older = problem('older-than-connection', 'none');
  await layAside(ports, run, isHistory ? 'skipped' : 'dead', older);
  return 'known';
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

/** Refunds and voids of one payment are booked one after the other. */
export function postingLane(installation: InstallationId, payment: PaymentKey): string {
  return `${installation}|books|${payment}`;
}

/** The run that books a movement. */
export function refundPostingKey(installation: InstallationId, movement: string): string {
  return runKey(installation, refundToBooksFlow.id, subjectOf(movement));
}

function subjectOf(movement: string): string {
  return movement.slice(movement.indexOf('|') + 1);
}
