// The simulation's command: many worlds side by side, one line for each that fails, the count at the end.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { type PlantedBug, plantedBugs } from './planted-bugs.ts';
import { simulateWorld } from './world.ts';

interface Share {
  readonly from: number;
  readonly count: number;
  readonly planted?: PlantedBug;
}

interface Failure {
  readonly seed: number;
  readonly violations: readonly string[];
}

async function simulateShare(share: Share, tell: (failure: Failure) => void): Promise<void> {
  const options = share.planted === undefined ? {} : { planted: share.planted };
  for (let seed = share.from; seed < share.from + share.count; seed += 1) {
    const { violations } = await simulateWorld(seed, options);
    if (violations.length > 0) tell({ seed, violations });
  }
}

function printFailure({ seed, violations }: Failure, planted: PlantedBug | undefined): void {
  const bug = planted === undefined ? '' : ` --plant ${planted}`;
  const [first = '', ...more] = violations;
  const rest = more.length === 0 ? '' : ` (and ${more.length} more)`;
  console.log(
    `node test/simulation/simulate.ts --seeds 1 --from ${seed}${bug} --trace  # ${first}${rest}`,
  );
}

/** One world step by step. */
async function traceWorld(
  seed: number,
  planted: PlantedBug | undefined,
): Promise<readonly string[]> {
  const onTrace = (line: string) => process.stdout.write(line);
  const report = await simulateWorld(
    seed,
    planted === undefined ? { onTrace } : { onTrace, planted },
  );
  for (const violation of report.violations) console.log(`violation: ${violation}`);
  return report.violations;
}

function runWorker(share: Share, tell: (failure: Failure) => void): Promise<void> {
  const worker = new Worker(new URL(import.meta.url), {
    workerData: share,
    // Worlds are short-lived: with room for a few of them there is little to collect.
    resourceLimits: { maxYoungGenerationSizeMb: 64 },
  });
  worker.on('message', tell);
  return new Promise((resolve, reject) => {
    worker.on('error', reject);
    worker.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`a worker thread ended with ${code}`)),
    );
  });
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '2000' },
      from: { type: 'string', default: '1' },
      jobs: { type: 'string', default: String(availableParallelism()) },
      plant: { type: 'string' },
      trace: { type: 'boolean', default: false },
    },
  });
  const [seeds, from, jobs] = [values.seeds, values.from, values.jobs].map(Number);
  if (!Number.isSafeInteger(seeds) || !Number.isSafeInteger(from) || !Number.isSafeInteger(jobs)) {
    throw new Error('--seeds, --from and --jobs are whole numbers');
  }
  const planted = plantedBugs.find((bug) => bug === values.plant);
  if (values.plant !== undefined && planted === undefined) {
    throw new Error(`--plant is one of ${plantedBugs.join(', ')}`);
  }
  let failed = 0;
  const tell = (failure: Failure) => {
    failed += 1;
    printFailure(failure, planted);
  };
  const [count = 1, first = 1, threads = 1] = [seeds, from, jobs];
  if (values.trace) {
    for (let seed = first; seed < first + count; seed += 1) {
      if ((await traceWorld(seed, planted)).length > 0) failed += 1;
    }
  } else {
    const bug = planted === undefined ? {} : { planted };
    const size = Math.ceil(count / threads);
    const shares = Array.from({ length: Math.min(threads, count) }, (_, index) => ({
      from: first + index * size,
      count: Math.max(0, Math.min(size, count - index * size)),
      ...bug,
    }));
    await Promise.all(shares.map((share) => runWorker(share, tell)));
  }
  console.log(`${count} worlds, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

if (isMainThread) await main();
else await simulateShare(workerData as Share, (failure) => parentPort?.postMessage(failure));
