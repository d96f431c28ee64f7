// An administrator saves or drops a draft; what is wrong with it is told, and doesn't keep it from being saved.
import type {
  DraftCheck,
  DraftReply,
  DraftRequest,
  DropDraftRequest,
} from '../../contract/documents.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import { type DocumentName, deleteDraft, saveDraft } from '../../work/documents.ts';
import type { WorkPorts } from '../../work/lease.ts';
import { type FieldPorts, meetFields } from '../read-fields.ts';
import {
  auditDocument,
  documentChanged,
  nameIn,
  notAdministrator,
  readStanding,
  type Visit,
} from './administrator.ts';
import {
  calledWhat,
  changesOf,
  documentTypes,
  faultsOf,
  namedBody,
  titleOf,
} from './document-types.ts';
import { recordsIn } from './mapping-type.ts';
import type { StandingDocument, Surroundings } from './surroundings.ts';

/** Refused when somebody else has saved the draft since it was read (`document-changed`). */
export async function saveDocumentDraft(
  ports: WorkPorts & FieldPorts,
  visit: Visit,
  request: DraftRequest,
): Promise<Result<DraftReply>> {
  const stopped = notAdministrator(visit);
  if (stopped !== undefined) return refused(stopped);
  const name = nameIn(visit, request);
  const body = namedBody(name, request.body);
  const { userId, name: author } = visit.actor;
  const content = {
    title: titleOf(name, body),
    body,
    author: { userId, name: author },
    note: request.note ?? '',
  };
  const saved = await saveDraft(ports, name, content, request.seen);
  if (saved === 'changed') return refused(documentChanged(name, body));
  if (saved === 'too-long') {
    return refused(problem('document-too-long', 'fix-input', { what: calledWhat(name, body) }));
  }
  await auditDocument(ports, visit, 'document.draft-saved', name, { revision: saved.revision });
  if (name.kind === 'mapping') await meetFields(ports, visit.installation, recordsIn(body));
  const { around, standing } = await readStanding(ports, name, visit.texts);
  return ok({ revision: saved.revision, ...checkDraft(name, body, standing, around) });
}

export async function dropDocumentDraft(
  ports: WorkPorts,
  visit: Visit,
  request: DropDraftRequest,
): Promise<Result<object>> {
  const stopped = notAdministrator(visit);
  if (stopped !== undefined) return refused(stopped);
  const name = nameIn(visit, request);
  if ((await deleteDraft(ports.store, name, request.seen)) === 'changed') {
    return refused(documentChanged(name));
  }
  await auditDocument(ports, visit, 'document.draft-dropped', name, { revision: request.seen });
  return ok({});
}

/** A draft as its editor wants to hear of it. */
export function checkDraft(
  name: DocumentName,
  body: object,
  standing: StandingDocument | undefined,
  around: Surroundings,
): DraftCheck {
  return {
    faults: faultsOf(name, body, around),
    outline: documentTypes[name.kind].outline(body, around),
    changes: changesOf(name, standing?.body, body, around),
  };
}
