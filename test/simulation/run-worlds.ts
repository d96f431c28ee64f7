// Many worlds on all cores: worker threads take up a few seeds at a time; what they find comes in the order of the seeds.
import { Worker } from 'node:worker_threads';
import { bundleThread } from './bundle-thread.ts';
import { Coverage } from './coverage.ts';
import type { PlantedBug } from './planted-bugs.ts';

/** Seeds handed out at once: enough to keep the talk between threads rare, few enough to end together. */
const SHARE = 20;

export interface Failure {
  readonly seed: number;
  readonly violations: readonly string[];
}

export interface WorldsRun {
  readonly from: number;
  readonly count: number;
  readonly threads: number;
  readonly planted?: PlantedBug;
  /** Called in the order of the seeds. */
  readonly onFailure: (failure: Failure) => void;
}

export interface Share {
  readonly from: number;
  readonly count: number;
  readonly planted?: PlantedBug;
}

export interface Found {
  readonly from: number;
  readonly failures: readonly Failure[];
  readonly counts: readonly (readonly [kind: string, times: number])[];
}

/** @returns how many worlds failed, and what happened in all of them. */
export async function runWorlds(run: WorldsRun): Promise<{ failed: number; coverage: Coverage }> {
  const coverage = new Coverage();
  const found = new Map<number, readonly Failure[]>();
  let [next, told, failed] = [run.from, run.from, 0];
  const end = run.from + run.count;

  function share(): Share | undefined {
    if (next >= end) return undefined;
    const from = next;
    next = Math.min(end, next + SHARE);
    return { from, count: next - from, ...(run.planted ? { planted: run.planted } : {}) };
  }

  function take({ from, failures, counts }: Found): void {
    coverage.add(counts);
    failed += failures.length;
    found.set(from, failures);
    for (let ready = found.get(told); ready !== undefined; ready = found.get(told)) {
      for (const failure of ready) run.onFailure(failure);
      found.delete(told);
      told += SHARE;
    }
  }

  const threads = Math.min(run.threads, Math.ceil(run.count / SHARE));
  const program = await bundleThread();
  try {
    await Promise.all(Array.from({ length: threads }, () => keepBusy(program.file, share, take)));
  } finally {
    await program.remove();
  }
  return { failed, coverage };
}

/** One thread, until there is nothing more to hand out. */
function keepBusy(
  program: string,
  share: () => Share | undefined,
  take: (found: Found) => void,
): Promise<void> {
  const worker = new Worker(program, {
    // Worlds are short-lived: with room for a few of them there is little to collect.
    resourceLimits: { maxYoungGenerationSizeMb: 64 },
  });
  const handOut = () => worker.postMessage(share());
  handOut();
  worker.on('message', (found: Found) => {
    take(found);
    handOut();
  });
  return new Promise((resolve, reject) => {
    worker.on('error', reject);
    worker.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`a worker thread ended with ${code}`)),
    );
  });
}
