// The part of the parser that reads columns, aggregates and values.
import { aggregateFunctions, type ColumnRef, type Literal, type Operand } from './statement.ts';
import type { TokenReader } from './token-reader.ts';

/** A column or an aggregate over one. */
export function parseOperand(reader: TokenReader): Operand {
  const fn = aggregateFunctions.find((each) => each === reader.peek().text.toUpperCase());
  if (fn === undefined || !reader.sees('(', 1)) return parseColumn(reader);
  reader.next();
  reader.expectSymbol('(');
  const distinct = reader.accept('DISTINCT');
  const argument = fn === 'COUNT' && reader.acceptSymbol('*') ? '*' : parseColumn(reader);
  reader.expectSymbol(')');
  return { kind: 'aggregate', fn, distinct, argument };
}

export function parseColumn(reader: TokenReader): ColumnRef {
  const first = reader.name();
  if (!reader.acceptSymbol('.')) return { kind: 'column', name: first };
  return { kind: 'column', table: first, name: reader.name() };
}

export function parseLiteral(reader: TokenReader): Literal {
  const token = reader.peek();
  if (token.kind === 'string' || token.kind === 'number') {
    reader.next();
    return { kind: token.kind, text: token.text };
  }
  if (reader.accept('NULL')) return { kind: 'null' };
  if (reader.accept('TRUE')) return { kind: 'boolean', text: 'true' };
  if (reader.accept('FALSE')) return { kind: 'boolean', text: 'false' };
  throw reader.unexpected('a value in single quotes, a number or NULL');
}
