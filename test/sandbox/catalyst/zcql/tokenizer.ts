// Splits a ZCQL statement into words, numbers, strings and symbols.
import { queryError } from '../envelope.ts';

type TokenKind = 'word' | 'number' | 'string' | 'symbol' | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** The text as written; of a string its content with doubled quotes undone. */
  readonly text: string;
}

/** Alternatives: space, word, number, string in single quotes, symbol. */
const TOKEN =
  /\s+|(?<word>[A-Za-z_][A-Za-z0-9_]*)|(?<number>-?\d+(?:\.\d+)?)|'(?<string>(?:[^']|'')*)'|(?<symbol><=|>=|!=|<>|[=<>(),.*;])/uy;

/**
 * @throws CatalystError 400 at the first character that fits nothing: `?` (there are no parameters), double
 * quotes (strings take single ones) and unclosed strings end here.
 */
export function tokenize(query: string): Token[] {
  const tokens: Token[] = [];
  const pattern = new RegExp(TOKEN);
  while (pattern.lastIndex < query.length) {
    const position = pattern.lastIndex;
    const groups = pattern.exec(query)?.groups;
    if (groups === undefined) {
      throw queryError(`Syntax error near "${query.slice(position, position + 20)}"`);
    }
    const token = tokenOf(groups);
    if (token !== undefined) tokens.push(token);
  }
  return tokens;
}

function tokenOf(groups: Record<string, string | undefined>): Token | undefined {
  if (groups.string !== undefined) {
    return { kind: 'string', text: groups.string.replaceAll("''", "'") };
  }
  for (const kind of ['word', 'number', 'symbol'] as const) {
    const text = groups[kind];
    if (text !== undefined) return { kind, text };
  }
  return undefined;
}
