// What every store must do, whatever it is made of: run on the memory store and on Data Store.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Store, StoreFailure } from '../../functions/core/ports/store.ts';
import type { NewRow } from '../../functions/core/store/schema.ts';
import { event, freshName, link, run } from './new-rows.ts';

export interface StoreUnderTest {
  readonly store: Store;
  /** The next insert is applied, and then its connection breaks. */
  cutAfterNextInsert(): void;
  close(): Promise<void>;
}

const SAFE_CHARACTERS = 'ABCXYZabcxyz0189_:.|#-';
/** Emoji with a joiner, a lone surrogate, our own escape as plain text, quotes, a line break, other scripts. */
const AWKWARD_TEXT = 'a 😀👩‍💻 b \ud83d c \\u{41} \\u{1F600} "quoted" O\'Neill\n{"é":"漢字"} \\';

/** Registers the battery; `open` is called once. */
export function storeBattery(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(name, () => {
    let under: StoreUnderTest;
    let store: Store;
    beforeAll(async () => {
      under = await open();
      store = under.store;
    });
    afterAll(() => under.close());

    async function inserted(row: NewRow<'Links'>) {
      const answer = await store.insert('Links', row);
      if (answer.kind !== 'inserted') throw new Error('a duplicate');
      return answer.row;
    }

    it('gives back a row as it was inserted, without what was left empty', async () => {
      const row = link({ target: 'customer 7', created_at: 1_763_800_000_123 });
      const { ROWID, ...rest } = await inserted(row);
      expect(rest).toEqual(row);
      expect(await store.find('Links', 'link_key', row.link_key)).toEqual({ ROWID, ...row });
    });

    it('finds nothing where nothing is', async () => {
      expect(await store.find('Links', 'link_key', 't1|link|none')).toBeUndefined();
      expect(await store.select('Links', { where: [['installation', '=', 'nobody']] })).toEqual([]);
    });

    it('keeps row ids exact beyond 2^53 and gives each row its own', async () => {
      const rows = [await inserted(link()), await inserted(link())];
      for (const { ROWID } of rows) expect(BigInt(ROWID)).toBeGreaterThan(2n ** 53n);
      expect(rows[0]?.ROWID).not.toBe(rows[1]?.ROWID);
    });

    it('answers duplicate when a unique value is there already, and keeps the first row', async () => {
      const row = link({ target: 'first' });
      await inserted(row);
      expect(await store.insert('Links', { ...row, target: 'second' })).toEqual({
        kind: 'duplicate',
      });
      expect((await store.find('Links', 'link_key', row.link_key))?.target).toBe('first');
    });

    it('answers duplicate for any unique column, not just the first', async () => {
      const first = run();
      await store.insert('Runs', first);
      const second = run({ lane_lock: first.lane_lock });
      expect((await store.insert('Runs', second)).kind).toBe('duplicate');
      expect(await store.find('Runs', 'run_key', second.run_key)).toBeUndefined();
    });

    it('answers duplicate when an update would hold a unique value twice, and changes nothing', async () => {
      const lock = freshName('t1|lane');
      await store.insert('Runs', run({ lane_lock: lock }));
      const other = await store.insert('Runs', run());
      if (other.kind !== 'inserted') throw new Error('a duplicate');
      const { ROWID, run_key } = other.row;
      const patch = { lane_lock: lock, state: 'running' };
      expect(await store.update('Runs', ROWID, patch)).toBe('duplicate');
      expect(await store.updateWhere('Runs', patch, [['run_key', '=', run_key]])).toBe('duplicate');
      expect(await store.find('Runs', 'run_key', run_key)).toEqual(other.row);
    });

    it('changes only the columns it is given, and an empty text empties a column', async () => {
      const before = await inserted(link({ target: 'old', created_at: 5 }));
      expect(await store.update('Links', before.ROWID, { target: '' })).toBe('updated');
      const emptied = await store.find('Links', 'link_key', before.link_key);
      expect(emptied).not.toHaveProperty('target');
      expect(emptied?.created_at).toBe(5);
      await store.update('Links', before.ROWID, { target: AWKWARD_TEXT, created_at: 0 });
      expect(await store.find('Links', 'link_key', before.link_key)).toEqual({
        ...before,
        target: AWKWARD_TEXT,
        created_at: 0,
      });
    });

    it('says when no row fitted the conditions', async () => {
      const row = event();
      await store.insert('Inbox', row);
      const patch = { state: 'processing' };
      const fits = ['event_key', '=', row.event_key] as const;
      expect(await store.updateWhere('Inbox', patch, [fits, ['state', '=', 'done']])).toBe(
        'nothing',
      );
      expect(await store.updateWhere('Inbox', patch, [fits])).toBe('updated');
    });

    it('changes a long text by condition', async () => {
      const row = event();
      await store.insert('Inbox', row);
      const body = 'b64.'.padEnd(9_000, 'QUJD');
      const fits = [['event_key', '=', row.event_key]] as const;
      expect(await store.updateWhere('Inbox', { body }, fits)).toBe('updated');
      expect((await store.find('Inbox', 'event_key', row.event_key))?.body).toBe(body);
    });

    it('empties a column by condition too', async () => {
      const row = event({ lease_token: 'abc' });
      await store.insert('Inbox', row);
      const fits = [['event_key', '=', row.event_key]] as const;
      expect(await store.updateWhere('Inbox', { lease_token: '' }, fits)).toBe('updated');
      expect(await store.find('Inbox', 'event_key', row.event_key)).not.toHaveProperty(
        'lease_token',
      );
    });

    it('keeps every character of a text', async () => {
      const row = link({ target: AWKWARD_TEXT });
      expect((await inserted(row)).target).toBe(AWKWARD_TEXT);
      expect((await store.find('Links', 'link_key', row.link_key))?.target).toBe(AWKWARD_TEXT);
    });

    it('keeps amounts exact up to 2^53', async () => {
      for (const amount of [0, -1, 999_999_999_999_999, Number.MAX_SAFE_INTEGER]) {
        const row = link({ created_at: amount });
        await inserted(row);
        expect((await store.find('Links', 'link_key', row.link_key))?.created_at).toBe(amount);
      }
    });

    it('takes keys of 255 of every safe character', async () => {
      const key = SAFE_CHARACTERS.repeat(12).slice(0, 255);
      const row = await inserted(link({ link_key: key }));
      expect(await store.find('Links', 'link_key', key)).toEqual(row);
      expect((await store.insert('Links', link({ link_key: key }))).kind).toBe('duplicate');
      const fits = [['link_key', 'in', [key, 'other']]] as const;
      expect(await store.select('Links', { where: fits })).toEqual([row]);
    });

    it.each(["a'b", 'a"b', 'a b', 'a\\b', 'a;b', 'a%b', 'é', '😀', '', 'x'.repeat(256)])(
      'refuses %j as a key and in a condition',
      async (text) => {
        await expect(store.insert('Links', link({ link_key: text }))).rejects.toThrow();
        await expect(store.find('Links', 'link_key', text)).rejects.toThrow(RangeError);
        await expect(
          store.select('Links', { where: [['kind', 'in', ['a', text]]] }),
        ).rejects.toThrow(RangeError);
      },
    );

    it('refuses a text with other than safe characters in a conditional update', async () => {
      await expect(
        store.updateWhere('Links', { target: "O'Neill" }, [['kind', '=', 'customer']]),
      ).rejects.toThrow(RangeError);
    });

    it('refuses to change every row, and conditions on sealed columns', async () => {
      await expect(store.updateWhere('Links', { kind: 'x' }, [])).rejects.toThrow(TypeError);
      await expect(store.select('Tokens', { where: [['value', '=', 'x']] })).rejects.toThrow(
        TypeError,
      );
    });

    it('fails with too-long where cutting would lose meaning, counting what an escape takes', async () => {
      const tooLong = { name: 'StoreFailure', code: 'too-long' };
      const text = `${'x'.repeat(9_995)}😀`;
      await expect(store.insert('Links', link({ target: text }))).rejects.toMatchObject(tooLong);
      await expect(store.insert('Links', link({ kind: 'k'.repeat(41) }))).rejects.toMatchObject(
        tooLong,
      );
    });

    it('cuts a label that is too long, never within a character', async () => {
      const row = event({ subject: `${'x'.repeat(240)}😀😀` });
      const answer = await store.insert('Inbox', row);
      const cut = `${'x'.repeat(240)}😀…`;
      expect(answer).toMatchObject({ kind: 'inserted', row: { subject: cut } });
      expect((await store.find('Inbox', 'event_key', row.event_key))?.subject).toBe(cut);
    });

    it.each([1.5, Number.NaN, 2 ** 53])('refuses %d as a number', async (value) => {
      await expect(store.insert('Links', link({ created_at: value }))).rejects.toThrow(RangeError);
      await expect(store.select('Links', { where: [['created_at', '=', value]] })).rejects.toThrow(
        RangeError,
      );
    });

    it('refuses numbers with more digits than their column', async () => {
      await expect(store.insert('Inbox', event({ attempts: 10 ** 10 }))).rejects.toThrow(
        RangeError,
      );
    });

    it('refuses a row without a mandatory value, and unknown columns', async () => {
      const { kind: _, ...incomplete } = link();
      await expect(store.insert('Links', incomplete as NewRow<'Links'>)).rejects.toThrow(TypeError);
      await expect(store.insert('Links', link({ kind: '' }))).rejects.toThrow(TypeError);
      const unknown = { ...link(), nonsense: 'x' };
      await expect(store.insert('Links', unknown)).rejects.toThrow(TypeError);
    });

    it('selects by every operator; an empty column fits none of them', async () => {
      const installation = freshName('operators');
      for (const due_at of [10, 20, 30])
        await store.insert('Inbox', event({ installation, due_at }));
      await store.insert('Inbox', event({ installation }));
      const dueAts = async (operator: '=' | '!=' | '<' | '<=' | '>' | '>=') => {
        const rows = await store.select('Inbox', {
          where: [
            ['installation', '=', installation],
            ['due_at', operator, 20],
          ],
        });
        return rows.map((row) => row.due_at).sort();
      };
      expect(await dueAts('=')).toEqual([20]);
      expect(await dueAts('!=')).toEqual([10, 30]);
      expect(await dueAts('<')).toEqual([10]);
      expect(await dueAts('<=')).toEqual([10, 20]);
      expect(await dueAts('>')).toEqual([30]);
      expect(await dueAts('>=')).toEqual([20, 30]);
    });

    it('orders and limits', async () => {
      const installation = freshName('order');
      for (const due_at of [30, 9, 100])
        await store.insert('Inbox', event({ installation, due_at }));
      const where = [['installation', '=', installation]] as const;
      const ordered = async (direction: 'asc' | 'desc', limit: number) => {
        const rows = await store.select('Inbox', { where, orderBy: ['due_at', direction], limit });
        return rows.map((row) => row.due_at);
      };
      expect(await ordered('asc', 2)).toEqual([9, 30]);
      expect(await ordered('desc', 3)).toEqual([100, 30, 9]);
    });

    it('reads and changes at most 300 rows in one statement', async () => {
      const installation = freshName('many');
      const where = [['installation', '=', installation]] as const;
      await Promise.all(
        Array.from({ length: 302 }, () => store.insert('Links', link({ installation }))),
      );
      expect(await store.select('Links', { where })).toHaveLength(300);
      await store.updateWhere('Links', { kind: 'item' }, where);
      const left = await store.select('Links', { where: [...where, ['kind', '=', 'customer']] });
      expect(left).toHaveLength(2);
      for (const limit of [0, 301, 1.5]) {
        await expect(store.select('Links', { where, limit })).rejects.toThrow(RangeError);
      }
    });

    it('lets exactly one of 20 claimants own a row', async () => {
      const row = event({ attempts: 0 });
      await store.insert('Inbox', row);
      const claims = await Promise.all(
        Array.from({ length: 20 }, async (_, index) => {
          const token = `claimant-${index}`;
          await store.updateWhere('Inbox', { lease_token: token, attempts: 1 }, [
            ['event_key', '=', row.event_key],
            ['attempts', '=', 0],
          ]);
          const now = await store.find('Inbox', 'event_key', row.event_key);
          return now?.lease_token === token;
        }),
      );
      expect(claims.filter((owned) => owned)).toHaveLength(1);
    });

    it('lets exactly one of 20 insert the same key', async () => {
      const row = link();
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => store.insert('Links', row)),
      );
      expect(answers.filter(({ kind }) => kind === 'inserted')).toHaveLength(1);
    });

    it('keeps one row of an insert whose answer was lost, however often it is tried again', async () => {
      const row = link();
      under.cutAfterNextInsert();
      const first = await store.insert('Links', row).catch((error: unknown) => error);
      if (!(first instanceof StoreFailure)) expect(first).toEqual({ kind: 'duplicate' });
      expect((await store.insert('Links', row)).kind).toBe('duplicate');
      const where = [['link_key', '=', row.link_key]] as const;
      expect(await store.select('Links', { where })).toHaveLength(1);
    });

    it('deletes a row, twice if asked to', async () => {
      const row = await inserted(link());
      await store.delete('Links', row.ROWID);
      await store.delete('Links', row.ROWID);
      expect(await store.find('Links', 'link_key', row.link_key)).toBeUndefined();
      expect((await store.insert('Links', link({ link_key: row.link_key }))).kind).toBe('inserted');
    });

    it('deletes many rows in one call, also when some are gone already', async () => {
      const rows = [await inserted(link()), await inserted(link()), await inserted(link())];
      const kept = await inserted(link());
      await store.delete('Links', rows[1]?.ROWID ?? '');
      await store.deleteAll(
        'Links',
        rows.map((row) => row.ROWID),
      );
      for (const row of rows) {
        expect(await store.find('Links', 'link_key', row.link_key)).toBeUndefined();
      }
      expect(await store.find('Links', 'link_key', kept.link_key)).toEqual(kept);
    });

    it('refuses to delete no rows, or more than one request takes', async () => {
      await expect(store.deleteAll('Links', [])).rejects.toBeInstanceOf(RangeError);
      const many = Array.from({ length: 201 }, (_, index) => String(index + 1));
      await expect(store.deleteAll('Links', many)).rejects.toBeInstanceOf(RangeError);
    });

    it('fails with not-found when a row to update is not there', async () => {
      const gone = await inserted(link());
      await store.delete('Links', gone.ROWID);
      await expect(store.update('Links', gone.ROWID, { kind: 'item' })).rejects.toMatchObject({
        name: 'StoreFailure',
        code: 'not-found',
      });
    });
  });
}
