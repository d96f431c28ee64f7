// Mappings among the documents.
import * as z from 'zod/mini';
import type { FaultView } from '../../contract/documents.ts';
import { diffMappings } from '../../mapping/diff-mappings.ts';
import { type MappingDocument, type MappingRecord, mappingSchema } from '../../mapping/document.ts';
import { outlineMapping } from '../../mapping/outline-mapping.ts';
import { isTableStep } from '../../mapping/transforms/table.ts';
import { validateMapping } from '../../mapping/validate-mapping.ts';
import { recordKey } from '../catalog-of.ts';
import { viewProblem } from '../view-problem.ts';
import type { DocumentType } from './document-type.ts';
import { shapeFaults } from './shape-words.ts';
import type { Surroundings } from './surroundings.ts';

export const mappingType: DocumentType = {
  word: 'mapping',
  idField: 'id',
  faults(body, around) {
    const mapping = mappingSchema.safeParse(body);
    if (!mapping.success) {
      return shapeFaults('mapping', body, mapping.error.issues, { rules: 'Rule' });
    }
    const { tables } = around;
    const found = validateMapping(mapping.data, { ...fieldsOf(mapping.data, around), tables });
    const faults = found.map(({ severity, message, rule }) => ({
      severity,
      sentence: rule === undefined ? message : `Rule ${rule}: ${message}`,
      ...(rule === undefined ? {} : { rule }),
    }));
    return [...faults, ...ageWarnings(mapping.data, around)];
  },
  outline(body, around) {
    const mapping = mappingSchema.safeParse(body);
    return mapping.success ? outlineMapping(mapping.data, wordsOf(mapping.data, around)) : [];
  },
  diff(before, after, around) {
    const [was, is] = [mappingSchema.safeParse(before), mappingSchema.safeParse(after)];
    return was.success && is.success
      ? diffMappings(was.data, is.data, wordsOf(is.data, around))
      : undefined;
  },
  pin: (body) => body,
  content(body) {
    const { version: _, ...content } = body as Partial<MappingDocument>;
    return content;
  },
  references(body) {
    const mapping = mappingSchema.safeParse(body);
    if (!mapping.success) return [];
    return [...tablesIn(mapping.data)].map((name) => ({ kind: 'table', name }));
  },
};

/** Names of the shared tables that a mapping looks values up in. */
export function tablesIn({ rules }: MappingDocument): ReadonlySet<string> {
  const steps = rules.flatMap(({ from, through = [] }) => [
    ...from.flatMap((source) => source.through ?? []),
    ...through,
  ]);
  return new Set(steps.flatMap((step) => (isTableStep(step) ? (step.shared ?? []) : [])));
}

const withRecords = z.object({
  target: z.object({ product: z.string(), object: z.string() }),
  sources: z.array(z.object({ product: z.string(), object: z.string() })),
});

/** The records that a body speaks of, be it fit for use or not; none of a mapping that is only named. */
export function recordsIn(body: object | string): readonly MappingRecord[] {
  const read = withRecords.safeParse(body);
  return read.success ? ([read.data.target, ...read.data.sources] as readonly MappingRecord[]) : [];
}

function fieldsOf({ target, sources }: MappingDocument, { catalogOf }: Surroundings) {
  return { target: catalogOf(target), sources: sources.map(catalogOf) };
}

function wordsOf(mapping: MappingDocument, around: Surroundings) {
  return { ...fieldsOf(mapping, around), texts: around.texts.mapping };
}

/** Fields that could not be read anew may have changed since. */
function ageWarnings(
  { target, sources }: MappingDocument,
  { catalogOf, fields, texts }: Surroundings,
): readonly FaultView[] {
  return [target, ...sources].flatMap((record): readonly FaultView[] => {
    const { problem, readAt } = fields.get(recordKey(record)) ?? {};
    if (problem === undefined) return [];
    const { label } = catalogOf(record);
    const { message } = viewProblem(problem);
    const { fieldsOld, fieldsUnread } = texts.documents;
    const sentence =
      readAt === undefined
        ? fieldsUnread(label, message)
        : fieldsOld(label, new Date(readAt).toISOString().slice(0, 10), message);
    return [{ severity: 'warning', sentence }];
  });
}
