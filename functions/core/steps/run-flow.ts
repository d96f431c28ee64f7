// Carries on one leased run: reads what it is about, runs its flow, and puts it to rest or to sleep.
import type { InstallationId, PaymentKey } from '../domain/ids.ts';
import { problem } from '../domain/problem.ts';
import type { FlowDocument } from '../flows/document.ts';
import type { FlowData } from '../flows/expression.ts';
import { orderToCashFlow } from '../flows/flow-ids.ts';
import { type EffectLog, interpret, type RunEnd } from '../flows/interpreter.ts';
import type { Witness } from '../ports/platform.ts';
import type { Row } from '../store/schema.ts';
import type { TakenRun } from '../work/hand.ts';
import { release } from '../work/lease.ts';
import type { Movement } from '../work/movement-log.ts';
import {
  findPayment,
  notePayment,
  type PaymentNote,
  type PaymentRow,
} from '../work/payment-records.ts';
import { keepFinished, makeDue, RUN_OVER, readFinished } from '../work/runs.ts';
import { flowActions } from './flow-actions.ts';
import type { ResolvePorts } from './resolve-unknown.ts';
import { restAfterProblem } from './rest-after-problem.ts';
import { wakeRefundPostingsOf } from './start-refund-posting.ts';

export interface FlowPorts extends ResolvePorts {
  readonly flows: () => ReadonlyMap<string, FlowDocument>;
  readonly witness: Witness;
}

/** What a run is about. */
interface Subject {
  readonly payment?: PaymentRow;
  readonly movement?: Movement;
}

/** Carries on a run that the caller has leased. */
export async function runFlow(ports: FlowPorts, taken: TakenRun): Promise<void> {
  const { run } = taken;
  const subject = await subjectOf(ports, taken);
  const note: PaymentNote = {};
  const { value: end, last } = await ports.witness.watch(() =>
    carryOn(ports, taken, subject, note),
  );
  await writeNote(ports, run, subject, note, end);
  switch (end.kind) {
    case 'done':
      return release(ports, 'Runs', run, {
        state: 'done',
        patch: { outcome: JSON.stringify(end.outcome), problem: '' },
      });
    case 'waiting':
      // Nothing was begun and left open, so the next try is a first one again.
      await release(ports, 'Runs', run, {
        state: 'waiting',
        dueAt: ports.clock.now() + end.recheckMs,
        patch: { attempts: 0, problem: '' },
      });
      // Whoever changed what we wait for while we looked at it found us awake and could not wake us.
      if (looks(await readSubject(ports, run)) !== looks(subject)) {
        await makeDue(ports, run.run_key);
      }
      return;
    case 'problem':
      return restAfterProblem(ports, 'Runs', run, end.problem, {
        node: end.node,
        ...(last === undefined ? {} : { last }),
      });
  }
}

async function carryOn(
  ports: FlowPorts,
  { run, fresh }: TakenRun,
  { payment, movement }: Subject,
  note: PaymentNote,
): Promise<RunEnd> {
  const opened = await ports.companies.open(run.installation as InstallationId);
  if (!opened.ok) return { kind: 'problem', node: '', problem: opened.problem };
  const flow = ports.flows().get(run.flow);
  if (flow === undefined || flow.version !== run.flow_version) {
    const what = `Flow ${run.flow} version ${run.flow_version ?? 0}`;
    return { kind: 'problem', node: '', problem: problem('not-found', 'fix-setup', { what }) };
  }
  if (payment === undefined) {
    const lost = problem('not-found', 'none', { what: `The payment of ${run.run_key}` });
    return { kind: 'problem', node: '', problem: lost };
  }
  return interpret(
    flow,
    { key: run.run_key, retried: (run.attempts ?? 1) > 1, data: dataOf(payment, movement) },
    flowActions({ ...ports, company: opened.value, payment }),
    effectsOf(ports, run, fresh, note),
  );
}

/** Results are kept one by one; what they note on the payment is gathered and written once, when the run rests. */
function effectsOf(
  ports: FlowPorts,
  run: Row<'Runs'>,
  fresh: boolean,
  note: PaymentNote,
): EffectLog {
  return {
    async read() {
      const finished = fresh
        ? new Map<string, never>()
        : await readFinished(ports.store, run.run_key);
      const outputs = new Map<string, FlowData>();
      for (const [node, result] of finished) {
        Object.assign(note, result.note);
        outputs.set(node, result.output);
      }
      return outputs;
    },
    async finish(node, action, result, keep) {
      Object.assign(note, result.note);
      if (keep) await keepFinished(ports, run, node, action, result);
    },
  };
}

/**
 * Writes what the run has brought about to the payment, and how much of the payment the run has seen: who changes the
 * payment later need not wake a run that is over.
 */
async function writeNote(
  ports: FlowPorts,
  run: Row<'Runs'>,
  { payment }: Subject,
  note: PaymentNote,
  end: RunEnd,
): Promise<void> {
  if (payment === undefined) return;
  const isItsRun = run.flow === orderToCashFlow.id && end.kind !== 'problem';
  const seen = isItsRun ? { run_state: end.kind === 'done' ? RUN_OVER : payment.state } : {};
  await notePayment(ports.store, payment, { ...note, ...seen });
  // Refunds wait for their payment to be in the books.
  if (note.books_payment_id !== undefined) {
    const key = payment.payment_key as PaymentKey;
    await wakeRefundPostingsOf(ports, run.installation as InstallationId, key);
  }
}

function subjectOf(ports: FlowPorts, taken: TakenRun): Promise<Subject> | Subject {
  return taken.payment === undefined ? readSubject(ports, taken.run) : taken;
}

async function readSubject(ports: FlowPorts, run: Row<'Runs'>): Promise<Subject> {
  const input = JSON.parse(run.input ?? '{}') as { paymentKey: string; movementKey?: string };
  const payment = await findPayment(ports.store, input.paymentKey);
  const movement =
    input.movementKey === undefined
      ? undefined
      : await ports.store.find('Movements', 'movement_key', input.movementKey);
  return {
    ...(payment === undefined ? {} : { payment }),
    ...(movement === undefined ? {} : { movement }),
  };
}

/** The facts that documents wait for, as one text to compare. */
function looks({ payment, movement }: Subject): string {
  return [payment?.state, payment?.books_payment_id ?? '', movement?.state].join(' ');
}

/** What documents may refer to as `$payment` and `$movement`. */
function dataOf(payment: PaymentRow, movement: Movement | undefined): FlowData {
  return {
    payment: {
      state: payment.state,
      reference: payment.reference,
      gatewayId: payment.gateway_id,
      merchantId: payment.merchant_id,
      currency: payment.currency,
      authorizedMinor: payment.authorized_minor,
      booksInvoiceId: payment.books_invoice_id,
      booksPaymentId: payment.books_payment_id,
    },
    ...(movement === undefined
      ? {}
      : {
          movement: {
            state: movement.state,
            kind: movement.kind,
            amountMinor: movement.amount_minor,
            gatewayId: movement.gateway_id ?? '',
            reason: movement.reason || 'refunded at the gateway',
          },
        }),
  };
}
