// `npm run bundle` as people and pipelines call it: what it says, what it writes, how it ends.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type ServerType, serve } from '@hono/node-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSecrets } from '../../functions/core/connectors/system/sealed-secrets.ts';
import { apiRoutes } from '../../functions/core/http/api-routes.ts';
import { staffDoorOf } from './http/granted-token.ts';
import { publish, withoutMarkSent } from './steps/documents/sample-documents.ts';
import { createWorld, type World } from './steps/world.ts';

const KEY = Buffer.alloc(32, 7).toString('base64');
const command = fileURLToPath(new URL('../../functions/bundle.ts', import.meta.url));

let folder: string;
const servers: ServerType[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bundle-'));
});
afterEach(async () => {
  for (const server of servers.splice(0)) server.close();
  await rm(folder, { recursive: true });
});

/** The api of a world on a port of its own. */
async function apiOf({ ports }: World): Promise<string> {
  const now = () => Date.now();
  const app = apiRoutes({
    ...ports,
    secrets: createSecrets(Buffer.alloc(32, 1).toString('base64')),
    // The command signs its token with the time of this machine.
    staffDoor: staffDoorOf({ store: ports.store, clock: { now } }, { current: KEY }),
    waker: { wake: async () => undefined },
  });
  const { promise, resolve } = Promise.withResolvers<AddressInfo>();
  servers.push(serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, resolve));
  return `http://127.0.0.1:${(await promise).port}`;
}

interface Ended {
  readonly code: number;
  readonly said: string;
}

async function bundle(...args: readonly string[]): Promise<Ended> {
  const env = { ...process.env, TALLYBRIDGE_TOKEN_KEY: KEY };
  const run = promisify(execFile)(process.execPath, [command, ...args], { env });
  return run.then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
      code,
      said: stdout + stderr,
    }),
  );
}

const at = (api: string, file: string) => [
  '--api',
  api,
  '--installation',
  'inst-1',
  '--file',
  file,
];

describe('npm run bundle', () => {
  it('carries what was made in one installation to another, once', async () => {
    const development = createWorld();
    await publish(development, 'flow', 'order-to-cash', withoutMarkSent(), 1);
    const [from, to] = [await apiOf(development), await apiOf(createWorld())];
    const file = join(folder, 'bundle.json');
    expect(await bundle('export', ...at(from, file))).toMatchObject({ code: 0 });
    const diff = await bundle('diff', ...at(to, file));
    expect(diff.code).toBe(1);
    expect(diff.said).toContain('Changed: flow order-to-cash');
    expect(diff.said).toContain('    Removed: “mark-sent”');
    const imported = await bundle('import', ...at(to, file), '--note', 'Release 7');
    expect([imported.code, imported.said]).toEqual([
      0,
      'Published: flow order-to-cash as version 1001\n',
    ]);
    expect(await bundle('diff', ...at(to, file))).toEqual({
      code: 0,
      said: '0 different, 1 the same.\n',
    });
    expect((await bundle('import', ...at(to, file))).said).toContain('Nothing to do');
    const copy = join(folder, 'copy.json');
    await bundle('export', ...at(to, copy));
    expect(await readFile(copy, 'utf8')).toBe(await readFile(file, 'utf8'));
  }, 30_000);

  it('writes only the named documents', async () => {
    const api = await apiOf(createWorld());
    const file = join(folder, 'some.json');
    const only = ['--only', 'flow:refund-to-books,table:payment-mode'];
    expect((await bundle('export', ...at(api, file), ...only)).code).toBe(0);
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
      flows: [{ id: 'refund-to-books' }],
      tables: [{ name: 'payment-mode' }],
    });
  }, 30_000);

  it('says why it was refused, and ends with 3', async () => {
    const api = await apiOf(createWorld());
    const file = join(folder, 'bad.json');
    await writeFile(file, '{"tallybridgeBundle":1}');
    expect(await bundle('import', ...at(api, file))).toMatchObject({
      code: 3,
      said: expect.stringContaining(
        'This is not a bundle that can be read: “flows” is not as it must be.',
      ),
    });
    expect((await bundle('diff', ...at(api, join(folder, 'gone.json')))).code).toBe(3);
  }, 30_000);

  it.each([
    ['nothing', []],
    ['an unknown command', ['melt', '--api', 'x', '--installation', 'i', '--file', 'f']],
    ['no file', ['diff', '--api', 'x', '--installation', 'i']],
    ['an unknown option', ['diff', '--force']],
  ])('shows how it is called for %s, and ends with 2', async (_, args) => {
    expect(await bundle(...args)).toMatchObject({
      code: 2,
      said: expect.stringContaining('Usage: npm run bundle'),
    });
  });
});
