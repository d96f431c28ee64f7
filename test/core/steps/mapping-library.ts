// The library of companies that have published nothing: the shipped flows, and the shipped mappings with the standard fields.
import type { FlowLibrary } from '../../../functions/core/flows/library.ts';
import { shippedLibrary } from '../../../functions/core/flows/shipped.ts';
import { shippedMapping } from '../../../functions/core/mapping/shipped.ts';
import type { Companies } from '../../../functions/core/ports/company.ts';
import { standardCatalogOf, translate } from '../../../functions/core/steps/mapping-engine.ts';

export function mappingLibrary(companies: Pick<Companies, 'open'>): FlowLibrary {
  return {
    ...shippedLibrary,
    async map(installation, { id }, sources) {
      const document = shippedMapping(id);
      if (document === undefined) throw new Error(`no mapping ${id}`);
      const company = await companies.open(installation);
      if (!company.ok) return company;
      return translate(company.value, [], document, sources, standardCatalogOf);
    },
  };
}
