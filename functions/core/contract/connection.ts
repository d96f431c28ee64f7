// What an administrator hands over to connect a company: shape of PUT /installation and its view.
import * as z from 'zod/mini';

const url = z.url({ protocol: /^https?$/ });
const short = z.string().check(z.minLength(1), z.maxLength(200));
const currency = z.string().check(z.regex(/^[A-Z]{3}$/));
const safeId = z.string().check(z.regex(/^[A-Za-z0-9_.-]{1,60}$/));

const whole = z.number().check(z.int(), z.minimum(1), z.maximum(10_000_000));
/** Calls (CRM: credits) in any 24 hours, and calls at once. */
const planLimits = z.optional(z.object({ perDay: z.optional(whole), atOnce: z.optional(whole) }));

export const connectionRequest = z.object({
  name: short,
  /** IANA time zone of the Books organization: dates in the books follow it. */
  timeZone: short,
  zoho: z.object({
    accountsUrl: url,
    apiUrl: url,
    deskUrl: url,
    clientId: short,
    clientSecret: short,
    refreshToken: short,
    booksOrganizationId: safeId,
    crmOrgId: safeId,
    deskOrgId: safeId,
    /** Calls to Books and Inventory that we make in any minute; 100, what Zoho allows, when absent. */
    callsPerMinute: z.optional(whole),
    /** What the organization's plans allow beside that; our own careful figures when absent. */
    limits: z.optional(z.object({ finance: planLimits, crm: planLimits, desk: planLimits })),
  }),
  gateway: z.object({
    url,
    /** The host name that is signed, e.g. `api.cybersource.com`. */
    host: short,
    authentication: z.enum(['jwt', 'http-signature']),
  }),
  merchants: z.array(
    z.object({
      merchantId: safeId,
      keyId: short,
      secret: short,
      currencies: z.array(currency),
      /** Books account of type bank that holds the money in flight, per currency. */
      clearingAccounts: z.record(currency, safeId),
      webhookKeys: z.array(z.object({ keyId: short, key: short })),
    }),
  ),
  shop: z.optional(
    z.object({ url, consumerKey: short, consumerSecret: short, webhookSecret: short }),
  ),
});
export type ConnectionRequest = z.infer<typeof connectionRequest>;

/** GET /installation: what is connected, without any secret. */
export interface ConnectionView {
  readonly installation: string;
  readonly name: string;
  readonly state: string;
  readonly timeZone: string;
  readonly zoho: {
    readonly apiUrl: string;
    readonly booksOrganizationId: string;
    readonly crmOrgId: string;
    readonly deskOrgId: string;
  };
  readonly merchants: readonly {
    readonly merchantId: string;
    readonly currencies: readonly string[];
    /** Where the gateway sends its webhooks. */
    readonly webhookPath: string;
    readonly webhookKeyIds: readonly string[];
  }[];
  readonly shop?: { readonly url: string; readonly webhookPath: string };
}
