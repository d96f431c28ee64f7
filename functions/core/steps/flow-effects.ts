// A run's results on the store, and its ways to other runs and to people.
import type { InstallationId } from '../domain/ids.ts';
import type { EffectLog, Place } from '../flows/flow-tools.ts';
import type { FlowLibrary } from '../flows/library.ts';
import type { Log } from '../ports/platform.ts';
import type { Row } from '../store/schema.ts';
import type { WorkPorts } from '../work/lease.ts';
import { hashed } from '../work/links.ts';
import type { PaymentNote } from '../work/payment-records.ts';
import {
  type FinishedNode,
  keepFinished,
  readFinished,
  settleFinished,
  startRun,
} from '../work/runs.ts';
import type { AskedAbout } from './approvals/ask-for-flow.ts';
import { inputOf } from './run-subject.ts';

const MINUTE_MS = 60_000;

/**
 * Results are kept one by one; what they note on the payment is gathered in `note`, to be written once when the run
 * rests.
 * @param fresh the run has just begun, so that there is nothing to read.
 */
export function flowEffects(
  ports: WorkPorts & { readonly flows: FlowLibrary; readonly log: Log },
  run: Row<'Runs'>,
  about: AskedAbout,
  fresh: boolean,
  note: PaymentNote,
): EffectLog {
  let kept: ReadonlyMap<Place, FinishedNode> = new Map();
  return {
    async read() {
      if (fresh) return kept;
      kept = await readFinished(ports.store, run.run_key);
      for (const result of kept.values()) Object.assign(note, result.note);
      return kept;
    },
    async finish(place, action, result, path) {
      Object.assign(note, result.note);
      if (path !== undefined) await keepFinished(ports, run, place, action, { ...result, path });
    },
    settle: (place, action, output, path) =>
      settleFinished(ports, run, place, action, { output, path }),
    async call(place, id, given) {
      const installation = run.installation as InstallationId;
      const flow = await ports.flows.current(installation, id);
      if (flow === undefined) throw new Error(`no flow ${id} to call`);
      const { caller: _, ...input } = inputOf(run);
      // Hashed, as a key that grew with each call would not fit.
      const subject = `call|${hashed(`${run.run_key}|${place}`).slice(0, 40)}`;
      await startRun(ports, {
        installation,
        flow: flow.id,
        flowVersion: flow.version,
        subject,
        lane: run.lane,
        input: { ...input, given, caller: { run: run.run_key, place } },
      });
    },
    async ask(place, { role, expiresMinutes }, text) {
      const told = `${place}.told`;
      if (kept.has(told)) return true;
      const expiresAt = ports.clock.now() + expiresMinutes * MINUTE_MS;
      const { askForFlow } = await import('./approvals/question-steps.ts');
      const asked = await askForFlow(ports, run, about, { place, role, ask: text, expiresAt });
      if (!asked.ok) {
        const { code, remedy } = asked.problem;
        ports.log.warn('a question was not told of', { run: run.run_key, code });
        if (remedy === 'retry' || remedy === 'wait') return false;
      }
      await keepFinished(ports, run, told, 'notice', { output: {}, path: [] });
      return true;
    },
  };
}
