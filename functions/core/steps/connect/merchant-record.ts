// Writes and opens a merchant id's row: what is public goes into settings, the keys are sealed.
import type { InstallationId } from '../../domain/ids.ts';
import type { Secrets } from '../../ports/platform.ts';
import type { Store } from '../../ports/store.ts';
import type { Row } from '../../store/schema.ts';
import { keepFormerKeys } from '../lifecycle/former-secrets.ts';
import type { ConnectPorts } from './installation-record.ts';
import {
  type MerchantSecrets,
  type MerchantSettings,
  merchantSettings,
} from './installation-settings.ts';

export interface MerchantRecord {
  readonly merchantId: string;
  readonly settings: MerchantSettings;
  readonly secrets: MerchantSecrets;
}

function merchantKey(installation: InstallationId, merchantId: string): string {
  return `${installation}|${merchantId}`;
}

export function openMerchant(secrets: Secrets, row: Row<'Merchants'>): MerchantRecord {
  const opened = secrets.open(row.installation, row.secrets ?? '', `Merchants|${row.merchant_key}`);
  return {
    merchantId: row.merchant_id,
    settings: merchantSettings(row),
    secrets: JSON.parse(opened) as MerchantSecrets,
  };
}

export async function findMerchant(
  ports: { readonly store: Store; readonly secrets: Secrets },
  installation: InstallationId,
  merchantId: string,
): Promise<MerchantRecord | undefined> {
  const key = merchantKey(installation, merchantId);
  const row = await ports.store.find('Merchants', 'merchant_key', key);
  return row === undefined ? undefined : openMerchant(ports.secrets, row);
}

/**
 * Makes the row or writes over it.
 * @param overlapMs how long webhook keys that it replaces stay believed.
 */
export async function saveMerchantRecord(
  ports: ConnectPorts,
  installation: InstallationId,
  { merchantId, settings, secrets }: MerchantRecord,
  overlapMs?: number,
): Promise<void> {
  const key = merchantKey(installation, merchantId);
  const known = await ports.store.find('Merchants', 'merchant_key', key);
  const now = ports.clock.now();
  const before = known && openMerchant(ports.secrets, known).secrets;
  const kept = keepFormerKeys(before, secrets, now, overlapMs);
  const columns = {
    settings: JSON.stringify(settings),
    secrets: ports.secrets.seal(installation, JSON.stringify(kept), `Merchants|${key}`),
    updated_at: now,
  };
  if (known !== undefined) {
    await ports.store.update('Merchants', known.ROWID, columns);
    return;
  }
  await ports.store.insert('Merchants', {
    merchant_key: key,
    installation,
    merchant_id: merchantId,
    created_at: ports.clock.now(),
    ...columns,
  });
}
