// Carries on one leased run: reads what it is about, runs its flow, and puts it to rest or to sleep.
import type { InstallationId, PaymentKey } from '../domain/ids.ts';
import { problem } from '../domain/problem.ts';
import type { FlowDocument } from '../flows/document.ts';
import { isBookingFlow } from '../flows/flow-ids.ts';
import { interpret, type RunEnd } from '../flows/interpreter.ts';
import type { FlowLibrary } from '../flows/library.ts';
import type { Witness } from '../ports/platform.ts';
import type { Row } from '../store/schema.ts';
import { shippedNames } from '../texts/en/shipped.ts';
import { staffWords } from '../texts/staff-words.ts';
import type { TakenRun } from '../work/hand.ts';
import { release } from '../work/lease.ts';
import { notePayment, type PaymentNote } from '../work/payment-records.ts';
import { keepFinished, makeDue, RUN_OVER, sleep } from '../work/runs.ts';
import type { MapRecord } from './actions/define-action.ts';
import { flowActions } from './actions/flow-actions.ts';
import { requestRuns } from './approvals/request-input.ts';
import { flowEffects } from './flow-effects.ts';
import type { ResolvePorts } from './resolve-unknown.ts';
import { restAfterProblem } from './rest-after-problem.ts';
import { dataOf, inputOf, looks, readSubject, type Subject } from './run-subject.ts';
import { wakeRefundPostingsOf } from './start-refund-posting.ts';

export interface FlowPorts extends ResolvePorts {
  readonly flows: FlowLibrary;
  readonly witness: Witness;
}

/** Carries on a run that the caller has leased. */
export async function runFlow(ports: FlowPorts, taken: TakenRun): Promise<void> {
  const { run } = taken;
  if (requestRuns.has(run.flow)) {
    const { carryOnRequest } = await import('./approvals/question-steps.ts');
    return carryOnRequest(ports, run);
  }
  const subject = await subjectOf(ports, taken);
  const note: PaymentNote = {};
  const { value: end, last } = await ports.witness.watch(() =>
    carryOn(ports, taken, subject, note),
  );
  await writeNote(ports, run, subject, note, end);
  switch (end.kind) {
    case 'done':
      await tellCaller(ports, run, end.outcome);
      return release(ports, 'Runs', run, {
        state: 'done',
        patch: { outcome: JSON.stringify(end.outcome), problem: '' },
      });
    case 'waiting':
      return sleep(ports, run, ports.clock.now() + end.recheckMs, async () => {
        return looks(await readSubject(ports.store, run)) !== looks(subject);
      });
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
  subject: Subject,
  note: PaymentNote,
): Promise<RunEnd> {
  const installation = run.installation as InstallationId;
  const opened = await ports.companies.open(installation);
  if (!opened.ok) return { kind: 'problem', node: '', problem: opened.problem };
  const version = run.flow_version ?? 0;
  const flow = await ports.flows.flow(installation, run.flow, version);
  if (flow === undefined) {
    const what = `Flow ${run.flow} version ${version}`;
    return { kind: 'problem', node: '', problem: problem('not-found', 'fix-setup', { what }) };
  }
  if (inputOf(run).paymentKey !== undefined && subject.payment === undefined) {
    const lost = problem('not-found', 'none', { what: `The payment of ${run.run_key}` });
    return { kind: 'problem', node: '', problem: lost };
  }
  const retried = (run.attempts ?? 1) > 1;
  const words = needsWords(flow, subject) ? await staffWords(opened.value.language) : undefined;
  const data = dataOf(subject, words?.notices.refundedAtGateway);
  const { mappings = {} } = inputOf(run);
  const map: MapRecord = ({ id, version }, sources) =>
    ports.flows.map(installation, { id, version: version ?? mappings[id] }, sources);
  return interpret(
    flow,
    { key: run.run_key, retried, data, nowMs: ports.clock.now() },
    {
      actions: flowActions({ ...ports, company: opened.value, subject, map }),
      effects: flowEffects(ports, run, { company: opened.value, subject }, fresh, note),
      map,
      ...(words === undefined ? {} : { words }),
    },
  );
}

const speaking = new WeakMap<FlowDocument, boolean>();

/** Whether anything is written in the company's language: no flow that only moves records waits for it. */
function needsWords(flow: FlowDocument, { movement }: Subject): boolean {
  return (movement !== undefined && !movement.reason) || writesShippedText(flow);
}

function writesShippedText(flow: FlowDocument): boolean {
  const known = speaking.get(flow);
  if (known !== undefined) return known;
  const found = Object.values(flow.nodes).some((node) => {
    const texts = Object.values('with' in node ? node.with : node);
    return texts.some((text) => typeof text === 'string' && shippedNames.has(text));
  });
  speaking.set(flow, found);
  return found;
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
  const isItsRun = isBookingFlow(run.flow) && end.kind !== 'problem';
  const seen = isItsRun ? { run_state: end.kind === 'done' ? RUN_OVER : payment.state } : {};
  await notePayment(ports.store, payment, { ...note, ...seen });
  // Refunds and voids wait for their payment to be in the books, or for the end of what would have brought it there.
  if (note.books_payment_id !== undefined || (isItsRun && end.kind === 'done')) {
    const key = payment.payment_key as PaymentKey;
    await wakeRefundPostingsOf(ports, run.installation as InstallationId, key);
  }
}

/** A run that was called leaves its outcome where its caller waits for it. */
async function tellCaller(
  ports: FlowPorts,
  run: Row<'Runs'>,
  outcome: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { caller } = inputOf(run);
  if (caller === undefined) return;
  const waiting = { run_key: caller.run, installation: run.installation };
  await keepFinished(ports, waiting, caller.place, 'call', { output: outcome, path: [] });
  await makeDue(ports, caller.run);
}

function subjectOf(ports: FlowPorts, taken: TakenRun): Promise<Subject> | Subject {
  return taken.payment === undefined ? readSubject(ports.store, taken.run) : taken;
}
