// Connects everything as an administrator would: webhooks of gateway and shop, our api, the timer.
import { createHash } from 'node:crypto';
import type { CatalystStandIn } from '../catalyst/start-catalyst.ts';
import type { SandboxClock } from '../clock.ts';
import type { CybersourceStandIn } from '../cybersource/server.ts';
import { createGatewayClient } from '../woocommerce/gateway-client.ts';
import type { ShopStandIn } from '../woocommerce/shop.ts';
import { scheduleTimer } from './catalyst-rest.ts';
import { type CompanyCurrency, company, companyCurrencies, GATEWAY_HOST } from './company-facts.ts';
import { subscribeMerchant, type WebhookKey } from './connect-gateway.ts';
import {
  connectionBody,
  connectProduct,
  mapRoles,
  type ProductConnection,
} from './connect-product.ts';
import { type ShopAccess, subscribeShop } from './connect-shop.ts';
import type { Credentials } from './credentials.ts';
import { deployerToken } from './deployer-token.ts';
import type { SetupState } from './state.ts';

export interface CompanyParts {
  readonly clock: SandboxClock;
  readonly credentials: Credentials;
  readonly catalyst: CatalystStandIn;
  readonly cybersource: CybersourceStandIn;
  readonly shop: ShopStandIn;
  readonly zoho: ProductConnection['zoho'];
  readonly clearingAccounts: Readonly<Record<CompanyCurrency, string>>;
  /** Named channels and the sender of mail. */
  readonly notices?: object;
  readonly state: SetupState;
}

/** Does what is not yet done, or what no longer fits (other ports); at once when all is as before. */
export async function connectCompany(parts: CompanyParts): Promise<void> {
  const { catalyst, credentials, state } = parts;
  const functionsBase = catalyst.functions.base;
  const webhookKeys = await subscribeGateway(parts, hooksUrl(functionsBase, 'cybersource'));
  const shop: ShopAccess = {
    url: parts.shop.url,
    consumerKey: credentials.shopConsumerKey,
    consumerSecret: credentials.shopConsumerSecret,
    webhookSecret: credentials.shopWebhookSecret,
  };
  await giveConnection(parts, {
    functionsBase,
    credentials,
    zoho: parts.zoho,
    gatewayUrl: parts.cybersource.url,
    clearingAccounts: parts.clearingAccounts,
    webhookKeys,
    shop,
    ...(parts.notices === undefined ? {} : { notices: parts.notices }),
  });
  await subscribeShop(shop, hooksUrl(functionsBase, 'woocommerce'));
  if (state.steps.timerScheduled) return;
  await scheduleTimer(catalyst);
  state.add({ timerScheduled: true });
}

function hooksUrl(functionsBase: string, source: 'cybersource' | 'woocommerce'): string {
  return `${functionsBase}/hooks/${source}/${company.installation}`;
}

async function subscribeGateway(
  { clock, credentials, cybersource, state }: CompanyParts,
  url: string,
): Promise<Readonly<Record<CompanyCurrency, WebhookKey>>> {
  const { steps } = state;
  if (steps.hooksUrl === url && steps.webhookKeys !== undefined) return steps.webhookKeys;
  const call = createGatewayClient({ clock, url: cybersource.url, host: GATEWAY_HOST });
  const entries: [CompanyCurrency, WebhookKey][] = [];
  for (const currency of companyCurrencies) {
    const key = await subscribeMerchant(call, credentials.merchants[currency], url);
    entries.push([currency, key]);
  }
  const webhookKeys = Object.fromEntries(entries) as Record<CompanyCurrency, WebhookKey>;
  state.add({ hooksUrl: url, webhookKeys });
  return webhookKeys;
}

async function giveConnection(
  { clock, credentials, state }: CompanyParts,
  connection: ProductConnection,
): Promise<void> {
  const digest = createHash('sha256')
    .update(JSON.stringify(connectionBody(connection)))
    .digest('base64');
  if (state.steps.connection === digest) return;
  const token = await deployerToken(clock, credentials);
  await connectProduct(connection, token);
  await mapRoles(connection.functionsBase, token);
  state.add({ connection: digest });
}
