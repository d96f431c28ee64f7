// The whole connection in one request, as the command line hands it over: the settings page saves the same step by step.
import type { ConnectionRequest, ConnectionView } from '../../contract/connection.ts';
import { environmentOf } from '../../domain/gateway-environment.ts';
import type { InstallationId } from '../../domain/ids.ts';
import type { Result } from '../../domain/result.ts';
import type { Actor } from '../../domain/role.ts';
import { auditBy } from '../../work/audit.ts';
import { secretChanges, settingsChanges } from '../../work/audit-changes.ts';
import {
  type ConnectPorts,
  changeInstallation,
  type InstallationRecord,
  refusedToConfigure,
} from './installation-record.ts';
import type { InstallationSecrets, SettingsSoFar } from './installation-settings.ts';
import { findMerchant, saveMerchantRecord } from './merchant-record.ts';
import { channelParts } from './save-channels.ts';
import { showConnection } from './show-connection.ts';

type Merchant = ConnectionRequest['merchants'][number];

/** Writes the connection; the same request twice changes nothing the second time. */
export async function connectCompany(
  ports: ConnectPorts,
  installation: InstallationId,
  actor: Actor,
  request: ConnectionRequest,
): Promise<Result<ConnectionView>> {
  const mayNot = refusedToConfigure(actor);
  if (mayNot !== undefined) return mayNot;
  for (const merchant of request.merchants) {
    await saveMerchant(ports, installation, merchant, request.gateway.host);
  }
  let changes = {};
  const saved = await changeInstallation(ports, installation, (before) => {
    const after = {
      name: request.name,
      settings: settingsAfter(before, request),
      secrets: secretsOf(request),
    };
    changes = { ...changesOf(before, after) };
    return after;
  });
  if (!saved.ok) return saved;
  await auditBy(ports, actor, {
    installation,
    action: 'connection.saved',
    subject: installation,
    detail: { merchants: request.merchants.map((one) => one.merchantId).join(' '), ...changes },
  });
  return showConnection(ports, installation, actor);
}

/** For the audit: what differs, of secrets only that they do. */
function changesOf(
  before: InstallationRecord,
  after: Pick<InstallationRecord, 'name' | 'settings' | 'secrets'>,
) {
  const { former: _former, since: _since, ...secrets } = before.secrets;
  return {
    ...settingsChanges(
      { name: before.name, ...before.settings },
      { name: after.name, ...after.settings },
    ),
    ...secretChanges(secrets, after.secrets),
  };
}

async function saveMerchant(
  ports: ConnectPorts,
  installation: InstallationId,
  merchant: Merchant,
  host: string,
): Promise<void> {
  const known = await findMerchant(ports, installation, merchant.merchantId);
  const environment = environmentOf(host);
  await saveMerchantRecord(ports, installation, {
    merchantId: merchant.merchantId,
    settings: {
      ...known?.settings,
      currencies: merchant.currencies,
      clearingAccounts: merchant.clearingAccounts,
      webhookKeyIds: merchant.webhookKeys.map((one) => one.keyId),
      ...(environment === undefined ? {} : { environment }),
    },
    secrets: {
      keyId: merchant.keyId,
      secret: merchant.secret,
      webhookKeys: merchant.webhookKeys,
    },
  });
}

/** What only the settings page knows stays as it was. */
function settingsAfter(
  { settings }: InstallationRecord,
  request: ConnectionRequest,
): SettingsSoFar {
  const { clientSecret: _secret, refreshToken: _token, ...zoho } = request.zoho;
  const { organizationNames, accounts, fields, roleMap, confirmsPayers, language } = settings;
  const isSameBooks = settings.zoho?.booksOrganizationId === zoho.booksOrganizationId;
  const booksLanguage = isSameBooks ? settings.booksLanguage : undefined;
  const kept = {
    ...{ organizationNames, accounts, fields, roleMap, confirmsPayers },
    ...{ language, booksLanguage },
  };
  return {
    ...Object.fromEntries(Object.entries(kept).filter(([, value]) => value)),
    timeZone: request.timeZone,
    gateway: request.gateway,
    zoho,
    ...(request.shop === undefined ? {} : { shop: { url: request.shop.url } }),
    ...(request.channels === undefined ? {} : { channels: channelParts(request.channels).open }),
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
    ...(channels === undefined ? {} : { channels: channelParts(channels).sealed }),
    ...(doors?.financeSecret === undefined ? {} : { financeWebhookSecret: doors.financeSecret }),
  };
}
