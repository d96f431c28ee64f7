// The simulation's command: many worlds side by side, one line for each that fails, the count at the end.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { Coverage } from './coverage.ts';
import { expectedKinds } from './expected-kinds.ts';
import { type PlantedBug, plantedBugs } from './planted-bugs.ts';
import { type Failure, runWorlds } from './run-worlds.ts';

type Planted = { readonly planted?: PlantedBug };

/** The line that plays a world again, with the first thing that was found. */
function printFailure({ seed, violations }: Failure, { planted }: Planted): void {
  const bug = planted === undefined ? '' : ` --plant ${planted}`;
  const [first = '', ...more] = violations;
  const rest = more.length === 0 ? '' : ` (and ${more.length} more)`;
  console.log(`npm run simulate -- --seeds 1 --from ${seed}${bug} --trace  # ${first}${rest}`);
}

/** How often each kind of thing happened; kinds that should have and did not, with 0. */
function printCoverage(coverage: Coverage): void {
  for (const [kind, times] of coverage.counts()) console.log(`${times}\t${kind}`);
  for (const kind of coverage.missing(expectedKinds)) console.log(`0\t${kind}`);
}

/** Worlds one after the other, step by step; answers how many failed. */
async function traceWorlds(from: number, count: number, bug: Planted): Promise<number> {
  const onTrace = (line: string) => process.stdout.write(line);
  // The threads load the whole product for themselves: here it is needed for this only.
  const { simulateWorld } = await import('./world.ts');
  let failed = 0;
  for (let seed = from; seed < from + count; seed += 1) {
    const { violations } = await simulateWorld(seed, { onTrace, ...bug });
    for (const violation of violations) console.log(`violation: ${violation}`);
    if (violations.length > 0) failed += 1;
  }
  return failed;
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`--${name} is a whole number`);
  return number;
}

function readBug(name: string | undefined): Planted {
  if (name === undefined) return {};
  const planted = plantedBugs.find((bug) => bug === name);
  if (planted === undefined) throw new Error(`--plant is one of ${plantedBugs.join(', ')}`);
  return { planted };
}

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '2000' },
    from: { type: 'string', default: '1' },
    jobs: { type: 'string', default: String(availableParallelism()) },
    plant: { type: 'string' },
    trace: { type: 'boolean', default: false },
    coverage: { type: 'boolean', default: false },
  },
});
const count = wholeNumber('seeds', values.seeds);
const from = wholeNumber('from', values.from);
const threads = wholeNumber('jobs', values.jobs);
const bug = readBug(values.plant);
let failed: number;
if (values.trace) failed = await traceWorlds(from, count, bug);
else {
  const onFailure = (failure: Failure) => printFailure(failure, bug);
  const run = await runWorlds({ from, count, threads, onFailure, ...bug });
  failed = run.failed;
  if (values.coverage) printCoverage(run.coverage);
}
console.log(`${count} worlds, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
