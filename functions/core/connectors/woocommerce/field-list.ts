// What fields a shop's records have beyond the standard ones: no API lists them, so recent records are looked at.
import { problem } from '../../domain/problem.ts';
import { refused } from '../../domain/result.ts';
import type { FieldSource } from '../../ports/fields.ts';
import { callShop, type ShopConnection } from './shop-call.ts';

const RESOURCES: Readonly<Record<string, string>> = { order: 'orders' };
const LOOKED_AT = 20;

/** The newest orders, whose `meta_data` names what plugins have added. A field that none of them has is not seen. */
export function createShopFields(connection: ShopConnection): FieldSource {
  return {
    objects: Object.keys(RESOURCES),
    async readFields(object) {
      const resource = RESOURCES[object];
      const what = `The newest ${resource ?? object}`;
      if (resource === undefined) return refused(problem('not-found', 'none', { what }));
      const path = `/${resource}?per_page=${LOOKED_AT}&orderby=date&order=desc`;
      return callShop(connection, { method: 'GET', path, what });
    },
  };
}
