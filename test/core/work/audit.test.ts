// Appending to the audit chain: contention, round trips, texts that a column can't hold as they are, changes of settings.
import { beforeEach, describe, expect, it } from 'vitest';
import { StoreFailure } from '../../../functions/core/ports/store.ts';
import { createMemoryStore } from '../../../functions/core/store/memory-store.ts';
import { appendAudit, readAudit, readAuditHead } from '../../../functions/core/work/audit.ts';
import { followChain } from '../../../functions/core/work/audit-chain.ts';
import { secretChanges, settingsChanges } from '../../../functions/core/work/audit-changes.ts';
import { INSTALLATION } from '../steps/fake-transactions.ts';

const entry = (subject: string, once?: string) => ({
  installation: INSTALLATION,
  actorId: 'user-1',
  actorName: 'A Clerk',
  action: 'refund.requested',
  subject,
  detail: { amountMinor: 1_500, reason: 'damaged' },
  ...(once === undefined ? {} : { once }),
});

let now = 1_000_000;
let calls: string[] = [];
const clock = { now: () => now };

/** A store that counts its round trips and makes every one take its turn. */
function countingStore(loseAnswerOf = -1) {
  let inserts = 0;
  return createMemoryStore(async ({ operation }, apply) => {
    calls.push(operation);
    await Promise.resolve();
    const answer = apply();
    if (operation === 'insert' && inserts++ === loseAnswerOf) {
      throw new StoreFailure('timed-out', 'no answer');
    }
    return answer;
  });
}

beforeEach(() => {
  calls = [];
  now = 1_000_000;
});

describe('appending', () => {
  it('keeps one whole chain when twenty append at once, each with at most twenty rounds of two calls', async () => {
    const store = countingStore();
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => appendAudit({ store, clock }, entry(`m${index}`))),
    );
    const rows = await readAudit(store, INSTALLATION, { from: 1 });
    expect(rows).toHaveLength(20);
    expect(followChain(rows, { number: 0, hash: '' }).fault).toBeUndefined();
    expect(calls.length).toBeLessThanOrEqual(20 * 21 + 21);
  });

  it('takes two round trips, and one more for each further row of the same minute', async () => {
    const store = countingStore();
    await appendAudit({ store, clock }, entry('a'));
    expect(calls).toEqual(['select', 'insert']);
    await appendAudit({ store, clock }, entry('b'));
    expect(calls).toEqual(['select', 'insert', 'insert']);
    now += 60_000;
    await appendAudit({ store, clock }, entry('c'));
    expect(calls).toEqual(['select', 'insert', 'insert', 'select', 'insert']);
  });

  it('goes on behind what another process has written meanwhile', async () => {
    const store = countingStore();
    const other = { ...store, insert: store.insert.bind(store), select: store.select.bind(store) };
    await appendAudit({ store, clock }, entry('a'));
    await appendAudit({ store: other as typeof store, clock }, entry('b'));
    await appendAudit({ store, clock }, entry('c'));
    const rows = await readAudit(store, INSTALLATION, { from: 1 });
    expect(rows.map((row) => row.subject)).toEqual(['a', 'b', 'c']);
    expect(followChain(rows, { number: 0, hash: '' }).fault).toBeUndefined();
  });

  it('enters what may be entered once only once, also long after', async () => {
    const store = countingStore();
    await appendAudit({ store, clock }, entry('a', 'once-a'));
    await appendAudit({ store, clock }, entry('b'));
    await appendAudit({ store, clock }, entry('a', 'once-a'));
    await appendAudit({ store, clock }, entry('c'));
    const rows = await readAudit(store, INSTALLATION, { from: 1 });
    expect(rows.map((row) => row.subject)).toEqual(['a', 'b', 'c']);
  });

  it('reads the end again after an insert whose answer was lost', async () => {
    const store = countingStore(0);
    await expect(appendAudit({ store, clock }, entry('a'))).rejects.toThrow('no answer');
    await appendAudit({ store, clock }, entry('b'));
    const rows = await readAudit(store, INSTALLATION, { from: 1 });
    expect(rows.map((row) => row.subject)).toEqual(['a', 'b']);
    expect(await readAuditHead(store, INSTALLATION)).toEqual({ number: 2, hash: rows[1]?.hash });
  });

  it.each([
    ['emoji', '👩‍💻'.repeat(90)],
    ['half a pair', 'x\ud83d'],
    ['what looks like our escape', '\\u{1F600}'.repeat(60)],
    ['nothing', ''],
  ])('hashes texts as they are read again: %s', async (_, text) => {
    const store = createMemoryStore();
    await appendAudit(
      { store, clock },
      { ...entry(text), actorId: text, actorName: text, detail: { reason: text.repeat(20) } },
    );
    const rows = await readAudit(store, INSTALLATION, { from: 1 });
    expect(followChain(rows, { number: 0, hash: '' }).fault).toBeUndefined();
  });

  it('blots a card number out of what a person typed, before it is hashed', async () => {
    const store = createMemoryStore();
    const detail = { reason: 'wants 4111 1111 1111 1111 refunded', amountMinor: 1_500 };
    await appendAudit({ store, clock }, { ...entry('a'), detail });
    const [row] = await readAudit(store, INSTALLATION, { from: 1 });
    expect(JSON.parse(row?.detail ?? '')).toEqual({
      reason: 'wants **** **** **** **** refunded',
      amountMinor: 1_500,
    });
  });

  it('keeps the beginning and the digest of a detail that is too long for a column', async () => {
    const store = createMemoryStore();
    await appendAudit({ store, clock }, { ...entry('a'), detail: { text: 'long '.repeat(3_000) } });
    const [row] = await readAudit(store, INSTALLATION, { from: 1 });
    expect(JSON.parse(row?.detail ?? '')).toMatchObject({
      begins: expect.stringContaining('long long'),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });
});

describe('changes of settings', () => {
  it('are the fields that differ, with before and after', () => {
    const before = { timeZone: 'UTC', gateway: { host: 'apitest.cybersource.com' }, same: [1] };
    const after = {
      timeZone: 'UTC',
      gateway: { host: 'api.cybersource.com' },
      same: [1],
      on: true,
    };
    expect(settingsChanges(before, after)).toEqual({
      'gateway.host': { before: 'apitest.cybersource.com', after: 'api.cybersource.com' },
      on: { before: '', after: 'true' },
    });
  });

  it('tell of secrets only that they changed, also where the first 300 characters are the same', () => {
    const long = 'k'.repeat(400);
    const changes = secretChanges(
      { refreshToken: 'old', key: `${long}1`, gone: 'x', same: 'y' },
      { refreshToken: 'new', key: `${long}2`, added: 'z', same: 'y' },
    );
    expect(changes).toEqual({
      added: 'added',
      gone: 'removed',
      key: 'changed',
      refreshToken: 'changed',
    });
  });
});
