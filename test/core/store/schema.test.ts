// Names in the schema: what may stand in a statement, whatever its case.
import { expect, it } from 'vitest';
import { zcqlWords } from '../../../functions/core/store/columns.ts';
import { schema } from '../../../functions/core/store/schema.ts';
import { parse } from '../../sandbox/catalyst/zcql/parser.ts';

const names = Object.entries(schema).flatMap(([table, columns]) =>
  ['ROWID', ...Object.keys(columns)].map((column) => [table, column] as const),
);
const isWord = (name: string) => zcqlWords.some((word) => word === name.toLowerCase());

it('no table and no column has the name of a word of ZCQL, in whatever case', () => {
  expect(names.length).toBeGreaterThan(200);
  expect(names.filter((pair) => pair.some(isWord))).toEqual([]);
});

it('every column can stand in a condition, an order and a change', () => {
  for (const [table, column] of names) {
    parse(`SELECT * FROM ${table} WHERE ${column} = '1' ORDER BY ${column} ASC LIMIT 1`);
    parse(`UPDATE ${table} SET ${column} = '1' WHERE ${column} IN ('1')`);
  }
});

it('a column named by a word can’t', () => {
  expect(() => parse("SELECT * FROM Charges WHERE by = 'link'")).toThrow();
  expect(isWord('By')).toBe(true);
});
