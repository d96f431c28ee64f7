// The simulation's command, run as people run it.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What it said, line by line, and its exit status. */
export function simulate(...args: readonly string[]) {
  const command = fileURLToPath(new URL('simulate.ts', import.meta.url));
  const { stdout, status } = spawnSync(process.execPath, [command, ...args], { encoding: 'utf8' });
  return { lines: stdout.trimEnd().split('\n'), status };
}
