// Does the timer run? Without it nothing that was lost is found again, and nothing that waits goes on.
import { problem } from '../../domain/problem.ts';
import { ok } from '../../domain/result.ts';
import { readAllCursors } from '../../work/cursors.ts';
import type { Check } from './check.ts';

/** Each merchant id is asked for every few minutes. */
const LATE_MS = 20 * 60_000;

export const checkTimer: Check = {
  name: 'timer',
  appliesTo: ({ record, merchants }) => record.state === 'active' && merchants.length > 0,
  async examine({ ports, installation, merchants }) {
    const cursors = await readAllCursors(ports.store, [installation]);
    const polls = [...(cursors.get(installation) ?? [])].filter(([name]) =>
      merchants.some(({ record }) => name === `transactions|${record.merchantId}`),
    );
    const last = Math.max(0, ...polls.map(([, cursor]) => cursor.updated_at ?? 0));
    const lateMs = ports.clock.now() - last;
    if (lateMs <= LATE_MS) return ok([]);
    const minutes = last === 0 ? '–' : String(Math.round(lateMs / 60_000));
    return ok([{ subject: 'timer', problem: problem('timer-late', 'fix-setup', { minutes }) }]);
  },
};
