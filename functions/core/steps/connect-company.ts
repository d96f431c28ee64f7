// An administrator connects a company: what is public goes into settings, what is secret is sealed.
import type { Channel, ConnectionRequest, ConnectionView } from '../contract/connection.ts';
import type { InstallationId } from '../domain/ids.ts';
import { problem } from '../domain/problem.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import { type Actor, mayDo } from '../domain/role.ts';
import type { Clock, Secrets } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import type { Row } from '../store/schema.ts';
import { appendAudit } from '../work/audit.ts';

export interface ConnectPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly secrets: Secrets;
}

type Merchant = ConnectionRequest['merchants'][number];

/** What an installation's row keeps in the open. */
export type InstallationSettings = Pick<ConnectionRequest, 'timeZone' | 'gateway'> & {
  readonly zoho: Omit<ConnectionRequest['zoho'], 'clientSecret' | 'refreshToken'>;
  readonly shop?: { readonly url: string };
  readonly channels?: readonly Pick<Channel, 'name' | 'kind'>[];
  readonly mailSender?: string;
  readonly doors?: { readonly hooksUrl?: string; readonly deskWebhookId?: string };
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
}

export type MerchantSettings = Pick<Merchant, 'currencies' | 'clearingAccounts'> & {
  readonly webhookKeyIds: readonly string[];
};
export type MerchantSecrets = Pick<Merchant, 'keyId' | 'secret' | 'webhookKeys'>;

/** Writes the connection; the same request twice changes nothing the second time. */
export async function connectCompany(
  ports: ConnectPorts,
  installation: InstallationId,
  actor: Actor,
  request: ConnectionRequest,
): Promise<Result<ConnectionView>> {
  if (!mayDo(actor.role, 'configure')) {
    return refused(problem('not-allowed', 'none', { role: actor.role }));
  }
  const known = await ports.store.find('Installations', 'installation_key', installation);
  for (const merchant of request.merchants) await saveMerchant(ports, installation, merchant);
  const now = ports.clock.now();
  const columns = {
    name: request.name,
    state: 'active',
    settings: JSON.stringify(settingsOf(request)),
    secrets: ports.secrets.seal(installation, JSON.stringify(secretsOf(request))),
    updated_at: now,
  };
  if (known === undefined) {
    await ports.store.insert('Installations', {
      installation_key: installation,
      created_at: now,
      ...columns,
    });
  } else {
    await ports.store.update('Installations', known.ROWID, columns);
  }
  await appendAudit(ports, {
    installation,
    actorId: actor.userId,
    actorName: actor.name,
    action: 'connection.saved',
    subject: installation,
    detail: { merchants: request.merchants.map((one) => one.merchantId).join(' ') },
  });
  return showConnection(ports, installation, actor);
}

async function saveMerchant(
  ports: ConnectPorts,
  installation: InstallationId,
  merchant: Merchant,
): Promise<void> {
  const key = `${installation}|${merchant.merchantId}`;
  const settings: MerchantSettings = {
    currencies: merchant.currencies,
    clearingAccounts: merchant.clearingAccounts,
    webhookKeyIds: merchant.webhookKeys.map((one) => one.keyId),
  };
  const secrets: MerchantSecrets = {
    keyId: merchant.keyId,
    secret: merchant.secret,
    webhookKeys: merchant.webhookKeys,
  };
  const columns = {
    settings: JSON.stringify(settings),
    secrets: ports.secrets.seal(installation, JSON.stringify(secrets)),
    updated_at: ports.clock.now(),
  };
  const known = await ports.store.find('Merchants', 'merchant_key', key);
  if (known === undefined) {
    await ports.store.insert('Merchants', {
      merchant_key: key,
      installation,
      merchant_id: merchant.merchantId,
      created_at: ports.clock.now(),
      ...columns,
    });
  } else {
    await ports.store.update('Merchants', known.ROWID, columns);
  }
}

function settingsOf(request: ConnectionRequest): InstallationSettings {
  const { clientSecret: _secret, refreshToken: _token, ...zoho } = request.zoho;
  return {
    timeZone: request.timeZone,
    gateway: request.gateway,
    zoho,
    ...(request.shop === undefined ? {} : { shop: { url: request.shop.url } }),
    ...(request.channels === undefined
      ? {}
      : { channels: request.channels.map(({ name, kind }) => ({ name, kind })) }),
    ...(request.mailSender === undefined ? {} : { mailSender: request.mailSender }),
    ...(request.doors === undefined ? {} : { doors: openDoors(request.doors) }),
  };
}

function openDoors({ hooksUrl, deskWebhookId }: NonNullable<ConnectionRequest['doors']>) {
  return {
    ...(hooksUrl === undefined ? {} : { hooksUrl }),
    ...(deskWebhookId === undefined ? {} : { deskWebhookId }),
  };
}

function secretsOf(request: ConnectionRequest): InstallationSecrets {
  const { shop, channels, doors } = request;
  return {
    zohoClientSecret: request.zoho.clientSecret,
    zohoRefreshToken: request.zoho.refreshToken,
    ...(shop === undefined
      ? {}
      : {
          shop: {
            consumerKey: shop.consumerKey,
            consumerSecret: shop.consumerSecret,
            webhookSecret: shop.webhookSecret,
          },
        }),
    ...(channels === undefined ? {} : { channels }),
    ...(doors?.financeSecret === undefined ? {} : { financeWebhookSecret: doors.financeSecret }),
  };
}

export function readMerchants(
  store: Store,
  installation: InstallationId,
): Promise<Row<'Merchants'>[]> {
  return store.select('Merchants', { where: [['installation', '=', installation]] });
}

/** What is connected, without any secret. */
export async function showConnection(
  ports: { readonly store: Store },
  installation: InstallationId,
  actor: Actor,
): Promise<Result<ConnectionView>> {
  if (!mayDo(actor.role, 'see-payments')) {
    return refused(problem('not-allowed', 'none', { role: actor.role }));
  }
  const row = await ports.store.find('Installations', 'installation_key', installation);
  if (row === undefined) return refused(problem('not-connected', 'fix-setup'));
  const settings = JSON.parse(row.settings ?? '{}') as InstallationSettings;
  const merchants = await readMerchants(ports.store, installation);
  return ok({
    installation,
    name: row.name ?? '',
    state: row.state,
    timeZone: settings.timeZone,
    zoho: {
      apiUrl: settings.zoho.apiUrl,
      booksOrganizationId: settings.zoho.booksOrganizationId,
      crmOrgId: settings.zoho.crmOrgId,
      deskOrgId: settings.zoho.deskOrgId,
    },
    merchants: merchants.map((merchant) => {
      const own = JSON.parse(merchant.settings ?? '{}') as MerchantSettings;
      return {
        merchantId: merchant.merchant_id,
        currencies: own.currencies,
        webhookPath: `/hooks/cybersource/${installation}`,
        webhookKeyIds: own.webhookKeyIds,
      };
    }),
    ...(settings.shop === undefined
      ? {}
      : { shop: { url: settings.shop.url, webhookPath: `/hooks/woocommerce/${installation}` } }),
    ...(settings.channels === undefined ? {} : { channels: settings.channels }),
    ...(settings.mailSender === undefined ? {} : { mailSender: settings.mailSender }),
    zohoWebhookPaths: {
      finance: `/hooks/books/${installation}`,
      crm: `/hooks/crm/${installation}`,
      desk: `/hooks/desk/${installation}`,
    },
  });
}
