// A worker thread of the simulation: plays the worlds that it is handed, and tells what it found.
import { parentPort } from 'node:worker_threads';
import { Coverage } from './coverage.ts';
import type { Failure, Found, Share } from './run-worlds.ts';
import { simulateWorld } from './world.ts';

async function simulateShare({ from, count, planted }: Share): Promise<Found> {
  const coverage = new Coverage();
  const failures: Failure[] = [];
  for (let seed = from; seed < from + count; seed += 1) {
    const report = await simulateWorld(seed, planted === undefined ? {} : { planted });
    coverage.add(report.coverage.counts());
    if (report.violations.length > 0) failures.push({ seed, violations: report.violations });
  }
  return { from, failures, counts: coverage.counts() };
}

// Nobody reads the stacks of errors here, and node makes one for each HMAC whose key is plain bytes.
Error.stackTraceLimit = 0;
parentPort?.on('message', async (share: Share | undefined) => {
  if (share === undefined) parentPort?.close();
  else parentPort?.postMessage(await simulateShare(share));
});
