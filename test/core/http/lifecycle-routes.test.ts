// The routes of secrets, leaving, export and erasure: in shape, and for administrators of this installation only.
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { Role } from '../../../functions/core/domain/role.ts';
import { addLifecycleRoutes } from '../../../functions/core/http/lifecycle-routes.ts';
import type { StaffVisit } from '../../../functions/core/http/staff-door.ts';
import { INSTALLATION } from '../steps/fake-transactions.ts';
import { wholeCompany } from '../steps/lifecycle/whole-company.ts';

async function routes(role: Role = 'admin') {
  const company = await wholeCompany();
  const app = new Hono<{ Variables: { visit: StaffVisit } }>();
  app.use(async (c, next) => {
    const actor = { userId: 'u', name: 'U', role };
    c.set('visit', { installation: INSTALLATION, organization: '11', actor } as StaffVisit);
    return next();
  });
  addLifecycleRoutes(app, company.ports);
  const ask = async (method: string, path: string, body?: object) => {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    return app.request(path, { method, ...sent });
  };
  return { ...company, ask };
}

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body?: object;
}

const requests: readonly Asked[] = [
  { method: 'GET', path: '/secrets' },
  { method: 'POST', path: '/secrets/rotate', body: { kind: 'shop-webhook', secret: 'another' } },
  { method: 'GET', path: '/installation/leaving' },
  { method: 'GET', path: '/installation/export' },
  { method: 'POST', path: '/people/find', body: { email: 'ada@example.com' } },
  {
    method: 'POST',
    path: '/people/erase',
    body: { email: 'ada@example.com', reference: 'GDPR-7' },
  },
  { method: 'POST', path: '/installation/stay' },
  { method: 'POST', path: '/installation/uninstall', body: { confirm: 'Test company' } },
];

describe.each(requests)('$method $path', ({ method, path, body }) => {
  it('answers an administrator', async () => {
    const { ask } = await routes();
    expect((await ask(method, path, body)).status).toBe(200);
  });

  it('refuses everybody else', async () => {
    for (const role of ['viewer', 'agent', 'approver'] as const) {
      const { ask } = await routes(role);
      const answer = await ask(method, path, body);
      expect([role, answer.status]).toEqual([role, 403]);
      expect(await answer.json()).toMatchObject({ error: { code: 'not-allowed' } });
    }
  });
});

const withBody = requests.filter(({ body }) => body !== undefined);

describe.each(withBody)('$method $path', ({ method, path }) => {
  it('refuses what is not in shape', async () => {
    const { ask } = await routes();
    const answer = await ask(method, path, { anything: 'else' });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { code: 'invalid-request' } });
  });
});

describe('GET /installation/export', () => {
  it('names the next page in a header until there is none', async () => {
    const { ask, world } = await routes();
    for (let number = 0; number < 150; number += 1) await world.announce(`p${number}`);
    const pages: string[] = [];
    for (let after = ''; pages.length < 100; ) {
      const answer = await ask('GET', `/installation/export${after}`);
      expect(answer.headers.get('content-type')).toContain('application/x-ndjson');
      pages.push(await answer.text());
      const next = answer.headers.get('x-tallybridge-next');
      if (next === null) break;
      after = `?after=${encodeURIComponent(next)}`;
    }
    const lines = pages.join('').trim().split('\n');
    expect(lines.filter((line) => line.includes('"Inbox"'))).toHaveLength(150);
    expect((await ask('GET', "/installation/export?after='")).status).toBe(400);
  });
});
