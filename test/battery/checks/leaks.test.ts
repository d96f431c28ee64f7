// The search for leaks finds what somebody has planted, in whatever form, and nothing where nothing is.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findLeaks, readDatabase, readLogs } from './leaks.ts';

const secret = 'Kq3/+x"9-secret-of-somebody';
const card = '4000056655665556';
const needles = { secret, card };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tallybridge-leaks-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const base64 = (text: string) => Buffer.from(text).toString('base64');

it.each([
  ['plain', `a ${secret} b`],
  ['in JSON', JSON.stringify({ secret })],
  ['in an address', `?s=${encodeURIComponent(secret)}&x`],
  ['in hex', Buffer.from(secret).toString('hex')],
  ['in base64', base64(secret)],
  ['in base64 behind one letter', base64(`x${secret}y`)],
  ['in base64url behind two letters', Buffer.from(`xy${secret}z`).toString('base64url')],
])('finds a secret that is written %s', (_, text) => {
  expect(findLeaks([{ place: 'here', text }], needles)).toEqual(['secret in here']);
});

it.each([
  ['plain', card],
  ['with blanks', '4000 0566 5566 5556'],
  ['with dashes', '4000-0566-5566-5556'],
  ['in an address', 'card=4000%200566%205566%205556'],
  ['in base64', base64(`card ${card}`)],
])('finds a card’s number that is written %s', (_, text) => {
  expect(findLeaks([{ place: 'here', text }], needles)).toEqual(['card in here']);
});

it('finds it in any cell of any table, deflated and as safe characters, and in a log', () => {
  const database = new DatabaseSync(join(folder, 'rows.sqlite'));
  database.exec('CREATE TABLE Payments (reason TEXT, body TEXT, at INTEGER)');
  const insert = database.prepare('INSERT INTO Payments VALUES (?, ?, ?)');
  insert.run(`b64.${Buffer.from(card).toString('base64url')}`, null, 1);
  insert.run(null, `z:${deflateRawSync(`{"number":"${card}"}`).toString('base64')}`, 1);
  database.exec('CREATE TABLE Numbers (at INTEGER)');
  database.prepare('INSERT INTO Numbers VALUES (?)').run(BigInt(card));
  database.close();
  mkdirSync(join(folder, 'logs'));
  writeFileSync(join(folder, 'logs', 'api.log'), `{"message":"${card}"}\n`);
  const written = [...readDatabase(folder, 'rows'), ...readLogs(folder)];
  expect(findLeaks(written, needles).toSorted()).toEqual([
    'card in Numbers.at',
    'card in Payments.body',
    'card in Payments.reason',
    'card in api.log',
  ]);
});

it('finds nothing in what is none', () => {
  const text = 'Visa 4000 05** **** 5556, key Kq3, 40000566, 4000056655665';
  expect(findLeaks([{ place: 'here', text }], needles)).toEqual([]);
});
