// What is connected, for everybody who may see payments: no secret, no key.
import type { ConnectionView } from '../../contract/connection.ts';
import type { InstallationId } from '../../domain/ids.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import { type Actor, mayDo } from '../../domain/role.ts';
import type { Store } from '../../ports/store.ts';
import {
  merchantSettings,
  readMerchants,
  type SettingsSoFar,
  usedOrganizations,
} from './installation-settings.ts';

/** What is connected, without any secret; `not-connected` while the set-up is under way. */
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
  const settings = JSON.parse(row.settings ?? '{}') as SettingsSoFar;
  const merchants = await readMerchants(ports.store, installation);
  return ok({
    installation,
    name: row.name ?? '',
    state: row.state,
    timeZone: settings.timeZone ?? 'UTC',
    zoho: {
      apiUrl: settings.zoho?.apiUrl ?? '',
      booksOrganizationId: settings.zoho?.booksOrganizationId ?? '',
      ...usedOrganizations(settings.zoho ?? {}),
    },
    merchants: merchants.map((merchant) => {
      const own = merchantSettings(merchant);
      return {
        merchantId: merchant.merchant_id,
        currencies: own.currencies,
        webhookPath: gatewayHookPath(installation),
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

/** Where the gateway sends its webhooks, below the functions' base. */
export function gatewayHookPath(installation: InstallationId): string {
  return `/hooks/cybersource/${installation}`;
}
