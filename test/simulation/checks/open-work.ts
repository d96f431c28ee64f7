// What is still to be done in the store, and when it is due.
import type { Store } from '../../../functions/core/ports/store.ts';

/** When the first open row is due (epoch ms); undefined when nothing is open. */
export async function readDueAt(store: Store): Promise<number | undefined> {
  const first = { orderBy: ['due_at', 'asc'], limit: 1 } as const;
  const rows = await Promise.all([
    store.select('Inbox', { where: [['state', 'in', ['received', 'processing']]], ...first }),
    store.select('Runs', { where: [['state', 'in', ['ready', 'running', 'waiting']]], ...first }),
    store.select('Movements', {
      where: [['state', 'in', ['intended', 'sent', 'unknown']]],
      ...first,
    }),
  ]);
  const dueAt = rows.flat().map((row) => row.due_at ?? 0);
  return dueAt.length === 0 ? undefined : Math.min(...dueAt);
}
