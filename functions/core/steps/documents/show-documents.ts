// What an administrator sees of the documents: all of them, one with its history, one version, what changed.
import type {
  CompareReply,
  CompareRequest,
  DocumentNameView,
  DocumentReply,
  DocumentSummary,
  DocumentsReply,
  DraftView,
  StandingView,
  VersionReply,
  VersionRequest,
  VersionView,
} from '../../contract/documents.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import {
  allDrafts,
  documentHistory,
  findDraft,
  findVersion,
  type StoredDocument,
} from '../../work/documents.ts';
import type { WorkPorts } from '../../work/lease.ts';
import {
  bodyOfVersion,
  documentNotFound,
  nameIn,
  notAdministrator,
  readStanding,
  type Visit,
} from './administrator.ts';
import { changesOf, documentTypes } from './document-types.ts';
import { checkDraft } from './edit-draft.ts';
import {
  readSurroundings,
  type StandingDocument,
  type Surroundings,
  shippedDocuments,
  standingKey,
} from './surroundings.ts';

/** Shipped ones and the installation's own, by kind and title. */
export async function listDocuments(
  ports: WorkPorts,
  visit: Visit,
): Promise<Result<DocumentsReply>> {
  const stopped = notAdministrator(visit);
  if (stopped !== undefined) return refused(stopped);
  const [around, drafts] = await Promise.all([
    readSurroundings(ports.store, visit.installation, visit.texts),
    allDrafts(ports.store, visit.installation),
  ]);
  const byKey = new Map(drafts.map((draft) => [standingKey(draft), draft]));
  const names = new Map<string, DocumentNameView>([...around.standing, ...byKey]);
  const documents = [...names].map(([key, { kind, id }]): DocumentSummary => {
    const [standing, draft] = [around.standing.get(key), byKey.get(key)];
    return {
      kind,
      id,
      title: standing?.title ?? draft?.title ?? id,
      ...(standing && { standing: viewStanding(standing, around) }),
      ...(draft && { draft: viewDraft(draft) }),
    };
  });
  documents.sort((a, b) => compareTexts(a.kind, b.kind) || compareTexts(a.title, b.title));
  return ok({ now: ports.clock.now(), documents });
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** The current version, the draft with its faults, and every version with who and why. */
export async function showDocument(
  ports: WorkPorts,
  visit: Visit,
  { kind, id }: DocumentNameView,
): Promise<Result<DocumentReply>> {
  const stopped = notAdministrator(visit);
  if (stopped !== undefined) return refused(stopped);
  const name = nameIn(visit, { kind, id });
  const [{ around, standing }, draft, versions] = await Promise.all([
    readStanding(ports, name, visit.texts),
    findDraft(ports.store, name),
    documentHistory(ports.store, name),
  ]);
  if (standing === undefined && draft === undefined) return refused(documentNotFound(name));
  const shipped = shippedDocuments().get(standingKey(name));
  const oldest: readonly VersionView[] =
    shipped === undefined
      ? []
      : [{ version: shipped.version, state: versions.length > 0 ? 'replaced' : shipped.state }];
  return ok({
    kind,
    id,
    title: standing?.title ?? draft?.title ?? id,
    ...(standing && { standing: { ...viewStanding(standing, around), body: standing.body } }),
    ...(draft && {
      draft: {
        ...viewDraft(draft),
        body: draft.body,
        ...checkDraft(name, draft.body, standing, around),
      },
    }),
    history: [...versions.map(viewVersion), ...oldest],
  });
}

/** One version as it was, with its outline. */
export async function showVersion(
  ports: WorkPorts,
  visit: Visit,
  request: VersionRequest,
): Promise<Result<VersionReply>> {
  const stopped = notAdministrator(visit);
  if (stopped !== undefined) return refused(stopped);
  const name = nameIn(visit, request);
  const { around, standing } = await readStanding(ports, name, visit.texts);
  const shipped = shippedDocuments().get(standingKey(name));
  const { version } = request;
  const type = documentTypes[request.kind];
  if (shipped?.version === version) {
    const state = standing?.own === undefined ? shipped.state : 'replaced';
    const { body: document } = shipped;
    return ok({ version, state, document, outline: type.outline(document, around) });
  }
  const stored = await findVersion(ports.store, name, version);
  if (stored === undefined) return refused(documentNotFound(name));
  const { body: document } = stored;
  return ok({ ...viewVersion(stored), document, outline: type.outline(document, around) });
}

/** What changed from one version, or the draft, to another. */
export async function compareVersions(
  ports: WorkPorts,
  visit: Visit,
  request: CompareRequest,
): Promise<Result<CompareReply>> {
  const stopped = notAdministrator(visit);
  if (stopped !== undefined) return refused(stopped);
  const name = nameIn(visit, request);
  const bodyOf = async (version: number | 'draft') =>
    version === 'draft'
      ? (await findDraft(ports.store, name))?.body
      : bodyOfVersion(ports, name, version);
  const [around, before, after] = await Promise.all([
    readSurroundings(ports.store, visit.installation, visit.texts),
    bodyOf(request.from),
    bodyOf(request.to),
  ]);
  if (before === undefined || after === undefined) return refused(documentNotFound(name));
  return ok({ changes: changesOf(name, before, after, around), before, after });
}

function viewStanding(standing: StandingDocument, around: Surroundings): StandingView {
  const { kind, version, state, body, own } = standing;
  return {
    version,
    origin: own === undefined ? 'shipped' : 'own',
    state,
    outline: documentTypes[kind].outline(body, around),
    ...(own && { author: own.author.name, note: own.note, at: own.at }),
  };
}

function viewDraft({ revision, author, note, at }: StoredDocument): DraftView {
  return { revision, author: author.name, note, at };
}

function viewVersion({ version, state, author, note, at }: StoredDocument): VersionView {
  const known = state === 'published' || state === 'off' ? state : 'replaced';
  return { version, state: known, author: author.name, note, at };
}
