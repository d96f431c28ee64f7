// The keys that webhook doors check with, read once and kept for a minute: an acknowledgement costs one store write.
import type { InstallationId } from '../domain/ids.ts';
import type { Clock, SealedPlace, Secrets } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import {
  type InstallationSecrets,
  type InstallationSettings,
  type MerchantSecrets,
  readMerchants,
  usedOrganizations,
} from './connect/installation-settings.ts';
import { crmWatchToken } from './crm-watch-token.ts';
import { stillBelieved } from './lifecycle/former-secrets.ts';

export interface DoorKeys {
  /** Webhook keys of all merchant ids; old ones stay valid while the gateway still signs with them. */
  readonly gateway: readonly {
    readonly keyId: string;
    readonly key: string;
    readonly merchantId: string;
  }[];
  readonly shopSecret?: string;
  /** Of before it was changed, for as long as the shop may still sign with it. */
  readonly formerShopSecret?: string;
  readonly zoho?: ZohoDoorKeys;
}

interface ZohoDoorKeys {
  /** Of the workflow webhooks of Books and Inventory; without one they are refused. */
  readonly financeSecret?: string;
  readonly formerFinanceSecret?: string;
  /** What our CRM channel echoes. */
  readonly crmToken: string;
  readonly formerCrmToken?: string;
  /** Absent: Desk is not used. */
  readonly desk?: { readonly url: string; readonly orgId: string; readonly webhookId?: string };
}

const KEPT_MS = 60_000;
/** A key that we don't know may be a new one: look again, but not for every forged request. */
const LOOK_AGAIN_AFTER_MS = 5_000;
const COMPANIES_KEPT = 500;

/** A reader with its own memory; one per process. */
export function createDoorKeyReader(ports: {
  readonly store: Store;
  readonly clock: Clock;
  readonly secrets: Secrets;
}): (installation: InstallationId, wantedKeyId?: string) => Promise<DoorKeys | undefined> {
  const kept = new Map<
    string,
    { readonly at: number; readonly keys: Promise<DoorKeys | undefined> }
  >();
  return async (installation, wantedKeyId) => {
    const now = ports.clock.now();
    const entry = kept.get(installation);
    if (entry !== undefined && now - entry.at < KEPT_MS) {
      const keys = await entry.keys;
      const has =
        wantedKeyId === undefined || keys?.gateway.some((one) => one.keyId === wantedKeyId);
      if (has || now - entry.at < LOOK_AGAIN_AFTER_MS) return keys;
    }
    if (kept.size >= COMPANIES_KEPT) kept.clear();
    // The promise is kept, not its value: a burst after the minute reads the keys once.
    const keys = readKeys(ports, installation);
    kept.set(installation, { at: now, keys });
    keys.catch(() => kept.delete(installation));
    return keys;
  };
}

async function readKeys(
  ports: { readonly store: Store; readonly clock: Clock; readonly secrets: Secrets },
  installation: InstallationId,
): Promise<DoorKeys | undefined> {
  const row = await ports.store.find('Installations', 'installation_key', installation);
  if (row?.secrets === undefined || row.state !== 'active') return undefined;
  const open = <T>(sealed: string, place: SealedPlace) =>
    JSON.parse(ports.secrets.open(installation, sealed, place)) as T;
  const secrets = open<InstallationSecrets>(row.secrets, `Installations|${installation}`);
  const merchants = await readMerchants(ports.store, installation);
  const now = ports.clock.now();
  const settings = JSON.parse(row.settings ?? '{}') as InstallationSettings;
  return {
    gateway: merchants.flatMap((merchant) => {
      if (merchant.secrets === undefined) return [];
      const own = open<MerchantSecrets>(merchant.secrets, `Merchants|${merchant.merchant_key}`);
      const former = own.formerWebhookKeys?.filter((one) => one.until > now) ?? [];
      return [...own.webhookKeys, ...former].map(({ keyId, key }) => ({
        keyId,
        key,
        merchantId: merchant.merchant_id,
      }));
    }),
    ...defined({
      shopSecret: secrets.shop?.webhookSecret,
      formerShopSecret: stillBelieved(secrets.former?.shopWebhook, now),
    }),
    zoho: zohoKeys(installation, settings, secrets, now),
  };
}

function zohoKeys(
  installation: InstallationId,
  { zoho, doors }: InstallationSettings,
  { zohoClientSecret, financeWebhookSecret, former }: InstallationSecrets,
  now: number,
): ZohoDoorKeys {
  const webhookId = doors?.deskWebhookId;
  const { deskOrgId } = usedOrganizations(zoho);
  const formerClient = stillBelieved(former?.zohoClient, now);
  return {
    crmToken: crmWatchToken(installation, zohoClientSecret),
    ...(deskOrgId === undefined
      ? {}
      : {
          desk: {
            url: zoho.deskUrl,
            orgId: deskOrgId,
            ...(webhookId === undefined ? {} : { webhookId }),
          },
        }),
    ...defined({
      financeSecret: financeWebhookSecret,
      formerFinanceSecret: stillBelieved(former?.financeWebhook, now),
      formerCrmToken: formerClient && crmWatchToken(installation, formerClient),
    }),
  };
}

/** Only the fields that have a value. */
function defined<T extends Readonly<Record<string, string | undefined>>>(fields: T) {
  const there = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(there) as { [K in keyof T]?: string };
}
