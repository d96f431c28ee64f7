// Every secret of the sandbox: made at the first start, kept in a file that only its owner may read.
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MerchantKeys } from '../woocommerce/gateway-client.ts';
import { type CompanyCurrency, merchantIds } from './company-facts.ts';

export interface Credentials {
  /** Base64, 32 bytes each: console variables of the functions. */
  readonly masterKey: string;
  readonly tokenKey: string;
  readonly merchants: Readonly<Record<CompanyCurrency, MerchantKeys>>;
  readonly zohoClientId: string;
  readonly zohoClientSecret: string;
  /** Of the connection that Zoho's products have to us. */
  readonly connectionClientId: string;
  readonly connectionClientSecret: string;
  readonly shopConsumerKey: string;
  readonly shopConsumerSecret: string;
  readonly shopWebhookSecret: string;
}

export function loadCredentials(dataDir: string): Credentials {
  const file = join(dataDir, 'credentials.json');
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as object) : {};
  // A folder of an older sandbox lacks what came later.
  const made = { ...makeCredentials(), ...kept };
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(file, JSON.stringify(made, undefined, 2), { mode: 0o600 });
  return made;
}

function makeCredentials(): Credentials {
  const key = () => randomBytes(32).toString('base64');
  const hex = (bytes: number) => randomBytes(bytes).toString('hex');
  const merchant = (merchantId: string) => ({ merchantId, keyId: randomUUID(), secret: key() });
  return {
    masterKey: key(),
    tokenKey: key(),
    merchants: {
      USD: merchant(merchantIds.USD),
      EUR: merchant(merchantIds.EUR),
      JPY: merchant(merchantIds.JPY),
    },
    zohoClientId: `1000.${hex(15).toUpperCase()}`,
    zohoClientSecret: hex(21),
    connectionClientId: `zoho-${hex(8)}`,
    connectionClientSecret: hex(32),
    shopConsumerKey: `ck_${hex(20)}`,
    shopConsumerSecret: `cs_${hex(20)}`,
    shopWebhookSecret: hex(25),
  };
}
