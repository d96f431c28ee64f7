// Data Store when it fails: what is known of a write afterwards, and that nothing is sent twice.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { FaultMode } from '../../sandbox/faults.ts';
import { link } from '../../store/new-rows.ts';
import { type OpenStore, openDataStore } from './open-data-store.ts';

let open: OpenStore;
beforeAll(async () => {
  open = await openDataStore();
});
afterEach(() => open.catalyst.faults.clear());
afterAll(() => open.sandbox.close());

function row() {
  open.takeCalls();
  open.catalyst.takeCounts();
  return link();
}

const insertFault = (mode: FaultMode) =>
  open.catalyst.faults.arm({ mode, method: 'POST', path: '/row' });
const queryFault = (mode: FaultMode) => open.catalyst.faults.arm({ mode, path: '/query' });

it.each(['cut-after', 'hang-after', 'bad-json'] as const)(
  'reads back after an insert that was applied and answered with %s, and sends it once',
  async (mode) => {
    const fresh = row();
    insertFault(mode);
    expect(await open.store.insert('Links', fresh)).toEqual({ kind: 'duplicate' });
    expect(open.takeCalls()).toEqual(['insert Links', 'find Links']);
    expect(open.catalyst.takeCounts()).toEqual({ 'row.insert': 1, 'zcql.select': 1 });
  },
);

it.each([
  ['cut-before', 'unavailable'],
  ['hang', 'timed-out'],
  ['bad-gateway', 'unavailable'],
] as const)('fails when an insert met %s and its row is not there', async (mode, code) => {
  const fresh = row();
  insertFault(mode);
  const startedAt = performance.now();
  await expect(open.store.insert('Links', fresh)).rejects.toMatchObject({
    name: 'StoreFailure',
    code,
  });
  expect(performance.now() - startedAt).toBeLessThan(2_000);
  expect(open.takeCalls()).toEqual(['insert Links', 'find Links']);
  expect(await open.store.find('Links', 'link_key', fresh.link_key)).toBeUndefined();
});

it('fails without reading back when an insert was plainly refused', async () => {
  const fresh = row();
  insertFault('rate-limit');
  await expect(open.store.insert('Links', fresh)).rejects.toMatchObject({ code: 'busy' });
  expect(open.takeCalls()).toEqual(['insert Links']);
});

it.each(['cut-before', 'rate-limit'] as const)(
  'still says that an insert may have been applied when the reading back met %s',
  async (mode) => {
    const fresh = row();
    insertFault('cut-after');
    queryFault(mode);
    await expect(open.store.insert('Links', fresh)).rejects.toMatchObject({ code: 'unavailable' });
    expect(await open.store.insert('Links', fresh)).toEqual({ kind: 'duplicate' });
  },
);

it.each([
  ['hang', 'timed-out'],
  ['cut-before', 'unavailable'],
  ['bad-gateway', 'unavailable'],
  ['bad-json', 'bad-answer'],
  ['rate-limit', 'busy'],
] as const)('fails, and does not repeat, when a query met %s', async (mode, code) => {
  const { link_key } = row();
  queryFault(mode);
  await expect(open.store.find('Links', 'link_key', link_key)).rejects.toMatchObject({
    name: 'StoreFailure',
    code,
  });
  expect(open.takeCalls()).toEqual(['find Links']);
  queryFault(mode);
  await expect(
    open.store.updateWhere('Links', { kind: 'item' }, [['link_key', '=', link_key]]),
  ).rejects.toMatchObject({ code });
});

it('says what Data Store said when it refuses', async () => {
  await expect(open.store.update('Links', 'no-row-id', { kind: 'item' })).rejects.toMatchObject({
    code: 'refused',
    message: expect.stringContaining('INVALID_INPUT'),
  });
});

it('survives more calls side by side than it opens connections', async () => {
  const rows = Array.from({ length: 60 }, row);
  const answers = await Promise.all(rows.map((each) => open.store.insert('Links', each)));
  expect(answers.map(({ kind }) => kind)).toEqual(rows.map(() => 'inserted'));
});
