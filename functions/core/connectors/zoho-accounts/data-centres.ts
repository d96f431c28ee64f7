// Zoho's data centres: the only hosts that ever get a code or a token of ours.
import * as z from 'zod/mini';
import type { DataCentre } from '../../ports/people.ts';

export interface ZohoDataCentre extends DataCentre {
  /** As the `location` of a reply names it. */
  readonly location: string;
  /** Where Zoho's connections take the codes of other services. */
  readonly callbacks: readonly string[];
}

/** By `location`; the first is where a sign-in begins, and Zoho leads on from there (Zoho accounts, "Multi DC support"). */
const domains = {
  us: 'zoho.com',
  eu: 'zoho.eu',
  in: 'zoho.in',
  au: 'zoho.com.au',
  jp: 'zoho.jp',
  ca: 'zohocloud.ca',
  sa: 'zoho.sa',
  uk: 'zoho.uk',
  cn: 'zoho.com.cn',
} as const;

export const zohoDataCentres: readonly ZohoDataCentre[] = Object.entries(domains).map(
  ([location, domain]) => ({
    location,
    accountsUrl: `https://accounts.${domain}`,
    apiUrl: `https://www.${domain.replace(/^zoho(cloud)?/, 'zohoapis')}`,
    deskUrl: `https://desk.${domain}`,
    // Which of the two a data centre uses differs from page to page of Zoho's help; both are Zoho's.
    callbacks: ['deluge', 'dre'].map((host) => `https://${host}.${domain}/delugeauth/callback`),
  }),
);

const url = z.url({ protocol: /^https?$/ });
const listShape = z
  .array(
    z.object({
      location: z.string(),
      accountsUrl: url,
      apiUrl: url,
      deskUrl: url,
      callbacks: z.array(url),
    }),
  )
  .check(z.minLength(1));

/** A list in place of the real one, for stand-ins. @param json an array of {@link ZohoDataCentre}. Throws when it is none. */
export function readDataCentres(json: string): readonly ZohoDataCentre[] {
  return z.parse(listShape, JSON.parse(json));
}

/** The data centre whose accounts server this is, unless `location` says another one. */
export function dataCentreOf(
  all: readonly ZohoDataCentre[],
  accountsServer: string,
  location: string | undefined,
): ZohoDataCentre | undefined {
  const found = all.find((one) => one.accountsUrl === accountsServer);
  return location === undefined || found?.location === location ? found : undefined;
}
