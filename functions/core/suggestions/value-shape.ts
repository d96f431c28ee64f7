// Of what sort a field's values are: what the catalog says of it, or what its samples look like.
import type { CatalogFieldType } from '../mapping/catalog-field.ts';

export type ValueShape = CatalogFieldType;

const SHAPES: readonly (readonly [ValueShape, RegExp])[] = [
  ['email', /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i],
  ['url', /^https?:\/\/\S+$/i],
  ['instant', /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/],
  ['date', /^(\d{4}-\d\d-\d\d|\d\d?[/.]\d\d?[/.]\d{4})$/],
  ['boolean', /^(true|false|yes|no)$/i],
  ['amount', /^-?\d{1,12}\.\d{2,3}$/],
  ['phone', /^\+\d[\d ().-]{6,}$|^\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}$/],
  [
    'currency',
    /^(USD|EUR|GBP|JPY|CAD|AUD|INR|CHF|CNY|SEK|NOK|DKK|SGD|AED|SAR|KWD|MXN|BRL|ZAR|NZD)$/i,
  ],
  ['id', /^([0-9a-f]{8}-[0-9a-f-]{27}|[0-9A-F]{32}|\d{15,26})$/i],
];

/** A text field whose samples are all of one plain shape is taken as that; else the declared type stands. */
export function valueShape(field: {
  readonly type: CatalogFieldType;
  readonly samples?: readonly string[];
}): ValueShape {
  const samples = (field.samples ?? []).map((sample) => sample.trim()).filter((one) => one !== '');
  if (samples.length === 0 || field.type !== 'text') return field.type;
  const found = SHAPES.find(([, pattern]) => samples.every((sample) => pattern.test(sample)));
  return found?.[0] ?? field.type;
}

/** True when samples are there and none of them could be a value of the shape. */
export function contradicts(shape: ValueShape, samples: ReadonlySet<string>): boolean {
  const pattern = SHAPES.find(([name]) => name === shape)?.[1];
  if (pattern === undefined || samples.size === 0) return false;
  return [...samples].every((sample) => !pattern.test(sample));
}

const TEXTUAL = new Set<ValueShape>(['text', 'choice', 'id', 'email', 'phone', 'url']);
const PLACES = new Set<ValueShape>(['country', 'region', 'postal-code']);

/** How well values of one shape go into a field of another, 0 to 1, by what is usual rather than by what is possible. */
export function shapeFit(target: ValueShape, source: ValueShape): number {
  if (target === source) return 1;
  return Math.max(oneWay(target, source), oneWay(source, target));
}

function oneWay(one: ValueShape, other: ValueShape): number {
  switch (one) {
    case 'text':
      return other === 'list' || other === 'boolean' ? 0.8 : other === 'object' ? 0.9 : 0.97;
    case 'choice':
      return TEXTUAL.has(other) || PLACES.has(other) || other === 'currency'
        ? 0.9
        : other === 'number' || other === 'boolean'
          ? 0.8
          : 0.15;
    case 'date':
      return other === 'instant' ? 0.98 : 0.1;
    case 'amount':
      return other === 'number' ? 0.93 : 0.1;
    case 'number':
      return other === 'id' ? 0.9 : PLACES.has(other) ? 0.5 : 0.15;
    case 'object':
      return other === 'id' ? 0.92 : other === 'list' ? 0.5 : 0.4;
    case 'list':
      return 0.3;
    case 'id':
      return TEXTUAL.has(other) ? 0.6 : 0.1;
    case 'country':
    case 'region':
    case 'postal-code':
      return PLACES.has(other) ? 0.2 : 0.15;
    default:
      return 0.1;
  }
}

/**
 * How much the samples of two fields agree, from -1 (none shared though both have several) to 1; 0 when one side has
 * none. Values that stand for little (`0`, `true`, one letter) say nothing.
 */
export function sampleAgreement(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const telling = (samples: ReadonlySet<string>) =>
    [...samples].filter((sample) => sample.length > 2 && sample !== 'true' && sample !== 'false');
  const left = telling(one);
  const right = telling(other);
  if (left.length === 0 || right.length === 0) return 0;
  const shared = left.filter((sample) => other.has(sample)).length;
  if (shared > 0) return shared / Math.min(left.length, right.length);
  return left.length > 2 && right.length > 2 ? -0.3 : 0;
}
