// The time has come: flows that run by the clock start, once for each due time.
import type { InstallationId } from '../domain/ids.ts';
import type { FlowDocument } from '../flows/document.ts';
import { holds } from '../flows/expression.ts';
import type { FlowLibrary } from '../flows/library.ts';
import type { Companies } from '../ports/company.ts';
import { type Cursors, moveCursor, readCursors } from '../work/cursors.ts';
import type { WorkPorts } from '../work/lease.ts';
import { hashed } from '../work/links.ts';
import { startRun } from '../work/runs.ts';
import { lastDue, readCron } from './cron-time.ts';
import { pinMappings } from './pin-mappings.ts';
import { flowsOn } from './published-flows.ts';

export interface SchedulePorts extends WorkPorts {
  readonly companies: Companies;
  readonly flows: FlowLibrary;
}

const HOUR_MS = 3_600_000;
/** What was missed longer ago is not made up for. */
const LOOK_BACK_MAX_MS = 7 * 24 * HOUR_MS;

/**
 * Starts each flow for the last due time since its cursor: however many were missed, it runs once. Without one due it
 * costs nothing, but a write in an hour. A flow counts from when it is first seen with this time.
 * @param known the installation's cursors, where the caller has read them already.
 */
export async function announceSchedule(
  ports: SchedulePorts,
  installation: InstallationId,
  flows: readonly FlowDocument[],
  known?: Cursors,
): Promise<void> {
  const scheduled = flowsOn(flows, ['schedule']);
  if (scheduled.length === 0) return;
  const company = await ports.companies.open(installation);
  if (!company.ok) return;
  const names = scheduled.map(cursorName);
  const cursors = known ?? (await readCursors(ports.store, installation, names));
  for (const flow of scheduled) {
    await startWhenDue(ports, installation, flow, company.value.timeZone, cursors);
  }
}

/** Another time is another schedule: what it would have been due at before it was written is past. */
function cursorName({ id, trigger }: FlowDocument): string {
  return `schedule|${id}|${hashed(trigger.at ?? '').slice(0, 16)}`;
}

async function startWhenDue(
  ports: SchedulePorts,
  installation: InstallationId,
  flow: FlowDocument,
  timeZone: string,
  cursors: Cursors,
): Promise<void> {
  const cron = readCron(flow.trigger.at ?? '');
  if (cron === undefined) return;
  const now = ports.clock.now();
  const name = cursorName(flow);
  const cursor = cursors.get(name);
  const position = cursor?.position ?? now;
  const due = lastDue(cron, timeZone, Math.max(position, now - LOOK_BACK_MAX_MS), now);
  if (due !== undefined && holds(flow.trigger.where ?? [], {})) {
    const run = {
      installation,
      flow: flow.id,
      flowVersion: flow.version,
      subject: `schedule|${due}`,
      // One at a time: the next one waits until this one is over.
      lane: `${installation}|schedule|${flow.id}`,
      input: {},
    };
    await startRun(ports, await pinMappings(ports, run));
  }
  const isOld = now - position >= HOUR_MS;
  if (cursor === undefined || due !== undefined || isOld) {
    await moveCursor(ports, installation, name, cursor, now);
  }
}
