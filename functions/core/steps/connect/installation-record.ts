// Reads and changes an installation's row as a whole; every change carries on from the one before, so that two admins can't undo each other.
import { createHash } from 'node:crypto';
import type { InstallationId } from '../../domain/ids.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import { type Actor, mayDo } from '../../domain/role.ts';
import type { Clock, Secrets } from '../../ports/platform.ts';
import type { Patch, Store } from '../../ports/store.ts';
import type { Row } from '../../store/schema.ts';
import { DATA_VERSION } from '../../work/data-version.ts';
import { organizationColumns } from '../identity/organization-columns.ts';
import { keepFormerSecrets } from '../lifecycle/former-secrets.ts';
import {
  type InstallationSecrets,
  isComplete,
  type SettingsSoFar,
} from './installation-settings.ts';

export interface ConnectPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly secrets: Secrets;
}

export interface InstallationRecord {
  readonly name: string;
  readonly state: string;
  /** `''` before the first change that was made with revisions. */
  readonly revision: string;
  readonly settings: SettingsSoFar;
  readonly secrets: Partial<InstallationSecrets>;
}

/** What a change leaves; what it doesn't name stays. */
export type InstallationChange = Partial<
  Pick<InstallationRecord, 'name' | 'settings' | 'secrets'> & {
    /** How long the secrets that it replaces stay believed. */
    readonly overlapMs: number;
  }
>;

const EMPTY: InstallationRecord = {
  name: '',
  state: 'new',
  revision: '',
  settings: {},
  secrets: {},
};

/** Who may set up; the problem otherwise. */
export function refusedToConfigure(actor: Actor) {
  return mayDo(actor.role, 'configure')
    ? undefined
    : refused(problem('not-allowed', 'none', { role: actor.role }));
}

/** As it is now; an installation that nobody has begun yet is empty. */
export async function readInstallation(
  ports: Pick<ConnectPorts, 'store' | 'secrets'>,
  installation: InstallationId,
): Promise<InstallationRecord> {
  const row = await ports.store.find('Installations', 'installation_key', installation);
  return row === undefined ? EMPTY : recordOf(ports.secrets, row);
}

function recordOf(secrets: Secrets, row: Row<'Installations'>): InstallationRecord {
  const { installation_key: key, secrets: sealed } = row;
  return {
    name: row.name ?? '',
    state: row.state,
    revision: row.revision ?? '',
    settings: JSON.parse(row.settings ?? '{}') as SettingsSoFar,
    secrets:
      sealed === undefined ? {} : JSON.parse(secrets.open(key, sealed, `Installations|${key}`)),
  };
}

/**
 * Changes what is there, or makes the row. Once everything needed for work is there it becomes `active`; a company that
 * is leaving stays so.
 * @param revision that the person has seen: `settings-changed` when somebody has saved since. Without one, the change is
 * made to what is there now.
 */
export async function changeInstallation(
  ports: ConnectPorts,
  installation: InstallationId,
  change: (before: InstallationRecord) => InstallationChange,
  revision?: string,
): Promise<Result<InstallationRecord>> {
  const row = await ports.store.find('Installations', 'installation_key', installation);
  const before = row === undefined ? EMPTY : recordOf(ports.secrets, row);
  if (revision !== undefined && revision !== before.revision) return refused(settingsChanged());
  const { overlapMs, ...changed } = change(before);
  const after = { ...before, ...changed };
  const now = ports.clock.now();
  const state = stateOf(after);
  const columns = {
    name: after.name,
    state,
    ...organizationColumns(after.settings),
    settings: JSON.stringify(after.settings),
    secrets: ports.secrets.seal(
      installation,
      JSON.stringify(keepFormerSecrets(before.secrets, after.secrets, now, overlapMs)),
      `Installations|${installation}`,
    ),
    updated_at: now,
  };
  const next = revisionAfter(before.revision, columns);
  const written = await write(ports, installation, row, { ...columns, revision: next });
  switch (written) {
    case 'written':
      return ok({ ...after, state, revision: next });
    case 'changed':
      return refused(settingsChanged());
    case 'being-saved':
      return refused(problem('settings-being-saved', 'retry'));
  }
}

const CLAIMED = 'saving';

/** Tells of the texts as they are sealed, so that each save has one of its own. */
function revisionAfter(before: string, columns: object): string {
  return createHash('sha256')
    .update(JSON.stringify([before, columns]))
    .digest('hex')
    .slice(0, 20);
}

/** Between a claim and its save: longer than a function lives. */
const CLAIM_MS = 60_000;

/**
 * The store changes several texts only without a condition, and with one only a short word: so the revision is claimed first,
 * and the save ends the claim.
 */
async function write(
  { store, clock }: ConnectPorts,
  installation: InstallationId,
  row: Row<'Installations'> | undefined,
  columns: Patch<'Installations'> & { readonly state: string; readonly revision: string },
): Promise<'written' | 'changed' | 'being-saved'> {
  const now = clock.now();
  if (row === undefined) {
    const made = {
      installation_key: installation,
      created_at: now,
      data_version: DATA_VERSION,
      ...columns,
    };
    const { kind } = await store.insert('Installations', made);
    return kind === 'inserted' ? 'written' : 'changed';
  }
  // Saved by an older version: an empty column fits no condition.
  if (row.revision !== undefined) {
    const [word, since] = row.revision.split('.');
    if (word === CLAIMED && now - Number(since) < CLAIM_MS) return 'being-saved';
    const claim = `${CLAIMED}.${now}.${columns.revision.slice(0, 16)}`;
    await store.updateWhere('Installations', { revision: claim }, [
      ['installation_key', '=', installation],
      ['revision', '=', row.revision],
    ]);
    const there = await store.find('Installations', 'installation_key', installation);
    if (there?.revision !== claim) return 'changed';
  }
  await store.update('Installations', row.ROWID, columns);
  return 'written';
}

function stateOf({ state, settings, secrets }: InstallationRecord): string {
  if (state !== 'new' && state !== 'connecting') return state;
  const isSignedIn = secrets.zohoRefreshToken !== undefined;
  return isComplete(settings) && isSignedIn ? 'active' : 'connecting';
}

function settingsChanged() {
  return problem('settings-changed', 'fix-input');
}
