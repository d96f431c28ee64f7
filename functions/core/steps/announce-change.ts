// Something has changed, with us or at another side: the flows that begin with such a change start, once for each.
import type { InstallationId } from '../domain/ids.ts';
import type { FlowDocument } from '../flows/document.ts';
import { type FlowData, holds } from '../flows/expression.ts';
import type { FlowLibrary } from '../flows/library.ts';
import type { TriggerName } from '../flows/triggers.ts';
import type { Hand } from '../work/hand.ts';
import type { WorkPorts } from '../work/lease.ts';
import { hashed } from '../work/links.ts';
import { makeDue, runKey, startRun } from '../work/runs.ts';
import { pinMappings } from './pin-mappings.ts';
import type { RunInput } from './run-subject.ts';

export interface ChangePorts extends WorkPorts {
  readonly flows: FlowLibrary;
  /** Runs that are started or woken are carried on in it. */
  readonly hand?: Hand;
}

export interface Change {
  /** The triggers that this change is, the general one and the special ones. */
  readonly on: readonly TriggerName[];
  /** What has changed, in safe characters: a key of ours or `books|invoice|<id>`. */
  readonly subject: string;
  /** Tells this change of it from any other, e.g. its new state or when it was last modified. */
  readonly at: string;
  /** Runs of one lane wait for each other. */
  readonly lane: string;
  readonly input: RunInput;
  /** What a trigger's `where` is judged on. */
  readonly data: FlowData;
}

/**
 * Starts the runs of a change; announcing it again starts nothing twice. What costs: nothing where no flow begins with
 * it, one store write for each run.
 * @param but flows that are started elsewhere.
 */
export async function announceChange(
  ports: ChangePorts,
  installation: InstallationId,
  change: Change,
  but: readonly string[] = [],
): Promise<void> {
  for (const trigger of change.on) {
    const flows = await ports.flows.startedBy(installation, trigger);
    for (const flow of flows) {
      if (!but.includes(flow.id) && holds(flow.trigger.where ?? [], change.data)) {
        await startFor(ports, installation, flow, trigger, change);
      }
    }
  }
}

async function startFor(
  ports: ChangePorts,
  installation: InstallationId,
  flow: FlowDocument,
  trigger: TriggerName,
  { subject, at, lane, input }: Change,
): Promise<void> {
  const once = flow.trigger.once === 'subject' ? '' : `|${hashed(`${trigger} ${at}`).slice(0, 16)}`;
  const run = {
    installation,
    flow: flow.id,
    flowVersion: flow.version,
    subject: `${subject}${once}`,
    lane,
    input,
  };
  const started = await startRun(ports, await pinMappings(ports, run));
  const isUp =
    started === 'started' ||
    (flow.trigger.once === 'subject' &&
      (await makeDue(ports, runKey(installation, flow.id, run.subject))));
  if (isUp && ports.hand !== undefined) ports.hand.left = true;
}
