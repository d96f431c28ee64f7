// Runs of flows: one row per run, one per finished node, woken when what they wait for has changed.
import type { InstallationId } from '../domain/ids.ts';
import type { Clock } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import type { Row } from '../store/schema.ts';
import { packText, unpackText } from './packed-text.ts';

export interface RunPorts {
  readonly store: Store;
  readonly clock: Clock;
}

export interface RunRequest {
  readonly installation: InstallationId;
  readonly flow: string;
  readonly flowVersion: number;
  /** What the run is about: with the flow it makes the run's key, so that there is one run of each. */
  readonly subject: string;
  /** Runs of one lane wait for each other. */
  readonly lane: string;
  readonly input: Readonly<Record<string, string | number>>;
}

export function runKey(installation: InstallationId, flow: string, subject: string): string {
  return `${installation}|${flow}|${subject}`;
}

/** Starts a run, unless it was started before. One store write. */
export async function startRun(ports: RunPorts, run: RunRequest): Promise<'started' | 'known'> {
  const now = ports.clock.now();
  const key = runKey(run.installation, run.flow, run.subject);
  const inserted = await ports.store.insert('Runs', {
    run_key: key,
    installation: run.installation,
    flow: run.flow,
    flow_version: run.flowVersion,
    lane: run.lane,
    lane_lock: key,
    input: JSON.stringify(run.input),
    state: 'ready',
    due_at: now,
    attempts: 0,
    created_at: now,
  });
  return inserted.kind === 'inserted' ? 'started' : 'known';
}

/** Makes a sleeping run due now. */
export async function wakeRun(ports: RunPorts, key: string): Promise<void> {
  await ports.store.updateWhere('Runs', { due_at: ports.clock.now() }, [
    ['run_key', '=', key],
    ['state', '=', 'waiting'],
  ]);
}

/** Makes all sleeping runs of a lane due now. */
export async function wakeLane(ports: RunPorts, lane: string): Promise<void> {
  await ports.store.updateWhere('Runs', { due_at: ports.clock.now() }, [
    ['lane', '=', lane],
    ['state', '=', 'waiting'],
  ]);
}

export interface FinishedNode {
  readonly output: Readonly<Record<string, unknown>>;
  readonly inverse?: Readonly<Record<string, unknown>>;
}

/** Kept results by node. */
export async function readFinished(
  store: Store,
  key: string,
): Promise<Map<string, Readonly<Record<string, unknown>>>> {
  const rows = await store.select('Tasks', { where: [['run_key', '=', key]] });
  return new Map(rows.map((row) => [row.node, JSON.parse(unpackText(row.result ?? 'p:{}'))]));
}

/** Keeps a node's result; the first one stays. */
export async function keepFinished(
  ports: RunPorts,
  run: Row<'Runs'>,
  node: string,
  action: string,
  result: FinishedNode,
): Promise<void> {
  await ports.store.insert('Tasks', {
    task_key: `${run.run_key}|${node}`,
    run_key: run.run_key,
    installation: run.installation,
    node,
    action,
    result: packText(JSON.stringify(result.output)),
    ...(result.inverse === undefined ? {} : { inverse: packText(JSON.stringify(result.inverse)) }),
    created_at: ports.clock.now(),
  });
}
