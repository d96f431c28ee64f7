// The routes of field catalogs: who gets in, and what requests look like.
import { Hono } from 'hono';
import { beforeEach, expect, it } from 'vitest';
import { addCatalogRoutes } from '../../../functions/core/http/catalog-routes.ts';
import type { StaffVisit } from '../../../functions/core/http/staff-door.ts';
import { visit } from '../steps/documents/sample-documents.ts';
import { createWorld, type World } from '../steps/world.ts';

let world: World;
let app: Hono<{ Variables: { visit: StaffVisit } }>;
let role: StaffVisit['actor']['role'];

beforeEach(() => {
  world = createWorld();
  world.fieldAnswers.set('crm|contact', {
    fields: [
      {
        api_name: 'Card_Status',
        field_label: 'Card status',
        data_type: 'text',
        custom_field: true,
      },
    ],
  });
  role = 'admin';
  app = new Hono();
  app.use(async (c, next) => {
    const actor = { ...visit.actor, role };
    c.set('visit', { ...visit, actor, organization: '10234695' } as StaffVisit);
    return next();
  });
  addCatalogRoutes(app, world.ports);
});

async function call(method: string, path: string, body?: object) {
  const init = { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  const response = await app.request(path, init);
  return { status: response.status, json: (await response.json()) as Record<string, never> };
}

it('lists what every organization has, and what this one has after a refresh', async () => {
  const contact = (json: object) =>
    (json as { catalogs: { product: string; object: string }[] }).catalogs.find(
      (one) => one.product === 'crm' && one.object === 'contact',
    );
  const before = await call('GET', '/catalogs');
  expect(contact(before.json)).toMatchObject({ source: 'unread', custom: 0 });
  const after = await call('POST', '/catalogs/refresh', { product: 'crm' });
  expect(contact(after.json)).toMatchObject({ source: 'live', custom: 1 });
});

it('shows one record with its fields, asking for them when nobody has yet', async () => {
  const shown = await call('GET', '/catalogs/crm/contact');
  expect(shown).toMatchObject({ status: 200, json: { catalog: { source: 'live' } } });
  expect(JSON.stringify(shown.json)).toContain('"path":"Card_Status"');
  expect(world.calls).toEqual(['readFields crm contact']);
});

it('refuses who is no administrator, a record that there is not, and a request that is none', async () => {
  expect(await call('GET', '/catalogs/crm/nothing')).toMatchObject({ status: 404 });
  expect((await call('GET', '/catalogs/CRM/contact')).json).toMatchObject({
    error: { code: 'invalid-request' },
  });
  expect((await call('POST', '/catalogs/refresh', { product: 7 })).json).toMatchObject({
    error: { code: 'invalid-request' },
  });
  role = 'viewer';
  for (const [method, path] of [
    ['GET', '/catalogs'],
    ['GET', '/catalogs/crm/contact'],
    ['POST', '/catalogs/refresh'],
  ] as const) {
    expect((await call(method, path)).json).toMatchObject({ error: { code: 'not-allowed' } });
  }
});
