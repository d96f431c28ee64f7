// The canonical catalogs against full records: every field is there, and fits the type that it says it has.
import { describe, expect, it } from 'vitest';
import { canonicalCatalogs } from '../../../functions/core/mapping/canonical-catalogs.ts';
import { conform } from '../../../functions/core/mapping/conform.ts';
import { pathSteps, readPath } from '../../../functions/core/mapping/path.ts';
import { isList } from '../../../functions/core/mapping/value.ts';
import { records } from './sample-records.ts';

const rows = canonicalCatalogs.flatMap((catalog) =>
  catalog.fields.map((field) => ({ name: `${catalog.object}.${field.path}`, field })),
);

describe('the canonical catalogs', () => {
  it('list all ten objects', () => {
    const objects = canonicalCatalogs.map(({ object }) => object);
    expect(objects.toSorted()).toEqual(Object.keys(records).toSorted());
  });

  it.each(rows)('$name is a field of the record, of its type', ({ name, field }) => {
    const value = readPath(records, pathSteps(name));
    if (value === undefined) throw new Error(`${name} is not in the sample record`);
    const one = name.includes('[]') && isList(value) ? value[0] : value;
    expect(conform(one ?? '', field, 'canonical')).toMatchObject({ kind: 'value' });
  });

  it.each(rows)('$name shows samples that are of its type too', ({ field }) => {
    for (const sample of field.samples ?? []) {
      // A sample is written as people read it: an amount without its currency.
      const product = field.type === 'amount' ? 'books' : 'canonical';
      expect(conform(sample, field, product)).toMatchObject({ kind: 'value' });
      expect(sample.length).toBeLessThanOrEqual(field.lengthMax ?? 1000);
    }
  });
});
