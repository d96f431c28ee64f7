// The other services through the genuine SDK: cache, mail, bulk jobs, search, connections, users; and who may come in.
import { createReadStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, adminApp, loadSdk, refusal, type Sandbox, startSandbox } from './sandbox.ts';

let sandbox: Sandbox;
let app: App;

beforeAll(async () => {
  sandbox = await startSandbox({
    connections: { books: { headers: { Authorization: 'Zoho-oauthtoken x' }, parameters: {} } },
  });
  app = adminApp(sandbox.catalyst);
});
afterAll(() => sandbox.close());

describe('cache', () => {
  it('keeps a value for the hours asked for, 48 when none are', async () => {
    const segment = app.cache().segment();
    expect(await segment.put('token', 'abc', 1)).toMatchObject({
      cache_name: 'token',
      cache_value: 'abc',
      expiry_in_hours: 1,
      expires_in: expect.stringMatching(/^\w{3} \d+, \d{4}/),
    });
    expect(await segment.getValue('token')).toBe('abc');
    sandbox.clock.advance(3_600_001);
    expect(await segment.getValue('token')).toBeNull();
    await segment.put('token', 'def', 1);
    expect(await segment.update('token', 'ghi')).toMatchObject({ expiry_in_hours: 48 });
    sandbox.clock.advance(47 * 3_600_000);
    expect(await segment.getValue('token')).toBe('ghi');
  });

  it('answers null for a key that is missing or deleted, not an error', async () => {
    const segment = app.cache().segment();
    expect(await segment.get('missing')).toMatchObject({
      cache_name: 'missing',
      cache_value: null,
    });
    await segment.put('gone', 'x');
    await segment.delete('gone');
    expect(await segment.get('gone')).toMatchObject({ cache_value: null, expires_in: null });
  });

  it('refuses lifetimes over 48 hours, values that are no strings and unknown segments', async () => {
    const segment = app.cache().segment();
    expect(await refusal(segment.put('a', 'x', 49))).toMatchObject({ statusCode: 400 });
    const number: unknown = 5;
    expect(await refusal(segment.put('a', number as string))).toMatchObject({ statusCode: 400 });
    expect(await refusal(app.cache().segment('123').getValue('a'))).toMatchObject({
      statusCode: 404,
    });
    const [byDefault] = await app.cache().getAllSegment();
    expect(byDefault?.toJSON()).toMatchObject({ segment_name: 'Default' });
  });
});

describe('mail', () => {
  const mail = {
    from_email: 'billing@example.com',
    to_email: ['a@example.org', 'b@example.org'],
    subject: 'Über due',
    content: '<p>Pay, please</p>',
  };

  it('puts a mail with an attachment into the outbox', async () => {
    const file = join(sandbox.dir, 'invoice.txt');
    writeFileSync(file, 'INV-1');
    const sent = await app.email().sendMail({
      ...mail,
      cc: ['c@example.org'],
      html_mode: true,
      attachments: [createReadStream(file)],
    });
    expect(sent).toMatchObject({ to_email: mail.to_email, subject: mail.subject });
    expect(sandbox.catalyst.outbox.list()).toMatchObject([
      {
        from: 'billing@example.com',
        to: mail.to_email,
        cc: ['c@example.org'],
        subject: 'Über due',
        content: '<p>Pay, please</p>',
        html: true,
        attachments: [{ name: 'invoice.txt', bytes: 5 }],
      },
    ]);
  });

  it.each([
    ['eleven recipients', { to_email: Array.from({ length: 11 }, (_, n) => `r${n}@example.org`) }],
    ['no recipient', { to_email: [] }],
    ['an address that is none', { to_email: 'nobody' }],
    ['no subject', { subject: '' }],
  ])('refuses %s', async (_, over) => {
    const before = sandbox.catalyst.outbox.list().length;
    expect(await refusal(app.email().sendMail({ ...mail, ...over }))).toMatchObject({
      statusCode: 400,
    });
    expect(sandbox.catalyst.outbox.list()).toHaveLength(before);
  });
});

describe('bulk jobs', () => {
  const rows = [
    { link_key: 'b1', installation: 'one', kind: 'item', target: 'a "quoted", line' },
    { link_key: 'b2', installation: 'two', kind: 'item' },
  ];

  it('reads a table into a zipped CSV file', async () => {
    await app.datastore().table('Links').insertRows(rows);
    const read = app.datastore().table('Links').bulkJob('read');
    const job = await read.createJob({
      select_columns: ['link_key', 'target'],
      criteria: {
        group_operator: 'or',
        group: [
          { column_name: 'link_key', comparator: 'equal', value: 'b1' },
          { column_name: 'installation', comparator: 'equal', value: 'two' },
        ],
      },
    });
    expect(job.status).toBe('In-Progress');
    expect(await read.getStatus(job.job_id)).toMatchObject({
      status: 'Completed',
      results: { details: [{ records_processed: 2 }] },
    });
    const stream: unknown = await read.getResult(job.job_id);
    const parts: Buffer[] = [];
    for await (const part of stream as AsyncIterable<Buffer>) parts.push(part);
    const files = unzipSync(Buffer.concat(parts));
    const [csv = new Uint8Array()] = Object.values(files);
    expect(strFromU8(csv)).toBe('link_key,target\r\nb1,"a ""quoted"", line"\r\nb2,\r\n');
  });

  it('writes an uploaded CSV file, updating what is there', async () => {
    const file = join(sandbox.dir, 'links.csv');
    writeFileSync(
      file,
      'link_key,installation,kind,target\nb1,one,item,"two\nlines"\nb3,one,item,\n',
    );
    const uploaded = await app
      .filestore()
      .folder('1')
      .uploadFile({ code: createReadStream(file), name: 'links.csv' });
    const write = app.datastore().table('Links').bulkJob('write');
    const job = await write.createJob(uploaded.id, { operation: 'upsert', find_by: 'link_key' });
    expect(await write.getStatus(job.job_id)).toMatchObject({ status: 'Completed' });
    const found = await app
      .zcql()
      .executeZCQLQuery("SELECT link_key, target FROM Links WHERE link_key IN ('b1', 'b3')");
    expect(found).toEqual([
      { Links: { link_key: 'b1', target: 'two\nlines' } },
      { Links: { link_key: 'b3', target: null } },
    ]);
    const again = await write.createJob(uploaded.id, { operation: 'insert' });
    expect(await write.getStatus(again.job_id)).toMatchObject({ status: 'Failed' });
  });
});

describe('search, connections and users', () => {
  it('finds rows by words in Var Char columns only', async () => {
    const query = (columns: string[]) =>
      app.search().executeSearchQuery({
        search: 'ADA',
        search_table_columns: { Payments: columns },
        select_table_columns: { Payments: ['payment_key'] },
      });
    await app.datastore().table('Payments').insertRow({
      payment_key: 'p1',
      installation: 'one',
      merchant_id: 'm',
      gateway_id: 'g',
      state: 'captured',
      currency: 'USD',
      version: '1',
      order_number: 'order of Ada',
    });
    expect(await query(['order_number', 'reference'])).toEqual({
      Payments: [{ payment_key: 'p1' }],
    });
    expect(await refusal(query(['detail']))).toMatchObject({ statusCode: 400 });
  });

  it('hands out the credentials of a connection', async () => {
    expect(await app.connections().getConnectionCredentials('books')).toEqual({
      headers: { Authorization: 'Zoho-oauthtoken x' },
      parameters: {},
    });
    expect(await refusal(app.connections().getConnectionCredentials('none'))).toMatchObject({
      statusCode: 404,
    });
  });

  it('knows who is asking', async () => {
    expect(await app.userManagement().getCurrentUser()).toMatchObject({
      email_id: 'admin@example.com',
      role_details: { role_name: 'App Administrator' },
    });
  });
});

describe('who may come in', () => {
  const call = (headers: Record<string, string>, path = '/table') => {
    const { url, projectId } = sandbox.catalyst;
    return fetch(`${url}/baas/v1/project/${projectId}${path}`, { headers });
  };
  const authorized = () => ({ Authorization: `Zoho-oauthtoken ${sandbox.catalyst.token}` });

  it('lets a bare REST client in with the token alone', async () => {
    const response = await call(authorized());
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ status: 'success' });
  });

  it.each([
    ['no token', () => ({})],
    ['a wrong token', () => ({ Authorization: 'Zoho-oauthtoken 1000.x' })],
    ['another scheme', () => ({ Authorization: `Bearer ${sandbox.catalyst.token}` })],
    ['a wrong project key', () => ({ ...authorized(), PROJECT_ID: '1' })],
    ['an unknown scope', () => ({ ...authorized(), 'X-CATALYST-USER': 'root' })],
  ])('refuses %s', async (_, headers) => {
    const response = await call(headers());
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({
      status: 'failure',
      data: { message: expect.any(String), error_code: 'INVALID_TOKEN' },
    });
  });

  it('answers 404 for another project and for unknown paths', async () => {
    expect((await call(authorized(), '/no-such-thing')).status).toBe(404);
    const { url } = sandbox.catalyst;
    const other = await fetch(`${url}/baas/v1/project/1/table`, { headers: authorized() });
    expect(other.status).toBe(404);
    expect((await fetch(url)).status).toBe(404);
  });

  it('serves the SDK outside of functions too', async () => {
    const { url, projectId, projectKey, token } = sandbox.catalyst;
    const sdk = loadSdk({ url });
    const outside = sdk.initializeApp({
      project_id: projectId,
      project_key: projectKey,
      environment: 'Development',
      credential: sdk.credential.accessToken(token),
    });
    expect(await outside.zcql().executeZCQLQuery('SELECT COUNT(ROWID) FROM Links')).toHaveLength(1);
  });
});
