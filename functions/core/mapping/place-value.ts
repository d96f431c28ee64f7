// Puts a value into one target field, or lets the rule's policies settle why it doesn't go.
import type { CatalogField, CatalogProduct } from './catalog-field.ts';
import { conform } from './conform.ts';
import type { MappingRule, Mishap } from './document.ts';
import type { Outcome } from './transform.ts';
import { cutText, isEmpty, type MappingValue, type Scalar } from './value.ts';

/** What happened, with display values for the sentence. */
export interface Trouble {
  readonly mishap: Mishap;
  readonly facts: Readonly<Record<string, string>>;
}

export type PlacedValue =
  | {
      readonly kind: 'value';
      readonly value: MappingValue;
      readonly note?: 'default' | 'truncated';
    }
  | { readonly kind: 'left' }
  | { readonly kind: 'stop' | 'ask'; readonly trouble: Trouble };

/** Without a policy an optional field stays empty when nothing comes, and everything else stops. */
export function givenTo(
  outcome: Outcome,
  field: CatalogField,
  product: CatalogProduct,
  rule: MappingRule,
): PlacedValue {
  const conformed =
    outcome.kind === 'value' && !isEmpty(outcome.value)
      ? conform(outcome.value, field, product)
      : outcome;
  switch (conformed.kind) {
    case 'missing':
      return settle({ mishap: 'missing', facts: {} }, field, product, rule);
    case 'wrong-type':
      return settle(
        { mishap: 'wrongType', facts: { detail: conformed.detail } },
        field,
        product,
        rule,
      );
    case 'unmappable':
      return settle(
        { mishap: 'unmappable', facts: { detail: conformed.detail } },
        field,
        product,
        rule,
      );
    case 'value':
      if (isEmpty(conformed.value))
        return settle({ mishap: 'missing', facts: {} }, field, product, rule);
      return fitted(conformed.value, field, product, rule);
  }
}

function fitted(
  value: MappingValue,
  field: CatalogField,
  product: CatalogProduct,
  rule: MappingRule,
): PlacedValue {
  const { lengthMax } = field;
  if (lengthMax === undefined || typeof value !== 'string' || value.length <= lengthMax) {
    return { kind: 'value', value };
  }
  const policy = rule.tooLong;
  // Only words may be cut: half an id or e-mail address is another one.
  if (typeof policy === 'object' && 'truncate' in policy && field.type === 'text') {
    const mark = policy.truncate.slice(0, lengthMax);
    const cut = cutText(value, lengthMax - mark.length) + mark;
    return { kind: 'value', value: cut, note: 'truncated' };
  }
  const facts = { lengthMax: String(lengthMax), length: String(value.length) };
  return settle({ mishap: 'tooLong', facts }, field, product, rule);
}

function settle(
  trouble: Trouble,
  field: CatalogField,
  product: CatalogProduct,
  rule: MappingRule,
): PlacedValue {
  const policy = rule[trouble.mishap] ?? usual(trouble.mishap, field);
  if (policy === 'leave') return { kind: 'left' };
  if (policy === 'ask') return { kind: 'ask', trouble };
  if (policy === 'stop' || !('default' in policy)) return { kind: 'stop', trouble };
  const value = defaultValue(policy.default, field, product);
  return value === undefined
    ? { kind: 'stop', trouble }
    : { kind: 'value', value, note: 'default' };
}

function usual(mishap: Mishap, field: CatalogField): 'leave' | 'stop' {
  return mishap === 'missing' && field.required !== true ? 'leave' : 'stop';
}

/** Undefined where the default itself doesn't fit the field. */
export function defaultValue(
  value: Scalar,
  field: CatalogField,
  product: CatalogProduct,
): MappingValue | undefined {
  const outcome = conform(value, field, product);
  if (outcome.kind !== 'value' || isEmpty(outcome.value)) return undefined;
  const tooLong =
    typeof outcome.value === 'string' && outcome.value.length > (field.lengthMax ?? Infinity);
  return tooLong ? undefined : outcome.value;
}
