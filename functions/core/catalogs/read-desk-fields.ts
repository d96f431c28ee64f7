// Turns Desk's answer about a module's fields into catalog fields.
import * as z from 'zod/mini';
import type { CatalogChoice, CatalogField, CatalogFieldType } from '../mapping/catalog-field.ts';

const choiceShape = z.union([z.string(), z.object({ value: z.string() })]);

const fieldShape = z.object({
  apiName: z.string(),
  displayLabel: z.string(),
  type: z.string(),
  isCustomField: z.nullish(z.boolean()),
  isMandatory: z.nullish(z.boolean()),
  maxLength: z.nullish(z.union([z.number(), z.string()])),
  allowedValues: z.nullish(z.array(choiceShape)),
});

const answerShape = z.object({ data: z.array(fieldShape) });

/** By lower-case name: Desk itself writes `Picklist` and `PickList`, `LookUp` and `Lookup`. */
const TYPES: Readonly<Record<string, CatalogFieldType>> = {
  url: 'url',
  email: 'email',
  phone: 'phone',
  fax: 'phone',
  date: 'date',
  datetime: 'instant',
  number: 'number',
  decimal: 'number',
  percent: 'number',
  currency: 'amount',
  picklist: 'choice',
  multiselect: 'list',
  multilookup: 'list',
  lookup: 'id',
  autonumber: 'id',
  checkbox: 'boolean',
  boolean: 'boolean',
};

/**
 * `GET /organizationFields?module=` of Desk v1 as catalog fields: a custom field lives under `cf`, which is how a
 * ticket is written. `undefined` when the answer has not the documented shape.
 */
export function readDeskFields(json: unknown): readonly CatalogField[] | undefined {
  const answer = answerShape.safeParse(json);
  return answer.success ? answer.data.data.map(catalogField) : undefined;
}

function catalogField(field: z.infer<typeof fieldShape>): CatalogField {
  const type = TYPES[field.type.toLowerCase()] ?? 'text';
  const lengthMax = Number(field.maxLength ?? 0);
  const choices = (field.allowedValues ?? []).map(readChoice);
  return {
    path: field.isCustomField ? `cf.${field.apiName}` : field.apiName,
    label: field.displayLabel,
    type,
    ...(field.isMandatory ? { required: true as const } : {}),
    ...(type === 'text' && lengthMax > 0 ? { lengthMax } : {}),
    ...(choices.length > 0 ? { choices } : {}),
    ...(field.isCustomField ? { custom: true as const } : {}),
  };
}

function readChoice(choice: z.infer<typeof choiceShape>): CatalogChoice {
  const value = typeof choice === 'string' ? choice : choice.value;
  return { value, label: value };
}
