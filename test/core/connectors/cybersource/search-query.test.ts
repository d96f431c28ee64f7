// Search queries, with text that tries to be more than a value.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { searchQuery } from '../../../../functions/core/connectors/cybersource/search-query.ts';

describe('a search query', () => {
  test.each([
    ['1001', 'clientReferenceInformation.code:1001'],
    ['01JD8Q3ZK5T9W2M4N6P8R0S1T3', 'clientReferenceInformation.code:01JD8Q3ZK5T9W2M4N6P8R0S1T3'],
    ['ref_1.a-b', 'clientReferenceInformation.code:ref_1.a-b'],
    ['or', 'clientReferenceInformation.code:"or"'],
    ['-1', 'clientReferenceInformation.code:"-1"'],
    ['1 OR id:*', 'clientReferenceInformation.code:"1 OR id:*"'],
    ['a"b\\', 'clientReferenceInformation.code:"a\\"b\\\\"'],
    ['', 'clientReferenceInformation.code:""'],
  ])('by reference %j is %s', (reference, query) => {
    expect(searchQuery({ reference })).toBe(query);
  });

  test('by time is a range in epoch milliseconds', () => {
    expect(searchQuery({ submittedFrom: 1556712000000, submittedTo: 1556757600000 })).toBe(
      'submitTimeUtc:[1556712000000 TO 1556757600000]',
    );
  });

  test('never lets a reference end its own value', () =>
    fc.assert(
      fc.property(fc.string(), (reference) => {
        const value = searchQuery({ reference }).slice('clientReferenceInformation.code:'.length);
        expect(value).toMatch(/^(?:[A-Za-z0-9_.-]+|"(?:[^"\\]|\\[\\"])*")$/s);
      }),
    ));
});
