// The file that carries documents from one installation to another: the same content is always the same bytes.
import * as z from 'zod/mini';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { DocumentKind } from '../../work/documents.ts';
import { documentTypes, namedBody, stableText, titleOf } from './document-types.ts';

/** Of the file itself; a later one comes with a step that lifts older files. */
const BUNDLE_FORMAT = 1;
const DOCUMENTS_MAX = 300;
const ID = /^[a-z][a-z0-9-]{0,38}$/;

const bodies = z.array(z.record(z.string(), z.unknown()));
const bundleFile = z.strictObject({
  tallybridgeBundle: z.literal(BUNDLE_FORMAT),
  flows: bodies,
  mappings: bodies,
  tables: bodies,
  /** Bundles from before there were policies have none. */
  policies: z.optional(bodies),
  /** Ids of the flows that are switched off. */
  off: z.array(z.string()),
});

/** One document of a bundle. Versions, authors and notes stay where they are. */
export interface BundledDocument {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly title: string;
  readonly body: object;
  readonly state: 'published' | 'off';
}

/** Tables first: each kind refers to the ones before it. */
const lists = [
  ['table', 'tables'],
  ['mapping', 'mappings'],
  ['flow', 'flows'],
  ['policy', 'policies'],
] as const;

/** The file's text. */
export function writeBundle(documents: readonly Omit<BundledDocument, 'title'>[]): string {
  const sorted = [...documents].sort((a, b) => (a.id < b.id ? -1 : 1));
  const bodiesOf = (kind: DocumentKind) =>
    sorted.flatMap((one) => (one.kind === kind ? [documentTypes[kind].content(one.body)] : []));
  return stableText({
    tallybridgeBundle: BUNDLE_FORMAT,
    ...Object.fromEntries(lists.map(([kind, list]) => [list, bodiesOf(kind)])),
    off: sorted.flatMap(({ id, state }) => (state === 'off' ? [id] : [])),
  });
}

/** Reads the file's JSON; what the documents themselves say is judged later. */
export function readBundle(json: unknown): Result<readonly BundledDocument[]> {
  const read = bundleFile.safeParse(json);
  if (!read.success) {
    const [place = 'the file'] = read.error.issues[0]?.path ?? [];
    return unreadable(
      place === 'tallybridgeBundle'
        ? 'its format is not known here'
        : `“${String(place)}” is not as it must be`,
    );
  }
  const { off } = read.data;
  const documents = lists.flatMap(([kind, list]) =>
    (read.data[list] ?? []).map((body): BundledDocument => {
      const own = body[documentTypes[kind].idField];
      const id = typeof own === 'string' ? own : '';
      const state = kind === 'flow' && off.includes(id) ? 'off' : 'published';
      const named = namedBody({ kind, id }, body);
      return { kind, id, title: titleOf({ kind, id }, body), body: named, state };
    }),
  );
  if (documents.length > DOCUMENTS_MAX)
    return unreadable(`it has more than ${DOCUMENTS_MAX} documents`);
  const bad = documents.find(({ id }) => !ID.test(id));
  if (bad !== undefined) return unreadable(`a ${bad.kind} has no usable id`);
  const names = documents.map(({ kind, id }) => `${kind} ${id}`);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) return unreadable(`the ${twice} is in it twice`);
  const astray = off.find((id) => !documents.some((one) => one.kind === 'flow' && one.id === id));
  if (astray !== undefined) return unreadable(`the flow ${astray} is to be off, but is not in it`);
  return ok(documents);
}

function unreadable(detail: string): Result<never> {
  return refused(problem('bundle-unreadable', 'fix-input', { detail }));
}
