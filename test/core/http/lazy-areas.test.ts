// Areas that are loaded late: their routes are as if they had always been there, and a file that can't be read is no crash.
import { Hono } from 'hono';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSecrets } from '../../../functions/core/connectors/system/sealed-secrets.ts';
import { apiRoutes } from '../../../functions/core/http/api-routes.ts';
import { type Area, addLazyAreas } from '../../../functions/core/http/lazy-areas.ts';
import { problemOf, problemResponse } from '../../../functions/core/http/problem-response.ts';
import type { StaffVisit } from '../../../functions/core/http/staff-door.ts';
import { createWorld } from '../steps/world.ts';
import { staffDoorOf } from './granted-token.ts';

const { ports: worldPorts } = createWorld();
const ports = {
  ...worldPorts,
  secrets: createSecrets(Buffer.alloc(32, 1).toString('base64')),
  staffDoor: staffDoorOf(worldPorts),
  waker: { wake: async () => undefined },
};
const visit = { installation: 'inst-1', organization: '1', actor: { userId: 'u' } } as StaffVisit;

/** A late file has a class of its own by this name. */
class StoreFailure extends Error {
  override readonly name = 'StoreFailure';
}

let loads: number;
let failing: boolean;
const area: Area = {
  paths: ['/things'],
  async load() {
    loads += 1;
    if (failing) throw new Error("Cannot find module './things.lazy.js'");
    return (app) => {
      app.get('/things', (c) => c.json({ who: c.get('visit').actor.userId, q: c.req.query('q') }));
      app.put('/things/:id', async (c) =>
        c.json({ id: c.req.param('id'), body: await c.req.json() }),
      );
      app.get('/things/broken', () => {
        throw new TypeError('a fault');
      });
      app.get('/things/unkept', () => {
        throw new StoreFailure();
      });
    };
  },
};

function appWith(areas: readonly Area[]) {
  const app = new Hono<{ Variables: { visit: StaffVisit } }>();
  app.onError((error, c) => problemResponse(c, problemOf(error, error.name)));
  app.notFound((c) => c.json({ unknown: c.req.path }, 404));
  app.use(async (c, next) => {
    c.set('visit', visit);
    // As the door against card data does it: the text is read before the area is there.
    if (c.req.method !== 'GET') await c.req.text();
    await next();
  });
  addLazyAreas(app, ports, areas);
  return app;
}

beforeEach(() => {
  loads = 0;
  failing = false;
});

describe('an area', () => {
  it('is not loaded by requests to other addresses', async () => {
    const answer = await appWith([area]).request('/thingsome');
    expect([answer.status, loads]).toEqual([404, 0]);
  });

  it('knows who asks, the query, the address and the body that was read before', async () => {
    const app = appWith([area]);
    expect(await (await app.request('/things?q=7')).json()).toEqual({ who: 'u', q: '7' });
    const put = await app.request('/things/a', { method: 'PUT', body: '{"name":"Zoë"}' });
    expect(await put.json()).toEqual({ id: 'a', body: { name: 'Zoë' } });
  });

  it('leaves its errors to the whole, and knows no other addresses', async () => {
    const app = appWith([area]);
    const broken = await app.request('/things/broken');
    expect([broken.status, await broken.text()]).toEqual([
      500,
      expect.stringContaining('TypeError'),
    ]);
    const unknown = await app.request('/things/a/b');
    expect([unknown.status, await unknown.json()]).toMatchObject([
      404,
      { error: { code: 'not-found' } },
    ]);
  });

  it('has its store failures known as such', async () => {
    const answer = await appWith([area]).request('/things/unkept');
    expect([answer.status, await answer.text()]).toEqual([
      503,
      expect.stringContaining('store-unavailable'),
    ]);
  });

  it('whose file cannot be read is a problem to the one who asked, and is tried again', async () => {
    const app = appWith([area]);
    failing = true;
    const answer = await app.request('/things');
    expect([answer.status, await answer.json()]).toMatchObject([
      500,
      { error: { code: 'internal-error' } },
    ]);
    failing = false;
    expect((await app.request('/things')).status).toBe(200);
    expect(loads).toBe(2);
  });
});

it('nobody without a token learns which addresses there are, nor has anything loaded for them', async () => {
  const app = apiRoutes(ports);
  for (const path of ['/refunds', '/installation', '/nothing']) {
    expect((await app.request(path, { method: 'POST' })).status).toBe(401);
  }
});
