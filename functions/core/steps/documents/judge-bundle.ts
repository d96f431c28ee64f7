// What a bundle would change here, what it needs that is not here, and what is wrong with it.
import type {
  BundleDiffReply,
  BundledView,
  BundleRequest,
  FaultView,
  MissingView,
} from '../../contract/documents.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { MappingRecord } from '../../mapping/document.ts';
import type { WorkPorts } from '../../work/lease.ts';
import { definedActions } from '../actions/flow-actions.ts';
import { type FieldPorts, meetFields } from '../read-fields.ts';
import { notAdministrator, type Visit } from './administrator.ts';
import { type BundledDocument, readBundle } from './bundle-file.ts';
import type { Reference } from './document-type.ts';
import { changesOf, documentTypes, faultsOf, sameContent } from './document-types.ts';
import { recordsIn } from './mapping-type.ts';
import { readSurroundings, type Surroundings, standingKey, withDocuments } from './surroundings.ts';

export interface JudgedBundle extends BundleDiffReply {
  /** Those that are new or changed; the called flows before their callers. */
  readonly news: readonly BundledDocument[];
  /** As things would stand afterwards. */
  readonly after: Surroundings;
}

/** The diff route: nothing is written. */
export async function diffBundle(
  ports: WorkPorts & FieldPorts,
  visit: Visit,
  { bundle }: BundleRequest,
): Promise<Result<BundleDiffReply>> {
  const stopped = notAdministrator(visit);
  if (stopped !== undefined) return refused(stopped);
  const read = readBundle(bundle);
  if (!read.ok) return read;
  await meetFields(ports, visit.installation, mappedRecords(read.value));
  const around = await readSurroundings(ports.store, visit.installation, visit.texts);
  const { documents, missing, faults } = judgeBundle(read.value, around);
  return ok({ documents, missing, faults });
}

/** The records that the bundle's mappings speak of. */
export function mappedRecords(bundled: readonly BundledDocument[]): readonly MappingRecord[] {
  return bundled.flatMap(({ kind, body }) => (kind === 'mapping' ? recordsIn(body) : []));
}

export function judgeBundle(
  bundled: readonly BundledDocument[],
  around: Surroundings,
): JudgedBundle {
  const views = bundled.map((one) => viewBundled(one, around));
  const news = bundled.filter((_, index) => views[index]?.state !== 'same');
  const after = withDocuments(
    around,
    news.map((one) => ({ ...one, version: standingVersion(one, around) + 1 })),
  );
  return {
    documents: views,
    missing: missingIn(bundled, after),
    faults: news.flatMap((one) => faultsIn(one, after)),
    news: calledFirst(news),
    after,
  };
}

export function standingVersion(
  document: Pick<BundledDocument, 'kind' | 'id'>,
  around: Surroundings,
): number {
  return around.standing.get(standingKey(document))?.version ?? 0;
}

function viewBundled(document: BundledDocument, around: Surroundings): BundledView {
  const { kind, id, title, body, state } = document;
  const known = around.standing.get(standingKey(document));
  const { switchedOn, switchedOff } = around.texts.documents;
  const changes = [...changesOf(document, known?.body, body, around)];
  if ((known?.state ?? 'published') !== state) {
    changes.push(state === 'off' ? switchedOff : switchedOn);
  }
  if (known === undefined) return { kind, id, title, state: 'new', changes };
  const isSame = known.state === state && sameContent(kind, known.body, body);
  return { kind, id, title, state: isSame ? 'same' : 'changed', changes };
}

function faultsIn(document: BundledDocument, after: Surroundings): readonly FaultView[] {
  return faultsOf(document, document.body, after).map(({ severity, sentence }) => ({
    severity,
    sentence: `“${document.title}”: ${sentence}`,
  }));
}

function missingIn(
  bundled: readonly BundledDocument[],
  after: Surroundings,
): readonly MissingView[] {
  const missing = new Map<string, MissingView>();
  for (const { kind: kindOfUser, body, title } of bundled) {
    for (const reference of documentTypes[kindOfUser].references(body)) {
      const { kind, name, of } = reference;
      const key = `${kind}|${of}|${name}`;
      if (isHere(reference, after) || missing.has(key)) continue;
      const called = of === undefined ? name : `${name} (${of})`;
      const { kinds, needs } = after.texts.documents;
      const sentence = needs(title, kinds[kind], called);
      missing.set(key, { kind, name, sentence });
    }
  }
  return [...missing.values()];
}

function isHere({ kind, name, of }: Reference, after: Surroundings): boolean {
  switch (kind) {
    case 'action':
      return definedActions.some((action) => action.name === name);
    case 'channel':
      return after.channels.has(`${of} ${name}`);
    default:
      return after.standing.has(standingKey({ kind, id: name }));
  }
}

/** Each flow after those that it calls, so that none is ever live without them. */
function calledFirst(documents: readonly BundledDocument[]): readonly BundledDocument[] {
  const sorted = new Set<BundledDocument>();
  const visit = (document: BundledDocument, callers: readonly BundledDocument[]) => {
    if (callers.includes(document)) return;
    for (const { kind, name } of documentTypes[document.kind].references(document.body)) {
      const called = documents.find((one) => one.kind === kind && one.id === name);
      if (called !== undefined) visit(called, [...callers, document]);
    }
    sorted.add(document);
  };
  for (const document of documents) visit(document, []);
  return [...sorted];
}
