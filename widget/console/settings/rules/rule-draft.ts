// A rule while it is typed: texts as they stand in the form, and the rule that they make.
import type {
  PolicyConsequence,
  PolicyMovement,
  PolicyRule,
  Role,
} from '../../../../functions/core/contract/policy.ts';
import { readAmount, writeAmount } from '../../../panel/amount-input.ts';

export interface RuleDraft {
  readonly kind: PolicyRule['kind'];
  readonly on: readonly PolicyMovement[];
  /** Empty: everybody. */
  readonly roles: readonly Role[];
  /** Set with the rule's document; the form leaves them as they are. */
  readonly people?: readonly string[] | undefined;
  readonly beyond: PolicyConsequence;
  /** A line for each currency. */
  readonly amounts: string;
  readonly days: string;
  readonly currencies: string;
  readonly from: 'medium' | 'high';
  readonly length: string;
}

/** What keeps it from being a rule; `line` of amounts that can't be read. */
export type RuleFault =
  | { readonly field: 'movements' | 'per-day' | 'number' | 'currencies' }
  | { readonly field: 'amounts'; readonly line: string };

const AMOUNT_MINOR_MAX = 999_999_999_999_999;
const DAYS_MAX = 3_650;
const LENGTH_MAX = 200;

export const newRule: RuleDraft = {
  kind: 'amount',
  on: ['refund'],
  roles: ['agent'],
  beyond: 'approver',
  amounts: '',
  days: '120',
  currencies: '',
  from: 'high',
  length: '10',
};

/** The form's texts for a rule, in the notation of the locale. */
export function draftOf(rule: PolicyRule, locale: string): RuleDraft {
  const { kind, on, roles = [], people, beyond } = rule;
  return {
    ...newRule,
    ...{ kind, on, roles, people, beyond },
    ...('upToMinor' in rule ? { amounts: amountLines(rule.upToMinor, locale) } : {}),
    ...('upToDays' in rule ? { days: String(rule.upToDays) } : {}),
    ...('among' in rule ? { currencies: rule.among.join(' ') } : {}),
    ...('from' in rule ? { from: rule.from } : {}),
    ...('lengthMin' in rule ? { length: String(rule.lengthMin) } : {}),
  };
}

function amountLines(upToMinor: Readonly<Record<string, number>>, locale: string): string {
  return Object.entries(upToMinor)
    .map(([currency, minor]) => `${currency} ${writeAmount(minor, currency, locale)}`)
    .join('\n');
}

/** The rule, or what is wrong with the first field that is. */
export function ruleOf(draft: RuleDraft, locale: string): PolicyRule | RuleFault {
  const { kind, on, roles, people, beyond } = draft;
  if (on.length === 0) return { field: 'movements' };
  const common = {
    on,
    beyond,
    ...(people === undefined ? {} : { people }),
    ...(people === undefined && roles.length > 0 ? { roles } : {}),
  };
  switch (kind) {
    case 'amount':
    case 'per-day':
    case 'per-payment': {
      const isCounted = on.every((one) => one === 'refund' || one === 'charge');
      if (kind === 'per-day' && !isCounted) return { field: 'per-day' };
      const upToMinor = amountsOf(draft.amounts, locale);
      return typeof upToMinor === 'string'
        ? { field: 'amounts', line: upToMinor }
        : { kind, ...common, upToMinor };
    }
    case 'age': {
      const upToDays = wholeOf(draft.days, 0, DAYS_MAX);
      return upToDays === undefined ? { field: 'number' } : { kind, ...common, upToDays };
    }
    case 'currency': {
      const among = draft.currencies.toUpperCase().match(/[^\s,]+/g) ?? [];
      const isGood = among.length > 0 && among.every((one) => /^[A-Z]{3}$/.test(one));
      return isGood ? { kind, ...common, among: [...new Set(among)] } : { field: 'currencies' };
    }
    case 'risk':
      return { kind, ...common, from: draft.from };
    case 'reason': {
      const lengthMin = wholeOf(draft.length, 1, LENGTH_MAX);
      return lengthMin === undefined ? { field: 'number' } : { kind, ...common, lengthMin };
    }
    case 'dispute':
    case 'other-card':
      return { kind, ...common };
  }
}

/** By currency; the line that is no amount otherwise. No line: nothing may be moved alone. */
function amountsOf(text: string, locale: string): Record<string, number> | string {
  const amounts: Record<string, number> = {};
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const [, currency = '', amount = ''] = /^\s*([A-Za-z]{3})\s+(\S.*)$/.exec(line) ?? [];
    const code = currency.toUpperCase();
    const read = readAmount(amount, code, locale, AMOUNT_MINOR_MAX);
    // Nothing of a currency is a limit, too.
    if (!read.ok && read.fault !== 'zero') return line.trim();
    amounts[code] = read.ok ? read.amountMinor : 0;
  }
  return amounts;
}

function wholeOf(text: string, min: number, max: number): number | undefined {
  const value = /^\d{1,5}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return value >= min && value <= max ? value : undefined;
}
