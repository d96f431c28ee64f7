// COQL: `select a, b from Module where ... order by a desc limit 0, 200`.
import type { Comparison, Condition } from './crm-conditions.ts';
import { CrmRefusal } from './crm-errors.ts';

export interface CoqlQuery {
  readonly fields: readonly string[];
  readonly module: string;
  readonly where: Condition;
  readonly orderBy: readonly { readonly field: string; readonly descending: boolean }[];
  readonly offset: number;
  readonly limit: number;
}

const TOKEN = /\s*('(?:[^'\\]|\\.)*'|[(),]|!=|<>|>=|<=|=|>|<|[\w.$:+-]+)/y;
const LIMIT_MAX = 2000;
const LIMIT_DEFAULT = 200;

const symbols: Readonly<Record<string, Comparison>> = {
  '=': 'equals',
  '!=': 'not_equal',
  '<>': 'not_equal',
  '>': 'greater_than',
  '<': 'less_than',
  '>=': 'greater_equal',
  '<=': 'less_equal',
};

function syntaxError(near: string): CrmRefusal {
  return new CrmRefusal('SYNTAX_ERROR', `error occurred near ${near}`, 400);
}

class CoqlReader {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(text: string) {
    this.#tokens = tokensOf(text);
  }

  read(): CoqlQuery {
    this.#need('select');
    const fields = this.#names();
    this.#need('from');
    const module = this.#next();
    this.#need('where');
    const where = this.#or();
    const orderBy = this.#orderBy();
    const [offset, limit] = this.#limit();
    if (this.#at !== this.#tokens.length) throw syntaxError(this.#peek());
    return { fields, module, where, orderBy, offset, limit };
  }

  #names(): string[] {
    const names = [this.#next()];
    while (this.#take(',')) names.push(this.#next());
    return names;
  }

  #or(): Condition {
    let left = this.#and();
    while (this.#take('or')) left = { kind: 'or', left, right: this.#and() };
    return left;
  }

  #and(): Condition {
    let left = this.#term();
    while (this.#take('and')) left = { kind: 'and', left, right: this.#term() };
    return left;
  }

  #term(): Condition {
    if (this.#take('(')) {
      const inner = this.#or();
      this.#need(')');
      return inner;
    }
    const field = this.#next();
    const operator = this.#next().toLowerCase();
    const comparison = symbols[operator];
    if (comparison !== undefined) return compared(field, comparison, [this.#value()]);
    switch (operator) {
      case 'in':
        return compared(field, 'in', this.#list());
      case 'like':
        return like(field, this.#value());
      case 'between': {
        const from = this.#value();
        this.#need('and');
        return compared(field, 'between', [from, this.#value()]);
      }
      case 'is': {
        const negated = this.#take('not');
        this.#need('null');
        return compared(field, negated ? 'is_not_null' : 'is_null', []);
      }
      default:
        throw syntaxError(operator);
    }
  }

  #list(): string[] {
    this.#need('(');
    const values = [this.#value()];
    while (this.#take(',')) values.push(this.#value());
    this.#need(')');
    return values;
  }

  #orderBy(): { field: string; descending: boolean }[] {
    const columns: { field: string; descending: boolean }[] = [];
    if (!this.#take('order')) return columns;
    this.#need('by');
    do {
      const field = this.#next();
      const descending = this.#take('desc');
      if (!descending) this.#take('asc');
      columns.push({ field, descending });
    } while (this.#take(','));
    return columns;
  }

  #limit(): [offset: number, limit: number] {
    if (!this.#take('limit')) return [0, LIMIT_DEFAULT];
    const first = Number(this.#next());
    if (this.#take(',')) return [first, Math.min(Number(this.#next()), LIMIT_MAX)];
    const offset = this.#take('offset') ? Number(this.#next()) : 0;
    return [offset, Math.min(first, LIMIT_MAX)];
  }

  #value(): string {
    const token = this.#next();
    return token.startsWith("'") ? token.slice(1, -1).replace(/\\(.)/g, '$1') : token;
  }

  #peek(): string {
    return this.#tokens[this.#at] ?? 'end of query';
  }

  #take(word: string): boolean {
    if (this.#peek().toLowerCase() !== word || this.#at >= this.#tokens.length) return false;
    this.#at += 1;
    return true;
  }

  #need(word: string): void {
    if (!this.#take(word)) throw syntaxError(this.#peek());
  }

  #next(): string {
    const token = this.#tokens[this.#at];
    if (token === undefined) throw syntaxError('end of query');
    this.#at += 1;
    return token;
  }
}

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  const end = text.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const from = TOKEN.lastIndex;
    const token = TOKEN.exec(text)?.[1];
    if (token === undefined) throw syntaxError(text.slice(from, from + 20));
    tokens.push(token);
  }
  return tokens;
}

function compared(field: string, comparison: Comparison, values: readonly string[]): Condition {
  return { kind: 'compare', field, comparison, values };
}

function like(field: string, pattern: string): Condition {
  const bare = pattern.replace(/^%|%$/g, '');
  if (pattern.startsWith('%') && pattern.endsWith('%')) return compared(field, 'contains', [bare]);
  if (pattern.startsWith('%')) return compared(field, 'ends_with', [bare]);
  return compared(field, pattern.endsWith('%') ? 'starts_with' : 'equals', [bare]);
}

export function readCoql(text: string): CoqlQuery {
  return new CoqlReader(text).read();
}
