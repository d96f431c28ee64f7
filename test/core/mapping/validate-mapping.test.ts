// A table of bad documents, each with the sentence that a finance person reads.
import { describe, expect, it } from 'vitest';
import type { FieldCatalog } from '../../../functions/core/mapping/catalog-field.ts';
import { type MappingRule, readMapping } from '../../../functions/core/mapping/document.ts';
import { validateMapping } from '../../../functions/core/mapping/validate-mapping.ts';
import { badRules, payment, rule, target } from './bad-mappings.ts';

const fine = rule('customer', 'id');
function faults(rules: readonly MappingRule[], more: object = {}) {
  const document = readMapping({
    id: 'test',
    version: 1,
    title: 'Test',
    sources: [{ product: 'canonical', object: 'payment' }],
    target: { product: 'books', object: 'customer-payment' },
    rules,
    ...more,
  });
  return validateMapping(document, { target, sources: [payment] });
}

describe('checking a mapping before it is published', () => {
  it('has nothing to say of a sound document', () => {
    expect(faults([fine, rule('amount', 'amount')])).toEqual([]);
  });

  it.each(badRules)('says what is wrong with %s', (_, one, severity, message) => {
    const found = faults([fine, one]).filter(
      (fault) => severity === 'note' || fault.severity !== 'note',
    );
    expect(found).toEqual([{ severity, rule: 2, message }]);
  });

  it('misses a field that must be filled, unless whoever writes the record fills it', () => {
    const message = '“Customer” must be filled in Books customer payment, but no rule fills it.';
    expect(faults([rule('amount', 'amount')])).toEqual([{ severity: 'error', message }]);
    expect(faults([rule('amount', 'amount')], { given: ['customer'] })).toEqual([]);
  });

  it('sees a required field that a rule would leave empty', () => {
    expect(faults([rule('customer', 'id', { missing: 'leave' })])).toEqual([
      {
        severity: 'error',
        rule: 1,
        message:
          '“Customer” must be filled in Books customer payment, but the rule leaves it empty when nothing comes.',
      },
    ]);
  });

  it('sees a field that is filled both as a whole and in part', () => {
    const [fault] = faults([fine, rule('address', 'billing'), rule('address.city', 'note')]);
    expect(fault?.message).toBe(
      '“City” is already filled by rule 2; only one rule may fill a field.',
    );
  });

  it('sees sources and targets that are others', () => {
    const records = { sources: [{ product: 'crm', object: 'deal' }] };
    expect(faults([fine], records).map(({ message }) => message)).toEqual([
      'The fields of the source deal of crm are not known.',
    ]);
    expect(faults([fine], { target: { product: 'crm', object: 'deal' } })[0]?.message).toBe(
      'This mapping fills deal of crm, not Books customer payment.',
    );
  });

  it('wants the currency of an amount that goes into our own model', () => {
    const ours: FieldCatalog = { ...target, product: 'canonical' };
    const books: FieldCatalog = { ...payment, product: 'books' };
    const document = readMapping({
      id: 'test',
      version: 1,
      title: 'Test',
      sources: [{ product: 'books', object: 'payment' }],
      target: { product: 'canonical', object: 'customer-payment' },
      rules: [fine, rule('amount', 'amount')],
    });
    expect(validateMapping(document, { target: ours, sources: [books] })).toMatchObject([
      { severity: 'error', message: expect.stringContaining('needs its currency too') },
    ]);
  });

  it('refuses what is no document at all, with its place', () => {
    const document = { id: 'x', version: 1, title: 'X', sources: [], target: {}, rules: [] };
    expect(() => readMapping(document)).toThrow(/sources/);
    const path = { to: [{ path: '__proto__.polluted' }], from: [{ path: 'payment.id' }] };
    expect(() => faults([path])).toThrow(/path/);
    expect(() => faults([rule('reference', 'id', { through: [{ use: 'evil' }] })])).toThrow(/use/);
  });
});
