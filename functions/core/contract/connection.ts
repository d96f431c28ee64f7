// What an administrator hands over to connect a company: shape of PUT /installation and its view.
import * as z from 'zod/mini';

const url = z.url({ protocol: /^https?$/ });
const short = z.string().check(z.minLength(1), z.maxLength(200));
const currency = z.string().check(z.regex(/^[A-Z]{3}$/));
const safeId = z.string().check(z.regex(/^[A-Za-z0-9_.-]{1,60}$/));

const whole = z.number().check(z.int(), z.minimum(1), z.maximum(10_000_000));
/** Calls (CRM: credits) in any 24 hours, and calls at once. */
const planLimits = z.optional(z.object({ perDay: z.optional(whole), atOnce: z.optional(whole) }));

const channelName = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,38}$/));
const address = z.url({ protocol: /^https?$/ }).check(z.maxLength(200));

/** Where flows may send something to. Documents carry the name only, so that they fit every environment. */
const channel = z.discriminatedUnion('kind', [
  /** A mail address; for many people, that of a list. */
  z.object({ name: channelName, kind: z.literal('mail'), address: z.email() }),
  /** An incoming webhook of Slack. */
  z.object({ name: channelName, kind: z.literal('slack'), address }),
  /** Somebody's own program, which checks the signature: `whsec_` and base64 of 24 to 64 bytes. */
  z.object({
    name: channelName,
    kind: z.literal('webhook'),
    address,
    secret: z.string().check(z.regex(/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/)),
  }),
  /** The id of a department of the help desk, for tickets that are opened there. */
  z.object({ name: channelName, kind: z.literal('desk-department'), address: safeId }),
]);
export type Channel = z.infer<typeof channel>;

/** Each name once. */
export const channelList = z.array(channel).check(
  z.maxLength(16),
  z.refine((all) => new Set(all.map(({ name }) => name)).size === all.length),
);

/** What lets Zoho's announcements in; each is optional, as the polls find the same changes a few minutes later. */
const doors = z.object({
  /** Where our hooks function is reached from outside, e.g. `https://<domain>/server/hooks`: the CRM sends there. */
  hooksUrl: z.optional(address),
  /** The secret token of the workflow webhooks in Books and Inventory. */
  financeSecret: z.optional(z.string().check(z.regex(/^[A-Za-z0-9]{12,50}$/))),
  /** The one Desk webhook to listen to; any of the portal's when absent. */
  deskWebhookId: z.optional(safeId),
});

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
    /** Absent: the product is not used. */
    crmOrgId: z.optional(safeId),
    deskOrgId: z.optional(safeId),
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
  channels: z.optional(channelList),
  /** Address that our mails come from, verified in the Catalyst project. */
  mailSender: z.optional(z.email()),
  doors: z.optional(doors),
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
    readonly crmOrgId?: string;
    readonly deskOrgId?: string;
  };
  readonly merchants: readonly {
    readonly merchantId: string;
    readonly currencies: readonly string[];
    /** Where the gateway sends its webhooks. */
    readonly webhookPath: string;
    readonly webhookKeyIds: readonly string[];
  }[];
  readonly shop?: { readonly url: string; readonly webhookPath: string };
  /** Their addresses are left out: that of a Slack channel is its key. */
  readonly channels?: readonly { readonly name: string; readonly kind: Channel['kind'] }[];
  readonly mailSender?: string;
  /** Where workflow webhooks of Books and Inventory, the CRM's channel and Desk's webhook send to. */
  readonly zohoWebhookPaths?: {
    readonly finance: string;
    readonly crm: string;
    readonly desk: string;
  };
}
