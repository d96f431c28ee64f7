// What the administrator of the simulated company connects it with.
import type { ConnectionRequest } from '../../functions/core/contract/connection.ts';
import { hosts } from './outside/route.ts';
import { SHOP_WEBHOOK_SECRET, webhookKeyOf } from './outside/webhooks.ts';
import type { SimulatedMerchant } from './story.ts';

export interface ConnectionParts {
  readonly connected: readonly SimulatedMerchant[];
  readonly callsPerMinute: number;
  /** The REST key of a merchant id that the gateway takes now. */
  readonly keyIdOf: (merchantId: string) => string;
  /** The refresh token that Zoho takes now. */
  readonly refreshToken: string;
}

export function connectionOf(parts: ConnectionParts): ConnectionRequest {
  return {
    name: 'Simulated company',
    timeZone: 'America/New_York',
    zoho: {
      accountsUrl: `https://${hosts.accounts}`,
      apiUrl: `https://${hosts.zoho}`,
      deskUrl: `https://${hosts.desk}`,
      clientId: 'client',
      clientSecret: 'client-secret',
      refreshToken: parts.refreshToken,
      booksOrganizationId: 'books-org',
      crmOrgId: 'crm-org',
      deskOrgId: 'desk-org',
      callsPerMinute: parts.callsPerMinute,
    },
    gateway: {
      url: `https://${hosts.gateway}`,
      host: hosts.gateway,
      authentication: 'http-signature',
    },
    merchants: parts.connected.map(({ merchantId, currency, clearingAccount }) => ({
      merchantId,
      keyId: parts.keyIdOf(merchantId),
      secret: Buffer.alloc(32, 1).toString('base64'),
      currencies: [currency],
      clearingAccounts: { [currency]: clearingAccount },
      webhookKeys: [webhookKeyOf(merchantId)],
    })),
    shop: {
      url: `https://${hosts.shop}`,
      consumerKey: 'ck',
      consumerSecret: 'cs',
      webhookSecret: SHOP_WEBHOOK_SECRET,
    },
  };
}
