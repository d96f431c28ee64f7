// Checks the values of one row of a CRM write against the module's fields.
import { isDate } from '../zoho-time.ts';
import { type RowProblem, rowProblems } from './crm-errors.ts';
import { type CrmField, type CrmModule, crmModuleOf } from './crm-fields.ts';
import type { CrmOrg } from './crm-org.ts';

export type Checked =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: RowProblem };

const emailPattern = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** The value to keep; null empties a field. */
export function checkValue(
  org: CrmOrg,
  field: CrmField,
  value: unknown,
  row: number,
  record: Readonly<Record<string, unknown>>,
): Checked {
  if (value === null) return { ok: true, value: null };
  switch (field.type) {
    case 'lookup':
      return checkLookup(org, field, value, row, record);
    case 'ownerlookup':
      return { ok: true, value: idOf(value) };
    case 'boolean':
      return expect(typeof value === 'boolean', 'boolean', field, value, row);
    case 'integer':
      return expect(Number.isInteger(value), 'integer', field, value, row);
    case 'currency':
      return expect(typeof value === 'number', 'double', field, value, row);
    case 'date':
      return expect(typeof value === 'string' && isDate(value), 'date', field, value, row);
    case 'datetime':
      return expect(isTime(value), 'datetime', field, value, row);
    case 'email':
      return expect(
        typeof value === 'string' && (value === '' || emailPattern.test(value)),
        'email',
        field,
        value,
        row,
      );
    default:
      return checkText(field, value, row);
  }
}

function isTime(value: unknown): boolean {
  return typeof value === 'string' && Number.isFinite(Date.parse(value));
}

function expect(
  isRight: boolean,
  type: string,
  field: CrmField,
  value: unknown,
  row: number,
): Checked {
  if (isRight) return { ok: true, value: value === '' ? null : value };
  const details = { expected_data_type: type };
  return { ok: false, problem: rowProblems.invalid(row, field.apiName, details) };
}

function checkText(field: CrmField, value: unknown, row: number): Checked {
  if (typeof value !== 'string') return expect(false, 'string', field, value, row);
  if (value.length > field.length) {
    const details = { maximum_length: field.length };
    return { ok: false, problem: rowProblems.invalid(row, field.apiName, details) };
  }
  return { ok: true, value: value === '' ? null : value };
}

/** A look-up is `{id}` or, as old clients send it, the id alone. */
function checkLookup(
  org: CrmOrg,
  field: CrmField,
  value: unknown,
  row: number,
  record: Readonly<Record<string, unknown>>,
): Checked {
  const id = idOf(value);
  const target = field.target === '' ? parentModule(value, record) : crmModuleOf(field.target);
  if (id === undefined || target === undefined || org.get(target, id) === undefined) {
    const details = { expected_data_type: 'jsonobject' };
    return { ok: false, problem: rowProblems.invalid(row, field.apiName, details) };
  }
  return { ok: true, value: id };
}

/** A note names its parent's module inside `Parent_Id` (v8) or in `se_module` (v2). */
function parentModule(
  value: unknown,
  record: Readonly<Record<string, unknown>>,
): CrmModule | undefined {
  const inside = isObject(value) && isObject(value.module) ? value.module : undefined;
  const outside = record.se_module ?? record.$se_module;
  return crmModuleOf(String(inside?.api_name ?? outside ?? ''));
}

export function idOf(value: unknown): string | undefined {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (isObject(value) && value.id !== undefined) return String(value.id);
  return undefined;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
