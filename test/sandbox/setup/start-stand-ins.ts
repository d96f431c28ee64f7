// Starts the stand-ins of the vendors and the shop, in the order in which they need each other.
import { startCatalyst } from '../catalyst/start-catalyst.ts';
import type { SandboxClock } from '../clock.ts';
import { startCybersource } from '../cybersource/server.ts';
import { startShop } from '../woocommerce/shop.ts';
import { startZoho } from '../zoho/start-zoho.ts';
import { functionsDir } from './builds.ts';
import { company, companyCurrencies, europeanCompany, GATEWAY_HOST } from './company-facts.ts';
import type { Credentials } from './credentials.ts';

export interface StandInParts {
  readonly clock: SandboxClock;
  readonly credentials: Credentials;
  readonly dataDir: string;
  /** The front page's; 0 takes free ones. */
  readonly port: number;
  /** Length of a minute of the gateway's retry policies. */
  readonly retryMinuteMs?: number;
}

/** The port of one stand-in among those that follow the front page's. */
export function portOf(first: number, offset: number): number {
  return first === 0 ? 0 : first + offset;
}

/** @param kept remembers what is to be closed in the end. */
export async function startStandIns(
  { clock, credentials, dataDir, port: first, retryMinuteMs }: StandInParts,
  kept: <T extends { close(): Promise<void> | void }>(one: T) => T,
) {
  const port = (offset: number) => portOf(first, offset);
  const { merchants, zohoClientId: clientId, zohoClientSecret: clientSecret } = credentials;
  const zoho = kept(
    await startZoho({
      clock,
      dataDir,
      ports: { accounts: port(4), api: port(5), desk: port(6) },
      client: { clientId, clientSecret },
      organization: company,
    }),
  );
  const europe = kept(
    await startZoho({
      clock,
      dataDir,
      location: 'eu',
      ports: { accounts: port(10), api: port(11), desk: port(12) },
      client: { clientId, clientSecret },
      organization: europeanCompany,
    }),
  );
  zoho.knows(europe.dataCentre);
  europe.knows(zoho.dataCentre);
  const cybersource = kept(
    await startCybersource({
      clock,
      dataDir,
      port: port(3),
      expectedHost: GATEWAY_HOST,
      merchants: companyCurrencies.map((currency) => ({ ...merchants[currency], currency })),
      ...(retryMinuteMs === undefined ? {} : { retryMinuteMs }),
    }),
  );
  // Read when a function starts: what names other servers is added once all of them listen.
  const env: Record<string, string> = {
    TALLYBRIDGE_MASTER_KEY: credentials.masterKey,
    TALLYBRIDGE_TOKEN_KEY: credentials.tokenKey,
    // The channels are on this machine.
    TALLYBRIDGE_LOCAL_CHANNELS: 'on',
    TALLYBRIDGE_CARD_FIELD_ORIGINS: cybersource.url,
    // A live key is tried here too, and refused: nothing leaves this machine.
    TALLYBRIDGE_GATEWAY_SANDBOX_URL: cybersource.url,
    TALLYBRIDGE_GATEWAY_LIVE_URL: cybersource.url,
  };
  const catalyst = kept(
    await startCatalyst({
      clock,
      dataDir,
      port: port(1),
      functionsPort: port(2),
      functionsDir,
      env,
    }),
  );
  const shop = kept(
    await startShop({
      clock,
      dataDir,
      port: port(7),
      consumerKey: credentials.shopConsumerKey,
      consumerSecret: credentials.shopConsumerSecret,
      gateway: { url: cybersource.url, host: GATEWAY_HOST, merchants },
    }),
  );
  return { zoho, europe, cybersource, catalyst, shop, env };
}
