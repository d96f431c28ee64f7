// The flows that wait behind a button: which of them fit the payments that are shown, and how far one has come.
import type {
  FlowButtonView,
  FlowProgressReply,
  FlowStartRequest,
  RunProgress,
} from '../contract/flow-start.ts';
import type { InstallationId } from '../domain/ids.ts';
import { type Problem, problem } from '../domain/problem.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import { type Actor, mayDo } from '../domain/role.ts';
import { holds } from '../flows/expression.ts';
import type { FlowLibrary } from '../flows/library.ts';
import type { Company } from '../ports/company.ts';
import type { Store } from '../ports/store.ts';
import type { Row } from '../store/schema.ts';
import type { PaymentRow } from '../work/payment-records.ts';
import { runKey } from '../work/runs.ts';
import { dataOf } from './run-subject.ts';
import { viewProblem } from './view-problem.ts';

/** A flow writes into the books too: it takes the right to refund. */
export function mayStartFlows(actor: Actor): boolean {
  return mayDo(actor.role, 'refund');
}

/** Costs no store round trip while the library keeps the installation's documents. */
export async function showButtons(
  { flows }: { readonly flows: FlowLibrary },
  installation: InstallationId,
  actor: Actor,
  payments: readonly PaymentRow[],
): Promise<readonly FlowButtonView[]> {
  if (!mayStartFlows(actor) || payments.length === 0) return [];
  const known = await flows.startedBy(installation, 'button');
  const buttons = known.map(({ id, title, trigger }) => ({
    flow: id,
    title,
    payments: payments
      .filter((payment) => holds(trigger.where ?? [], dataOf({ payment })))
      .map((payment) => payment.payment_key),
  }));
  return buttons
    .filter((button) => button.payments.length > 0)
    .sort((a, b) => a.title.localeCompare(b.title, 'en'));
}

/** One store read. */
export async function showProgress(
  { store }: { readonly store: Store },
  { installation }: Company,
  actor: Actor,
  { flow, paymentKey, intentId }: FlowStartRequest,
): Promise<Result<FlowProgressReply>> {
  if (!mayStartFlows(actor)) {
    return refused(problem('not-allowed', 'none', { role: actor.role }));
  }
  // Of a flow that runs once for a payment, an earlier press has started it.
  const keys = [`${paymentKey}|${intentId}`, paymentKey].map((subject) =>
    runKey(installation, flow, subject),
  );
  const rows = await store.select('Runs', { where: [['run_key', 'in', keys]] });
  const run = keys.flatMap((key) => rows.find((row) => row.run_key === key) ?? [])[0];
  return run === undefined
    ? refused(problem('not-found', 'fix-input', { what: 'The flow’s run' }))
    : ok({ run: progressOf(run) });
}

function progressOf(run: Row<'Runs'>): RunProgress {
  const found = run.problem ? viewProblem(JSON.parse(run.problem) as Problem) : undefined;
  switch (run.state) {
    case 'done':
      return { state: 'done', results: resultsOf(run) };
    case 'dead':
      return { state: 'failed', ...(found && { problem: found }) };
    case 'skipped':
      return { state: 'skipped' };
    case 'waiting':
      return { state: 'waiting' };
    default:
      return { state: 'working', ...(found && { problem: found }) };
  }
}

/** What the flow ended with, as far as it can be read by people. */
function resultsOf({ outcome }: Row<'Runs'>): NonNullable<RunProgress['results']> {
  const entries = Object.entries(JSON.parse(outcome || '{}') as Record<string, unknown>);
  return entries.flatMap(([name, value]) =>
    ['string', 'number', 'boolean'].includes(typeof value) && value !== ''
      ? [{ label: wordsOf(name), value: String(value) }]
      : [],
  );
}

/** `creditNote` reads “credit note”. */
function wordsOf(name: string): string {
  return name
    .split(/(?=[A-Z])|[-_]/)
    .join(' ')
    .toLowerCase();
}
