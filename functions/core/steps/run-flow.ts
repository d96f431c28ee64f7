// Takes up one due run: reads what it is about, carries its flow on, and puts it to rest or to sleep.
import type { InstallationId } from '../domain/ids.ts';
import { problem } from '../domain/problem.ts';
import type { FlowDocument } from '../flows/document.ts';
import type { FlowData } from '../flows/expression.ts';
import { interpret, type RunEnd } from '../flows/interpreter.ts';
import type { Witness } from '../ports/platform.ts';
import type { Row } from '../store/schema.ts';
import { release } from '../work/lease.ts';
import type { Movement } from '../work/movement-log.ts';
import { findPayment, type PaymentRow } from '../work/payment-records.ts';
import { keepFinished, readFinished, wakeRun } from '../work/runs.ts';
import { flowActions } from './flow-actions.ts';
import type { ResolvePorts } from './resolve-unknown.ts';
import { restAfterProblem } from './rest-after-problem.ts';

export interface FlowPorts extends ResolvePorts {
  readonly flows: () => ReadonlyMap<string, FlowDocument>;
  readonly witness: Witness;
}

/** Carries on a run that the caller has claimed. */
export async function runFlow(ports: FlowPorts, run: Row<'Runs'>): Promise<void> {
  const about: { looked?: string } = {};
  const { value: end, last } = await ports.witness.watch(() => carryOn(ports, run, about));
  switch (end.kind) {
    case 'done':
      await release(ports, 'Runs', run, {
        state: 'done',
        patch: { outcome: JSON.stringify(end.outcome), problem: '' },
      });
      return;
    case 'waiting':
      // Nothing was begun and left open, so the next try is a first one again.
      await release(ports, 'Runs', run, {
        state: 'waiting',
        dueAt: ports.clock.now() + end.recheckMs,
        patch: { attempts: 0, problem: '' },
      });
      // Whoever changed what we wait for while we looked at it found us awake and could not wake us.
      if ((await readSubject(ports, run)).look !== about.looked) await wakeRun(ports, run.run_key);
      return;
    case 'problem':
      await restAfterProblem(ports, 'Runs', run, end.problem, {
        node: end.node,
        ...(last === undefined ? {} : { last }),
      });
  }
}

async function carryOn(
  ports: FlowPorts,
  run: Row<'Runs'>,
  about: { looked?: string },
): Promise<RunEnd> {
  const opened = await ports.companies.open(run.installation as InstallationId);
  if (!opened.ok) return { kind: 'problem', node: '', problem: opened.problem };
  const flow = ports.flows().get(run.flow);
  if (flow === undefined || flow.version !== run.flow_version) {
    const what = `Flow ${run.flow} version ${run.flow_version ?? 0}`;
    return { kind: 'problem', node: '', problem: problem('not-found', 'fix-setup', { what }) };
  }
  const { payment, movement, look } = await readSubject(ports, run);
  if (payment === undefined) {
    const lost = problem('not-found', 'none', { what: `The payment of ${run.run_key}` });
    return { kind: 'problem', node: '', problem: lost };
  }
  about.looked = look;
  const scope = { ...ports, company: opened.value, payment };
  return interpret(
    flow,
    { key: run.run_key, retried: (run.attempts ?? 1) > 1, data: dataOf(payment, movement) },
    flowActions(scope),
    {
      read: () => readFinished(ports.store, run.run_key),
      keep: (node, action, result) => keepFinished(ports, run, node, action, result),
    },
  );
}

/** What the run is about, and those of its facts that documents wait for, as one text to compare. */
async function readSubject(ports: FlowPorts, run: Row<'Runs'>) {
  const input = JSON.parse(run.input ?? '{}') as { paymentKey: string; movementKey?: string };
  const payment = await findPayment(ports.store, input.paymentKey);
  const movement =
    input.movementKey === undefined
      ? undefined
      : await ports.store.find('Movements', 'movement_key', input.movementKey);
  const look = [payment?.state, payment?.books_payment_id, movement?.state].join(' ');
  return { payment, movement, look };
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
