// Brings the rows of an installation, written by whatever older version, up to what the present code looks for.
import type { InstallationId } from '../../domain/ids.ts';
import { nextReadingAt, type PaymentState } from '../../domain/payment.ts';
import type { Clock, RenewableSecrets } from '../../ports/platform.ts';
import type { Store } from '../../ports/store.ts';
import type { Row } from '../../store/schema.ts';
import { DATA_VERSION } from '../../work/data-version.ts';
import { keyOfRow, ROWS_AT_ONCE, rowsOf } from '../../work/installation-rows.ts';
import { NEVER_MS } from '../../work/lease.ts';
import type { SettingsSoFar } from '../connect/installation-settings.ts';
import { organizationColumns } from '../identity/organization-columns.ts';
import { renewSecretsOf } from './renew-secrets.ts';

export interface UpgradePorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly secrets: RenewableSecrets;
}

/** Times in epoch ms. */
interface Progress {
  /** The first pass began. */
  readonly since: number;
  /** This pass began, and up to which payment it has come. */
  readonly begun?: number;
  readonly after?: string;
}

/** Instances of the older version go on writing for as long as their longest job: what they leave needs a second pass. */
const OLD_CODE_MS = 30 * 60_000;

/**
 * Goes on with the upgrade where it stopped; a crash repeats one bite at most. It ends with a whole pass that began when
 * no older code was left.
 * @returns whether the installation is up to date.
 */
export async function upgradeInstallation(
  ports: UpgradePorts,
  row: Row<'Installations'>,
  isTimeLeft: () => boolean,
): Promise<boolean> {
  if ((row.data_version ?? 1) >= DATA_VERSION) return true;
  const { store, clock } = ports;
  const known = JSON.parse(row.upgrade ?? '{}') as Partial<Progress>;
  const since = known.since ?? clock.now();
  const isWaiting = known.since !== undefined && known.begun === undefined;
  if (isWaiting && clock.now() - since < OLD_CODE_MS) return false;
  const begun = known.begun ?? clock.now();
  const keep = (progress: Progress) =>
    store.update('Installations', row.ROWID, { upgrade: JSON.stringify(progress) });

  const installation = row.installation_key as InstallationId;
  let after = known.after;
  for (let full = true; full; ) {
    if (!isTimeLeft()) return false;
    const payments = await rowsOf(store, 'Payments', installation, after);
    for (const payment of payments) await planReading(store, payment);
    const last = payments.at(-1);
    after = last === undefined ? after : keyOfRow('Payments', last);
    full = payments.length === ROWS_AT_ONCE;
    if (full && after !== undefined) await keep({ since, begun, after });
  }
  await renewSecretsOf(ports, installation);
  await store.update('Installations', row.ROWID, {
    ...organizationColumns(JSON.parse(row.settings ?? '{}') as SettingsSoFar),
  });
  const isLast = begun - since >= OLD_CODE_MS;
  if (!isLast) await keep({ since });
  else await store.update('Installations', row.ROWID, { data_version: DATA_VERSION, upgrade: '' });
  return isLast;
}

/** As it would have been planned when the payment was read last: what is overdue is read soon, a batch each minute. */
async function planReading(store: Store, payment: Row<'Payments'>): Promise<void> {
  if (payment.reread_at !== undefined) return;
  const submittedAt = payment.submitted_at ?? 0;
  const readAt = payment.refreshed_at ?? submittedAt;
  const next = nextReadingAt(payment.state as PaymentState, submittedAt, readAt);
  // Who has read it meanwhile has planned it, too, and changed its version.
  await store.updateWhere('Payments', { reread_at: next ?? NEVER_MS }, [
    ['payment_key', '=', payment.payment_key],
    ['version', '=', payment.version],
  ]);
}
