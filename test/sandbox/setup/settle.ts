// Waits until our functions have worked off what was announced to them.
import type { CatalystStandIn } from '../catalyst/start-catalyst.ts';
import type { SandboxClock } from '../clock.ts';

/** Being worked on, or to be taken up as soon as it is due. */
const states: Readonly<Record<string, { readonly busy: string; readonly next: string }>> = {
  Inbox: { busy: 'processing', next: 'received' },
  Runs: { busy: 'running', next: 'ready' },
};
const LOOK_MS = 150;
/** Twice quiet, as between an event's end and its run's start nothing is busy for a moment. */
const QUIET_LOOKS = 3;

/** True once nothing that is due is left; false when that takes longer than `timeoutMs`. */
export async function untilSettled(
  catalyst: CatalystStandIn,
  clock: SandboxClock,
  timeoutMs: number,
): Promise<boolean> {
  const end = Date.now() + timeoutMs;
  let quiet = 0;
  while (Date.now() < end) {
    quiet = isBusy(catalyst, clock.now()) ? 0 : quiet + 1;
    if (quiet >= QUIET_LOOKS) return true;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  return false;
}

function isBusy(catalyst: CatalystStandIn, nowMs: number): boolean {
  const jobs = catalyst.jobs.list().some((job) => ['PENDING', 'RUNNING'].includes(job.status));
  if (jobs) return true;
  return Object.entries(states).some(([table, { busy, next }]) =>
    catalyst.tables
      .newest(table, 300)
      .some((row) => row.state === busy || (row.state === next && Number(row.due_at) <= nowMs)),
  );
}
