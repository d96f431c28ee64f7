// What all steps about documents begin with (an administrator) and end with (the audit chain).
import type { InstallationId } from '../../domain/ids.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import { type Actor, mayDo } from '../../domain/role.ts';
import type { OutlineTexts } from '../../texts/outline-texts.ts';
import { auditBy } from '../../work/audit.ts';
import { type DocumentKind, type DocumentName, findVersion } from '../../work/documents.ts';
import type { WorkPorts } from '../../work/lease.ts';
import { calledWhat } from './document-types.ts';
import {
  readSurroundings,
  type StandingDocument,
  type Surroundings,
  shippedDocuments,
  standingKey,
} from './surroundings.ts';

/** Who does it, and where. */
export interface Visit {
  readonly installation: InstallationId;
  readonly actor: Actor;
  /** In which documents are told; English when absent. */
  readonly texts?: OutlineTexts;
}

/** Why this person may not work on documents; undefined when they may. */
export function notAdministrator({ actor }: Visit): Problem | undefined {
  return mayDo(actor.role, 'configure')
    ? undefined
    : problem('not-allowed', 'none', { role: actor.role });
}

export function documentNotFound(name: { readonly kind: DocumentKind; readonly id: string }) {
  return problem('not-found', 'fix-input', { what: calledWhat(name) });
}

export function documentChanged(
  name: { readonly kind: DocumentKind; readonly id: string },
  body?: object,
): Problem {
  const what = calledWhat(name, body);
  return problem('document-changed', 'fix-input', { what: lowerFirst(what) });
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** What happened to a document; who and why also stand on the version itself. */
export function auditDocument(
  ports: WorkPorts,
  { installation, actor }: Visit,
  action: string,
  { kind, id }: { readonly kind: DocumentKind; readonly id: string },
  detail: Readonly<Record<string, string | number>>,
): Promise<void> {
  return auditBy(ports, actor, {
    installation,
    action,
    subject: `${kind}|${id}`,
    detail,
  });
}

export function nameIn(
  { installation }: Visit,
  { kind, id }: { readonly kind: DocumentKind; readonly id: string },
): DocumentName {
  return { installation, kind, id };
}

/** The body of a version: one of the installation's own, or the one that came with the product. */
export async function bodyOfVersion(
  ports: Pick<WorkPorts, 'store'>,
  name: DocumentName,
  version: number,
): Promise<object | undefined> {
  const shipped = shippedDocuments().get(standingKey(name));
  if (shipped?.version === version) return shipped.body;
  return (await findVersion(ports.store, name, version))?.body;
}

/** The current document with all that stands around it. */
export async function readStanding(
  ports: Pick<WorkPorts, 'store'>,
  name: DocumentName,
  texts: OutlineTexts | undefined,
): Promise<{ readonly around: Surroundings; readonly standing: StandingDocument | undefined }> {
  const around = await readSurroundings(ports.store, name.installation, texts);
  return { around, standing: around.standing.get(standingKey(name)) };
}
