// The tolerant JSON readers and the Retry-After reader.
import { describe, expect, test } from 'vitest';
import {
  firstTextAt,
  listAt,
  parseJson,
  present,
  textAt,
  valueAt,
} from '../../../../functions/core/connectors/transport/read-json.ts';
import { retryAfterMs } from '../../../../functions/core/connectors/transport/retry-after.ts';

describe('reading JSON of others', () => {
  const value = { a: { b: ' x ', n: 19.9, zero: 0, blank: ' ', flag: true, list: [1] } };

  test.each([
    [['a', 'b'], 'x'],
    [['a', 'n'], '19.9'],
    [['a', 'zero'], '0'],
    [['a', 'blank'], undefined],
    [['a', 'flag'], undefined],
    [['a', 'list'], undefined],
    [['a', 'missing', 'deeper'], undefined],
    [['a', 'b', 'deeper'], undefined],
  ])('text at %j is %s', (path, expected) => {
    expect(textAt(value, ...path)).toBe(expected);
  });

  test('inherited names are not fields', () => {
    expect(valueAt({}, 'constructor')).toBeUndefined();
    expect(valueAt(JSON.parse('{"__proto__": {"id": "1"}}'), 'id')).toBeUndefined();
  });

  test('the first path that has text wins', () => {
    expect(firstTextAt({ b: 'two', c: 'three' }, [['a'], ['b'], ['c']])).toBe('two');
  });

  test('a list that is not one is empty, and text that is not JSON is undefined', () => {
    expect(listAt({ rows: 'none' }, 'rows')).toEqual([]);
    expect(listAt({ rows: [1] }, 'rows')).toEqual([1]);
    expect(parseJson('<html>')).toBeUndefined();
  });

  test('fields that are undefined are left out', () => {
    expect(Object.keys(present({ a: 1, b: undefined, c: 0 }))).toEqual(['a', 'c']);
  });
});

describe('Retry-After', () => {
  const now = Date.UTC(2026, 10, 22, 12, 0, 0);

  test.each([
    [{ 'retry-after': '30' }, 30_000],
    [{ 'retry-after': 'Sun, 22 Nov 2026 12:01:00 GMT' }, 60_000],
    [{ 'retry-after': 'Sun, 22 Nov 2026 11:00:00 GMT' }, 0],
    [{ 'retry-after': 'soon' }, undefined],
    [{ 'retry-after': '' }, undefined],
    [{}, undefined],
  ])('%j means %s ms', (headers: Record<string, string>, expected) => {
    expect(retryAfterMs(headers, now)).toBe(expected);
  });
});
