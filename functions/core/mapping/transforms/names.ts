// Transforms of people's names: one text, or first and last name.
import { fieldShape, isSingle, type Shape, shapeWords } from '../shape.ts';
import { declareTransform, given, missing, type Transform, wrongType } from '../transform.ts';
import { isParts, shown, textOf } from '../value.ts';
import { textsOf } from './combine.ts';

/** Words that belong to the family name that follows them. */
const PARTICLES = new Set(
  'af al am an auf av ben bin da das de degli dei del della den der des di dos du el ibn la le los ten ter tot van vom von zu zum zur'.split(
    ' ',
  ),
);

/** First names, then the last name with its particles; "Last, First" is turned round; one word is a last name. */
function splitName(text: string): { readonly first: string; readonly last: string } {
  const clean = text.trim().replace(/\s+/g, ' ');
  const comma = /^([^,]+), ?([^,]+)$/.exec(clean);
  if (comma !== null) return { first: comma[2] ?? '', last: comma[1] ?? '' };
  const words = clean.split(' ');
  let from = words.length - 1;
  while (from > 1 && PARTICLES.has((words[from - 1] ?? '').toLowerCase())) from -= 1;
  return { first: words.slice(0, from).join(' '), last: words.slice(from).join(' ') };
}

const split = declareTransform(() => ({}), {
  name: 'split-name',
  sentence: 'Cuts a person’s name into first and last name.',
  words: () => 'cut into first and last name',
  shape: (input: Shape) =>
    isSingle(input)
      ? { kind: 'parts', parts: { first: fieldShape('text'), last: fieldShape('text') } }
      : { misfit: `needs one name, not ${shapeWords(input)}` },
  apply: (value) => {
    const text = value === undefined ? undefined : textOf(value);
    if (text === undefined) return wrongType(`${shown(value ?? '')} is not one name`);
    return given({ ...splitName(text) });
  },
  inverse: () => ({ use: 'join-name' }),
});

const join = declareTransform(() => ({}), {
  name: 'join-name',
  sentence: 'Makes one name of first and last name.',
  words: () => 'as one name',
  shape: (input: Shape) =>
    input.kind === 'parts' && input.parts.last !== undefined
      ? fieldShape('text')
      : { misfit: 'needs the parts “first” and “last”' },
  loses: () => 'where the first name ends, for unusual names',
  apply: (value) => {
    if (value === undefined || !isParts(value)) return wrongType('its parts have no names');
    const texts = textsOf([value.first ?? '', value.last ?? '']);
    if (texts === undefined) return wrongType('its parts are no texts');
    const name = texts.map((text) => text.trim()).join(' ');
    return name === '' ? missing : given(name);
  },
});

export const nameTransforms: readonly Transform[] = [split, join];
