// Transforms between several values and one: template, join, split, first that is not empty.
import * as z from 'zod/mini';
import { fieldShape, isSingle, type Misfit, type Shape, shapeWords } from '../shape.ts';
import {
  declareTransform,
  given,
  missing,
  type Outcome,
  type Transform,
  wrongType,
} from '../transform.ts';
import { isEmpty, isList, isParts, type MappingValue, shown, textOf } from '../value.ts';

const PLACE = /\{([A-Za-z][\w-]*)\}/g;

/** The parts that a template asks for, each once. */
export function templateParts(text: string): readonly string[] {
  return [...new Set([...text.matchAll(PLACE)].map((match) => match[1] ?? ''))];
}

const pieces = new Map<string, readonly string[]>();

function textPieces(text: string): readonly string[] {
  const known = pieces.get(text);
  if (known !== undefined) return known;
  const cut = text.split(PLACE);
  pieces.set(text, cut);
  return cut;
}

function partText(value: MappingValue | undefined): string | undefined {
  return value === undefined || isEmpty(value) ? undefined : textOf(value);
}

const template = declareTransform(
  () => ({ text: z.string().check(z.minLength(1), z.maxLength(2000)) }),
  {
    name: 'template',
    sentence: 'Puts values into a text at the places in braces, e.g. “Order {number}”.',
    words: ({ text }) => `as “${text.replaceAll('\n', ' / ')}”`,
    shape: (input, { text }) => {
      if (input.kind !== 'parts') return { misfit: 'needs its values named as parts' };
      const wrong = templateParts(text).find((part) => !isSingleOr(input.parts[part]));
      if (wrong === undefined) return fieldShape('text');
      return { misfit: `has no single value for {${wrong}}` };
    },
    apply: (value, { text }, { words: language }) => {
      if (value === undefined || !isParts(value)) return wrongType('its values have no names');
      const shipped = language?.shipped(text);
      let filled = '';
      // The text between places and the names of places take turns.
      for (const [index, piece] of textPieces(shipped ?? text).entries()) {
        const words = index % 2 === 0 ? piece : partText(value[piece]);
        if (words === undefined) return missing;
        filled +=
          index % 2 === 1 && shipped !== undefined ? (language?.within(words) ?? words) : words;
      }
      return given(filled);
    },
  },
);

function isSingleOr(shape: Shape | undefined): boolean {
  return shape !== undefined && isSingle(shape);
}

/** The texts of a list or of parts in their order, gaps left out; undefined where one is no text. */
export function textsOf(value: MappingValue): readonly string[] | undefined {
  const pieces = isList(value) ? value : isParts(value) ? Object.values(value) : [value];
  const texts: string[] = [];
  for (const piece of pieces) {
    if (piece === undefined || isEmpty(piece)) continue;
    const text = textOf(piece);
    if (text === undefined) return undefined;
    texts.push(text);
  }
  return texts;
}

/** Shapes that `textsOf` can read. */
export function severalShape(input: Shape): Shape | Misfit {
  const several = input.kind === 'list' || input.kind === 'parts';
  if (several || isSingle(input) || isField(input, 'list')) return fieldShape('text');
  return { misfit: `needs values, not ${shapeWords(input)}` };
}

const isField = (shape: Shape, type: string) => shape.kind === 'field' && shape.type === type;

function textsOr(value: MappingValue | undefined, use: (texts: readonly string[]) => Outcome) {
  const texts = value === undefined ? [] : textsOf(value);
  if (texts === undefined) return wrongType(`${shown(value ?? '')} holds more than texts`);
  return texts.length === 0 ? missing : use(texts);
}

const separator = () => z.string().check(z.minLength(1), z.maxLength(10));

const join = declareTransform(
  () => ({
    separator: separator(),
    parts: z.optional(z.array(z.string()).check(z.minLength(2), z.maxLength(10))),
  }),
  {
    name: 'join',
    sentence: 'Joins several values into one text, leaving out empty ones.',
    words: (p) => `joined by “${p.separator}”`,
    shape: severalShape,
    apply: (value, p) => textsOr(value, (texts) => given(texts.join(p.separator))),
    inverse: ({ separator, parts }) =>
      parts === undefined ? undefined : { use: 'split', separator, parts },
  },
);

const split = declareTransform(
  () => ({
    separator: separator(),
    parts: z.array(z.string()).check(z.minLength(2), z.maxLength(10)),
  }),
  {
    name: 'split',
    sentence: 'Cuts a text at a separator into named parts; the last part takes what is left.',
    words: (p) => `split at “${p.separator}”`,
    shape: (input, { parts }) =>
      isSingle(input)
        ? {
            kind: 'parts',
            parts: Object.fromEntries(parts.map((part) => [part, fieldShape('text')])),
          }
        : { misfit: `needs one text, not ${shapeWords(input)}` },
    apply: (value, p) => {
      const text = value === undefined ? undefined : textOf(value);
      if (text === undefined) return wrongType(`${shown(value ?? '')} is not one text`);
      const pieces = text.split(p.separator);
      const last = p.parts.length - 1;
      return given(
        Object.fromEntries(
          p.parts.map((part, index) => [
            part,
            index === last ? pieces.slice(last).join(p.separator) : (pieces[index] ?? ''),
          ]),
        ),
      );
    },
    inverse: ({ separator, parts }) => ({ use: 'join', separator, parts }),
  },
);

const firstKnown = declareTransform(() => ({}), {
  name: 'first-known',
  sentence: 'Takes the first of several values that is not empty.',
  words: () => 'the first that is not empty',
  shape: (input) => {
    if (input.kind !== 'list') return { misfit: 'needs several values to choose from' };
    const first = input.of[0] ?? { kind: 'nothing' };
    if (!input.of.every(isSingle) || !isSingle(first)) {
      return { misfit: 'can only choose between single values' };
    }
    return input.of.every((one) => one.type === first.type) ? first : fieldShape('text');
  },
  apply: (value) => {
    if (value === undefined) return missing;
    if (!isList(value)) return given(value);
    const first = value.find((one) => !isEmpty(one));
    return first === undefined ? missing : given(first);
  },
});

export const combineTransforms: readonly Transform[] = [template, join, split, firstKnown];
