// Desk tells that our extension was uninstalled there: every installation that works with this portal is told of it.
import type { Clock, Log } from '../../ports/platform.ts';
import type { Store } from '../../ports/store.ts';
import { announceLeaving } from './leave.ts';

/** @param orgId the portal's organization id, digits. */
export async function deskUninstalled(
  ports: { readonly store: Store; readonly clock: Clock; readonly log: Log },
  orgId: string,
): Promise<void> {
  const rows = await ports.store.select('Installations', {
    where: [
      ['desk_organization', '=', orgId],
      ['state', '=', 'active'],
    ],
  });
  for (const row of rows) await announceLeaving(ports, row, 'Zoho Desk');
}
