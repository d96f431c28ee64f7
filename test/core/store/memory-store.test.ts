// The memory store: the battery, and the seam that tests break it by.
import { expect, it } from 'vitest';
import { StoreFailure } from '../../../functions/core/ports/store.ts';
import { createMemoryStore, type Interceptor } from '../../../functions/core/store/memory-store.ts';
import { storeBattery } from '../../store/store-battery.ts';

storeBattery('memory store', async () => {
  let cut = false;
  const intercept: Interceptor = async ({ operation }, apply) => {
    const answer = apply();
    if (cut && operation === 'insert') {
      cut = false;
      throw new StoreFailure('unavailable', 'the connection broke');
    }
    return answer;
  };
  return {
    store: createMemoryStore(intercept),
    cutAfterNextInsert: () => {
      cut = true;
    },
    close: async () => {},
  };
});

it('asks the interceptor once for each call, which may keep it from happening', async () => {
  const calls: string[] = [];
  const store = createMemoryStore(async ({ operation, table }, apply) => {
    calls.push(`${operation} ${table}`);
    if (operation === 'insert') throw new StoreFailure('unavailable', 'no connection');
    return apply();
  });
  const row = { cursor_key: 't1|poll', installation: 't1' };
  await expect(store.insert('Cursors', row)).rejects.toThrow(StoreFailure);
  expect(await store.find('Cursors', 'cursor_key', 't1|poll')).toBeUndefined();
  expect(calls).toEqual(['insert Cursors', 'find Cursors']);
});
