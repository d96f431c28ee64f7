// Test projects: unit and property tests are quick and need nothing; contract tests start the sandbox's
// servers; stories start everything and a browser.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './longest-first.ts';

const property = 'test/**/*.property.test.ts';
const story = 'test/story/**/*.test.ts';
const browser = 'test/widget/browser/**/*.test.ts';
const store = 'test/contract/store/**/*.test.ts';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // By default one core of two would be left to the runner, which has little to do.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    // A machine may be slow: what does not come fails, what comes late does not.
    expect: { poll: { timeout: 60_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Half of the time was loading the same modules anew for each file; no test leaves anything in them.
          isolate: false,
          // Seconds on a quiet machine, for the longest.
          testTimeout: 20_000,
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: [
            property,
            'test/contract/**',
            'test/simulation/**',
            'test/battery/**',
            story,
            browser,
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'property',
          isolate: false,
          include: [property],
          setupFiles: 'test/fixed-seed.ts',
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'simulation',
          include: ['test/simulation/**/*.test.ts'],
          testTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'contract',
          isolate: false,
          include: ['test/contract/**/*.test.ts'],
          exclude: [store],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          // The platform's SDK keeps the address that it has found first: each file has an SDK of its own.
          name: 'store',
          include: [store],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'battery',
          isolate: false,
          include: ['test/battery/**/*.test.ts'],
          globalSetup: 'test/sandbox/setup/build-once.ts',
          // Each has servers and a browser or functions of its own.
          maxWorkers: 2,
          testTimeout: 180_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'story',
          isolate: false,
          include: [story],
          globalSetup: 'test/sandbox/setup/build-once.ts',
          // Each has the whole sandbox and a browser of its own.
          maxWorkers: 2,
          testTimeout: 300_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          isolate: false,
          include: [browser],
          globalSetup: 'test/sandbox/setup/build-once.ts',
          // Each has servers and a browser or functions of its own.
          maxWorkers: 2,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
