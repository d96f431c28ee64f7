// The search service's query language: `field:value`, ranges with date arithmetic, AND, OR, NOT, brackets.

/** Whether a search result, as the service shows it, matches. */
export type Matcher = (summary: object) => boolean;

/** The query could not be read. */
export class QueryError extends Error {}

interface Token {
  readonly kind: 'word' | 'quoted' | 'open' | 'close' | 'range';
  readonly text: string;
  /** The field of a `field:value` term. */
  readonly field?: string;
}

const UNITS_MS: Readonly<Record<string, number>> = {
  SECOND: 1_000,
  MINUTE: 60_000,
  HOUR: 3_600_000,
  DAY: 86_400_000,
};

/**
 * Compiles a query. Days begin at midnight UTC.
 * @param nowMs what NOW means. @throws QueryError
 */
export function compileQuery(query: string, nowMs: number): Matcher {
  const parser = new Parser(tokenize(query), nowMs);
  return parser.parse();
}

function tokenize(query: string): Token[] {
  const pattern =
    /\s*(?:(\()|(\))|(?:([\w.]+):)?(?:"((?:[^"\\]|\\.)*)"|([[{][^\]}]*[\]}])|((?:[^\s()"\\]|\\.)+)))/y;
  const tokens: Token[] = [];
  const end = query.trimEnd().length;
  while (pattern.lastIndex < end) {
    const from = pattern.lastIndex;
    const match = pattern.exec(query);
    if (match === null) throw new QueryError(`cannot read the query at ${from}`);
    tokens.push(toToken(match));
  }
  return tokens;
}

function toToken([, open, close, field, quoted, range, word]: RegExpExecArray): Token {
  if (open !== undefined) return { kind: 'open', text: open };
  if (close !== undefined) return { kind: 'close', text: close };
  const named = field === undefined ? {} : { field };
  if (quoted !== undefined) return { kind: 'quoted', text: unescaped(quoted), ...named };
  if (range !== undefined) return { kind: 'range', text: range, ...named };
  return { kind: 'word', text: word ?? '', ...named };
}

class Parser {
  readonly #tokens: readonly Token[];
  readonly #nowMs: number;
  #at = 0;

  constructor(tokens: readonly Token[], nowMs: number) {
    this.#tokens = tokens;
    this.#nowMs = nowMs;
  }

  parse(): Matcher {
    const matcher = this.#any();
    if (this.#at < this.#tokens.length) throw new QueryError('there is an unmatched bracket');
    return matcher;
  }

  #any(): Matcher {
    const options = [this.#all()];
    while (this.#takeWord('OR')) options.push(this.#all());
    return (summary) => options.some((option) => option(summary));
  }

  #all(): Matcher {
    const parts = [this.#one()];
    while (this.#takeWord('AND') || this.#startsTerm()) parts.push(this.#one());
    return (summary) => parts.every((part) => part(summary));
  }

  #one(): Matcher {
    if (this.#takeWord('NOT')) {
      const inner = this.#one();
      return (summary) => !inner(summary);
    }
    const token = this.#tokens[this.#at];
    if (token === undefined) throw new QueryError('a term is missing');
    this.#at += 1;
    if (token.kind === 'open') return this.#bracketed();
    if (token.field === undefined) throw new QueryError(`"${token.text}" names no field`);
    return termMatcher(token.field, token, this.#nowMs);
  }

  #bracketed(): Matcher {
    const inner = this.#any();
    if (this.#tokens[this.#at]?.kind !== 'close') throw new QueryError('a bracket is not closed');
    this.#at += 1;
    return inner;
  }

  /** Two terms with nothing between them must both match. */
  #startsTerm(): boolean {
    const token = this.#tokens[this.#at];
    return token !== undefined && token.kind !== 'close' && !isWord(token, 'OR');
  }

  #takeWord(word: string): boolean {
    const taken = isWord(this.#tokens[this.#at], word);
    if (taken) this.#at += 1;
    return taken;
  }
}

function isWord(token: Token | undefined, word: string): boolean {
  return token?.kind === 'word' && token.field === undefined && token.text === word;
}

function termMatcher(field: string, token: Token, nowMs: number): Matcher {
  const path = field.split('.');
  if (token.kind === 'range') {
    const inRange = rangeTest(token.text, nowMs);
    return (summary) => valuesAt(summary, path).some(inRange);
  }
  const same = token.kind === 'word' ? wordTest(token.text) : exactTest(token.text);
  return (summary) => valuesAt(summary, path).some((value) => same(value.toLowerCase()));
}

function exactTest(text: string): (value: string) => boolean {
  const wanted = text.toLowerCase();
  return (value) => value === wanted;
}

/** `*` stands for any characters unless it is escaped. */
function wordTest(text: string): (value: string) => boolean {
  const source = [...text.toLowerCase().matchAll(/\\(.)|(\*)|([^\\*]+)/gs)]
    .map(([, escaped, star, plain]) => (star ? '.*' : literal(escaped ?? plain ?? '')))
    .join('');
  const pattern = new RegExp(`^${source}$`, 's');
  return (value) => pattern.test(value);
}

function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}

function rangeTest(text: string, nowMs: number): (value: string) => boolean {
  const match = /^([[{])\s*(\S+)\s+TO\s+(\S+)\s*([\]}])$/.exec(text);
  if (match === null) throw new QueryError(`"${text}" is no range`);
  const [, open, from = '', to = '', close] = match;
  const low = from === '*' ? Number.NEGATIVE_INFINITY : bound(from, nowMs);
  const high = to === '*' ? Number.POSITIVE_INFINITY : bound(to, nowMs);
  return (value) => {
    const number = /^\d+(\.\d+)?$/.test(value) ? Number(value) : Date.parse(value);
    return (
      (open === '[' ? number >= low : number > low) &&
      (close === ']' ? number <= high : number < high)
    );
  };
}

/** A range end: NOW with arithmetic, ISO time, or a number (an epoch time in milliseconds, an amount). */
function bound(text: string, nowMs: number): number {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  if (!text.startsWith('NOW')) {
    const time = Date.parse(text.replaceAll('\\', ''));
    if (Number.isNaN(time)) throw new QueryError(`"${text}" is no time or number`);
    return time;
  }
  return dateArithmetic(text, nowMs);
}

function dateArithmetic(text: string, nowMs: number): number {
  if (!/^NOW(\/[A-Z]+|[+-]\d+[A-Z]+)*$/.test(text)) throw new QueryError(`"${text}" is no time`);
  let time = nowMs;
  for (const [, round, sign, count, unit] of text.matchAll(/\/([A-Z]+)|([+-])(\d+)([A-Z]+)/g)) {
    const unitMs = UNITS_MS[(round ?? unit ?? '').replace(/S$/, '')];
    if (unitMs === undefined) throw new QueryError(`"${round ?? unit}" is no unit of time`);
    if (round !== undefined) time -= time % unitMs;
    else time += (sign === '-' ? -1 : 1) * Number(count) * unitMs;
  }
  return time;
}

/** All leaf values at a path, through arrays. */
function valuesAt(value: unknown, path: readonly string[]): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => valuesAt(one, path));
  const [key, ...rest] = path;
  if (key === undefined) return leaf(value);
  if (typeof value !== 'object' || value === null) return [];
  return valuesAt((value as Record<string, unknown>)[key], rest);
}

function leaf(value: unknown): string[] {
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/g, '$1');
}
