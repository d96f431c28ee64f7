// The documents' routes: who gets in, what requests look like, and a document's whole way by http.
import { beforeEach, describe, expect, it } from 'vitest';
import { createSecrets } from '../../../functions/core/connectors/system/sealed-secrets.ts';
import type { Role } from '../../../functions/core/domain/role.ts';
import { apiRoutes } from '../../../functions/core/http/api-routes.ts';
import { mapsPayment, withoutMarkSent } from '../steps/documents/sample-documents.ts';
import { createWorld, type World } from '../steps/world.ts';
import { grantedToken, staffDoorOf } from './granted-token.ts';

const orderToCash = '/documents/flow/order-to-cash';

let world: World;
let app: ReturnType<typeof apiRoutes>;

beforeEach(() => {
  world = createWorld();
  app = apiRoutes({
    ...world.ports,
    secrets: createSecrets(Buffer.alloc(32, 1).toString('base64')),
    staffDoor: staffDoorOf(world.ports),
    waker: { wake: async () => undefined },
  });
});

function token(role: string, organization = '10234695'): Promise<string> {
  return grantedToken(world.ports, { role: role as Role, organization, name: 'Ann Admin' });
}

interface Reply {
  readonly status: number;
  readonly text: string;
  readonly json: Readonly<Record<string, unknown>>;
}

async function call(method: string, path: string, body?: unknown, role = 'admin'): Promise<Reply> {
  const response = await app.request(path, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: role === '' ? {} : { 'x-tallybridge-token': await token(role) },
  });
  const text = await response.text();
  return { status: response.status, text, json: JSON.parse(text) as Reply['json'] };
}

const emptyBundle = { tallybridgeBundle: 1, flows: [], mappings: [], tables: [], off: [] };
const record = { product: 'canonical', object: 'payment' };
const requests: readonly (readonly [method: string, path: string, body: object | undefined])[] = [
  ['GET', '/documents', undefined],
  ['GET', orderToCash, undefined],
  ['GET', `${orderToCash}/versions/1`, undefined],
  ['GET', `${orderToCash}/compare?from=1&to=1`, undefined],
  ['PUT', `${orderToCash}/draft`, { body: {}, seen: '' }],
  ['DELETE', `${orderToCash}/draft`, { seen: '1.ab' }],
  ['POST', `${orderToCash}/publish`, { seen: '', version: 1, note: 'x' }],
  ['POST', `${orderToCash}/roll-back`, { to: 1, version: 1, note: 'x' }],
  ['POST', `${orderToCash}/switch`, { on: false, version: 1, note: 'x' }],
  ['POST', '/suggestions', { target: { product: 'books', object: 'invoice' }, sources: [record] }],
  ['POST', '/preview', { mapping: 'payment-to-books-payment' }],
  ['POST', '/bundles/export', {}],
  ['POST', '/bundles/diff', { bundle: emptyBundle }],
  ['POST', '/bundles/import', { bundle: emptyBundle }],
];

describe('the documents’ routes', () => {
  it.each(requests)('%s %s is for administrators only', async (method, path, body) => {
    expect(await call(method, path, body, '')).toMatchObject({ status: 401 });
    expect(await call(method, path, body, 'approver')).toMatchObject({
      status: 403,
      json: { error: { code: 'not-allowed' } },
    });
    expect((await call(method, path, body)).status).not.toBe(403);
  });

  it.each([
    ['GET', '/documents/poem/order-to-cash', undefined, 'kind'],
    ['GET', '/documents/flow/Order', undefined, 'id'],
    ['GET', `${orderToCash}/versions/latest`, undefined, 'version'],
    ['GET', `${orderToCash}/compare?from=1`, undefined, 'to'],
    ['PUT', `${orderToCash}/draft`, { body: [], seen: '' }, 'body'],
    ['POST', `${orderToCash}/publish`, { seen: '', version: 1, note: '  ' }, 'note'],
    ['POST', '/documents/table/payment-mode/switch', { on: true, version: 1, note: 'x' }, 'kind'],
    ['POST', '/bundles/diff', undefined, 'bundle'],
  ] as const)(
    '%s %s with %o is refused with the field’s name',
    async (method, path, body, field) => {
      expect(await call(method, path, body)).toMatchObject({
        status: 400,
        json: { error: { code: 'invalid-request', facts: { field } } },
      });
    },
  );

  it('take a document from its draft to a version and back', async () => {
    const body = withoutMarkSent();
    const saved = await call('PUT', `${orderToCash}/draft`, { body, seen: '' });
    expect(saved).toMatchObject({ status: 200, json: { faults: [] } });
    const again = await call('PUT', `${orderToCash}/draft`, { body, seen: '' });
    expect(again).toMatchObject({ status: 409, json: { error: { code: 'document-changed' } } });
    const compared = await call('GET', `${orderToCash}/compare?from=1&to=draft`);
    expect(compared.text).toContain('Removed: “mark-sent”');
    const publish = { seen: saved.json.revision, version: 1, note: 'No mails' };
    const published = await call('POST', `${orderToCash}/publish`, publish);
    expect(published).toMatchObject({ status: 200, json: { version: 1001 } });
    const back = { to: 1, version: 1001, note: 'Mails again' };
    const rolledBack = await call('POST', `${orderToCash}/roll-back`, back);
    expect(rolledBack).toMatchObject({ status: 200, json: { version: 1002 } });
    const shown = await call('GET', orderToCash);
    expect(shown.json.history).toMatchObject([
      { version: 1002 },
      { version: 1001 },
      { version: 1 },
    ]);
  });

  it('answer the faults of a document that can’t be published', async () => {
    const path = '/documents/flow/tell-payment';
    const body = { ...mapsPayment, start: 'nowhere' };
    const { json } = await call('PUT', `${path}/draft`, { body, seen: '' });
    const publish = { seen: json.revision, version: 0, note: 'x' };
    const refused = await call('POST', `${path}/publish`, publish);
    expect(refused).toMatchObject({ status: 409, json: { error: { code: 'document-faulty' } } });
    expect(refused.text).toContain('nowhere');
  });

  it('carry a bundle as the very bytes that were exported', async () => {
    const documents = [{ kind: 'flow', id: 'order-to-cash' }];
    const first = await call('POST', '/bundles/export', { documents });
    expect(first.text.endsWith('}\n')).toBe(true);
    const diff = await call('POST', '/bundles/diff', { bundle: first.json });
    expect(diff.json).toMatchObject({ documents: [{ state: 'same' }], missing: [], faults: [] });
  });
});
