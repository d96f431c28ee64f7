// The way from a function instance to the store: every call travels there and back, and may be lost either way.
import { type Inserted, type Store, StoreFailure } from '../../../functions/core/ports/store.ts';
import type { TableName } from '../../../functions/core/store/schema.ts';
import type { Watch } from '../checks/watch.ts';
import type { Fate } from '../fate.ts';
import type { Scheduler } from '../scheduler.ts';
import { type FunctionInstance, never } from './function-instance.ts';

/** The adapter gives a call up after this long. */
const TIMEOUT_MS = 8_000;

export interface WireParts {
  readonly scheduler: Scheduler;
  readonly fate: Fate;
  readonly trace: ((line: string) => void) | undefined;
  readonly watch: Watch;
}

/** The one store as one instance reaches it. What was sent arrives, even when its sender has died since. */
export function storeOverWire(parts: WireParts, instance: FunctionInstance, store: Store): Store {
  const { scheduler, fate } = parts;

  async function call<R>(
    operation: keyof Store,
    table: TableName,
    apply: () => Promise<R>,
    columns: object = {},
    whenCut: () => R | undefined = () => undefined,
  ): Promise<R> {
    if (!instance.isAlive) return never();
    const fault = fate.storeFault();
    parts.trace?.(`${instance.name} ${operation} ${table} ${fault ?? ''}`);
    if (fault === 'crash-before') {
      instance.crash();
      return never();
    }
    if (fault === 'cut-before' || fault === 'hang-before') {
      await instance.turn(fault === 'cut-before' ? fate.travelMs() : TIMEOUT_MS);
      throw new StoreFailure('timed-out', `${operation} of ${table} was lost`);
    }
    await scheduler.sleep(fate.travelMs());
    // Whatever the store answers now is what it answers, whenever that arrives.
    const [answer] = await Promise.allSettled([apply()]);
    parts.watch.seeWrite({ by: instance.name, table, columns });
    if (fault === 'crash-after') {
      instance.crash();
      return never();
    }
    await instance.turn(fault === 'hang-after' ? TIMEOUT_MS : fate.travelMs());
    if (answer.status === 'rejected') throw answer.reason;
    if (fault !== 'cut-after' && fault !== 'hang-after') return answer.value;
    const readBack = whenCut();
    if (readBack !== undefined) return readBack;
    throw new StoreFailure('timed-out', `the answer to ${operation} of ${table} was lost`);
  }

  /** An insert whose answer is lost is looked up by its key, and its own row then counts as a duplicate. */
  const ownRow = (): Extract<Inserted<TableName>, { kind: 'duplicate' }> | undefined =>
    fate.chance(0.7) ? { kind: 'duplicate' } : undefined;

  return {
    insert: (table, row) => call('insert', table, () => store.insert(table, row), row, ownRow),
    find: (table, column, value) => call('find', table, () => store.find(table, column, value)),
    select: (table, query) => call('select', table, () => store.select(table, query)),
    update: (table, rowId, patch) =>
      call('update', table, () => store.update(table, rowId, patch), patch),
    updateWhere: (table, patch, where) =>
      call('updateWhere', table, () => store.updateWhere(table, patch, where), patch),
    delete: (table, rowId) => call('delete', table, () => store.delete(table, rowId)),
    deleteAll: (table, rowIds) => call('deleteAll', table, () => store.deleteAll(table, rowIds)),
  };
}
