// The custom fields of Books' and Inventory's records, one call for a kind of record.
import { problem } from '../../domain/problem.ts';
import { refused } from '../../domain/result.ts';
import type { FieldSource } from '../../ports/fields.ts';
import type { FinanceApi } from './finance-api.ts';

/**
 * `GET /settings/preferences/customfields?entity=`: in no published specification, but what Zoho's own pages and live
 * clients call. Where it is not answered, the standard fields are all that is known.
 * @param entities the product's word for each kind of record.
 */
export function createFinanceFields(
  api: FinanceApi,
  entities: Readonly<Record<string, string>>,
): FieldSource {
  return {
    objects: Object.keys(entities),
    async readFields(object) {
      const entity = entities[object];
      const what = `The list of fields of ${object}`;
      if (entity === undefined) return refused(problem('not-found', 'none', { what }));
      return api.call({
        operation: 'list-custom-fields',
        method: 'GET',
        path: ['settings', 'preferences', 'customfields'],
        query: { entity },
        what,
      });
    },
  };
}
