// A Catalyst stand-in with built functions that an administrator has connected to a company.
import { randomBytes, randomUUID } from 'node:crypto';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CatalystStandIn, startCatalyst } from '../sandbox/catalyst/start-catalyst.ts';
import type { SandboxClock } from '../sandbox/clock.ts';
import { functionsDir } from '../sandbox/setup/builds.ts';
import {
  type CompanyCurrency,
  company,
  companyCurrencies,
} from '../sandbox/setup/company-facts.ts';
import { connectProduct, type ProductConnection } from '../sandbox/setup/connect-product.ts';
import type { Credentials } from '../sandbox/setup/credentials.ts';
import { deployerToken } from '../sandbox/setup/deployer-token.ts';
import type { Subscription } from './webhook.ts';

const plainFunctions = fileURLToPath(new URL('functions', import.meta.url));

export interface ProjectOptions {
  readonly clock: SandboxClock;
  readonly dataDir: string;
  readonly credentials: Credentials;
  /** Built functions of the product. */
  readonly product: readonly string[];
  /** Functions of the bench (test/bench/functions). */
  readonly plain: readonly string[];
  /** Where the company's other systems are. */
  readonly company: Pick<ProductConnection, 'zoho' | 'gatewayUrl' | 'clearingAccounts' | 'shop'>;
}

export interface ConnectedProject {
  readonly catalyst: CatalystStandIn;
  /** Whose notifications the hooks let in. */
  readonly subscription: Subscription;
  /** Where the gateway's notifications go. */
  readonly gatewayHook: string;
}

export async function startProject(options: ProjectOptions): Promise<ConnectedProject> {
  const { clock, dataDir, credentials } = options;
  const deployed = join(dataDir, 'functions');
  mkdirSync(deployed, { recursive: true });
  for (const name of options.product) deploy(join(functionsDir, name), join(deployed, name));
  for (const name of options.plain) deploy(join(plainFunctions, name), join(deployed, name));
  const catalyst = await startCatalyst({
    clock,
    dataDir,
    port: 0,
    functionsPort: 0,
    functionsDir: deployed,
    env: {
      TALLYBRIDGE_MASTER_KEY: credentials.masterKey,
      TALLYBRIDGE_TOKEN_KEY: credentials.tokenKey,
      // The other sides are on this machine.
      TALLYBRIDGE_LOCAL_CHANNELS: 'on',
    },
  });
  const webhookKeys = newWebhookKeys();
  const token = await deployerToken(clock, credentials);
  const { functions } = catalyst;
  await connectProduct(
    { ...options.company, functionsBase: functions.base, credentials, webhookKeys },
    token,
  );
  return {
    catalyst,
    subscription: {
      ...webhookKeys.USD,
      webhookId: randomUUID(),
      merchantId: credentials.merchants.USD.merchantId,
    },
    gatewayHook: `${functions.base}/hooks/cybersource/${company.installation}`,
  };
}

function deploy(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
}

function newWebhookKeys(): ProductConnection['webhookKeys'] {
  const key = () => ({ keyId: randomUUID(), key: randomBytes(32).toString('base64') });
  return Object.fromEntries(companyCurrencies.map((currency) => [currency, key()])) as Record<
    CompanyCurrency,
    { keyId: string; key: string }
  >;
}
