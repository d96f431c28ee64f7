// Have the stored rows been brought up to what this version looks for? The timer does it in bites after an update.
import { problem } from '../../domain/problem.ts';
import { ok } from '../../domain/result.ts';
import { DATA_VERSION } from '../../work/data-version.ts';
import type { Check } from './check.ts';

/** Far longer than the bites of any company take. */
const LATE_MS = 24 * 3_600_000;

export const checkDataVersion: Check = {
  name: 'data-version',
  appliesTo: ({ record }) => record.state === 'active',
  async examine({ ports, installation }) {
    const row = await ports.store.find('Installations', 'installation_key', installation);
    if (row === undefined || (row.data_version ?? 1) >= DATA_VERSION) return ok([]);
    const { since } = JSON.parse(row.upgrade ?? '{}') as { readonly since?: number };
    const now = ports.clock.now();
    if (since === undefined || now - since < LATE_MS) return ok([]);
    const facts = { days: String(Math.floor((now - since) / LATE_MS)) };
    return ok([{ subject: 'data', problem: problem('data-version-old', 'fix-setup', facts) }]);
  },
};
