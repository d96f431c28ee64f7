// Mappings among the documents.
import { diffMappings } from '../../mapping/diff-mappings.ts';
import { type MappingDocument, mappingSchema } from '../../mapping/document.ts';
import { outlineMapping } from '../../mapping/outline-mapping.ts';
import { isTableStep } from '../../mapping/transforms/table.ts';
import { validateMapping } from '../../mapping/validate-mapping.ts';
import { catalogOf } from '../mapping-engine.ts';
import type { DocumentType } from './document-type.ts';
import { shapeFaults } from './shape-words.ts';

export const mappingType: DocumentType = {
  word: 'mapping',
  idField: 'id',
  faults(body, { tables }) {
    const mapping = mappingSchema.safeParse(body);
    if (!mapping.success) {
      return shapeFaults('mapping', body, mapping.error.issues, { rules: 'Rule' });
    }
    return validateMapping(mapping.data, { ...fieldsOf(mapping.data), tables }).map(
      ({ severity, message, rule }) => ({
        severity,
        sentence: rule === undefined ? message : `Rule ${rule}: ${message}`,
        ...(rule === undefined ? {} : { rule }),
      }),
    );
  },
  outline(body) {
    const mapping = mappingSchema.safeParse(body);
    return mapping.success ? outlineMapping(mapping.data, fieldsOf(mapping.data)) : [];
  },
  diff(before, after) {
    const [was, is] = [mappingSchema.safeParse(before), mappingSchema.safeParse(after)];
    return was.success && is.success
      ? diffMappings(was.data, is.data, fieldsOf(is.data))
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

function fieldsOf({ target, sources }: MappingDocument) {
  return { target: catalogOf(target), sources: sources.map(catalogOf) };
}
