// The flows that installations have published themselves, of all of them in few reads: what the timer looks at each minute.
import type { InstallationId } from '../domain/ids.ts';
import { type FlowDocument, readFlow } from '../flows/document.ts';
import { type TriggerName, triggerNamed } from '../flows/triggers.ts';
import type { Store } from '../ports/store.ts';
import { latestDocuments } from '../work/documents.ts';
import { unpackBody } from '../work/packed-text.ts';

/** What the store reads at once. */
const READ_MAX = 300;
/** Of whom all flows fit into one read, unless they have many. */
const INSTALLATIONS_AT_ONCE = 25;

/**
 * Shipped flows that nobody has touched are not among them: those that are on at first begin with payments. Who has
 * published nothing is missing.
 */
export async function readPublishedFlows(
  store: Store,
  installations: readonly InstallationId[],
): Promise<ReadonlyMap<InstallationId, readonly FlowDocument[]>> {
  const found = new Map<InstallationId, readonly FlowDocument[]>();
  for (let first = 0; first < installations.length; first += INSTALLATIONS_AT_ONCE) {
    const some = installations.slice(first, first + INSTALLATIONS_AT_ONCE);
    const rows = await store.select('Documents', {
      where: [
        ['installation', 'in', some],
        ['kind', '=', 'flow'],
        ['state', '=', 'published'],
      ],
    });
    if (rows.length === READ_MAX) {
      for (const one of some) found.set(one, await readOwnFlows(store, one));
      continue;
    }
    for (const [installation, own] of Map.groupBy(rows, (row) => row.installation)) {
      const flows = own.map((row) => readFlow(JSON.parse(unpackBody(row))));
      found.set(installation as InstallationId, newestOfEach(flows));
    }
  }
  return found;
}

/** Those that begin with one of the triggers. */
export function flowsOn(
  flows: readonly FlowDocument[],
  wanted: readonly TriggerName[],
): readonly FlowDocument[] {
  return flows.filter(({ trigger }) => {
    const on = triggerNamed(trigger.on);
    return on !== undefined && wanted.includes(on);
  });
}

async function readOwnFlows(
  store: Store,
  installation: InstallationId,
): Promise<readonly FlowDocument[]> {
  const own = await latestDocuments(store, installation);
  return own
    .filter(({ kind, state }) => kind === 'flow' && state === 'published')
    .map(({ body }) => readFlow(body));
}

/** A crash while a version was published may have left two. */
function newestOfEach(flows: readonly FlowDocument[]): readonly FlowDocument[] {
  const newest = new Map<string, FlowDocument>();
  for (const flow of flows) {
    if ((newest.get(flow.id)?.version ?? 0) < flow.version) newest.set(flow.id, flow);
  }
  return [...newest.values()];
}
