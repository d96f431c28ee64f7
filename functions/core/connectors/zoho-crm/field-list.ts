// All fields of a CRM module, custom ones among them.
import { problem } from '../../domain/problem.ts';
import { refused } from '../../domain/result.ts';
import type { FieldSource } from '../../ports/fields.ts';
import { createZohoCaller, type ZohoConnection } from '../zoho-http/zoho-call.ts';
import { readCrmAnswer } from './crm-answer.ts';
import type { CrmModule } from './crm-records.ts';

const MODULES: Readonly<Record<string, CrmModule>> = {
  contact: 'Contacts',
  account: 'Accounts',
  deal: 'Deals',
};

/** `GET /settings/fields?module=`; needs the scope `ZohoCRM.settings.fields.READ`. */
export function createCrmFields(
  options: ZohoConnection & { readonly apiUrl: string },
): FieldSource {
  const call = createZohoCaller(options, {
    product: 'crm',
    rootUrl: `${options.apiUrl}/crm/v8`,
    // Fields stand under their own name, which the reader of records does not know.
    readAnswer: (answer, asked) =>
      answer.status < 300 ? { kind: 'value', body: answer.body } : readCrmAnswer(answer, asked),
  });
  return {
    objects: Object.keys(MODULES),
    async readFields(object) {
      const module = MODULES[object];
      const what = `The list of fields of ${object}`;
      if (module === undefined) return refused(problem('not-found', 'none', { what }));
      return call({
        operation: 'list-fields',
        method: 'GET',
        path: ['settings', 'fields'],
        query: { module },
        what,
      });
    },
  };
}
