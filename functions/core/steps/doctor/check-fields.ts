// Are the custom fields still there that our writes to the books rest on, and do they refuse duplicates?
import { problem } from '../../domain/problem.ts';
import { ok } from '../../domain/result.ts';
import { readNeededFields } from '../connect/check-fields.ts';
import type { Check } from './check.ts';

const products = { books: 'Zoho Books', desk: 'Zoho Desk' } as const;

export const checkNeededFields: Check = {
  name: 'fields',
  appliesTo: ({ fields }) => fields.ok,
  async examine({ fields: readers }) {
    if (!readers.ok) return readers;
    const fields = await readNeededFields(readers.value);
    if (!fields.ok) return fields;
    const faulty = fields.value.filter(({ state }) => state !== 'there');
    return ok(
      faulty.map(({ product, apiName, module, state }) => {
        const code = state === 'not-unique' ? 'zoho-field-duplicates' : 'zoho-field-missing';
        const facts = { product: `${products[product]} (${module})`, field: apiName };
        return { subject: apiName, problem: problem(code, 'fix-setup', facts) };
      }),
    );
  },
};
