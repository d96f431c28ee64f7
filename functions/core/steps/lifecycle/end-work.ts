// Ends the work of a company that leaves, and forgets its secrets; each may be done again.
import type { InstallationId } from '../../domain/ids.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Clock } from '../../ports/platform.ts';
import type { Store } from '../../ports/store.ts';
import { rowsOf } from '../../work/installation-rows.ts';
import { NEVER_MS } from '../../work/lease.ts';
import { readMerchants } from '../connect/installation-settings.ts';

/** What a worker has in hand just now ends as it ends: the company can't be opened any more. */
export async function stopWork(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  installation: InstallationId,
): Promise<Result<void>> {
  const over = { state: 'skipped', due_at: NEVER_MS, finished_at: clock.now() };
  for (let changed = 'updated'; changed === 'updated'; ) {
    changed = await store.updateWhere('Inbox', over, [
      ['installation', '=', installation],
      ['due_at', '<', NEVER_MS],
    ]);
  }
  for (;;) {
    const runs = await store.select('Runs', {
      where: [
        ['installation', '=', installation],
        ['due_at', '<', NEVER_MS],
      ],
    });
    if (runs.length === 0) return ok(undefined);
    // One by one, as each gives its lane free.
    for (const run of runs) {
      const free = { lease_token: '', lane_lock: run.run_key };
      await store.update('Runs', run.ROWID, { ...over, ...free });
    }
  }
}

export async function forgetSecrets(
  store: Store,
  installation: InstallationId,
): Promise<Result<void>> {
  for (const row of await readMerchants(store, installation)) {
    if (row.secrets !== undefined) await store.update('Merchants', row.ROWID, { secrets: '' });
  }
  for (const { ROWID } of await rowsOf(store, 'Tokens', installation)) {
    await store.delete('Tokens', ROWID);
  }
  const own = await store.find('Installations', 'installation_key', installation);
  if (own !== undefined) await store.update('Installations', own.ROWID, { secrets: '' });
  return ok(undefined);
}
