// Turns the CRM's answer about a module's fields into catalog fields.
import * as z from 'zod/mini';
import type { CatalogField, CatalogFieldType } from '../mapping/catalog-field.ts';

const choiceShape = z.object({
  display_value: z.string(),
  actual_value: z.nullish(z.string()),
  type: z.nullish(z.string()),
});

const fieldShape = z.object({
  api_name: z.string(),
  field_label: z.string(),
  data_type: z.string(),
  length: z.nullish(z.number()),
  custom_field: z.nullish(z.boolean()),
  system_mandatory: z.nullish(z.boolean()),
  visible: z.nullish(z.boolean()),
  pick_list_values: z.nullish(z.array(choiceShape)),
});

const answerShape = z.object({ fields: z.array(fieldShape) });

const TYPES: Readonly<Record<string, CatalogFieldType>> = {
  email: 'email',
  phone: 'phone',
  website: 'url',
  picklist: 'choice',
  multiselectpicklist: 'list',
  boolean: 'boolean',
  integer: 'number',
  bigint: 'number',
  double: 'number',
  percent: 'number',
  currency: 'amount',
  date: 'date',
  datetime: 'instant',
  lookup: 'object',
  ownerlookup: 'object',
  userlookup: 'object',
  subform: 'list',
  multiselectlookup: 'list',
  multiuserlookup: 'list',
  autonumber: 'id',
};

/** The picklist's empty entry, which the CRM lists first but takes as "no value". */
const NO_CHOICE = '-None-';

/**
 * `GET /settings/fields?module=` of CRM v8 as catalog fields; hidden ones are left out, a type that we do not know
 * counts as text. `undefined` when the answer has not the documented shape.
 */
export function readCrmFields(json: unknown): readonly CatalogField[] | undefined {
  const answer = answerShape.safeParse(json);
  if (!answer.success) return undefined;
  return answer.data.fields.filter((field) => field.visible !== false).map(catalogField);
}

function catalogField(field: z.infer<typeof fieldShape>): CatalogField {
  const type = TYPES[field.data_type] ?? 'text';
  const choices = (field.pick_list_values ?? [])
    .filter((choice) => choice.display_value !== NO_CHOICE && choice.type !== 'unused')
    .map((choice) => ({
      value: choice.actual_value ?? choice.display_value,
      label: choice.display_value,
    }));
  return {
    path: field.api_name,
    label: field.field_label,
    type,
    ...(field.system_mandatory ? { required: true as const } : {}),
    ...(type === 'text' && field.length ? { lengthMax: field.length } : {}),
    ...(choices.length > 0 ? { choices } : {}),
    ...(field.custom_field ? { custom: true as const } : {}),
  };
}
