// The platform's side of it: instances that work side by side, and a kill that ends one in the middle of a request.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox, until } from '../contract/catalyst/sandbox.ts';

/** Answers its process id; `/slow` never answers. */
const code = `module.exports = (req, res) => {
  if (req.url !== '/slow') res.end(String(process.pid));
};`;

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({
    functions: { api: { type: 'advancedio', code } },
    instances: { api: 2 },
  });
});

afterAll(() => sandbox.close());

async function pids(calls: number): Promise<Set<string>> {
  const asked = Array.from({ length: calls }, async () => {
    return (await fetch(`${sandbox.catalyst.functions.base}/api/`)).text();
  });
  return new Set(await Promise.all(asked));
}

test('calls are shared out among the instances', async () => {
  expect((await pids(6)).size).toBe(2);
});

test('a killed instance takes its request with it, the other lives on', async () => {
  const { functions } = sandbox.catalyst;
  const before = await pids(2);
  const lost = fetch(`${functions.base}/api/slow`);
  const [busy] = await until(() => functions.busy().length > 0 && functions.busy());
  expect(busy?.name).toBe('api');
  functions.kill('api', 'SIGKILL', busy?.instance);
  expect((await lost).status).toBe(500);
  expect(functions.busy()).toEqual([]);
  const after = await pids(2);
  expect([...after].filter((pid) => before.has(pid))).toHaveLength(1);
});
