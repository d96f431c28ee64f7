// Shows what a mapping would make of a record, in words; nothing is written anywhere.
import type { PreviewProblem, PreviewReply, PreviewRequest } from '../../contract/documents.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { Mapped, MappingProblem } from '../../mapping/apply-mapping.ts';
import { targetLabel } from '../../mapping/context.ts';
import { type MappingDocument, mappingSchema } from '../../mapping/document.ts';
import { mapWithRates } from '../../mapping/map-with-rates.ts';
import { nestValues, type Sources } from '../../mapping/path.ts';
import type { Companies } from '../../ports/company.ts';
import { staffWords } from '../../texts/staff-words.ts';
import type { WorkPorts } from '../../work/lease.ts';
import type { CatalogOf } from '../catalog-of.ts';
import { meetFields } from '../read-fields.ts';
import { viewProblem } from '../view-problem.ts';
import { documentNotFound, notAdministrator, type Visit } from './administrator.ts';
import { calledWhat, faultsOf, namedBody, toldFaults } from './document-types.ts';
import { recordsIn } from './mapping-type.ts';
import { samplePayment } from './sample-payment.ts';
import { readSurroundings, type Surroundings } from './surroundings.ts';

export interface PreviewPorts extends WorkPorts {
  readonly companies: Companies;
}

/** @param visit with the Books organization that the visitor's token was issued for. */
export async function previewMapping(
  ports: PreviewPorts,
  visit: Visit & { readonly organization: string },
  request: PreviewRequest,
): Promise<Result<PreviewReply>> {
  const stopped = notAdministrator(visit);
  if (stopped !== undefined) return refused(stopped);
  const opened = await ports.companies.open(visit.installation);
  if (!opened.ok) return opened;
  const company = opened.value;
  // Samples are other people's payments: a token of another organization sees none.
  if (company.organization !== visit.organization) {
    return refused(problem('not-signed-in', 'fix-setup'));
  }
  await meetFields(ports, visit.installation, recordsIn(request.mapping));
  const around = await readSurroundings(ports.store, visit.installation);
  const read = readMapping(request.mapping, around);
  if (!read.ok) return read;
  const mapping = read.value;
  const { catalogOf } = around;
  const sample =
    request.sources === undefined
      ? await samplePayment(ports.store, company, mapping, request.paymentKey)
      : ok({ sources: request.sources as Sources, called: 'The record given along' });
  if (!sample.ok) return sample;
  const context = {
    target: catalogOf(mapping.target),
    sources: mapping.sources.map(catalogOf),
    timeZone: company.timeZone,
    tables: around.tables,
    words: await staffWords(company.language),
  };
  const mapped = await mapWithRates(mapping, sample.value.sources, context, company.rates);
  if (!mapped.ok) return mapped;
  return ok({ ...viewMapped(mapped.value, mapping, catalogOf), sample: sample.value.called });
}

/** As it is being edited, or the current one of that id. */
function readMapping(
  asked: PreviewRequest['mapping'],
  around: Surroundings,
): Result<MappingDocument> {
  if (typeof asked === 'string') {
    const current = around.mappings.get(asked);
    return current === undefined
      ? refused(documentNotFound({ kind: 'mapping', id: asked }))
      : ok(current);
  }
  const id = typeof asked.id === 'string' ? asked.id : 'preview';
  const name = { kind: 'mapping', id } as const;
  const body = namedBody(name, asked);
  const read = mappingSchema.safeParse(body);
  if (read.success) return ok(read.data);
  const facts = { what: calledWhat(name, body), faults: toldFaults(faultsOf(name, body, around)) };
  return refused(problem('document-faulty', 'fix-input', facts));
}

function viewMapped(
  mapped: Mapped,
  { target }: MappingDocument,
  catalogOf: CatalogOf,
): Omit<PreviewReply, 'sample'> {
  const label = (path: string) => targetLabel(catalogOf(target), path.replace(/\[\d+\]/, '[]'));
  const view = (found: MappingProblem): PreviewProblem => ({
    ...viewProblem(found),
    rule: found.rule,
    target: label(found.targetPath),
  });
  return {
    complete: mapped.complete,
    record: nestValues(mapped.values),
    problems: mapped.problems.map(view),
    asks: mapped.asks.map(view),
    notes: mapped.notes.map(
      (note) => `Rule ${note.rule}: “${note.target}” ${noteWords[note.kind]}.`,
    ),
  };
}

const noteWords: Readonly<Record<Mapped['notes'][number]['kind'], string>> = {
  default: 'gets the value that the rule has for such cases',
  truncated: 'is cut to the length that it takes',
  'no-such-field': 'does not exist there, so the rule is passed over',
};
