// Where requests may go: vendors' own hosts directly, every other host that somebody has typed only over the public internet.
import { lookup } from 'node:dns/promises';
import { createFetchTransport } from '../connectors/transport/fetch-transport.ts';
import { createPublicTransport } from '../connectors/webhook/public-transport.ts';
import type { Transport } from '../ports/platform.ts';
import { environmentSwitch } from './environment.ts';

/** Nobody but Zoho and the gateway can give these names an address. Zoho's data centres differ in the last label only. */
const VENDOR_HOSTS = [
  /(^|\.)(zoho|zohoapis)\.(com|eu|in|com\.au|com\.cn|jp|sa|ca|uk|ae)$/,
  /(^|\.)(zohocloud)\.ca$/,
  /(^|\.)cybersource\.com$/,
];

interface OutwardOptions {
  readonly vendors: Transport;
  /** Https, public addresses and no redirects only; see connectors/webhook/public-transport.ts. */
  readonly others: Transport;
}

/**
 * Settings name addresses (the shop's, Zoho's, the gateway's), and whoever may save settings must not make us ask the inside of the
 * platform: what is no vendor's host is resolved, judged and reached at the address that was judged (no second look, so no rebinding).
 */
export function createOutwardTransport({ vendors, others }: OutwardOptions): Transport {
  return {
    send: (request) => (isVendors(request.url) ? vendors : others).send(request),
  };
}

/** A page of orders is about as long as one of the books. */
const ANSWER_LENGTH_MAX = 8 * 1024 * 1024;

/** As the functions have it; a sandbox on one machine (`TALLYBRIDGE_LOCAL_CHANNELS=on`) reaches everything. */
export function systemOutwardTransport(): Transport {
  const vendors = createFetchTransport();
  if (environmentSwitch('TALLYBRIDGE_LOCAL_CHANNELS')) return vendors;
  const resolve = (host: string) => lookup(host, { all: true });
  const others = createPublicTransport({ resolve, answerLengthMax: ANSWER_LENGTH_MAX });
  return createOutwardTransport({ vendors, others });
}

function isVendors(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, port, username, password } = new URL(address);
  if (protocol !== 'https:' || port !== '' || username !== '' || password !== '') return false;
  return VENDOR_HOSTS.some((host) => host.test(hostname));
}
