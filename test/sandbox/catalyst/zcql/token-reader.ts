// Reads tokens one after another for the parser.
import { queryError } from '../envelope.ts';
import { type Token, tokenize } from './tokenizer.ts';

const END: Token = { kind: 'end', text: 'end of statement' };

const reserved = new Set(
  'SELECT DISTINCT FROM INNER LEFT JOIN ON WHERE AND OR NOT IN BETWEEN IS NULL LIKE GROUP BY HAVING ORDER ASC DESC LIMIT OFFSET AS INSERT INTO VALUES UPDATE SET DELETE'.split(
    ' ',
  ),
);

export class TokenReader {
  readonly #tokens: readonly Token[];
  #position = 0;

  constructor(query: string) {
    this.#tokens = tokenize(query);
  }

  peek(ahead = 0): Token {
    return this.#tokens[this.#position + ahead] ?? END;
  }

  next(): Token {
    const token = this.peek();
    this.#position += 1;
    return token;
  }

  /** True when this symbol or keyword stands there. */
  sees(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    if (token.kind === 'symbol') return token.text === text;
    return token.kind === 'word' && token.text.toUpperCase() === text;
  }

  /** Takes these keywords (any case) if they come next, all or none. */
  accept(...keywords: readonly string[]): boolean {
    const fits = keywords.every((keyword, ahead) => this.sees(keyword, ahead));
    if (fits) this.#position += keywords.length;
    return fits;
  }

  expect(...keywords: readonly string[]): void {
    if (!this.accept(...keywords)) throw this.unexpected(keywords.join(' '));
  }

  acceptSymbol(symbol: string): boolean {
    const fits = this.sees(symbol);
    if (fits) this.#position += 1;
    return fits;
  }

  expectSymbol(symbol: string): void {
    if (!this.acceptSymbol(symbol)) throw this.unexpected(`"${symbol}"`);
  }

  /** A table or column name; names are case-sensitive and no keyword. */
  name(): string {
    const token = this.peek();
    if (token.kind !== 'word' || reserved.has(token.text.toUpperCase())) {
      throw this.unexpected('a name');
    }
    this.#position += 1;
    return token.text;
  }

  atName(): boolean {
    return this.peek().kind === 'word' && !reserved.has(this.peek().text.toUpperCase());
  }

  /** One or more, separated by commas. */
  list<T>(read: () => T): T[] {
    const items = [read()];
    while (this.acceptSymbol(',')) items.push(read());
    return items;
  }

  wholeNumber(): number {
    const token = this.next();
    if (token.kind !== 'number' || !/^\d+$/.test(token.text)) {
      throw queryError(`Syntax error: a whole number expected, got "${token.text}"`);
    }
    return Number(token.text);
  }

  end(): void {
    this.acceptSymbol(';');
    if (this.peek() !== END) throw this.unexpected('the end of the statement');
  }

  unexpected(wanted: string): Error {
    return queryError(`Syntax error: ${wanted} expected near "${this.peek().text}"`);
  }
}
