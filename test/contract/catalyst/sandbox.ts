// A Catalyst stand-in with functions written for the test, and the genuine SDK pointed at it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Catalyst from 'zcatalyst-sdk-node';
import {
  type CatalystOptions,
  type CatalystStandIn,
  startCatalyst,
} from '../../sandbox/catalyst/start-catalyst.ts';
import { SandboxClock } from '../../sandbox/clock.ts';

const require = createRequire(import.meta.url);

/** Absolute, for functions that live in a temporary folder. */
export const sdkPath = require.resolve('zcatalyst-sdk-node');

export type Sdk = typeof Catalyst;
export type App = ReturnType<Sdk['initialize']>;

export interface FunctionSource {
  readonly type: 'advancedio' | 'job';
  readonly code: string;
  readonly memory?: number;
}

export interface Sandbox {
  readonly catalyst: CatalystStandIn;
  readonly clock: SandboxClock;
  readonly dir: string;
  /** Stops the stand-in and starts it again on the same data. */
  restart(): Promise<Sandbox>;
  close(): Promise<void>;
}

export interface SandboxSettings extends Partial<CatalystOptions> {
  readonly functions?: Readonly<Record<string, FunctionSource>>;
}

/** Starts on free ports with file-backed data in a temporary folder. */
export async function startSandbox(settings: SandboxSettings = {}): Promise<Sandbox> {
  const dir = mkdtempSync(join(tmpdir(), 'catalyst-'));
  const functionsDir = join(dir, 'functions');
  mkdirSync(functionsDir);
  // As in this repository: what stands above a function must not change how it is loaded.
  writeFileSync(join(dir, 'package.json'), '{"type":"module"}');
  for (const [name, source] of Object.entries(settings.functions ?? {})) {
    writeFunction(functionsDir, name, source);
  }
  return open(dir, { functionsDir, ...settings });
}

async function open(dir: string, settings: SandboxSettings): Promise<Sandbox> {
  const clock = new SandboxClock(dir);
  const catalyst = await startCatalyst({
    clock,
    dataDir: join(dir, 'data'),
    port: 0,
    functionsPort: 0,
    functionsDir: join(dir, 'functions'),
    env: {},
    ...settings,
  });
  return {
    catalyst,
    clock,
    dir,
    restart: async () => {
      await catalyst.close();
      return open(dir, settings);
    },
    close: async () => {
      await catalyst.close();
      rmSync(dir, { recursive: true });
    },
  };
}

export function writeFunction(functionsDir: string, name: string, source: FunctionSource): void {
  mkdirSync(join(functionsDir, name), { recursive: true });
  const { type, memory = 256, code } = source;
  writeFileSync(
    join(functionsDir, name, 'catalyst-config.json'),
    JSON.stringify({
      deployment: { name, stack: 'node24', type, memory },
      execution: { main: 'index.js' },
    }),
  );
  writeFileSync(join(functionsDir, name, 'index.js'), code);
}

/** The SDK reads its origin once, when it is loaded: each stand-in needs a load of its own. */
export function loadSdk({ url }: { readonly url: string }): Sdk {
  process.env.X_ZOHO_CATALYST_CONSOLE_URL = url;
  for (const path of Object.keys(require.cache)) {
    if (path.includes('/zcatalyst-sdk-node/')) delete require.cache[path];
  }
  return require(sdkPath);
}

/** An app in admin scope, as product code makes it from a request's headers. */
export function adminApp(catalyst: CatalystStandIn): App {
  return loadSdk(catalyst).initialize(
    {
      headers: {
        'x-zc-projectid': catalyst.projectId,
        'x-zc-project-key': catalyst.projectKey,
        'x-zc-admin-cred-type': 'token',
        'x-zc-admin-cred-token': catalyst.token,
        'x-zc-user-cred-type': 'token',
        'x-zc-user-cred-token': catalyst.token,
        'x-zc-user-type': 'admin',
      },
    },
    { scope: 'admin' },
  );
}

/** What the SDK rejects with: a plain object, not an Error. */
export interface SdkRefusal {
  readonly statusCode: number;
  readonly code: string;
  readonly message: string;
}

/** What a call was refused with; fails when it was not. */
export async function refusal(call: Promise<unknown>): Promise<SdkRefusal> {
  try {
    await call;
  } catch (error) {
    return error as SdkRefusal;
  }
  throw new Error('the call was not refused');
}

/** Waits until something holds, looking every few milliseconds. */
export async function until<T>(look: () => T | undefined | false): Promise<T> {
  for (let tries = 0; tries < 500; tries += 1) {
    const found = look();
    if (found !== undefined && found !== false) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('it did not come to pass in five seconds');
}
