// Publishes what a bundle brings: all of it is checked before the first version is kept.
import type { ImportReply, ImportRequest } from '../../contract/documents.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { WorkPorts } from '../../work/lease.ts';
import { type FieldPorts, meetFields } from '../read-fields.ts';
import { notAdministrator, type Visit } from './administrator.ts';
import { type BundledDocument, readBundle } from './bundle-file.ts';
import { documentTypes, errorsAmong, toldFaults } from './document-types.ts';
import { judgeBundle, mappedRecords, standingVersion } from './judge-bundle.ts';
import { keepNext } from './publish-document.ts';
import { readSurroundings, type Surroundings, withDocuments } from './surroundings.ts';

/**
 * Nothing is published when anything in the bundle is wrong. The store has no transactions, so when it fails half-way
 * some documents are live; importing the same bundle again does the rest, and does nothing when all is there.
 */
export async function importBundle(
  ports: WorkPorts & FieldPorts,
  visit: Visit,
  { bundle, note }: ImportRequest,
): Promise<Result<ImportReply>> {
  const stopped = notAdministrator(visit);
  if (stopped !== undefined) return refused(stopped);
  const read = readBundle(bundle);
  if (!read.ok) return read;
  await meetFields(ports, visit.installation, mappedRecords(read.value));
  const around = await readSurroundings(ports.store, visit.installation, visit.texts);
  const { faults, missing, news } = judgeBundle(read.value, around);
  const errors = errorsAmong(faults);
  if (errors.length > 0) {
    return refused(problem('bundle-faulty', 'fix-input', { faults: toldFaults(errors) }));
  }
  const imported = await publishAll(ports, visit, news, around, note);
  if (!imported.ok) return imported;
  const remarks = faults.flatMap(({ severity, sentence }) =>
    severity === 'warning' ? [sentence] : [],
  );
  return ok({ imported: imported.value, missing, remarks });
}

/** Each is pinned to what was published before it. */
async function publishAll(
  ports: WorkPorts,
  visit: Visit,
  news: readonly BundledDocument[],
  before: Surroundings,
  note: string | undefined,
): Promise<Result<ImportReply['imported']>> {
  const imported: { kind: BundledDocument['kind']; id: string; version: number }[] = [];
  let around = before;
  for (const document of news) {
    const { kind, id } = document;
    const body = documentTypes[kind].pin(document.body, around);
    const known = standingVersion(document, around);
    const next = {
      ...document,
      body,
      note: note === undefined ? 'Imported' : `Imported: ${note}`,
      action: 'document.imported',
    } as const;
    const kept = await keepNext(ports, visit, next, known);
    if (!kept.ok) return kept;
    around = withDocuments(around, [{ ...document, body, version: kept.value }]);
    imported.push({ kind, id, version: kept.value });
  }
  return ok(imported);
}
