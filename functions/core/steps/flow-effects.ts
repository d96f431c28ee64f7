// A run's results on the store, and its ways to other runs and to people.
import type { InstallationId } from '../domain/ids.ts';
import type { EffectLog, KeptResult, Place } from '../flows/flow-tools.ts';
import type { FlowLibrary } from '../flows/library.ts';
import type { Row } from '../store/schema.ts';
import { askForApproval } from '../work/approvals.ts';
import type { WorkPorts } from '../work/lease.ts';
import { hashed } from '../work/links.ts';
import type { PaymentNote } from '../work/payment-records.ts';
import { keepFinished, readFinished, settleFinished, startRun } from '../work/runs.ts';
import { inputOf } from './run-subject.ts';

const MINUTE_MS = 60_000;

/**
 * Results are kept one by one; what they note on the payment is gathered in `note`, to be written once when the run
 * rests.
 * @param fresh the run has just begun, so that there is nothing to read.
 */
export function flowEffects(
  ports: WorkPorts & { readonly flows: FlowLibrary },
  run: Row<'Runs'>,
  fresh: boolean,
  note: PaymentNote,
): EffectLog {
  return {
    async read() {
      if (fresh) return new Map<Place, KeptResult>();
      const kept = await readFinished(ports.store, run.run_key);
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
    ask: (place, node, text) =>
      askForApproval(ports, run, {
        place,
        role: node.role,
        ask: text,
        requestedBy: String(inputOf(run).given?.requestedBy ?? ''),
        expiresAt: ports.clock.now() + node.expiresMinutes * MINUTE_MS,
      }),
  };
}
