// Reads the compact tables in which the products' standard fields are written down.
import {
  type CatalogField,
  type CatalogFieldType,
  type CatalogProduct,
  catalogFieldTypes,
  type FieldCatalog,
} from '../mapping/catalog-field.ts';

const TYPES: ReadonlySet<string> = new Set(catalogFieldTypes);

/**
 * A catalog from its table. One field a line: `path | type [longest] | label [| choice, choice, ...]`.
 * `*` before the path marks a required field, `[]` in it a list whose rows follow; a choice is `value` or
 * `value=label`. Throws a RangeError for a type outside the model: tables are ours, a bad one is a bug.
 */
export function fieldCatalog(
  product: CatalogProduct,
  object: string,
  label: string,
  table: string,
): FieldCatalog {
  const lines = table.split('\n').filter((line) => line.trim() !== '');
  return { product, object, label, fields: lines.map(readLine) };
}

function readLine(line: string): CatalogField {
  const [place = '', kind = '', label = '', choices] = line.split('|').map((cell) => cell.trim());
  const [type = '', longest] = kind.split(' ');
  if (!isType(type)) throw new RangeError(`${type} is no type of a catalog field: ${line.trim()}`);
  return {
    path: place.replace('*', ''),
    label,
    type,
    ...(place.startsWith('*') ? { required: true as const } : {}),
    ...(longest === undefined ? {} : { lengthMax: Number(longest) }),
    ...(choices === undefined ? {} : { choices: choices.split(',').map(readChoice) }),
  };
}

function isType(text: string): text is CatalogFieldType {
  return TYPES.has(text);
}

function readChoice(text: string) {
  const [value = '', label] = text.trim().split('=');
  return { value, label: label ?? value };
}
