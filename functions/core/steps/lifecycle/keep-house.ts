// What the timer does for the rows themselves, a bite at a time: upgrades, leaving companies, a changed master key, old work.
import type { InstallationId } from '../../domain/ids.ts';
import type { OpenDeparture } from '../../ports/departure.ts';
import type { Clock, Log, RenewableSecrets } from '../../ports/platform.ts';
import type { Store } from '../../ports/store.ts';
import type { Row } from '../../store/schema.ts';
import { isDue, moveCursor, readCursors } from '../../work/cursors.ts';
import { PROJECT, purgeOld } from '../../work/retention.ts';
import { goOnLeaving } from './leave.ts';
import { renewSecrets } from './renew-secrets.ts';
import { upgradeInstallation } from './upgrade-installation.ts';

export interface HousePorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly secrets: RenewableSecrets;
  readonly openDeparture: OpenDeparture;
}

const MINUTE_MS = 60_000;
/** Of the timer's time; what is left over comes next time. */
const TURN_MS = 4 * MINUTE_MS;
const RENEW_EACH_MS = 3_600_000;
const RENEWAL = 'master-key';
/** As many as the store reads at once. */
const PAGE = 300;

/**
 * One turn. Every part of it goes on where it stopped, and may be done twice.
 * @param isKeyChanging a former master key is still known: what it wraps is wrapped anew.
 */
export async function keepHouse(ports: HousePorts, isKeyChanging: boolean): Promise<void> {
  const end = ports.clock.now() + TURN_MS;
  const isTimeLeft = () => ports.clock.now() < end;
  const installations = await allInstallations(ports.store);
  for (const row of installations) {
    await each(ports, row, () => upgradeInstallation(ports, row, isTimeLeft));
    await each(ports, row, () => goOnLeaving(ports, row, isTimeLeft));
  }
  if (isKeyChanging) await renewAll(ports, installations, isTimeLeft);
  const deleted = await purgeOld(ports, isTimeLeft);
  if (deleted > 0) ports.log.info('old rows were deleted', { count: deleted });
}

/** One company's trouble is none of the others'. */
async function each(
  { log }: HousePorts,
  { installation_key: installation }: Row<'Installations'>,
  work: () => Promise<unknown>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    const code = error instanceof Error ? error.name : 'unknown';
    log.error('keeping house failed for an installation', { installation, code });
  }
}

async function renewAll(
  ports: HousePorts,
  installations: readonly Row<'Installations'>[],
  isTimeLeft: () => boolean,
): Promise<void> {
  const now = ports.clock.now();
  const cursor = (await readCursors(ports.store, PROJECT, [RENEWAL])).get(RENEWAL);
  if (!isDue(cursor, RENEW_EACH_MS, now)) return;
  const names = installations.map((row) => row.installation_key as InstallationId);
  await renewSecrets(ports, names, isTimeLeft);
  await moveCursor(ports, PROJECT, RENEWAL, cursor, now);
}

async function allInstallations(store: Store): Promise<readonly Row<'Installations'>[]> {
  const found: Row<'Installations'>[] = [];
  for (let full = true; full; ) {
    const after = found.at(-1)?.installation_key;
    const rows = await store.select('Installations', {
      where: after === undefined ? [] : [['installation_key', '>', after]],
      orderBy: ['installation_key', 'asc'],
      limit: PAGE,
    });
    found.push(...rows);
    full = rows.length === PAGE;
  }
  return found;
}
