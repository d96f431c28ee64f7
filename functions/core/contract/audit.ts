// The audit chain as administrators read and take it along: shapes of GET /audit and GET /audit/export.
import * as z from 'zod/mini';

const wholeNumber = z.coerce.number().check(z.int(), z.gte(0));
const safeText = z.string().check(z.regex(/^[A-Za-z0-9_:.|#-]{1,255}$/));

/** Filters of GET /audit, from the address. Newest first, a page at a time. */
export const auditRequest = z.object({
  /** Epoch ms, from and before. */
  from: z.optional(wholeNumber),
  to: z.optional(wholeNumber),
  /** Exactly what it is about: a payment's or movement's key, a document's name. */
  subject: z.optional(safeText),
  /** Exactly what was done: `refund.succeeded`. */
  action: z.optional(safeText),
  /** A user's id. */
  actor: z.optional(safeText),
  /** Only rows with a smaller number: `next` of the page before. */
  before: z.optional(wholeNumber),
});
export type AuditRequest = z.infer<typeof auditRequest>;

/** GET /audit/export. `as=json`: in an object and in smaller files, as Zoho's proxies pass nothing else on. */
export const auditExportRequest = z.object({
  as: z.optional(z.literal('json')),
  /** Only rows with a larger number: `head.number` of the export that this one carries on. */
  after: z.optional(wholeNumber),
});
export type AuditExportRequest = z.infer<typeof auditExportRequest>;

/** Answer with `as=json`. */
export interface AuditExportReply {
  readonly export: {
    /** A whole export: what the verifier takes. */
    readonly text: string;
    /** `after` of the file that carries it on; absent when there is no more. */
    readonly next?: number;
  };
}

/** A place in the chain; whoever notes it elsewhere can prove later that nothing before it was changed. */
export interface AuditPlace {
  readonly number: number;
  /** SHA-256 in hex; empty before the first row. */
  readonly hash: string;
}

export interface AuditRowView {
  readonly number: number;
  /** Epoch ms. */
  readonly at: number;
  readonly actor: { readonly id: string; readonly name: string };
  readonly action: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly hash: string;
}

export interface AuditReply {
  readonly now: number;
  readonly head: AuditPlace;
  /** Up to where the nightly check found the chain whole, and when; absent before the first. */
  readonly checked?: AuditPlace & { readonly at: number };
  readonly rows: readonly AuditRowView[];
  /** Goes on from there; absent when there is no more. */
  readonly next?: number;
}

/** First line of an export; each further line is one row. */
export interface AuditExportHeader {
  readonly format: 'tallybridge-audit/1';
  readonly installation: string;
  /** Epoch ms. */
  readonly exportedAt: number;
  /** The place that the first row follows. */
  readonly after: AuditPlace;
  readonly count: number;
  /** The last row of this export. */
  readonly head: AuditPlace;
  /** The chain went on when this was made: the next export begins there. */
  readonly more: boolean;
  /** Where the export before this one ended. */
  readonly previousExport?: AuditPlace & { readonly at: number };
}
