// When the audit chain is to be followed again; kept apart, as the check itself is loaded only then.
import type { InstallationId } from '../../domain/ids.ts';
import type { Clock } from '../../ports/platform.ts';
import type { Store } from '../../ports/store.ts';
import { type Cursors, isDue, readCursors } from '../../work/cursors.ts';

/** The check's cursor: its position is the number of the last row that was followed, 0 when a night's check is over. */
export const AUDIT_CHECK = 'audit-check';
const EACH_MS = 24 * 3_600_000;

/** Whether there is something to check; costs a read only when the installation's cursors are not known. */
export async function isAuditCheckDue(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  installation: InstallationId,
  cursors?: Cursors,
): Promise<boolean> {
  const known = cursors ?? (await readCursors(store, installation, [AUDIT_CHECK]));
  const cursor = known.get(AUDIT_CHECK);
  return (cursor?.position ?? 0) > 0 || isDue(cursor, EACH_MS, clock.now());
}
