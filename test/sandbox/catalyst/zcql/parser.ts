// Recursive-descent parser of ZCQL V2: one SELECT, INSERT, UPDATE or DELETE.
import { parseColumn, parseLiteral, parseOperand } from './operand-parser.ts';
import type {
  ColumnRef,
  ComparisonOperator,
  Condition,
  Delete,
  Insert,
  Join,
  Literal,
  Operand,
  Select,
  SelectItem,
  Statement,
  TableRef,
  Update,
} from './statement.ts';
import { TokenReader } from './token-reader.ts';

/** @throws CatalystError 400 "ZCQL QUERY ERROR" when the text is not one statement of the grammar. */
export function parse(query: string): Statement {
  const reader = new TokenReader(query);
  const statement = parseStatement(reader);
  reader.end();
  return statement;
}

function parseStatement(reader: TokenReader): Statement {
  if (reader.accept('SELECT')) return parseSelect(reader);
  if (reader.accept('INSERT', 'INTO')) return parseInsert(reader);
  if (reader.accept('UPDATE')) return parseUpdate(reader);
  if (reader.accept('DELETE', 'FROM')) return parseDelete(reader);
  throw reader.unexpected('SELECT, INSERT INTO, UPDATE or DELETE FROM');
}

/** What follows the word SELECT; also used for subqueries. */
function parseSelect(reader: TokenReader): Select {
  const distinct = reader.accept('DISTINCT');
  const items = reader.acceptSymbol('*') ? '*' : reader.list(() => parseItem(reader));
  reader.expect('FROM');
  const from = parseTable(reader);
  const joins = parseJoins(reader);
  const where = reader.accept('WHERE') ? parseCondition(reader) : undefined;
  const groupBy: ColumnRef[] = reader.accept('GROUP', 'BY')
    ? reader.list(() => parseColumn(reader))
    : [];
  const having = reader.accept('HAVING') ? parseCondition(reader) : undefined;
  const orderBy = reader.accept('ORDER', 'BY') ? reader.list(() => parseOrder(reader)) : [];
  const limit = reader.accept('LIMIT') ? parseLimit(reader) : undefined;
  return {
    kind: 'select',
    distinct,
    items,
    from,
    joins,
    groupBy,
    orderBy,
    ...(where && { where }),
    ...(having && { having }),
    ...(limit && { limit }),
  };
}

function parseItem(reader: TokenReader): SelectItem {
  const operand = parseOperand(reader);
  return reader.accept('AS') ? { operand, alias: reader.name() } : { operand };
}

function parseTable(reader: TokenReader): TableRef {
  const name = reader.name();
  const alias = reader.accept('AS') || reader.atName() ? reader.name() : name;
  return { name, alias };
}

function parseJoins(reader: TokenReader): Join[] {
  const joins: Join[] = [];
  for (;;) {
    const outer = reader.accept('LEFT', 'JOIN');
    if (!outer && !reader.accept('INNER', 'JOIN') && !reader.accept('JOIN')) return joins;
    const table = parseTable(reader);
    reader.expect('ON');
    const left = parseColumn(reader);
    reader.expectSymbol('=');
    joins.push({ outer, table, left, right: parseColumn(reader) });
  }
}

function parseOrder(reader: TokenReader) {
  const operand = parseOperand(reader);
  const descending = reader.accept('DESC');
  if (!descending) reader.accept('ASC');
  return { operand, descending };
}

/** `count`, `offset, count` or `count OFFSET offset`. */
function parseLimit(reader: TokenReader) {
  const first = reader.wholeNumber();
  if (reader.acceptSymbol(',')) return { offset: first, count: reader.wholeNumber() };
  if (reader.accept('OFFSET')) return { offset: reader.wholeNumber(), count: first };
  return { offset: 0, count: first };
}

function parseInsert(reader: TokenReader): Insert {
  const table = reader.name();
  reader.expectSymbol('(');
  const columns = reader.list(() => reader.name());
  reader.expectSymbol(')');
  reader.expect('VALUES');
  reader.expectSymbol('(');
  const values = reader.list(() => parseLiteral(reader));
  reader.expectSymbol(')');
  if (columns.length !== values.length) throw reader.unexpected('one value for each column');
  return { kind: 'insert', table, columns, values };
}

function parseUpdate(reader: TokenReader): Update {
  const table = reader.name();
  reader.expect('SET');
  const assignments = reader.list(() => {
    const column = reader.name();
    reader.expectSymbol('=');
    return { column, value: parseLiteral(reader) };
  });
  const where = reader.accept('WHERE') ? parseCondition(reader) : undefined;
  return { kind: 'update', table, assignments, ...(where && { where }) };
}

function parseDelete(reader: TokenReader): Delete {
  const table = reader.name();
  const where = reader.accept('WHERE') ? parseCondition(reader) : undefined;
  return { kind: 'delete', table, ...(where && { where }) };
}

const operators: Readonly<Record<string, ComparisonOperator>> = {
  '=': '=',
  '!=': '!=',
  '<>': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

/** OR binds weaker than AND; parentheses group. */
function parseCondition(reader: TokenReader): Condition {
  return joined(reader, 'or', () => joined(reader, 'and', () => parseTerm(reader)));
}

function joined(reader: TokenReader, kind: 'and' | 'or', read: () => Condition): Condition {
  const first = read();
  const parts = [first];
  while (reader.accept(kind.toUpperCase())) parts.push(read());
  return parts.length === 1 ? first : { kind, parts };
}

function parseTerm(reader: TokenReader): Condition {
  if (reader.acceptSymbol('(')) {
    const condition = parseCondition(reader);
    reader.expectSymbol(')');
    return condition;
  }
  const left = parseOperand(reader);
  if (reader.accept('IS')) {
    const negated = reader.accept('NOT');
    reader.expect('NULL');
    return { kind: 'is-null', left, negated };
  }
  const negated = reader.accept('NOT');
  if (reader.accept('IN')) return { kind: 'in', left, negated, values: parseSet(reader) };
  if (reader.accept('BETWEEN')) {
    const low = parseLiteral(reader);
    reader.expect('AND');
    return { kind: 'between', left, negated, low, high: parseLiteral(reader) };
  }
  if (reader.accept('LIKE')) {
    parseLiteral(reader);
    return { kind: 'like', left };
  }
  if (negated) throw reader.unexpected('IN, BETWEEN or LIKE');
  return parseComparison(reader, left);
}

function parseComparison(reader: TokenReader, left: Operand): Condition {
  const operator = reader.peek().kind === 'symbol' ? operators[reader.peek().text] : undefined;
  if (operator === undefined) throw reader.unexpected('a comparison');
  reader.next();
  return { kind: 'compare', left, operator, right: parseRight(reader) };
}

function parseRight(reader: TokenReader): Literal | ColumnRef | Select {
  if (reader.sees('(')) return parseSubquery(reader);
  const word = reader.peek().kind === 'word' && !/^(true|false|null)$/i.test(reader.peek().text);
  return word ? parseColumn(reader) : parseLiteral(reader);
}

function parseSet(reader: TokenReader): Literal[] | Select {
  if (reader.sees('SELECT', 1)) return parseSubquery(reader);
  reader.expectSymbol('(');
  const values = reader.list(() => parseLiteral(reader));
  reader.expectSymbol(')');
  return values;
}

function parseSubquery(reader: TokenReader): Select {
  reader.expectSymbol('(');
  reader.expect('SELECT');
  const select = parseSelect(reader);
  reader.expectSymbol(')');
  return select;
}
