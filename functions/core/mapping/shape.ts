// What kind of value stands at one point of a rule, so that a document can be checked before anything runs.
import type { CatalogChoice, CatalogFieldType } from './catalog-field.ts';

/** A single value as a field would hold it. */
export interface FieldShape {
  readonly kind: 'field';
  readonly type: CatalogFieldType;
  readonly choices?: readonly CatalogChoice[];
  readonly lengthMax?: number;
  /** An amount as bare decimal text, as the products have it: its currency stands in another field. */
  readonly withoutCurrency?: true;
}

export type Shape =
  | FieldShape
  | { readonly kind: 'nothing' }
  | { readonly kind: 'list'; readonly of: readonly Shape[] }
  | { readonly kind: 'parts'; readonly parts: Readonly<Record<string, Shape>> };

/** Why a transform can't take a shape, as the end of a sentence: "needs a date". */
export interface Misfit {
  readonly misfit: string;
}

export function fieldShape(type: CatalogFieldType): FieldShape {
  return { kind: 'field', type };
}

/** Types whose values are one piece of text, number or yes/no. */
export function isSingle(shape: Shape): shape is FieldShape {
  return shape.kind === 'field' && shape.type !== 'list' && shape.type !== 'object';
}

const words: Readonly<Record<CatalogFieldType, string>> = {
  text: 'a text',
  number: 'a number',
  amount: 'an amount',
  currency: 'a currency',
  date: 'a date',
  instant: 'a point in time',
  boolean: 'a yes or no',
  choice: 'a choice',
  email: 'an e-mail address',
  phone: 'a phone number',
  country: 'a country',
  region: 'a state or region',
  'postal-code': 'a postal code',
  id: 'an id',
  url: 'a web address',
  list: 'a list',
  object: 'a group of fields',
};

/** A shape in words: "a date", "several values". */
export function shapeWords(shape: Shape): string {
  switch (shape.kind) {
    case 'field':
      return words[shape.type];
    case 'nothing':
      return 'nothing';
    case 'list':
      return 'several values';
    case 'parts':
      return 'several parts';
  }
}

export function typeWords(type: CatalogFieldType): string {
  return words[type];
}
