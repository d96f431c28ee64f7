// An administrator makes a version current: a draft, an older version once more, or the same one switched on or off.
import type {
  DocumentNameView,
  PublishReply,
  PublishRequest,
  RollBackRequest,
  SwitchRequest,
} from '../../contract/documents.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import { deleteDraft, findDraft, keepVersion } from '../../work/documents.ts';
import type { WorkPorts } from '../../work/lease.ts';
import { type FieldPorts, meetFields } from '../read-fields.ts';
import {
  auditDocument,
  bodyOfVersion,
  documentChanged,
  documentNotFound,
  nameIn,
  notAdministrator,
  readStanding,
  type Visit,
} from './administrator.ts';
import {
  calledWhat,
  changesOf,
  documentTypes,
  errorsAmong,
  faultsOf,
  titleOf,
  toldFaults,
} from './document-types.ts';
import { recordsIn } from './mapping-type.ts';
import type { StandingDocument, Surroundings } from './surroundings.ts';

/** A version that is to be the next one. */
export interface NextVersion {
  readonly kind: DocumentNameView['kind'];
  readonly id: string;
  readonly body: object;
  readonly state: 'published' | 'off';
  readonly note: string;
  readonly action:
    | 'document.published'
    | 'document.rolled-back'
    | 'document.switched-on'
    | 'document.switched-off'
    | 'document.imported';
}

/**
 * Publishes the draft that its editor has seen, over the version that they know. Refused with its faults in words; what
 * runs already goes on with the version that it has.
 */
export async function publishDocument(
  ports: WorkPorts & FieldPorts,
  visit: Visit,
  request: PublishRequest,
): Promise<Result<PublishReply>> {
  const stopped = notAdministrator(visit);
  if (stopped !== undefined) return refused(stopped);
  const name = nameIn(visit, request);
  const draft = await findDraft(ports.store, name);
  if (draft === undefined) return refused(documentNotFound(name));
  if (draft.revision !== request.seen) return refused(documentChanged(name, draft.body));
  if (name.kind === 'mapping') await meetFields(ports, visit.installation, recordsIn(draft.body));
  const { around, standing } = await readStanding(ports, name, visit.texts);
  const body = documentTypes[name.kind].pin(draft.body, around);
  const next = {
    kind: request.kind,
    id: request.id,
    body,
    note: request.note,
    state: standing?.state ?? 'published',
    action: 'document.published',
  } as const;
  const published = await publishChecked(ports, visit, next, request.version, standing, around);
  if (published.ok) await deleteDraft(ports.store, name, request.seen);
  return published;
}

/** An older version becomes the newest once more, exactly as it was; the ones in between stay in the history. */
export async function rollBackDocument(
  ports: WorkPorts,
  visit: Visit,
  request: RollBackRequest,
): Promise<Result<PublishReply>> {
  const stopped = notAdministrator(visit);
  if (stopped !== undefined) return refused(stopped);
  const name = nameIn(visit, request);
  const body = await bodyOfVersion(ports, name, request.to);
  if (body === undefined) return refused(documentNotFound(name));
  const { around, standing } = await readStanding(ports, name, visit.texts);
  const next = {
    kind: request.kind,
    id: request.id,
    body,
    note: `Rolled back to version ${request.to}: ${request.note}`,
    state: standing?.state ?? 'published',
    action: 'document.rolled-back',
  } as const;
  return publishChecked(ports, visit, next, request.version, standing, around);
}

/** Switched off, a flow starts nothing; runs that have begun go on to their end. */
export async function switchFlow(
  ports: WorkPorts,
  visit: Visit,
  request: SwitchRequest,
): Promise<Result<PublishReply>> {
  const stopped = notAdministrator(visit);
  if (stopped !== undefined) return refused(stopped);
  const { id, on } = request;
  const name = nameIn(visit, request);
  const { around, standing } = await readStanding(ports, name, visit.texts);
  if (standing === undefined) return refused(documentNotFound(name));
  const { body } = standing;
  const callers = on ? [] : callersOf(id, around);
  if (callers.length > 0) {
    const by = callers.join(', ');
    return refused(problem('document-in-use', 'fix-input', { what: calledWhat(name, body), by }));
  }
  if (on === (standing.state === 'published')) {
    return ok({ version: standing.version, changes: [], remarks: [] });
  }
  const next = {
    kind: 'flow',
    id,
    body,
    note: `Switched ${on ? 'on' : 'off'}: ${request.note}`,
    state: on ? 'published' : 'off',
    action: on ? 'document.switched-on' : 'document.switched-off',
  } as const;
  return publishChecked(ports, visit, next, request.version, standing, around);
}

/** Only to be switched off, a flow may have faults. */
async function publishChecked(
  ports: WorkPorts,
  visit: Visit,
  next: NextVersion,
  known: number,
  standing: StandingDocument | undefined,
  around: Surroundings,
): Promise<Result<PublishReply>> {
  if ((standing?.version ?? 0) !== known) return refused(documentChanged(next, next.body));
  const faults = faultsOf(next, next.body, around);
  const errors = errorsAmong(faults);
  if (next.action !== 'document.switched-off' && errors.length > 0) {
    const facts = { what: calledWhat(next, next.body), faults: toldFaults(errors) };
    return refused(problem('document-faulty', 'fix-input', facts));
  }
  const kept = await keepNext(ports, visit, next, known);
  if (!kept.ok) return kept;
  const warnings = faults.filter(({ severity }) => severity === 'warning');
  return ok({
    version: kept.value,
    changes: changesOf(next, standing?.body, next.body, around),
    remarks: [...warnings.map(({ sentence }) => sentence), ...staysWith(next, around)],
  });
}

/** Keeps a version that was checked. */
export async function keepNext(
  ports: WorkPorts,
  visit: Visit,
  { kind, id, body, note, state, action }: NextVersion,
  known: number,
): Promise<Result<number>> {
  const name = nameIn(visit, { kind, id });
  const author = { userId: visit.actor.userId, name: visit.actor.name };
  const content = { title: titleOf(name, body), body, author, note };
  const kept = await keepVersion(ports, name, content, known, state);
  if (kept === 'changed') return refused(documentChanged(name, body));
  if (kept === 'too-long') {
    return refused(problem('document-too-long', 'fix-input', { what: calledWhat(name, body) }));
  }
  await auditDocument(ports, visit, action, name, { version: kept.version, before: known, note });
  return ok(kept.version);
}

/** Titles of the flows that are on and call it. */
function callersOf(id: string, { flows }: Surroundings): readonly string[] {
  return flows
    .filter(({ nodes }) =>
      Object.values(nodes).some((node) => node.kind === 'call' && node.flow === id),
    )
    .map(({ title }) => `“${title}”`);
}

/** A published flow keeps the version of a mapping that it was published with. */
function staysWith({ kind, id }: NextVersion, { flows, texts }: Surroundings): readonly string[] {
  if (kind !== 'mapping') return [];
  return flows.flatMap(({ title, nodes }) => {
    const pinned = Object.values(nodes).find(
      (node) => node.kind === 'map' && node.mapping === id && node.mappingVersion !== undefined,
    );
    return pinned === undefined ? [] : [texts.documents.staysWith(title)];
  });
}
