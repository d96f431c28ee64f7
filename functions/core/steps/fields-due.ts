// When the timer asks for the fields of an installation's records again.
import type { InstallationId } from '../domain/ids.ts';
import type { Clock } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import { type Cursors, readCursors } from '../work/cursors.ts';

/** Its position is when all fields were read last. */
export const FIELDS_CURSOR = 'fields';

const HOUR_MS = 3_600_000;
const EACH_MS = 24 * HOUR_MS;
const MINUTE_MS = 60_000;

/**
 * Once a day, each hour after a reading that brought nothing; never for an installation in which nobody has worked with
 * fields yet.
 * @param known the installation's cursors. Where the caller could not read them, they are looked for once an hour.
 */
export async function areFieldsDue(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  installation: InstallationId,
  known: Cursors | undefined,
): Promise<boolean> {
  const now = clock.now();
  if (known === undefined && Math.floor(now / MINUTE_MS) % 60 !== 0) return false;
  const cursors = known ?? (await readCursors(store, installation, [FIELDS_CURSOR]));
  const cursor = cursors.get(FIELDS_CURSOR);
  if (cursor === undefined) return false;
  const { position = 0, updated_at: triedAt = 0 } = cursor;
  return now - position >= EACH_MS && now - triedAt >= HOUR_MS;
}
