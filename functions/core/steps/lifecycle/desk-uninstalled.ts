// Desk tells that our extension was uninstalled there: every installation that works with this portal leaves.
import type { InstallationId } from '../../domain/ids.ts';
import type { Clock, Log } from '../../ports/platform.ts';
import type { Store } from '../../ports/store.ts';
import { announceLeaving, leaveForZoho, openMovements } from './leave.ts';

const PRODUCT = 'Zoho Desk';

/**
 * At once where nobody works with us in another product. Where somebody does, or the outcome of money is not known yet, it
 * is announced and begins after a week, unless an administrator says that the company stays.
 * @param orgId the portal's organization id, digits.
 */
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
  for (const row of rows) {
    const installation = row.installation_key as InstallationId;
    const [hasOthers, open] = await Promise.all([
      worksElsewhere(ports.store, installation),
      openMovements(ports.store, installation),
    ]);
    await (hasOthers || open > 0 ? announceLeaving : leaveForZoho)(ports, row, PRODUCT);
  }
}

/** Whether somebody comes in by another product of Zoho. */
async function worksElsewhere(store: Store, installation: InstallationId): Promise<boolean> {
  const grants = await store.select('Grants', {
    where: [
      ['installation', '=', installation],
      ['state', '=', 'active'],
    ],
  });
  return grants.some(({ product }) => product !== 'desk');
}
