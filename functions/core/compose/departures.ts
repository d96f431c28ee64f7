// Opens the other sides of a company that leaves; loaded by the timer when one does.
import { createGatewaySetup } from '../connectors/cybersource/gateway-setup.ts';
import { removeShopWebhooks } from '../connectors/woocommerce/shop-webhooks.ts';
import { createAccessTokens } from '../connectors/zoho-accounts/access-tokens.ts';
import { revokeToken } from '../connectors/zoho-accounts/revoke-token.ts';
import { createCrmChanges } from '../connectors/zoho-crm/contact-changes.ts';
import type { InstallationId, MerchantId } from '../domain/ids.ts';
import { ok, type Result } from '../domain/result.ts';
import type { Departure, OpenDeparture } from '../ports/departure.ts';
import type { Clock, Random, Secrets, Transport } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import { type InstallationRecord, readInstallation } from '../steps/connect/installation-record.ts';
import { readMerchants } from '../steps/connect/installation-settings.ts';
import { openMerchant } from '../steps/connect/merchant-record.ts';
import { crmWatchToken } from '../steps/crm-watch-token.ts';
import { createZohoBudgets } from '../work/budget-zoho.ts';
import { createStoredTokenCache } from './stored-token-cache.ts';

export interface DeparturePorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly secrets: Secrets;
  readonly transport: Transport;
}

export function createDepartures(ports: DeparturePorts): OpenDeparture {
  return async (installation) => {
    const record = await readInstallation(ports, installation);
    return Object.keys(record.secrets).length === 0
      ? undefined
      : openDeparture(ports, installation, record);
  };
}

function openDeparture(
  ports: DeparturePorts,
  installation: InstallationId,
  { settings, secrets }: InstallationRecord,
): Departure {
  const { transport } = ports;
  const { zoho } = settings;
  return {
    removeGatewayWebhooks: () => removeGatewayWebhooks(ports, installation, settings),
    async removeShopWebhooks() {
      if (settings.shop === undefined || secrets.shop === undefined) return ok(undefined);
      const { consumerKey, consumerSecret } = secrets.shop;
      const shop = { url: settings.shop.url, consumerKey, consumerSecret, transport };
      return removeShopWebhooks(shop, (url) => endsWith(url, `/woocommerce/${installation}`));
    },
    async closeContactWatch() {
      const { zohoClientSecret: clientSecret, zohoRefreshToken: refreshToken } = secrets;
      if (clientSecret === undefined || refreshToken === undefined) return ok(undefined);
      if (zoho?.apiUrl === undefined || zoho.accountsUrl === undefined) return ok(undefined);
      const { accountsUrl, apiUrl, clientId = '', crmOrgId = '' } = zoho;
      const cache = createStoredTokenCache(ports, installation, refreshToken);
      const access = { accountsUrl, clientId, clientSecret, refreshToken, cache };
      const tokens = createAccessTokens({ ...ports, ...access });
      const budget = createZohoBudgets(ports, installation, {}, 'backfill');
      const watch = createCrmChanges({ tokens, transport, budget, apiUrl }).contactWatch({
        channel: `${installation}|${crmOrgId}`,
        notifyUrl: settings.doors?.hooksUrl ?? '',
        token: crmWatchToken(installation, clientSecret),
      });
      return watch.close();
    },
    async revokeZohoAccess() {
      if (zoho?.accountsUrl === undefined || secrets.zohoRefreshToken === undefined) {
        return ok(undefined);
      }
      return revokeToken(transport, zoho.accountsUrl, secrets.zohoRefreshToken);
    },
  };
}

async function removeGatewayWebhooks(
  ports: DeparturePorts,
  installation: InstallationId,
  { gateway }: InstallationRecord['settings'],
): Promise<Result<void>> {
  if (gateway === undefined) return ok(undefined);
  for (const row of await readMerchants(ports.store, installation)) {
    if (row.secrets === undefined) continue;
    const { secrets } = openMerchant(ports.secrets, row);
    const merchant = row.merchant_id as MerchantId;
    const setup = createGatewaySetup({ ...ports, ...gateway }, merchant, secrets);
    const subscriptions = await setup.subscriptions();
    if (!subscriptions.ok) return subscriptions;
    for (const { id, url } of subscriptions.value) {
      if (!endsWith(url, `/cybersource/${installation}`)) continue;
      const gone = await setup.unsubscribe(id);
      if (!gone.ok && gone.problem.code !== 'not-found') return gone;
    }
  }
  return ok(undefined);
}

/** The host may have changed since the webhook was made; the end of the path names the installation. */
function endsWith(url: string, path: string): boolean {
  return URL.canParse(url) && new URL(url).pathname.endsWith(path);
}
