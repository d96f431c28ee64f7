// What a shipped mapping makes of its sources, as whoever posts the record gets it.
import { applyMapping } from '../../../functions/core/mapping/apply-mapping.ts';
import { nestValues } from '../../../functions/core/mapping/path.ts';
import { shippedMapping } from '../../../functions/core/mapping/shipped.ts';
import type { MappedFields } from '../../../functions/core/ports/mapped-fields.ts';
import { contextOf } from './mapping-catalogs.ts';

/** Throws where the mapping stops. */
export function mappedBy(id: string, sources: Readonly<Record<string, unknown>>): MappedFields {
  const document = shippedMapping(id);
  if (document === undefined) throw new Error(`no mapping ${id}`);
  const mapped = applyMapping(document, sources, contextOf(document));
  const [stopped] = [...mapped.problems, ...mapped.asks];
  if (stopped !== undefined) throw new Error(JSON.stringify(stopped));
  return nestValues(mapped.values);
}
