// Whether anything waits for the worker.
import type { Clock } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';

export async function isWorkDue(ports: {
  readonly store: Store;
  readonly clock: Clock;
}): Promise<boolean> {
  const now = ports.clock.now();
  const due = await Promise.all([
    ports.store.select('Inbox', {
      where: [['due_at', '<=', now]],
      limit: 1,
    }),
    ports.store.select('Runs', {
      where: [['due_at', '<=', now]],
      limit: 1,
    }),
    ports.store.select('Movements', {
      where: [
        ['state', 'in', ['intended', 'sent', 'unknown']],
        ['due_at', '<=', now],
      ],
      limit: 1,
    }),
    ports.store.select('Charges', {
      where: [['due_at', '<=', now]],
      limit: 1,
    }),
  ]);
  return due.some((rows) => rows.length > 0);
}
