// Transforms of places and phones: addresses, country names and codes, international phone numbers.
import * as z from 'zod/mini';
import { type AddressParts, joinAddress } from '../address/join-address.ts';
import { splitAddress } from '../address/split-address.ts';
import { readPhone } from '../calling-codes.ts';
import { countryCode, countryName } from '../country.ts';
import { fieldShape, isSingle, type Misfit, type Shape, shapeWords } from '../shape.ts';
import {
  declareTransform,
  given,
  missing,
  type Transform,
  unmappable,
  wrongType,
} from '../transform.ts';
import { isParts, type MappingValue, shown, textOf } from '../value.ts';

const ADDRESS_PARTS = ['line1', 'line2', 'city', 'region', 'postalCode', 'country'] as const;
const country = () => z.optional(z.string().check(z.regex(/^[A-Z]{2}$/)));
const separator = () => z._default(z.enum(['\n', ', ']), '\n');

const countryFault = (p: { readonly country?: string | undefined }) =>
  p.country === undefined || countryName(p.country) !== undefined
    ? undefined
    : `“${p.country}” is no country`;

const homeWords = (home: string | undefined) =>
  home === undefined ? '' : `, ${home} if none is named`;

const joinParts = declareTransform(
  () => ({ separator: separator(), withCountry: z._default(z.boolean(), true) }),
  {
    name: 'join-address',
    sentence: 'Writes an address as one text, in the order that its country has.',
    words: (p) => (p.withCountry ? 'as one address' : 'as one address without its country'),
    shape: (input: Shape): Shape | Misfit => {
      if (input.kind === 'field' && input.type === 'object') return fieldShape('text');
      if (input.kind !== 'parts')
        return { misfit: `needs the parts of an address, not ${shapeWords(input)}` };
      const strange = Object.keys(input.parts).find((part) => !isAddressPart(part));
      return strange === undefined
        ? fieldShape('text')
        : {
            misfit: `knows no part “${strange}” of an address (it has ${ADDRESS_PARTS.join(', ')})`,
          };
    },
    loses: (p) => (p.withCountry ? undefined : 'the country'),
    apply: (value, p) => {
      const address = addressOf(value);
      if (address === undefined) return wrongType(`${shown(value ?? '')} is no address in parts`);
      const text = joinAddress(address, p.separator, p.withCountry);
      return text === '' ? missing : given(text);
    },
    inverse: (p) => (p.withCountry ? { use: 'split-address' } : undefined),
  },
);

const isAddressPart = (part: string) => ADDRESS_PARTS.some((known) => known === part);

function addressOf(value: MappingValue | undefined): AddressParts | undefined {
  if (value === undefined || !isParts(value)) return undefined;
  const texts: [string, string][] = [];
  for (const part of ADDRESS_PARTS) {
    const piece = value[part];
    const text = piece === undefined ? '' : textOf(piece);
    if (text === undefined) return undefined;
    if (text !== '') texts.push([part, text]);
  }
  return Object.fromEntries(texts);
}

const splitParts = declareTransform(() => ({ country: country() }), {
  name: 'split-address',
  sentence: 'Takes an address apart; what it can’t tell apart stays whole in the first line.',
  words: (p) => `taken apart as an address${homeWords(p.country)}`,
  fault: countryFault,
  shape: (input: Shape): Shape | Misfit =>
    isSingle(input)
      ? {
          kind: 'parts',
          parts: {
            line1: fieldShape('text'),
            line2: fieldShape('text'),
            city: fieldShape('text'),
            region: fieldShape('region'),
            postalCode: fieldShape('postal-code'),
            country: fieldShape('country'),
          },
        }
      : { misfit: `needs one text, not ${shapeWords(input)}` },
  apply: (value, p) => {
    const text = value === undefined ? undefined : textOf(value);
    if (text === undefined) return wrongType(`${shown(value ?? '')} is not one text`);
    return given({ ...splitAddress(text, p.country) });
  },
});

const toName = declareTransform(() => ({}), {
  name: 'country-name',
  sentence: 'Writes a country code as its English name: DE -> Germany.',
  words: () => 'as the country’s name',
  shape: (input) =>
    isSingle(input)
      ? fieldShape('country')
      : { misfit: `needs one country, not ${shapeWords(input)}` },
  apply: (value) => {
    const code = countryCode(textOf(value ?? '') ?? '');
    const name = code === undefined ? undefined : countryName(code);
    return name === undefined ? unmappable('it is no country that we know') : given(name);
  },
  inverse: () => ({ use: 'country-code' }),
});

const toCode = declareTransform(() => ({}), {
  name: 'country-code',
  sentence: 'Writes a country’s English name as its two-letter code: Germany -> DE.',
  words: () => 'as the country’s code',
  shape: (input) =>
    isSingle(input)
      ? { kind: 'field', type: 'country', lengthMax: 2 }
      : { misfit: `needs one country, not ${shapeWords(input)}` },
  apply: (value) => {
    const code = countryCode(textOf(value ?? '') ?? '');
    return code === undefined ? unmappable('it is no country that we know') : given(code);
  },
  inverse: () => ({ use: 'country-name' }),
});

const phone = declareTransform(() => ({ country: country() }), {
  name: 'phone',
  sentence:
    'Writes a phone number internationally (+49 30 ... as +4930...); others stay as written.',
  words: (p) => `as an international number${homeWords(p.country)}`,
  fault: countryFault,
  shape: (input: Shape): Shape | Misfit => {
    const number = input.kind === 'parts' ? input.parts.number : input;
    return number !== undefined && isSingle(number)
      ? fieldShape('phone')
      : { misfit: 'needs one number, or the parts “number” and “country”' };
  },
  loses: () => 'how the number was written',
  apply: (value, p) => {
    const parts = value !== undefined && isParts(value) ? value : { number: value };
    const text = parts.number === undefined ? '' : textOf(parts.number)?.trim();
    if (text === undefined) return wrongType(`${shown(parts.number ?? '')} is no phone number`);
    if (text === '') return missing;
    const named = 'country' in parts ? countryCode(textOf(parts.country ?? '') ?? '') : undefined;
    return given(readPhone(text, named ?? p.country) ?? text);
  },
});

export const placeTransforms: readonly Transform[] = [joinParts, splitParts, toName, toCode, phone];
