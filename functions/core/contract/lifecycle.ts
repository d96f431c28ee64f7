// Shapes of what an administrator does to secrets, to one person's data and to the whole installation.
import * as z from 'zod/mini';
import type { ProblemView } from './panel.ts';

const short = z.string().check(z.minLength(1), z.maxLength(200));
const safeId = z.string().check(z.regex(/^[A-Za-z0-9_.-]{1,60}$/));
/** How long the old one stays believed; a day when absent, 0 when it has leaked. */
const overlapHours = z.optional(z.number().check(z.int(), z.minimum(0), z.maximum(168)));

/** POST /secrets/rotate: one new secret. A new sign-in with Zoho has a route of its own. */
export const rotateRequest = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('gateway-key'),
    merchantId: safeId,
    keyId: short,
    secret: short,
    overlapHours,
  }),
  z.object({
    kind: z.literal('gateway-webhook'),
    merchantId: safeId,
    keyId: short,
    key: short,
    overlapHours,
  }),
  z.object({ kind: z.literal('zoho-client'), clientSecret: short, overlapHours }),
  z.object({
    kind: z.literal('shop-api'),
    consumerKey: short,
    consumerSecret: short,
    overlapHours,
  }),
  z.object({ kind: z.literal('shop-webhook'), secret: short, overlapHours }),
  z.object({
    kind: z.literal('books-webhook'),
    secret: z.string().check(z.regex(/^[A-Za-z0-9]{12,50}$/)),
    overlapHours,
  }),
  /** The signing secret of a webhook channel, or the address of a Slack channel. */
  z.object({
    kind: z.literal('channel'),
    name: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,38}$/)),
    secret: z.union([
      z.string().check(z.regex(/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/)),
      z.url({ protocol: /^https?$/ }).check(z.maxLength(200)),
    ]),
    overlapHours,
  }),
]);
export type RotateRequest = z.infer<typeof rotateRequest>;

/** Epoch ms. */
export interface RotateReply {
  /** All instances know the new secret by then: until then the other side goes on with the old one. */
  readonly usableFrom: number;
  readonly formerUntil: number;
}

/** A secret as administrators see it: never its value. */
export interface SecretView {
  /** `zoho-sign-in` is replaced by a new sign-in, the others by POST /secrets/rotate. */
  readonly kind: RotateRequest['kind'] | 'zoho-sign-in';
  /** The merchant id or the channel that it belongs to. */
  readonly of?: string;
  /** What the other side calls it. */
  readonly keyId?: string;
  /** Of a gateway key: a certificate is replaced with the merchant id, on the set-up page. */
  readonly isCertificate?: boolean;
  /** Epoch ms: in use since then; absent when it is older than our record of it. */
  readonly since?: number;
  /** Epoch ms: the one before is believed until then. */
  readonly formerUntil?: number;
  /** Epoch ms: the other side ends it then. */
  readonly endsAt?: number;
}

/** GET /secrets: what is kept, and how far a change of the master key has come for this installation. */
export interface SecretsReply {
  readonly now: number;
  readonly secrets: readonly SecretView[];
  readonly masterKeyId: string;
  readonly sealed: number;
  /** How many still need the former master key; at 0 for all installations it may be taken away. */
  readonly left: number;
}

/** POST /installation/uninstall. */
export const leaveRequest = z.object({
  /** The company's name, typed by the person. */
  confirm: short,
  /** Leave although the outcome of some movements is not known: nobody will look it up any more. */
  despiteOpen: z.optional(z.boolean()),
});
export type LeaveRequest = z.infer<typeof leaveRequest>;

/** What is done when a company leaves, in this order. */
export const leavingTasks = [
  'stop-work',
  'gateway-webhooks',
  'shop-webhooks',
  'crm-watch',
  'zoho-access',
  'forget-secrets',
] as const;
export type LeavingTask = (typeof leavingTasks)[number];

/** GET /installation/leaving; times in epoch ms. */
export interface LeavingView {
  readonly state: 'staying' | 'announced' | 'leaving';
  /** Announced: when it begins by itself. */
  readonly startsAt?: number;
  /** Leaving: when all rows are erased. Until then they can be exported. */
  readonly eraseAt?: number;
  readonly done: readonly LeavingTask[];
  /** What could not be taken back: a person does it at the other side. */
  readonly byHand: readonly { readonly task: LeavingTask; readonly problem: ProblemView }[];
}

/** How long rows that are over are kept. */
export interface KeptView {
  /** The table's name. */
  readonly what: string;
  readonly days: number;
}

/** Answer of GET /installation/leaving. */
export interface LeavingReply extends LeavingView {
  /** The company's name, as it has to be typed. */
  readonly company: string;
  readonly periods: readonly KeptView[];
}

/**
 * GET /installation/export: a page of JSON lines; `after` is the `next` of the page before. `as=json`: in an object, as
 * Zoho's proxies pass nothing else on.
 */
export const exportRequest = z.object({
  as: z.optional(z.literal('json')),
  after: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_:.|#-]{1,320}$/))),
});
export type ExportRequest = z.infer<typeof exportRequest>;

/** Answer with `as=json`. */
export interface ExportReply {
  readonly page: { readonly lines: string; readonly next?: string };
}

/** One customer, by mail address or by the record in Zoho. */
const person = {
  email: z.optional(z.email()),
  crmContactId: z.optional(safeId),
  booksCustomerId: z.optional(safeId),
  /** Where the answer before has stopped. */
  after: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_:.|#-]{1,320}$/))),
};
function isNamed({ email, crmContactId, booksCustomerId }: Readonly<Record<string, unknown>>) {
  return (email ?? crmContactId ?? booksCustomerId) !== undefined;
}

/** POST /people/find: what is held of one customer; changes nothing. */
export const findPersonRequest = z.object(person).check(z.refine((one) => isNamed(one)));
export type FindPersonRequest = z.infer<typeof findPersonRequest>;

export interface FindPersonReply {
  /** A hundred or more when `isMore`. */
  readonly payments: number;
  readonly isMore: boolean;
  /** Rows of other tables, of this answer. */
  readonly rows: number;
  /** Ask again with this as `after`; absent when all was looked at. */
  readonly next?: string;
}

/** POST /people/erase. */
export const erasePersonRequest = z
  .object({
    ...person,
    /** Why, for the audit: the number of the request, never the person's name. */
    reference: z.string().check(z.regex(/^[A-Za-z0-9_. -]{1,60}$/)),
  })
  .check(z.refine((one) => isNamed(one)));
export type ErasePersonRequest = z.infer<typeof erasePersonRequest>;

export interface ErasePersonReply {
  /** Payments whose names were taken away, by now. */
  readonly payments: number;
  /** Rows of other tables that were masked or deleted, by now. */
  readonly rows: number;
  /** Ask again with this as `after`; absent when all is done. */
  readonly next?: string;
}
