// What all Zoho stand-ins share: the organization, the clock and the kept data.
import type { SandboxClock } from '../clock.ts';
import type { DocumentStore } from '../document-store.ts';
import type { People } from './people.ts';

/** One company's organizations in the Zoho products. */
export interface ZohoOrganization {
  readonly booksOrganizationId: string;
  readonly crmOrgId: string;
  readonly deskOrgId: string;
  /** IANA name, used by Books and CRM for dates and times. */
  readonly timeZone: string;
  readonly name: string;
  /** The short name in portal addresses. */
  readonly portalName: string;
}

export interface ZohoCompany {
  readonly clock: SandboxClock;
  readonly store: DocumentStore;
  readonly organization: ZohoOrganization;
  readonly people: People;
}

/** Each product numbers its records on its own: 18 digits (19 in Desk), beyond 2^53. */
const ID_PREFIX = { books: '46000', crm: '55000', desk: '190000' } as const;

/** A new record id; always a text, as a JSON number would lose digits. */
export function newId(company: ZohoCompany, product: keyof typeof ID_PREFIX): string {
  const count = company.store.next(`${product}-id`, 200_001);
  return `${ID_PREFIX[product]}${String(count).padStart(13, '0')}`;
}
