// Turns what Books and Inventory say of an organization's custom fields into catalog fields.
import * as z from 'zod/mini';
import type { CatalogField, CatalogFieldType } from '../mapping/catalog-field.ts';

const choiceShape = z.object({ name: z.string(), is_active: z.nullish(z.boolean()) });

const fieldShape = z.object({
  api_name: z.string(),
  label: z.string(),
  data_type: z.string(),
  is_active: z.nullish(z.boolean()),
  is_mandatory: z.nullish(z.boolean()),
  max_length: z.nullish(z.number()),
  values: z.nullish(z.array(choiceShape)),
});

const fieldList = z.array(fieldShape);

/** The settings call has `customfields`, at times by record; edit pages and records have `custom_fields`. */
const answerShape = z.union([
  z.object({ customfields: z.union([fieldList, z.record(z.string(), fieldList)]) }),
  z.object({ custom_fields: fieldList }),
]);

const TYPES: Readonly<Record<string, CatalogFieldType>> = {
  email: 'email',
  phone: 'phone',
  url: 'url',
  number: 'number',
  decimal: 'number',
  percent: 'number',
  amount: 'amount',
  date: 'date',
  date_time: 'instant',
  check_box: 'boolean',
  dropdown: 'choice',
  multiselect: 'list',
  lookup: 'id',
  external_lookup: 'id',
  autonumber: 'id',
};

/**
 * `GET /settings/preferences/customfields?entity=` (or the `custom_fields` of an edit page) as catalog fields under
 * `custom_fields`, by API name; switched-off fields are left out. `undefined` when the answer has neither shape.
 */
export function readFinanceFields(json: unknown): readonly CatalogField[] | undefined {
  const answer = answerShape.safeParse(json);
  if (!answer.success) return undefined;
  const found =
    'customfields' in answer.data ? answer.data.customfields : answer.data.custom_fields;
  const rows = Array.isArray(found) ? found : Object.values(found).flat();
  return rows.filter((field) => field.is_active !== false).map(catalogField);
}

function catalogField(field: z.infer<typeof fieldShape>): CatalogField {
  const type = TYPES[field.data_type] ?? 'text';
  const choices = (field.values ?? [])
    .filter((choice) => choice.is_active !== false)
    .map((choice) => ({ value: choice.name, label: choice.name }));
  return {
    path: `custom_fields.${field.api_name}`,
    label: field.label,
    type,
    ...(field.is_mandatory ? { required: true as const } : {}),
    ...(type === 'text' && field.max_length ? { lengthMax: field.max_length } : {}),
    ...(choices.length > 0 ? { choices } : {}),
    custom: true,
  };
}
