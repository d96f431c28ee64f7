// The functions' gateway: what a handler sees, what it is guarded from, and how it dies.
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adminApp, type Sandbox, sdkPath, startSandbox, until, writeFunction } from './sandbox.ts';

const echo = `
const { createHash } = require('node:crypto');
module.exports = (req, res) => {
  const hash = createHash('sha256');
  let bytes = 0;
  req.on('data', (part) => { hash.update(part); bytes += part.length; });
  req.on('end', () => {
    res.writeHead(201, 'Made', { 'content-type': 'application/json', 'set-cookie': ['a=1', 'b=2'] });
    res.end(JSON.stringify({
      method: req.method, url: req.url, headers: req.headers, bytes, hash: hash.digest('hex'),
      env: process.env, now: Date.now(), fresh: new Date().getTime(),
      real: performance.timeOrigin + performance.now(), isDate: new Date() instanceof Date,
    }));
  });
};`;

const store = `
const catalyst = require(${JSON.stringify(sdkPath)});
module.exports.default = async (req, res) => {
  const scope = req.url.includes('admin') ? 'admin' : undefined;
  const links = catalyst.initialize(req, { scope }).datastore().table('Links');
  try {
    const row = await links.insertRow({ link_key: req.url, installation: 'one', kind: 'x' });
    res.end(row.ROWID);
  } catch (error) {
    res.writeHead(500).end(error.message);
  }
};`;

const moody = `
console.log('loaded');
module.exports = (req, res) => {
  if (req.url === '/crash') process.exit(3);
  if (req.url === '/throw') setImmediate(() => { throw new Error('no good'); });
  if (req.url === '/half') { res.write('half'); setTimeout(() => process.exit(3), 20); }
  if (req.url === '/pid') res.end(String(process.pid));
};`;

let sandbox: Sandbox;
let base: string;

beforeAll(async () => {
  sandbox = await startSandbox({
    functions: {
      echo: { type: 'advancedio', code: echo },
      store: { type: 'advancedio', code: store },
      moody: { type: 'advancedio', code: moody },
      broken: { type: 'advancedio', code: 'throw new Error("cannot load");' },
      worker: { type: 'job', code: 'module.exports = async () => {};' },
    },
    env: { MASTER_KEY: 'from the console' },
    limits: { ioMs: 1_500 },
    concurrency: 4,
  });
  base = sandbox.catalyst.functions.base;
});
afterAll(() => sandbox.close());

interface Echo {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly bytes: number;
  readonly hash: string;
  readonly env: Record<string, string>;
  readonly now: number;
  readonly fresh: number;
  readonly real: number;
  readonly isDate: boolean;
}

async function echoed(path: string, init?: RequestInit): Promise<Echo> {
  const response = await fetch(`${base}/echo${path}`, init);
  return (await response.json()) as Echo;
}

async function pid(): Promise<string> {
  return (await fetch(`${base}/moody/pid`)).text();
}

describe('what the handler sees', () => {
  it.each([
    ['', '/'],
    ['/', '/'],
    ['/a/b?c=d%20e&c=f', '/a/b?c=d%20e&c=f'],
    ['?x=1', '/?x=1'],
    ['/execute/a', '/execute/a'],
    ['/execute', '/execute'],
  ])('cuts the prefix off /server/echo%s', async (path, url) => {
    expect(await echoed(path)).toMatchObject({ method: 'GET', url });
  });

  it('passes bytes, status, reason and repeated headers on as they are', async () => {
    const body = Buffer.from(Array.from({ length: 300_000 }, (_, index) => index % 256));
    const response = await fetch(`${base}/echo/raw`, { method: 'PUT', body });
    expect(response.status).toBe(201);
    expect(response.statusText).toBe('Made');
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    const { createHash } = await import('node:crypto');
    expect(await response.json()).toMatchObject({
      method: 'PUT',
      bytes: body.length,
      hash: createHash('sha256').update(body).digest('hex'),
    });
  });

  it('takes away Authorization and made-up x-zc headers, and gives its own to anybody', async () => {
    const { catalyst } = sandbox;
    const { headers } = await echoed('/', {
      headers: {
        Authorization: 'Bearer mine',
        'X-App-Token': 'mine too',
        'X-ZC-Admin-Cred-Token': 'made up',
        'x-zc-user-type': 'admin',
      },
    });
    expect(headers).not.toHaveProperty('authorization');
    expect(headers).toMatchObject({
      'x-app-token': 'mine too',
      'x-zc-projectid': catalyst.projectId,
      'x-zc-project-key': catalyst.projectKey,
      'x-zc-environment': 'Production',
      'x-zc-admin-cred-type': 'token',
      'x-zc-admin-cred-token': catalyst.token,
      'x-zc-user-type': 'user',
    });
    expect(headers['x-zc-user-cred-token']).not.toBe(catalyst.token);
  });

  it('has the console variables and nothing of the machine in its environment', async () => {
    const { env } = await echoed('/');
    expect(env).toEqual({
      PATH: expect.any(String),
      X_ZOHO_CATALYST_CONSOLE_URL: sandbox.catalyst.url,
      CATALYST_PROJECT_TIMEZONE: 'America/Los_Angeles',
      MASTER_KEY: 'from the console',
    });
  });

  it('lives on the clock of the sandbox, also after a jump', async () => {
    const before = await echoed('/');
    expect(Math.abs(before.now - sandbox.clock.now())).toBeLessThan(1_000);
    sandbox.clock.advanceToNextDay();
    const after = await echoed('/');
    expect(Math.abs(after.now - sandbox.clock.now())).toBeLessThan(1_000);
    expect(Math.abs(after.fresh - after.now)).toBeLessThan(100);
    expect(after.isDate).toBe(true);
    expect(after.real - before.real).toBeLessThan(1_000);
  });

  it('may write rows in admin scope, while the anonymous caller as user may not', async () => {
    const row = await fetch(`${base}/store/admin`);
    expect(await row.text()).toMatch(/^\d{17}$/);
    const refused = await fetch(`${base}/store/user`);
    expect(refused.status).toBe(500);
    expect(await refused.text()).toContain('No privileges');
  });

  it('can be called through the SDK', async () => {
    const app = adminApp(sandbox.catalyst);
    const output = await app.functions().execute('echo', { args: { a: '1' } });
    expect(JSON.parse(String(output))).toMatchObject({ method: 'GET', url: '/?a=1' });
  });
});

describe('what the gateway refuses', () => {
  it.each(['/nothing', '/worker', '/%2e%2e', ''])('knows no HTTP function at %s', async (path) => {
    const response = await fetch(`${base}${path}`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ status: 'failure' });
  });

  it('ends a function that takes too long, and starts it again at the next call', async () => {
    const first = await pid();
    const response = await fetch(`${base}/moody/never`);
    expect(response.status).toBe(504);
    expect(await pid()).not.toBe(first);
  });

  it.each(['crash', 'throw'])('answers 500 after a %s, and starts it again', async (how) => {
    const first = await pid();
    const response = await fetch(`${base}/moody/${how}`);
    expect(response.status).toBe(500);
    expect(await pid()).not.toBe(first);
  });

  it('cuts off an answer that the function left half done', async () => {
    const response = await fetch(`${base}/moody/half`);
    await expect(response.text()).rejects.toThrow();
  });

  it('answers 500 for a function that cannot be loaded', async () => {
    expect((await fetch(`${base}/broken/`)).status).toBe(500);
  });

  it('refuses what is over the concurrency limit', async () => {
    const waiting = Array.from({ length: 4 }, () => fetch(`${base}/moody/never`));
    await new Promise((resolve) => setTimeout(resolve, 100));
    const refused = await fetch(`${base}/moody/never`);
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({ data: { error_code: 'TOO_MANY_REQUESTS' } });
    await Promise.all(waiting);
    expect((await fetch(`${base}/moody/pid`)).status).toBe(200);
  });

  it('outlives a caller that hangs up', async () => {
    const first = await pid();
    const call = request(`${base}/moody/never`);
    call.on('error', () => {});
    call.end();
    await new Promise((resolve) => setTimeout(resolve, 50));
    call.destroy();
    expect(await pid()).toBe(first);
  });
});

describe('from outside', () => {
  it('kills and restarts functions on demand, and loads what was built meanwhile', async () => {
    const first = await pid();
    sandbox.catalyst.functions.kill('moody');
    await until(() => {
      try {
        process.kill(Number(first), 0);
        return false;
      } catch {
        return true;
      }
    });
    expect(await pid()).not.toBe(first);
    const code = 'module.exports = (req, res) => res.end("new");';
    writeFunction(join(sandbox.dir, 'functions'), 'moody', { type: 'advancedio', code });
    await sandbox.catalyst.functions.restart('moody');
    expect(await pid()).toBe('new');
  });

  it('keeps the output of functions in a log of their own', () => {
    expect(readFileSync(join(sandbox.dir, 'data', 'logs', 'moody.log'), 'utf8')).toContain(
      'no good',
    );
  });
});
