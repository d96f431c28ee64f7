// The thread's program as one bundle: node takes several seconds to load each of its thousand modules by itself.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export interface BundledThread {
  /** The file to start worker threads with. */
  readonly file: string;
  /** Removes it. */
  remove(): Promise<void>;
}

/** Builds `worlds-thread.ts` with all that it imports into a folder of its own. */
export async function bundleThread(): Promise<BundledThread> {
  const folder = await mkdtemp(join(tmpdir(), 'tallybridge-worlds-'));
  await build({
    entryPoints: [fileURLToPath(new URL('worlds-thread.ts', import.meta.url))],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    // What is loaded late stays a module of its own, as in the functions.
    splitting: true,
    platform: 'node',
    format: 'esm',
    // Packages that are not modules ask for node's own ones.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    logLevel: 'error',
  });
  return {
    file: join(folder, 'worlds-thread.mjs'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
