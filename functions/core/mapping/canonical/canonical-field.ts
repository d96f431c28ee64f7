// Holds the canonical catalogs to the canonical shapes: a path that a shape doesn't have is a type error.
import { brandNames } from '../../domain/card.ts';
import type { Money } from '../../domain/money.ts';
import type { CatalogChoice, CatalogField, FieldCatalog } from '../catalog-field.ts';

type Leaf = string | number | boolean | Money;

/** Every dotted path into a shape; amounts are ends, `[]` leads into the rows of a list. */
type PathOf<T> = {
  [Key in keyof T & string]-?: NonNullable<T[Key]> extends Leaf
    ? Key
    : NonNullable<T[Key]> extends readonly (infer Row)[]
      ? Key | (Row extends Leaf ? never : `${Key}[].${PathOf<Row>}`)
      : Key | `${Key}.${PathOf<NonNullable<T[Key]>>}`;
}[keyof T & string];

/** The catalog of one canonical object. */
export function canonicalCatalog<T>(
  object: string,
  label: string,
  fields: readonly (CatalogField & { readonly path: PathOf<T> })[],
): FieldCatalog {
  return { object, product: 'canonical', label, fields };
}

export const cardBrandChoices: readonly CatalogChoice[] = Object.entries({
  ...brandNames,
  other: 'Other card',
}).map(([value, label]) => ({ value, label }));

/** Choices whose words are the value's own: `partially-refunded` reads "Partially refunded". */
export function choicesOf(values: readonly string[]): readonly CatalogChoice[] {
  return values.map((value) => ({ value, label: sentenceCase(value.replaceAll('-', ' ')) }));
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
