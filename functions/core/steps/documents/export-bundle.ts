// Writes documents into a bundle: the named ones, or all that this installation has made its own.
import type { ExportRequest } from '../../contract/documents.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { WorkPorts } from '../../work/lease.ts';
import { documentNotFound, notAdministrator, type Visit } from './administrator.ts';
import { writeBundle } from './bundle-file.ts';
import { sameContent } from './document-types.ts';
import {
  readSurroundings,
  type StandingDocument,
  shippedDocuments,
  standingKey,
} from './surroundings.ts';

/** The bundle's text. What was published but says what the product ships says nothing new, and is left out. */
export async function exportBundle(
  ports: WorkPorts,
  visit: Visit,
  { documents }: ExportRequest,
): Promise<Result<string>> {
  const stopped = notAdministrator(visit);
  if (stopped !== undefined) return refused(stopped);
  const { standing } = await readSurroundings(ports.store, visit.installation);
  if (documents === undefined) return ok(writeBundle([...standing.values()].filter(isOwn)));
  const missing = documents.find((name) => !standing.has(standingKey(name)));
  if (missing !== undefined) return refused(documentNotFound(missing));
  const wanted = new Set(documents.map(standingKey));
  return ok(writeBundle([...standing].flatMap(([key, one]) => (wanted.has(key) ? [one] : []))));
}

function isOwn(document: StandingDocument): boolean {
  const shipped = shippedDocuments().get(standingKey(document));
  return (
    shipped === undefined ||
    shipped.state !== document.state ||
    !sameContent(document.kind, shipped.body, document.body)
  );
}
