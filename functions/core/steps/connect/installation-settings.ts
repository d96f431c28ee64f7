// What an installation's and a merchant's row keep: in the open as settings, sealed as secrets.
import type { Channel, ConnectionRequest } from '../../contract/connection.ts';
import type { CardFee } from '../../domain/fee.ts';
import type { GatewayEnvironment } from '../../domain/gateway-environment.ts';
import type { InstallationId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import type { Processor } from '../../domain/processor.ts';
import type { Role } from '../../domain/role.ts';
import type { Store } from '../../ports/store.ts';
import type { Row } from '../../store/schema.ts';
import type { FormerSecrets, FormerWebhookKey, SecretAges } from '../lifecycle/former-secrets.ts';

type Merchant = ConnectionRequest['merchants'][number];

/** An account of the books as a person chose it: the name is for people, the id is what counts. */
export interface ChosenAccount {
  readonly id: string;
  readonly name: string;
}

/** What an installation's row keeps in the open, once everything needed for work is there. */
export type InstallationSettings = Pick<ConnectionRequest, 'timeZone' | 'gateway'> & {
  readonly zoho: Omit<ConnectionRequest['zoho'], 'clientSecret' | 'refreshToken'> & {
    /** What the person who signed in has granted. */
    readonly scopes?: readonly string[];
  };
  readonly shop?: { readonly url: string };
  readonly channels?: readonly Pick<Channel, 'name' | 'kind'>[];
  readonly mailSender?: string;
  /** What we write in Zoho and to staff is in it; in the books' language where nobody chose one. */
  readonly language?: Language;
  /** Of the books' organization, English where that is none of ours; absent until Books was asked. */
  readonly booksLanguage?: Language;
  /** When payers confirm with their bank on the card page; never when absent. */
  readonly confirmsPayers?: 'asked' | 'always';
  readonly doors?: { readonly hooksUrl?: string; readonly deskWebhookId?: string };
  /** Names of the chosen organizations, for people. */
  readonly organizationNames?: Readonly<Record<string, string>>;
  /** Where fees and disputed amounts are booked. */
  readonly accounts?: { readonly fee?: ChosenAccount; readonly dispute?: ChosenAccount };
  /** The custom fields as they were looked at last. */
  readonly fields?: { readonly checkedAt: number; readonly missing: readonly string[] };
  /** Our role for each role name of Zoho. */
  readonly roleMap?: Readonly<Record<string, Role>>;
};

/** The same while the set-up is under way: each part arrives with its step. */
export type SettingsSoFar = Partial<Omit<InstallationSettings, 'zoho'>> & {
  readonly zoho?: Partial<InstallationSettings['zoho']>;
};

/** What an installation's row keeps sealed. */
export interface InstallationSecrets {
  readonly zohoClientSecret: string;
  readonly zohoRefreshToken: string;
  readonly shop?: {
    readonly consumerKey: string;
    readonly consumerSecret: string;
    readonly webhookSecret: string;
  };
  readonly channels?: readonly Channel[];
  readonly financeWebhookSecret?: string;
  /** What was replaced and is still believed for a while. */
  readonly former?: FormerSecrets;
  readonly since?: SecretAges;
}

export type MerchantSettings = Pick<Merchant, 'currencies' | 'clearingAccounts'> & {
  readonly webhookKeyIds: readonly string[];
  /** Absent on merchant ids that the command line connected. */
  readonly environment?: GatewayEnvironment;
  /** Who settles its cards; absent where nobody has said. */
  readonly processor?: Processor;
  /** What its contract says of fees, by currency; absent where they come with the settlement. */
  readonly fees?: Readonly<Record<string, CardFee>>;
  /** The names of the clearing accounts, by currency, for people. */
  readonly clearingNames?: Readonly<Record<string, string>>;
  /** The subscription that we made at the gateway, as it was seen last. */
  readonly webhook?: {
    readonly id: string;
    readonly status: string;
    readonly checkedAt: number;
    /** Epoch ms: until when the key signs. */
    readonly keyExpiresAt?: number;
  };
  /** How the last test movement went. */
  readonly tested?: { readonly at: number; readonly outcome: string };
};

export type MerchantSecrets = Pick<Merchant, 'keyId' | 'secret' | 'webhookKeys'> & {
  /** PKCS#8 PEM of a certificate's key; `secret` is empty then, and `keyId` the certificate's serial number. */
  readonly privateKey?: string;
  /** Webhook keys that were replaced, until the gateway signs with them no more. */
  readonly formerWebhookKeys?: readonly FormerWebhookKey[];
  readonly since?: SecretAges;
};

/** The organizations of CRM and Desk that are used; an empty id of earlier versions is none. */
export function usedOrganizations({
  crmOrgId,
  deskOrgId,
}: {
  readonly crmOrgId?: string | undefined;
  readonly deskOrgId?: string | undefined;
}): { readonly crmOrgId?: string; readonly deskOrgId?: string } {
  return { ...(crmOrgId ? { crmOrgId } : {}), ...(deskOrgId ? { deskOrgId } : {}) };
}

/** What we write in Zoho and to staff is in it. */
export function languageOf({ language, booksLanguage }: SettingsSoFar): Language {
  return language ?? booksLanguage ?? 'en';
}

/** Whether the work can begin: signed in, the books chosen, and a gateway to ask. */
export function isComplete(settings: SettingsSoFar): settings is InstallationSettings {
  const { zoho, gateway, timeZone } = settings;
  return (
    timeZone !== undefined &&
    gateway !== undefined &&
    zoho?.apiUrl !== undefined &&
    zoho.booksOrganizationId !== undefined
  );
}

export function readMerchants(
  store: Store,
  installation: InstallationId,
): Promise<Row<'Merchants'>[]> {
  return store.select('Merchants', { where: [['installation', '=', installation]] });
}

/** A merchant's open settings. */
export function merchantSettings(row: Row<'Merchants'>): MerchantSettings {
  return JSON.parse(row.settings ?? '{}') as MerchantSettings;
}
