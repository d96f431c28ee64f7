// The Data Store through the genuine SDK: rows, limits, duplicates, precision, restarts.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type App, adminApp, refusal, type Sandbox, startSandbox } from './sandbox.ts';

let sandbox: Sandbox;
let app: App;
let serial = 0;

beforeAll(async () => {
  sandbox = await startSandbox();
  app = adminApp(sandbox.catalyst);
});
afterAll(() => sandbox.close());
beforeEach(() => {
  sandbox.catalyst.faults.clear();
});

function links() {
  return app.datastore().table('Links');
}

function link(over: Record<string, unknown> = {}) {
  serial += 1;
  return { link_key: `key-${serial}`, installation: 'one', kind: 'customer', ...over };
}

describe('rows', () => {
  it('answers the inserted row with string ids and empty columns as null', async () => {
    const row = await links().insertRow(link({ created_at: 1_790_000_000_000 }));
    expect(row).toEqual({
      ROWID: expect.stringMatching(/^\d{17}$/),
      CREATORID: expect.stringMatching(/^\d+$/),
      CREATEDTIME: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d:\d{3}$/),
      MODIFIEDTIME: row.CREATEDTIME,
      link_key: `key-${serial}`,
      installation: 'one',
      kind: 'customer',
      target: null,
      created_at: '1790000000000',
    });
    expect(await links().getRow(row.ROWID)).toEqual(row);
  });

  it('gives ROWIDs that a number cannot hold', async () => {
    const [first, second] = await links().insertRows([link(), link()]);
    expect(BigInt(second?.ROWID ?? 0)).toBe(BigInt(first?.ROWID ?? 0) + 1n);
    const numbers = [Number(first?.ROWID), Number(second?.ROWID)];
    expect(numbers.map((value) => String(value))).not.toEqual([first?.ROWID, second?.ROWID]);
  });

  it('writes timestamps in the project time zone without an offset', async () => {
    const row = await links().insertRow(link());
    const local = new Date(row.CREATEDTIME.replace(/:(\d{3})$/, '.$1').replace(' ', 'T'));
    const asUtc = Date.UTC(
      local.getFullYear(),
      local.getMonth(),
      local.getDate(),
      local.getHours(),
      local.getMinutes(),
    );
    const hoursBehind = (sandbox.clock.now() - asUtc) / 3_600_000;
    expect(Math.round(hoursBehind)).toBeGreaterThanOrEqual(7);
    expect(Math.round(hoursBehind)).toBeLessThanOrEqual(8);
  });

  it('changes only the columns sent, and MODIFIEDTIME', async () => {
    const row = await links().insertRow(link({ target: 'before' }));
    sandbox.clock.advance(1_000);
    const changed = await links().updateRow({ ROWID: row.ROWID, target: 'after' });
    expect(changed).toEqual({
      ...row,
      target: 'after',
      MODIFIEDTIME: changed.MODIFIEDTIME,
    });
    expect(changed.MODIFIEDTIME > row.MODIFIEDTIME).toBe(true);
  });

  it('deletes one row and several', async () => {
    const rows = await links().insertRows([link(), link(), link()]);
    const ids = rows.map(({ ROWID }) => ROWID);
    expect(await links().deleteRow(ids[0] ?? '')).toBe(true);
    expect(await links().deleteRows(ids.slice(1))).toBe(true);
    expect(await refusal(links().getRow(ids[2] ?? ''))).toMatchObject({
      statusCode: 404,
      code: 'INVALID_ID',
    });
  });

  it('pages through all rows by token', async () => {
    const cursors = app.datastore().table('Cursors');
    const row = (index: number) => ({ cursor_key: `c${index}`, installation: 'one' });
    await cursors.insertRows(Array.from({ length: 150 }, (_, index) => row(index)));
    await cursors.insertRows(Array.from({ length: 100 }, (_, index) => row(150 + index)));
    const first = await cursors.getPagedRows();
    expect(first.data).toHaveLength(200);
    expect(first.more_records).toBe(true);
    const second = await cursors.getPagedRows({ nextToken: first.next_token ?? '', maxRows: 200 });
    expect(second.data).toHaveLength(50);
    expect(second.more_records).toBe(false);
    const keys = new Set<string>();
    for await (const each of cursors.getIterableRows()) keys.add(each.cursor_key);
    expect(keys.size).toBe(250);
  });

  it('describes tables and columns', async () => {
    const table = await app.datastore().getTableDetails('Links');
    const { table_id } = table.toJSON();
    expect(await app.datastore().getAllTables()).toHaveLength(
      sandbox.catalyst.tables.overview().length,
    );
    const columns = await links().getAllColumns();
    const key = columns.find(({ column_name }) => column_name === 'link_key');
    expect(key).toMatchObject({ data_type: 'varchar', max_length: '255', is_unique: true });
    expect(await links().getColumnDetails(String(key?.column_id))).toEqual(key);
    const row = await links().insertRow(link());
    expect(await app.datastore().table(String(table_id)).getRow(row.ROWID)).toEqual(row);
  });
});

describe('what the store refuses', () => {
  it.each([
    ['a varchar that is too long', { link_key: 'x'.repeat(256) }],
    ['a text that is too long', { target: 'x'.repeat(10_001) }],
    ['a missing mandatory column', { kind: null }],
    ['a number that is none', { created_at: 'soon' }],
    ['a number with too many digits', { created_at: '12345678901234567890' }],
    ['an unknown column', { colour: 'red' }],
    ['a system column', { CREATEDTIME: '2026-01-01 00:00:00:000' }],
    ['an object as a value', { target: { a: 1 } }],
  ])('refuses %s', async (_, over) => {
    expect(await refusal(links().insertRow(link(over)))).toMatchObject({
      statusCode: 400,
      code: 'INVALID_INPUT',
    });
  });

  it('refuses an unknown table', async () => {
    expect(
      await refusal(app.datastore().table('links').insertRow({ link_key: 'x' })),
    ).toMatchObject({ statusCode: 400, code: 'INVALID_INPUT' });
  });

  it('refuses more than 200 rows in one request', async () => {
    const rows = Array.from({ length: 201 }, () => link());
    expect(await refusal(links().insertRows(rows))).toMatchObject({ statusCode: 400 });
    const ids = Array.from({ length: 201 }, (_, index) => String(index));
    expect(await refusal(links().deleteRows(ids))).toMatchObject({ statusCode: 400 });
  });

  it('refuses a second row with the same unique value, also by update, and writes nothing of the batch', async () => {
    const taken = link();
    const other = await links().insertRow(link());
    await links().insertRow(taken);
    const fresh = link();
    const duplicate = { statusCode: 409, code: 'DUPLICATE_VALUE' };
    expect(await refusal(links().insertRows([fresh, taken]))).toMatchObject(duplicate);
    expect(
      await refusal(links().updateRow({ ROWID: other.ROWID, link_key: taken.link_key })),
    ).toMatchObject(duplicate);
    expect(await links().insertRow(fresh)).toMatchObject(fresh);
  });

  it('turns characters of four bytes into question marks without a word', async () => {
    const row = await links().insertRow(link({ target: 'paid 🎉 früh' }));
    expect(row.target).toBe('paid ? früh');
  });

  it('limits rows in the Development environment', async () => {
    const small = await startSandbox({ environment: 'Development' });
    try {
      const table = adminApp(small.catalyst).datastore().table('Cursors');
      for (let batch = 0; batch < 25; batch += 1) {
        const rows = Array.from({ length: 200 }, (_, index) => ({
          cursor_key: `c${batch}-${index}`,
          installation: 'one',
        }));
        await table.insertRows(rows);
      }
      expect(
        await refusal(table.insertRow({ cursor_key: 'one too many', installation: 'one' })),
      ).toMatchObject({ statusCode: 403, code: 'API_LIMIT_REACHED' });
    } finally {
      await small.close();
      app = adminApp(sandbox.catalyst);
    }
  });
});

describe('broken connections', () => {
  it('has one row after the SDK has silently sent a cut insert three times', async () => {
    const row = link();
    sandbox.catalyst.takeCounts();
    sandbox.catalyst.faults.arm({ mode: 'cut-after', method: 'POST', path: '/row', times: 3 });
    await expect(links().insertRow(row)).rejects.toThrow();
    expect(sandbox.catalyst.takeCounts()).toEqual({ 'row.insert': 3 });
    const found = await app
      .zcql()
      .executeZCQLQuery(`SELECT ROWID FROM Links WHERE link_key = '${row.link_key}'`);
    expect(found).toHaveLength(1);
  });

  it('answers a duplicate when the first of the hidden attempts had been applied', async () => {
    sandbox.catalyst.faults.arm({ mode: 'cut-after', method: 'POST', path: '/row' });
    expect(await refusal(links().insertRow(link()))).toMatchObject({ statusCode: 409 });
  });

  it('says in Catalyst words that there were too many requests', async () => {
    sandbox.catalyst.faults.arm({ mode: 'rate-limit' });
    expect(await refusal(links().getPagedRows())).toMatchObject({
      statusCode: 429,
      code: 'TOO_MANY_REQUESTS',
    });
  });

  it('gives the SDK an answer that it cannot read', async () => {
    sandbox.catalyst.faults.arm({ mode: 'bad-json' });
    await expect(links().getPagedRows()).rejects.toThrow('parsing response');
    sandbox.catalyst.faults.arm({ mode: 'bad-gateway' });
    expect(await refusal(links().getPagedRows())).toMatchObject({ statusCode: 502 });
  });
});

describe('restarts', () => {
  it('keeps rows, identity and the order of ids', async () => {
    const row = await links().insertRow(link());
    const before = sandbox.catalyst;
    sandbox = await sandbox.restart();
    app = adminApp(sandbox.catalyst);
    expect(sandbox.catalyst.projectId).toBe(before.projectId);
    expect(sandbox.catalyst.token).toBe(before.token);
    expect(await links().getRow(row.ROWID)).toEqual(row);
    const next = await links().insertRow(link());
    expect(BigInt(next.ROWID)).toBeGreaterThan(BigInt(row.ROWID));
    expect(sandbox.catalyst.tables.newest('Links', 1)).toEqual([next]);
  });
});
