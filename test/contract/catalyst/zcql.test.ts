// ZCQL through the genuine SDK: the documented grammar, its limits and its oddities.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, adminApp, refusal, type Sandbox, startSandbox } from './sandbox.ts';

let sandbox: Sandbox;
let app: App;

beforeAll(async () => {
  sandbox = await startSandbox();
  app = adminApp(sandbox.catalyst);
  const payments = [
    ['a', 'captured', 'USD', 1_000],
    ['b', 'captured', 'EUR', 250],
    ['c', 'declined', 'USD', 7_500],
    ['d', 'authorized', 'USD', null],
  ] as const;
  await app
    .datastore()
    .table('Payments')
    .insertRows(
      payments.map(([key, state, currency, minor]) => ({
        payment_key: key,
        installation: 'one',
        merchant_id: 'shop_usd',
        gateway_id: `g-${key}`,
        state,
        currency,
        authorized_minor: minor,
        version: 'v1',
      })),
    );
  await app
    .datastore()
    .table('Movements')
    .insertRows([movement('m1', 'a', 600), movement('m2', 'a', 400), movement('m3', 'b', 250)]);
});
afterAll(() => sandbox.close());

function movement(key: string, payment: string, minor: number) {
  return {
    movement_key: key,
    slot: key,
    installation: 'one',
    payment_key: payment,
    kind: 'refund',
    state: 'intended',
    amount_minor: minor,
    currency: 'USD',
  };
}

/** Rows of a query, out of their wrapping per table. */
async function query(zcql: string, table = 'Payments'): Promise<Record<string, unknown>[]> {
  const rows: Record<string, Record<string, unknown>>[] = await app.zcql().executeZCQLQuery(zcql);
  return rows.map((row) => row[table] ?? {});
}

async function keys(where: string): Promise<string> {
  const rows = await query(
    `SELECT payment_key FROM Payments WHERE ${where} ORDER BY payment_key ASC`,
  );
  return rows.map((row) => row.payment_key).join('');
}

describe('SELECT', () => {
  it('wraps each row under its table and answers whole numbers as strings', async () => {
    const rows = await app
      .zcql()
      .executeZCQLQuery(
        "SELECT payment_key, authorized_minor FROM Payments WHERE gateway_id = 'g-a'",
      );
    expect(rows).toEqual([{ Payments: { payment_key: 'a', authorized_minor: '1000' } }]);
  });

  it('answers all columns for a star, empty ones as null', async () => {
    const [row] = await query("SELECT * FROM Payments WHERE payment_key = 'd'");
    expect(row).toMatchObject({
      ROWID: expect.any(String),
      authorized_minor: null,
      order_id: null,
    });
  });

  it.each([
    ["state = 'captured'", 'ab'],
    ["state != 'captured'", 'cd'],
    ["state <> 'captured' AND currency = 'USD'", 'cd'],
    ['authorized_minor >= 1000', 'ac'],
    ["authorized_minor > '1000'", 'c'],
    ['authorized_minor < 1000 OR authorized_minor > 7000', 'bc'],
    ["currency = 'USD' AND (state = 'captured' OR state = 'declined')", 'ac'],
    ["state IN ('captured', 'declined')", 'abc'],
    ["state not in ('captured', 'declined')", 'd'],
    ['authorized_minor BETWEEN 250 AND 1000', 'ab'],
    ['authorized_minor NOT BETWEEN 250 AND 1000', 'c'],
    ['authorized_minor IS NULL', 'd'],
    ['authorized_minor IS NOT NULL', 'abc'],
    ['payment_key IN (SELECT payment_key FROM Movements WHERE amount_minor > 500)', 'a'],
    ['payment_key = (SELECT MAX(payment_key) FROM Payments)', 'd'],
    ["gateway_id = 'it''s'", ''],
    ["state IN ('select', '(')", ''],
  ])('finds by %s', async (where, expected) => {
    expect(await keys(where)).toBe(expected);
  });

  it('finds nothing with LIKE, without a word', async () => {
    expect(await keys("state LIKE '%capt%'")).toBe('');
    expect(await keys("state NOT LIKE '%capt%'")).toBe('');
  });

  it('finds a row by its ROWID, quoted or not', async () => {
    const [row] = await query("SELECT ROWID FROM Payments WHERE payment_key = 'b'");
    expect(await keys(`ROWID = ${row?.ROWID}`)).toBe('b');
    expect(await keys(`ROWID = '${row?.ROWID}'`)).toBe('b');
  });

  it('orders and cuts out a page', async () => {
    const page =
      'SELECT payment_key FROM Payments ORDER BY currency DESC, payment_key ASC LIMIT 1, 2';
    expect(await query(page)).toEqual([{ payment_key: 'c' }, { payment_key: 'd' }]);
  });

  it('counts and sums, by group, under the name of the function or an alias', async () => {
    expect(await query('SELECT COUNT(ROWID) FROM Payments')).toEqual([{ 'COUNT(ROWID)': '4' }]);
    expect(
      await query(
        `SELECT currency, COUNT(ROWID) AS total, SUM(authorized_minor), AVG(authorized_minor), MIN(payment_key)
         FROM Payments GROUP BY currency HAVING COUNT(ROWID) > 1 ORDER BY total DESC`,
      ),
    ).toEqual([
      {
        currency: 'USD',
        total: '3',
        'SUM(authorized_minor)': '8500',
        'AVG(authorized_minor)': '4250',
        'MIN(payment_key)': 'a',
      },
    ]);
    expect(await query('SELECT DISTINCT currency FROM Payments ORDER BY currency')).toEqual([
      { currency: 'EUR' },
      { currency: 'USD' },
    ]);
  });

  it('joins tables, wrapping each under its own name', async () => {
    const inner = await app.zcql().executeZCQLQuery(
      `SELECT p.payment_key, m.movement_key FROM Payments p INNER JOIN Movements m
         ON m.payment_key = p.payment_key WHERE m.amount_minor < 500 ORDER BY m.movement_key`,
    );
    expect(inner).toEqual([
      { Payments: { payment_key: 'a' }, Movements: { movement_key: 'm2' } },
      { Payments: { payment_key: 'b' }, Movements: { movement_key: 'm3' } },
    ]);
    const left = await app.zcql().executeZCQLQuery(
      `SELECT Payments.payment_key, Movements.movement_key FROM Payments LEFT JOIN Movements
         ON Movements.payment_key = Payments.payment_key WHERE Movements.movement_key IS NULL`,
    );
    expect(left).toHaveLength(2);
  });
});

describe('INSERT, UPDATE and DELETE', () => {
  it('answers the inserted row and undoes doubled quotes', async () => {
    const [row] = await query(
      "INSERT INTO Links (link_key, installation, kind, target) VALUES ('z1', 'one', 'item', 'it''s 🎉')",
      'Links',
    );
    expect(row).toMatchObject({ link_key: 'z1', target: "it's ?", created_at: null });
  });

  it('answers the updated rows, and an empty list when none fits', async () => {
    const claim =
      "UPDATE Links SET kind = 'mine', created_at = 5 WHERE link_key = 'z1' AND kind = 'item'";
    expect(await query(claim, 'Links')).toMatchObject([{ kind: 'mine', created_at: '5' }]);
    expect(await app.zcql().executeZCQLQuery(claim)).toEqual([]);
    expect(
      await query("UPDATE Links SET target = NULL WHERE link_key = 'z1'", 'Links'),
    ).toMatchObject([{ target: null }]);
  });

  it('refuses what would double a unique value or leave a mandatory column empty', async () => {
    await query("INSERT INTO Links (link_key, installation, kind) VALUES ('z2', 'one', 'item')");
    const duplicate = { statusCode: 409, code: 'DUPLICATE_VALUE' };
    const zcql = app.zcql();
    expect(
      await refusal(
        zcql.executeZCQLQuery("UPDATE Links SET link_key = 'z1' WHERE link_key = 'z2'"),
      ),
    ).toMatchObject(duplicate);
    expect(
      await refusal(
        zcql.executeZCQLQuery(
          "INSERT INTO Links (link_key, installation, kind) VALUES ('z2', 'a', 'b')",
        ),
      ),
    ).toMatchObject(duplicate);
    expect(
      await refusal(zcql.executeZCQLQuery("INSERT INTO Links (link_key) VALUES ('z3')")),
    ).toMatchObject({ statusCode: 400, code: 'INVALID_INPUT' });
  });

  it('answers how many rows were deleted', async () => {
    const remove = "DELETE FROM Links WHERE link_key IN ('z1', 'z2')";
    expect(await query(remove, 'Links')).toEqual([{ DELETED_ROWS_COUNT: 2 }]);
    expect(await query(remove, 'Links')).toEqual([{ DELETED_ROWS_COUNT: 0 }]);
  });

  it('touches at most 300 rows in one statement', async () => {
    const table = app.datastore().table('Cursors');
    for (const part of ['x', 'y']) {
      await table.insertRows(
        Array.from({ length: 180 }, (_, index) => ({
          cursor_key: part + index,
          installation: 'one',
        })),
      );
    }
    expect(await query('SELECT ROWID FROM Cursors')).toHaveLength(300);
    expect(await query("UPDATE Cursors SET position = 1 WHERE installation = 'one'")).toHaveLength(
      300,
    );
    expect(await query("DELETE FROM Cursors WHERE installation = 'one'", 'Cursors')).toEqual([
      { DELETED_ROWS_COUNT: 300 },
    ]);
  });
});

describe('what the parser refuses', () => {
  const columns = Array.from({ length: 21 }, () => 'state').join(', ');
  it.each([
    ['more than 300 rows', 'SELECT ROWID FROM Payments LIMIT 301'],
    ['more than 20 columns', `SELECT ${columns} FROM Payments`],
    ['an unknown table', 'SELECT ROWID FROM payments'],
    ['an unknown column', 'SELECT STATE FROM Payments'],
    ['an unknown column in a condition', "SELECT ROWID FROM Payments WHERE colour = 'red'"],
    ['an ambiguous column', 'SELECT state FROM Payments p JOIN Movements m ON p.ROWID = m.ROWID'],
    ['parameters', 'SELECT ROWID FROM Payments WHERE payment_key = ?'],
    ['double quotes', 'SELECT ROWID FROM Payments WHERE payment_key = "a"'],
    ['an unclosed string', "SELECT ROWID FROM Payments WHERE payment_key = 'a"],
    ['a bare word as a value', 'SELECT ROWID FROM Payments WHERE payment_key = a'],
    ['text where a number belongs', "SELECT ROWID FROM Payments WHERE authorized_minor = 'a'"],
    ['two statements', 'SELECT ROWID FROM Payments; DELETE FROM Payments'],
    ['a comment', 'SELECT ROWID FROM Payments -- all'],
    ['other statements', 'DROP TABLE Payments'],
    ['an order of secrets', "SELECT ROWID FROM Tokens WHERE value > 'a'"],
    ['the largest secret', 'SELECT MAX(value) FROM Tokens'],
    ['a sum of words', 'SELECT SUM(state) FROM Payments'],
  ])('refuses %s', async (_, zcql) => {
    expect(await refusal(app.zcql().executeZCQLQuery(zcql))).toMatchObject({
      statusCode: 400,
      code: 'ZCQL QUERY ERROR',
    });
  });
});
