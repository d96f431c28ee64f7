// Conditions of search criteria and COQL: one tree, one way of comparing.
import type { CrmModule } from './crm-fields.ts';
import type { CrmOrg, CrmRecord } from './crm-org.ts';
import { fieldValue } from './crm-record-view.ts';
import { isObject } from './crm-values.ts';

export type Comparison =
  | 'equals'
  | 'not_equal'
  | 'starts_with'
  | 'ends_with'
  | 'contains'
  | 'in'
  | 'greater_than'
  | 'less_than'
  | 'greater_equal'
  | 'less_equal'
  | 'between'
  | 'is_null'
  | 'is_not_null';

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
  | {
      readonly kind: 'compare';
      readonly field: string;
      readonly comparison: Comparison;
      readonly values: readonly string[];
    };

export function holds(
  org: CrmOrg,
  record: CrmRecord,
  module: CrmModule,
  condition: Condition,
): boolean {
  if (condition.kind === 'compare') {
    return compare(
      condition.comparison,
      textOf(org, record, module, condition.field),
      condition.values,
    );
  }
  const left = holds(org, record, module, condition.left);
  if (condition.kind === 'and') return left && holds(org, record, module, condition.right);
  return left || holds(org, record, module, condition.right);
}

/** `Account_Name` means the id of the look-up or its name; `Account_Name.id` only the id. */
function textOf(org: CrmOrg, record: CrmRecord, module: CrmModule, path: string): string[] {
  const [name = '', part] = path.split('.');
  const value = fieldValue(org, record, module, name);
  if (value === null || value === undefined) return [];
  if (!isObject(value)) return [String(value).toLowerCase()];
  const texts =
    part === 'id' ? [value.id] : part === undefined ? [value.id, value.name] : [value.name];
  return texts.map((text) => String(text).toLowerCase());
}

function compare(
  comparison: Comparison,
  own: readonly string[],
  values: readonly string[],
): boolean {
  const wanted = values.map((value) => value.toLowerCase());
  const [first = '', second = ''] = wanted;
  const some = (test: (text: string) => boolean) => own.some(test);
  switch (comparison) {
    case 'equals':
      return some((text) => order(text, first) === 0);
    case 'not_equal':
      return !some((text) => order(text, first) === 0);
    case 'starts_with':
      return some((text) => text.startsWith(first));
    case 'ends_with':
      return some((text) => text.endsWith(first));
    case 'contains':
      return some((text) => text.includes(first));
    case 'in':
      return some((text) => wanted.includes(text));
    case 'greater_than':
      return some((text) => order(text, first) > 0);
    case 'less_than':
      return some((text) => order(text, first) < 0);
    case 'greater_equal':
      return some((text) => order(text, first) >= 0);
    case 'less_equal':
      return some((text) => order(text, first) <= 0);
    case 'between':
      return some((text) => order(text, first) >= 0 && order(text, second) <= 0);
    case 'is_null':
      return own.length === 0;
    case 'is_not_null':
      return own.length > 0;
  }
}

/** Numbers by value, times by instant, everything else as text; long ids stay texts. */
function order(a: string, b: string): number {
  const numeric = /^-?\d{1,15}(\.\d+)?$/;
  if (numeric.test(a) && numeric.test(b)) return Number(a) - Number(b);
  const time = /^\d{4}-\d{2}-\d{2}t/;
  if (time.test(a) && time.test(b))
    return Date.parse(a.toUpperCase()) - Date.parse(b.toUpperCase());
  return a < b ? -1 : a > b ? 1 : 0;
}
