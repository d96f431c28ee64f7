// Functions as Catalyst runs them: built by our build, the SDK inside, called through the gateway and the job pool.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BuiltFunction, buildFunctions } from '../../../functions/build.ts';
import { type Sandbox, startSandbox, until } from '../catalyst/sandbox.ts';

const store = join(import.meta.dirname, '../../../functions/core/store');
const imports = `
import { createWaker, initializeCatalyst } from '${store}/catalyst-sdk.ts';
import { createDataStore } from '${store}/data-store.ts';
import { createMailer } from '${store}/catalyst-mail.ts';`;

const sources = {
  /** Stores a row and wakes the worker; answers what the store said and how often it was called. */
  door: {
    type: 'advancedio',
    main: `${imports}
export default async (request, response) => {
  const app = initializeCatalyst(request);
  const calls = [];
  const store = createDataStore(app, { onCall: (operation) => calls.push(operation) });
  const row = { link_key: request.url.slice(1), installation: 't1', kind: 'customer' };
  const { kind } = await store.insert('Links', row);
  await createWaker(app, 'event', { warn: (message) => calls.push(message) }).wake();
  response.end(JSON.stringify({ kind, calls }));
};`,
  },
  /** Stores why it was woken, and tells it by mail. */
  worker: {
    type: 'job',
    main: `${imports}
export default async (jobRequest, context) => {
  const app = initializeCatalyst(context);
  const store = createDataStore(app);
  const reason = jobRequest.getJobParam('reason');
  const row = { link_key: 't1|woken|' + reason, installation: 't1', kind: 'item' };
  const { kind } = await store.insert('Links', row);
  const mail = { from: 'a@example.com', to: ['b@example.com'], subject: reason, text: 'woken' };
  const sent = await createMailer(app).send(mail);
  if (kind === 'inserted' && sent.ok) context.closeWithSuccess();
  else context.closeWithFailure();
};`,
  },
} as const;

let functionsDir: string;
let built: BuiltFunction[];
let sandbox: Sandbox;

beforeAll(async () => {
  functionsDir = mkdtempSync(join(tmpdir(), 'functions-'));
  for (const [name, { type, main }] of Object.entries(sources)) {
    mkdirSync(join(functionsDir, name));
    const config = {
      deployment: { name, stack: 'node24', type, memory: 256 },
      execution: { main: 'index.js' },
    };
    writeFileSync(join(functionsDir, name, 'catalyst-config.json'), JSON.stringify(config));
    writeFileSync(join(functionsDir, name, 'main.ts'), main);
  }
  built = await buildFunctions(functionsDir);
  sandbox = await startSandbox({ functionsDir });
});
afterAll(async () => {
  await sandbox.close();
  rmSync(functionsDir, { recursive: true });
});

async function call(key: string): Promise<unknown> {
  const response = await fetch(`${sandbox.catalyst.functions.base}/door/${key}`);
  expect(response.status).toBe(200);
  return response.json();
}

it('builds every function to one small file', () => {
  expect(built.map(({ name }) => name)).toEqual(['door', 'worker']);
  for (const { bytes } of built) expect(bytes).toBeLessThan(100_000);
});

it('stores rows, wakes the worker and sends mail through the SDK in the bundle', async () => {
  expect(await call('first')).toEqual({ kind: 'inserted', calls: ['insert'] });
  const job = await until(() => sandbox.catalyst.jobs.list().find(({ endedAt }) => endedAt));
  expect(job).toMatchObject({ status: 'SUCCESS', meta: { functionName: 'worker' } });
  const keys = sandbox.catalyst.tables.newest('Links', 10).map((row) => row.link_key);
  expect(keys).toContain('t1|woken|event');
  expect(sandbox.catalyst.outbox.list()).toMatchObject([{ subject: 'event', content: 'woken' }]);
});

it('sends a write once, as the SDK in the bundle is hardened too', async () => {
  sandbox.catalyst.takeCounts();
  sandbox.catalyst.faults.arm({ mode: 'cut-after', method: 'POST', path: '/row' });
  expect(await call('second')).toEqual({ kind: 'duplicate', calls: ['insert', 'find'] });
  expect(sandbox.catalyst.takeCounts()['zcql.select']).toBe(1);
  const keys = sandbox.catalyst.tables.newest('Links', 10).map((row) => row.link_key);
  expect(keys.filter((key) => key === 'second')).toHaveLength(1);
});

it('goes on when a wake-up is lost', async () => {
  sandbox.catalyst.faults.arm({ mode: 'cut-before', method: 'POST', path: '/job' });
  expect(await call('third')).toEqual({
    kind: 'inserted',
    calls: ['insert', 'a wake-up was lost'],
  });
});
