// The published schema is the one that documents are read with, and the shipped mappings are what it says.
import { describe, expect, it } from 'vitest';
import published from '../../../functions/core/mapping/mapping.schema.json' with { type: 'json' };
import { transforms } from '../../../functions/core/mapping/transforms/all.ts';
import { mappingJsonSchema } from './mapping-schema.ts';

describe('the published schema of mappings', () => {
  it('is up to date (written anew by running mapping-schema.ts)', () => {
    expect(published).toEqual(JSON.parse(JSON.stringify(mappingJsonSchema())));
  });

  it('names every transform', () => {
    const text = JSON.stringify(published);
    for (const { name } of transforms) expect(text).toContain(`"const":"${name}"`);
  });
});
