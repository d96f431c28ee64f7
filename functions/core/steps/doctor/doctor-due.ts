// Whether it is time for the doctor's own look: a day after the last, and not in the first minutes of a company.
import type { InstallationId } from '../../domain/ids.ts';
import type { Clock } from '../../ports/platform.ts';
import type { Store } from '../../ports/store.ts';
import { type Cursors, isDue, moveCursor } from '../../work/cursors.ts';

const NAME = 'doctor';
const EACH_MS = 24 * 3_600_000;

/**
 * Costs nothing while it is not. When it is, it is written down before the look, so that one that stops does not begin
 * again each minute.
 * @param cursors the installation's, as the timer has read them; without any, its first poll comes first.
 */
export async function isDoctorDue(
  ports: { readonly store: Store; readonly clock: Clock },
  installation: InstallationId,
  cursors: Cursors | undefined,
): Promise<boolean> {
  if (cursors === undefined) return false;
  const known = cursors.get(NAME);
  const now = ports.clock.now();
  if (known !== undefined && !isDue(known, EACH_MS, now)) return false;
  await moveCursor(ports, installation, NAME, known, now);
  return known !== undefined;
}
