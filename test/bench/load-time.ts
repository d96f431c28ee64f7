// How long each built function takes to load and what it adds to memory, above a bare Node process.
import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { functionsDir } from '../sandbox/setup/builds.ts';
import { evaluate } from './child-process.ts';
import { atMost, type Finding } from './finding.ts';
import { digits, median } from './statistics.ts';

const ROUNDS = 9;
const SDK_ROUNDS = 3;
const LOAD_MS_MAX = 60;
const MEMORY_MB_MAX = 35;
const FUNCTIONS = ['hooks', 'api', 'worker', 'timer'] as const;

interface Load {
  /** From the process's start to the end of loading. */
  readonly wallMs: number;
  /** User and system time of all its threads until then. */
  readonly cpuMs: number;
  readonly memoryMb: number;
}

/** Loads what its argument names, if anything, and tells what the process has used by then. */
const PROBE = `
const file = process.argv[1];
if (file) require(file);
const wallMs = performance.now();
const { user, system } = process.cpuUsage();
const memoryMb = process.memoryUsage.rss() / 2 ** 20;
process.stdout.write(JSON.stringify({ wallMs, cpuMs: (user + system) / 1000, memoryMb }));
process.exit(0);
`;

/** Catalyst gives a function its console variables and little else. */
function functionEnvironment(): Record<string, string> {
  const key = () => randomBytes(32).toString('base64');
  return {
    PATH: '/usr/bin:/bin',
    TALLYBRIDGE_MASTER_KEY: key(),
    TALLYBRIDGE_TOKEN_KEY: key(),
    X_ZOHO_CATALYST_CONSOLE_URL: 'http://127.0.0.1:9',
  };
}

/** Fresh processes, the bare ones in between, so that all see the same moods of the machine. */
export async function measureLoadTime(): Promise<Finding[]> {
  const env = functionEnvironment();
  const sdkFile = createRequire(import.meta.url).resolve('cybersource-rest-client');
  const samples = new Map<string, Load[]>();
  const take = async (name: string, file?: string) => {
    const load = await evaluate<Load>(PROBE, file === undefined ? [] : [file], env);
    samples.set(name, [...(samples.get(name) ?? []), load]);
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    await take('bare');
    for (const name of FUNCTIONS) await take(name, join(functionsDir, name, 'index.js'));
    if (round < SDK_ROUNDS) await take('sdk', sdkFile);
  }
  const bare = typical(samples.get('bare') ?? []);
  const above = (name: string) => difference(typical(samples.get(name) ?? []), bare);
  return FUNCTIONS.flatMap((name) => findings(name, above(name), above('sdk')));
}

interface TypicalLoad extends Load {
  /** The quickest of all, where others were least in the way. */
  readonly leastCpuMs: number;
}

function typical(loads: readonly Load[]): TypicalLoad {
  return {
    wallMs: median(loads.map((one) => one.wallMs)),
    cpuMs: median(loads.map((one) => one.cpuMs)),
    leastCpuMs: Math.min(...loads.map((one) => one.cpuMs)),
    memoryMb: median(loads.map((one) => one.memoryMb)),
  };
}

function difference(load: TypicalLoad, bare: TypicalLoad): TypicalLoad {
  return {
    wallMs: load.wallMs - bare.wallMs,
    cpuMs: load.cpuMs - bare.cpuMs,
    leastCpuMs: load.leastCpuMs - bare.leastCpuMs,
    memoryMb: load.memoryMb - bare.memoryMb,
  };
}

function findings(name: string, load: TypicalLoad, sdk: TypicalLoad): Finding[] {
  const time = (one: TypicalLoad) =>
    `${digits(one.wallMs)} ms (CPU ${digits(one.cpuMs)}, least ${digits(one.leastCpuMs)})`;
  const memory = (one: Load) => `${digits(one.memoryMb)} MB`;
  return [
    atMost(
      {
        what: `${name}: load above bare Node`,
        measured: time(load),
        baseline: `gateway SDK ${time(sdk)}`,
      },
      // Loading waits for nothing: on a busy machine its wall time is longer only by what others do meanwhile.
      Math.min(load.wallMs, load.cpuMs),
      LOAD_MS_MAX,
      ' ms',
    ),
    atMost(
      {
        what: `${name}: memory above bare Node`,
        measured: memory(load),
        baseline: `gateway SDK ${memory(sdk)}`,
      },
      load.memoryMb,
      MEMORY_MB_MAX,
      ' MB',
    ),
  ];
}
