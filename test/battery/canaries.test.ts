// A full story with secrets and card numbers in every wrong place; afterwards nobody has written one down. Then a tampered audit chain.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { company as facts } from '../sandbox/setup/company-facts.ts';
import { findLeaks, type Needles, readDatabase, readLogs } from './checks/leaks.ts';
import { storedDocuments } from './checks/world.ts';
import { callAs } from './company/calls.ts';
import { CHANNEL_SECRET, cards, playCanaries, type Told } from './company/canary-story.ts';
import { type Company, startCompany } from './company/company.ts';

const HOME = facts.installation;
const verifier = new URL('../../functions/verify-audit.mjs', import.meta.url).pathname;

let company: Company;
let told: Told;

beforeAll(async () => {
  company = await startCompany();
  told = await playCanaries(company);
});
afterAll(() => company?.close());

/** Every secret of the installation and of the project. */
function secrets(): Needles {
  const { credentials, dataDir } = company;
  const stored = <T>(standIn: string, collection: string) =>
    storedDocuments<T>(dataDir, standIn, collection);
  const webhookKeys = stored<{ key: string }>('cybersource', 'webhook-key');
  const all: Record<string, string> = {
    'the master key': credentials.masterKey,
    'the token key': credentials.tokenKey,
    'the secret of our client at Zoho': credentials.zohoClientSecret,
    'the secret of the connection': credentials.connectionClientSecret,
    'the secret of the shop': credentials.shopConsumerSecret,
    'the secret of the shop’s webhooks': credentials.shopWebhookSecret,
    'the secret of Books’ webhooks': told.finance,
    'the secret of a channel': CHANNEL_SECRET,
    'the secret of a link': told.linkSecret,
  };
  for (const { merchantId, secret } of Object.values(credentials.merchants))
    all[`the secret of ${merchantId}`] = secret;
  for (const [index, { key }] of webhookKeys.entries()) all[`signing key ${index}`] = key;
  return all;
}

const ours = () => [
  ...readDatabase(company.dataDir, 'data-store'),
  ...readDatabase(company.dataDir, 'catalyst'),
  ...readLogs(company.dataDir),
  ...told.answered,
];

test('no secret of the installation is in a row, job, mail, log line or answer', () => {
  const written = ours();
  const places = new Set(written.map(({ place }) => place));
  for (const place of [
    'Installations.secrets',
    'Inbox.body',
    'Audit.detail',
    'api.log',
    'the answer of /api/panel',
  ]) {
    expect(places).toContain(place);
  }
  expect(findLeaks(written, secrets())).toEqual([]);
});

test('no card number is in a row, job, mail, log line or answer, wherever it was put', () => {
  expect(findLeaks(ours(), cards)).toEqual([]);
});

test('the other sides got from us no number and no secret that is not their own', () => {
  const { ticket: _, ...others } = cards;
  const { paidWith: __, ...wrong } = cards;
  expect(findLeaks(readDatabase(company.dataDir, 'zoho'), others)).toEqual([]);
  expect(findLeaks(readDatabase(company.dataDir, 'cybersource'), wrong)).toEqual([]);
  const notZohos = Object.entries(secrets()).filter(([name]) => !/Zoho/.test(name));
  expect(findLeaks(readDatabase(company.dataDir, 'zoho'), Object.fromEntries(notZohos))).toEqual(
    [],
  );
  const notTheirs = Object.entries(secrets()).filter(
    ([name]) => !/larkfield|signing key/.test(name),
  );
  expect(
    findLeaks(readDatabase(company.dataDir, 'cybersource'), Object.fromEntries(notTheirs)),
  ).toEqual([]);
});

test('the same search finds a number and a secret that somebody puts into a row of the project', () => {
  const planted = cards.reason.replace(/(\d{4})(?=\d)/g, '$1 ');
  const undo = tamper('UPDATE Audit SET subject = ? WHERE audit_key = ?', planted, row(2));
  const undoOther = tamper(
    'UPDATE Audit SET actor_name = ? WHERE audit_key = ?',
    told.finance,
    row(2),
  );
  expect(findLeaks(ours(), { ...cards, finance: told.finance }).toSorted()).toEqual([
    'finance in Audit.actor_name',
    'reason in Audit.subject',
  ]);
  undoOther();
  undo();
  expect(findLeaks(ours(), { ...cards, finance: told.finance })).toEqual([]);
});

const row = (number: number) => `${HOME}|${String(number).padStart(12, '0')}`;

/** What whoever has the database in hand can do; answers how to take it back. */
function tamper(sql: string, ...values: readonly string[]): () => void {
  const run = (work: (database: DatabaseSync) => void) => {
    const database = new DatabaseSync(join(company.dataDir, 'data-store.sqlite'));
    try {
      work(database);
    } finally {
      database.close();
    }
  };
  let before: readonly Record<string, SQLOutputValue>[] = [];
  run((database) => {
    const all = database.prepare('SELECT * FROM Audit');
    all.setReadBigInts(true);
    before = all.all();
    expect(Number(database.prepare(sql).run(...values).changes)).toBe(1);
  });
  return () =>
    run((database) => {
      // What was written since stays: the chain goes on behind what was tampered with.
      const numbers = before.map(({ ROWID }) => ROWID ?? null);
      const latest = numbers.at(-1) ?? null;
      database.prepare('DELETE FROM Audit WHERE ROWID <= ?').run(latest);
      for (const one of before) {
        const columns = Object.keys(one).map((name) => `"${name}"`);
        const places = columns.map(() => '?').join(', ');
        database
          .prepare(`INSERT INTO Audit (${columns.join(', ')}) VALUES (${places})`)
          .run(...Object.values(one));
      }
    });
}

/** Judges an export taken over HTTP, with the one file that needs nothing of ours. */
async function judge(): Promise<{ readonly status: number | null; readonly says: string }> {
  const { text } = await callAs(company, 'admin', '/audit/export');
  const file = join(company.dataDir, 'audit.jsonl');
  writeFileSync(file, text);
  const { status, stdout } = spawnSync(process.execPath, [verifier, file], { encoding: 'utf8' });
  return { status, says: stdout };
}

test('the exported audit chain of the story is whole', async () => {
  expect(await judge()).toMatchObject({ status: 0, says: expect.stringMatching(/is whole/) });
});

const copied =
  'installation, at, actor_id, actor_name, action, subject, detail, previous_hash, hash';
const tamperings = [
  ['changed', 3, "UPDATE Audit SET actor_name = 'Nobody' WHERE audit_key = ?", /Row 3\b.*changed/i],
  [
    'changed in what it tells',
    4,
    "UPDATE Audit SET detail = '{}' WHERE audit_key = ?",
    /Row 4\b.*changed/i,
  ],
  ['removed', 5, 'DELETE FROM Audit WHERE audit_key = ?', /Row 5\b.*removed/i],
  [
    'put in',
    6,
    `INSERT INTO Audit (ROWID, audit_key, once_key, ${copied})
      SELECT ROWID - 500000, audit_key || 'x', once_key || 'x', ${copied} FROM Audit WHERE audit_key = ?`,
    /inserted behind row 6\b/i,
  ],
] as const;

test.each(tamperings)(
  'a row of the audit chain that was %s is the first that the verifier names',
  async (_, number, sql, words) => {
    const undo = tamper(sql, row(number));
    const { status, says } = await judge();
    undo();
    expect([status, says]).toEqual([1, expect.stringMatching(words)]);
    expect((await judge()).status).toBe(0);
  },
);
