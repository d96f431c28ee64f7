// Reads search criteria: `((Email:equals:a@example.com)and(Last_Name:starts_with:A))`.
import type { Comparison, Condition } from './crm-conditions.ts';
import { crmRefusals } from './crm-errors.ts';

const comparisons = new Set<string>(
  'equals not_equal starts_with in greater_than less_than greater_equal less_equal between'.split(
    ' ',
  ),
);

class CriteriaReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): Condition {
    const condition = this.#chain();
    if (this.#at !== this.#text.length) throw crmRefusals.invalid('criteria');
    return condition;
  }

  #chain(): Condition {
    let left = this.#group();
    for (;;) {
      const joined = /^(and|or)(?=\()/i.exec(this.#text.slice(this.#at))?.[1];
      if (joined === undefined) return left;
      this.#at += joined.length;
      left = { kind: joined.toLowerCase() === 'and' ? 'and' : 'or', left, right: this.#group() };
    }
  }

  #group(): Condition {
    if (this.#text[this.#at] !== '(') throw crmRefusals.invalid('criteria');
    this.#at += 1;
    if (this.#text[this.#at] !== '(') return this.#comparison();
    const inner = this.#chain();
    if (this.#text[this.#at] !== ')') throw crmRefusals.invalid('criteria');
    this.#at += 1;
    return inner;
  }

  /** Commas, brackets and backslashes inside a value are escaped by a backslash. */
  #comparison(): Condition {
    const [, field, comparison] = /^([\w.$]+):(\w+):/.exec(this.#text.slice(this.#at)) ?? [];
    if (field === undefined || comparison === undefined || !comparisons.has(comparison)) {
      throw crmRefusals.invalid('criteria');
    }
    this.#at += field.length + comparison.length + 2;
    const values = [''];
    for (; this.#text[this.#at] !== ')'; this.#at += 1) {
      if (this.#at >= this.#text.length) throw crmRefusals.invalid('criteria');
      const isList = comparison === 'in' || comparison === 'between';
      if (this.#text[this.#at] === ',' && isList) {
        values.push('');
        continue;
      }
      if (this.#text[this.#at] === '\\') this.#at += 1;
      values[values.length - 1] += this.#text[this.#at] ?? '';
    }
    this.#at += 1;
    return { kind: 'compare', field, comparison: comparison as Comparison, values };
  }
}

export function readCriteria(text: string): Condition {
  const trimmed = text.trim();
  return new CriteriaReader(trimmed.startsWith('(') ? trimmed : `(${trimmed})`).read();
}
