// The answer of sandbox.json: every address and generated credential, so that any genuine client can be pointed here.
import type { CatalystStandIn } from '../catalyst/start-catalyst.ts';
import type { CybersourceStandIn } from '../cybersource/server.ts';
import type { HostsStandIn } from '../hosts/hosts.ts';
import type { ReadZoho } from '../hosts/zoho-reader.ts';
import type { ShopStandIn } from '../woocommerce/shop.ts';
import { company, companyCurrencies, europeanCompany, GATEWAY_HOST } from './company-facts.ts';
import type { Credentials } from './credentials.ts';

export interface SandboxDescription {
  readonly ready: true;
  readonly home: string;
  readonly catalyst: {
    readonly api: string;
    readonly projectId: string;
    readonly projectKey: string;
    readonly token: string;
  };
  readonly functions: { readonly base: string };
  readonly cybersource: {
    readonly url: string;
    readonly host: string;
    readonly merchants: readonly {
      readonly merchantId: string;
      readonly keyId: string;
      readonly secret: string;
      readonly currency: string;
    }[];
  };
  readonly zoho: {
    readonly accounts: string;
    readonly api: string;
    readonly desk: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly refreshToken: string;
    readonly booksOrganizationId: string;
    readonly crmOrgId: string;
    readonly deskOrgId: string;
    /** The other data centre, with the same client. */
    readonly europe: ZohoAddresses & { readonly booksOrganizationId: string };
  };
  readonly shop: {
    readonly url: string;
    readonly consumerKey: string;
    readonly consumerSecret: string;
  };
  readonly pages: {
    readonly shop: string;
    /** A paid invoice, a contact and a ticket that a card payment belongs to. */
    readonly booksInvoice: string;
    readonly crmContact: string;
    readonly deskTicket: string;
    readonly settings: string;
  };
  readonly installation: string;
}

interface ZohoAddresses {
  readonly accounts: string;
  readonly api: string;
  readonly desk: string;
}

export interface Described {
  readonly home: string;
  readonly credentials: Credentials;
  readonly catalyst: CatalystStandIn;
  readonly cybersource: CybersourceStandIn;
  readonly zoho: ZohoAddresses;
  readonly europe: ZohoAddresses;
  readonly refreshToken: string;
  readonly shop: ShopStandIn;
  readonly hosts: HostsStandIn;
  readonly read: ReadZoho;
}

export async function describe(parts: Described): Promise<SandboxDescription> {
  const { catalyst, credentials, hosts, shop } = parts;
  return {
    ready: true,
    home: parts.home,
    catalyst: {
      api: catalyst.url,
      projectId: catalyst.projectId,
      projectKey: catalyst.projectKey,
      token: catalyst.token,
    },
    functions: { base: catalyst.functions.base },
    cybersource: {
      url: parts.cybersource.url,
      host: GATEWAY_HOST,
      merchants: companyCurrencies.map((currency) => ({
        ...credentials.merchants[currency],
        currency,
      })),
    },
    zoho: {
      ...parts.zoho,
      clientId: credentials.zohoClientId,
      clientSecret: credentials.zohoClientSecret,
      refreshToken: parts.refreshToken,
      booksOrganizationId: company.booksOrganizationId,
      crmOrgId: company.crmOrgId,
      deskOrgId: company.deskOrgId,
      europe: { ...parts.europe, booksOrganizationId: europeanCompany.booksOrganizationId },
    },
    shop: {
      url: shop.url,
      consumerKey: credentials.shopConsumerKey,
      consumerSecret: credentials.shopConsumerSecret,
    },
    pages: {
      shop: `${shop.url}/`,
      ...(await recordPages(parts)),
      settings: `${hosts.url}/settings`,
    },
    installation: company.installation,
  };
}

/** Records of the newest payment that reached the books; the lists when none has. */
async function recordPages(parts: Described) {
  const { catalyst, hosts } = parts;
  const payments = catalyst.tables.newest('Payments', 300);
  const booked = payments.find((row) => row.books_invoice_id && row.crm_contact_id);
  const tickets = await parts.read('desk', 'tickets?limit=1&sortBy=-createdTime');
  const [ticket] =
    (tickets as { readonly data: readonly { id: string }[] } | undefined)?.data ?? [];
  const path = (id: unknown) => (id === undefined ? '' : `/${id}`);
  return {
    booksInvoice: `${hosts.url}/books/invoices${path(booked?.books_invoice_id)}`,
    crmContact: `${hosts.url}/crm/contacts${path(booked?.crm_contact_id)}`,
    deskTicket: `${hosts.url}/desk/tickets${path(ticket?.id)}`,
  };
}
