// All fields of Desk's tickets and contacts, custom ones among them.
import { problem } from '../../domain/problem.ts';
import { refused } from '../../domain/result.ts';
import type { FieldSource } from '../../ports/fields.ts';
import { createDeskCaller, type TicketsOptions } from './desk-api.ts';

const MODULES: Readonly<Record<string, string>> = { ticket: 'tickets', contact: 'contacts' };

/** `GET /organizationFields?module=`; the scope `Desk.basic.READ` is enough. */
export function createDeskFields(options: TicketsOptions): FieldSource {
  const call = createDeskCaller(options);
  return {
    objects: Object.keys(MODULES),
    async readFields(object) {
      const module = MODULES[object];
      const what = `The list of fields of ${object}`;
      if (module === undefined) return refused(problem('not-found', 'none', { what }));
      return call({
        operation: 'list-fields',
        method: 'GET',
        path: ['organizationFields'],
        query: { module },
        what,
      });
    },
  };
}
