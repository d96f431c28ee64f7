// Flows, mappings, tables and the policy as people edit them: shapes of the routes under /documents, and of suggestions, preview and bundles.
import * as z from 'zod/mini';
import type { ProblemView } from './panel.ts';

const kind = z.enum(['flow', 'mapping', 'table', 'policy']);
const id = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,38}$/));
const body = z.record(z.string(), z.unknown());
/** Why: kept with the version. */
const note = z.string().check(z.maxLength(250), z.regex(/\S/));
const revision = z.string().check(z.regex(/^[0-9a-f.]{0,40}$/));
const version = z.number().check(z.int(), z.minimum(0));

const name = { kind, id };
/** GET /documents/:kind/:id. What the address names is part of each request. */
export const documentName = z.object(name);
export type DocumentNameView = z.infer<typeof documentName>;

/** PUT /documents/:kind/:id/draft. `seen`: the revision of the draft that was changed, empty for a first one. */
export const draftRequest = z.object({
  ...name,
  body,
  note: z.optional(z.string().check(z.maxLength(250))),
  seen: revision,
});
export type DraftRequest = z.infer<typeof draftRequest>;

/** DELETE /documents/:kind/:id/draft. */
export const dropDraftRequest = z.object({ ...name, seen: revision });
export type DropDraftRequest = z.infer<typeof dropDraftRequest>;

/** POST .../publish. `version`: the current one that its editor knows, 0 for none. */
export const publishRequest = z.object({ ...name, seen: revision, version, note });
export type PublishRequest = z.infer<typeof publishRequest>;

/** POST .../roll-back: `to` becomes the newest version once more. */
export const rollBackRequest = z.object({ ...name, to: version, version, note });
export type RollBackRequest = z.infer<typeof rollBackRequest>;

/** POST .../switch, for flows. */
export const switchRequest = z.object({
  kind: z.literal('flow'),
  id,
  on: z.boolean(),
  version,
  note,
});
export type SwitchRequest = z.infer<typeof switchRequest>;

const versionInAddress = z.pipe(z.string().check(z.regex(/^\d{1,9}$/)), z.transform(Number));
/** GET .../versions/:version. */
export const versionRequest = z.object({ ...name, version: versionInAddress });
export type VersionRequest = z.infer<typeof versionRequest>;

const versionOrDraft = z.union([z.literal('draft'), versionInAddress]);
/** GET .../compare?from=1&to=draft. */
export const compareRequest = z.object({ ...name, from: versionOrDraft, to: versionOrDraft });
export type CompareRequest = z.infer<typeof compareRequest>;

/** What may be wrong with the rules for money. */
export type PolicyFault = 'no-currency' | 'agents-unbounded' | 'no-mail-channel';

/** What keeps a document from being published (`error`), may fail when it runs, or is worth knowing. */
export interface FaultView {
  readonly severity: 'error' | 'warning' | 'note';
  /** A sentence for people who know money, not code. */
  readonly sentence: string;
  /** What it is about, with its value, where the page has a sentence of its own for it. */
  readonly code?: PolicyFault;
  readonly value?: string;
  /** A flow's step and its field, a mapping's rule from 1; the whole document when none is named. */
  readonly node?: string;
  readonly field?: string;
  readonly rule?: number;
}

interface Written {
  readonly author: string;
  readonly note: string;
  /** Epoch ms. */
  readonly at: number;
}

/** A document as new runs use it. */
export interface StandingView extends Partial<Written> {
  readonly version: number;
  /** `shipped`: it came with the product and was never changed here. */
  readonly origin: 'shipped' | 'own';
  readonly state: 'published' | 'off';
  readonly outline: readonly string[];
}

export interface DraftView extends Written {
  readonly revision: string;
}

export interface DocumentSummary extends DocumentNameView {
  readonly title: string;
  /** Absent when it was never published. */
  readonly standing?: StandingView;
  readonly draft?: DraftView;
}

/** GET /documents. */
export interface DocumentsReply {
  readonly now: number;
  readonly documents: readonly DocumentSummary[];
}

export interface VersionView extends Partial<Written> {
  readonly version: number;
  readonly state: 'published' | 'off' | 'replaced';
}

/** GET /documents/:kind/:id. */
export interface DocumentReply extends DocumentNameView {
  readonly title: string;
  readonly standing?: StandingView & { readonly body: object };
  readonly draft?: DraftView & DraftCheck & { readonly body: object };
  /** The newest first, what the product ships last. */
  readonly history: readonly VersionView[];
}

/** GET /documents/:kind/:id/versions/:version. */
export interface VersionReply extends VersionView {
  /** Not `body`: proxies of host products take a member of that name for the whole answer. */
  readonly document: object;
  readonly outline: readonly string[];
}

/** A draft read as far as it can be; `changes` against the current version. */
export interface DraftCheck {
  readonly faults: readonly FaultView[];
  readonly outline: readonly string[];
  readonly changes: readonly string[];
}

/** A draft is kept with its faults, too. */
export interface DraftReply extends DraftCheck {
  readonly revision: string;
}

export interface PublishReply {
  readonly version: number;
  readonly changes: readonly string[];
  /** Warnings, and what goes on with an older version. */
  readonly remarks: readonly string[];
}

export interface CompareReply {
  readonly changes: readonly string[];
  /** The two bodies, for a page that tells the changes in its reader's words. */
  readonly before: object;
  readonly after: object;
}

const record = z.object({
  product: z.enum(['canonical', 'cybersource', 'books', 'inventory', 'crm', 'desk', 'woocommerce']),
  object: id,
});
const fieldPath = z.string().check(z.maxLength(120));

/** POST /suggestions. `mapped`: paths of the target that rules fill already. */
export const suggestRequest = z.object({
  target: record,
  sources: z.array(record).check(z.minLength(1), z.maxLength(6)),
  mapped: z.optional(z.array(fieldPath).check(z.maxLength(500))),
});
export type SuggestRequest = z.infer<typeof suggestRequest>;

export interface FieldSuggestion {
  readonly path: string;
  readonly label: string;
  readonly required: boolean;
  /** Ranked; as a rule's source names it, e.g. `payment.cardLast4`. */
  readonly proposals: readonly {
    readonly path: string;
    readonly label: string;
    /** 0 to 1. */
    readonly confidence: number;
    readonly reason: string;
  }[];
  /** Why there are none. */
  readonly noMatch?: string;
}

export interface SuggestReply {
  readonly fields: readonly FieldSuggestion[];
}

/**
 * POST /preview. The mapping as it is being edited, or by name; the records given along by their object's name, or else
 * a payment of ours, the one that was read last when none is named.
 */
export const previewRequest = z.object({
  mapping: z.union([body, id]),
  sources: z.optional(body),
  paymentKey: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_:.|-]{1,255}$/))),
});
export type PreviewRequest = z.infer<typeof previewRequest>;

export interface PreviewProblem extends ProblemView {
  /** From 1. */
  readonly rule: number;
  readonly target: string;
}

export interface PreviewReply {
  /** Nothing stands in the way: it would be written like this. */
  readonly complete: boolean;
  /** The record as it would be written. */
  readonly record: object;
  /** Whose data it was made of. */
  readonly sample: string;
  readonly problems: readonly PreviewProblem[];
  /** Problems that a person would be asked about. */
  readonly asks: readonly PreviewProblem[];
  readonly notes: readonly string[];
}

/** POST /bundles/export: all that differs from what the product ships when nothing is named. */
export const exportRequest = z.object({
  documents: z.optional(z.array(documentName).check(z.minLength(1), z.maxLength(300))),
});
export type ExportRequest = z.infer<typeof exportRequest>;

const bundle = z.record(z.string(), z.unknown());
/** POST /bundles/diff. */
export const bundleRequest = z.object({ bundle });
export type BundleRequest = z.infer<typeof bundleRequest>;
/** POST /bundles/import. */
export const importRequest = z.object({ bundle, note: z.optional(note) });
export type ImportRequest = z.infer<typeof importRequest>;

export interface BundledView extends DocumentNameView {
  readonly title: string;
  readonly state: 'new' | 'same' | 'changed';
  readonly changes: readonly string[];
}

/** Something that the bundle's documents refer to and that is not here. */
export interface MissingView {
  readonly kind: 'action' | 'flow' | 'mapping' | 'table' | 'channel';
  readonly name: string;
  /** With what, and what needs it. */
  readonly sentence: string;
}

export interface BundleDiffReply {
  readonly documents: readonly BundledView[];
  readonly missing: readonly MissingView[];
  /** Errors among them keep the bundle from being imported. */
  readonly faults: readonly FaultView[];
}

export interface ImportReply {
  readonly imported: readonly (DocumentNameView & { readonly version: number })[];
  readonly missing: readonly MissingView[];
  /** Warnings about what is live now. */
  readonly remarks: readonly string[];
}
