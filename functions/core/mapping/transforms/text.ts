// Transforms of one text: case, trim, replace, keep an end, fixed value, default.
import * as z from 'zod/mini';
import type { MappingWords } from '../context.ts';
import { fieldShape, isSingle, type Shape, shapeWords } from '../shape.ts';
import { declareTransform, given, missing, type Transform, wrongType } from '../transform.ts';
import { isEmpty, type MappingValue, shown, textOf } from '../value.ts';

const scalar = () => z.union([z.string(), z.number(), z.boolean()]);

/** Any single value can be read as text. */
function textShape(input: Shape): Shape | { misfit: string } {
  return isSingle(input)
    ? fieldShape('text')
    : { misfit: `needs one value, not ${shapeWords(input)}` };
}

/** Letters and spaces don't change what a value is, except that a choice is no longer the one of its list. */
function sameShape(input: Shape): Shape | { misfit: string } {
  return isSingle(input) && input.choices === undefined ? input : textShape(input);
}

function changeText(value: MappingValue | undefined, change: (text: string) => string) {
  const text = value === undefined ? undefined : textOf(value);
  if (text === undefined) return wrongType(`${shown(value ?? '')} is not one text`);
  const changed = change(text);
  return isEmpty(changed) ? missing : given(changed);
}

const titleCase = (text: string) =>
  text
    .toLowerCase()
    .replace(/(^|[\s-])(\p{L})/gu, (_, gap: string, letter: string) => gap + letter.toUpperCase());

const cases = {
  upper: (text: string) => text.toUpperCase(),
  lower: (text: string) => text.toLowerCase(),
  title: titleCase,
  sentence: (text: string) => text.charAt(0).toUpperCase() + text.slice(1),
} as const;

const changeCase = declareTransform(
  () => ({ to: z.enum(['upper', 'lower', 'title', 'sentence']) }),
  {
    name: 'case',
    sentence:
      'Writes a text in capitals, small letters, Title Case or with a capital at its start.',
    words: ({ to }) => `in ${to} case`,
    shape: sameShape,
    loses: ({ to }) => (to === 'sentence' ? undefined : 'how its letters were written'),
    apply: (value, { to }) => changeText(value, cases[to]),
  },
);

const trim = declareTransform(() => ({}), {
  name: 'trim',
  sentence: 'Takes away spaces at both ends and makes several spaces one.',
  words: () => 'without extra spaces',
  shape: sameShape,
  apply: (value) => changeText(value, (text) => text.trim().replace(/\s+/g, ' ')),
});

const replace = declareTransform(
  () => ({
    find: z.string().check(z.minLength(1), z.maxLength(100)),
    with: z.string().check(z.maxLength(100)),
  }),
  {
    name: 'replace',
    sentence: 'Replaces a piece of text wherever it stands.',
    words: (p) => (p.with === '' ? `without “${p.find}”` : `with “${p.with}” for “${p.find}”`),
    shape: textShape,
    loses: (p) => `“${p.find}”`,
    apply: (value, p) => changeText(value, (text) => text.replaceAll(p.find, () => p.with)),
  },
);

const keep = declareTransform(
  () => ({
    end: z.enum(['first', 'last']),
    length: z.number().check(z.int(), z.minimum(1), z.maximum(1000)),
  }),
  {
    name: 'keep',
    sentence: 'Keeps the first or last characters of a text.',
    words: ({ end, length }) => `${end} ${length} characters`,
    shape: (input, { length }) =>
      isSingle(input) ? { kind: 'field', type: 'text', lengthMax: length } : textShape(input),
    loses: ({ end, length }) => `all but the ${end} ${length} characters`,
    apply: (value, { end, length }) =>
      changeText(value, (text) => {
        const characters = [...text];
        return (end === 'first' ? characters.slice(0, length) : characters.slice(-length)).join('');
      }),
  },
);

const constant = declareTransform(() => ({ value: scalar() }), {
  name: 'constant',
  sentence: 'Always gives the same value.',
  takesNothing: true,
  words: ({ value }) => `always “${value}”`,
  shape: (_, { value }) => valueShape(value),
  apply: (_, { value }) => given(value),
});

const defaultTo = declareTransform(() => ({ value: scalar() }), {
  name: 'default',
  sentence: 'Gives a value where there is none.',
  takesNothing: true,
  words: ({ value }) => `or “${value}” if empty`,
  shape: (input, { value }) => (input.kind === 'nothing' ? valueShape(value) : input),
  apply: (value, p, { words }) =>
    given(value === undefined || isEmpty(value) ? inWords(p.value, words) : value),
});

function inWords(value: string | number | boolean, words: MappingWords | undefined) {
  return (typeof value === 'string' ? words?.shipped(value) : undefined) ?? value;
}

/** A constant may go into whatever field it fits, so only its kind is told. */
function valueShape(value: string | number | boolean): Shape {
  if (typeof value === 'boolean') return fieldShape('boolean');
  if (typeof value === 'number') return fieldShape('number');
  return { kind: 'field', type: 'choice', choices: [{ value, label: value }] };
}

export const textTransforms: readonly Transform[] = [
  changeCase,
  trim,
  replace,
  keep,
  constant,
  defaultTo,
];
