// Mapped fields as a finance record's body takes them: custom fields are a list there.
import type { MappedFields } from '../../ports/mapped-fields.ts';

export interface CustomField {
  readonly api_name: string;
  readonly value: unknown;
}

/** The fields without those that stand in lists of their own. */
export function plainFields(fields: MappedFields = {}): Record<string, unknown> {
  const { custom_fields: _, line_items: __, ...plain } = fields;
  return plain;
}

/** The mapped custom fields; none can stand in for `ownField`, which carries our key. */
export function customFields(fields: MappedFields | undefined, ownField: string) {
  const given = fields?.custom_fields;
  if (typeof given !== 'object' || given === null) return [];
  return Object.entries(given)
    .filter(([api_name]) => api_name !== ownField)
    .map(([api_name, value]): CustomField => ({ api_name, value }));
}

/** What is mapped for each line, by its place. */
export function mappedLines({ line_items: lines }: MappedFields = {}): readonly MappedFields[] {
  return Array.isArray(lines) ? (lines as readonly MappedFields[]) : [];
}

export function textField(fields: MappedFields | undefined, name: string): string | undefined {
  const value = fields?.[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
