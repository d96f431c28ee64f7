// The shape of a parsed ZCQL statement.

export type Literal =
  | { readonly kind: 'string' | 'number'; readonly text: string }
  | { readonly kind: 'boolean'; readonly text: 'true' | 'false' }
  | { readonly kind: 'null' };

export interface ColumnRef {
  readonly kind: 'column';
  /** Table name or alias. */
  readonly table?: string;
  readonly name: string;
}

export const aggregateFunctions = ['COUNT', 'SUM', 'AVG', 'MIN', 'MAX'] as const;
type AggregateFunction = (typeof aggregateFunctions)[number];

export interface Aggregate {
  readonly kind: 'aggregate';
  readonly fn: AggregateFunction;
  readonly distinct: boolean;
  readonly argument: ColumnRef | '*';
}

export type Operand = ColumnRef | Aggregate;
export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }
  | {
      readonly kind: 'compare';
      readonly left: Operand;
      readonly operator: ComparisonOperator;
      readonly right: Literal | ColumnRef | Select;
    }
  | {
      readonly kind: 'in';
      readonly left: Operand;
      readonly negated: boolean;
      readonly values: readonly Literal[] | Select;
    }
  | {
      readonly kind: 'between';
      readonly left: Operand;
      readonly negated: boolean;
      readonly low: Literal;
      readonly high: Literal;
    }
  | { readonly kind: 'is-null'; readonly left: Operand; readonly negated: boolean }
  | { readonly kind: 'like'; readonly left: Operand };

export interface TableRef {
  readonly name: string;
  readonly alias: string;
}

export interface Join {
  readonly outer: boolean;
  readonly table: TableRef;
  readonly left: ColumnRef;
  readonly right: ColumnRef;
}

export interface SelectItem {
  readonly operand: Operand;
  readonly alias?: string;
}

export interface Select {
  readonly kind: 'select';
  readonly distinct: boolean;
  readonly items: readonly SelectItem[] | '*';
  readonly from: TableRef;
  readonly joins: readonly Join[];
  readonly where?: Condition;
  readonly groupBy: readonly ColumnRef[];
  readonly having?: Condition;
  readonly orderBy: readonly { readonly operand: Operand; readonly descending: boolean }[];
  readonly limit?: { readonly offset: number; readonly count: number };
}

export interface Insert {
  readonly kind: 'insert';
  readonly table: string;
  readonly columns: readonly string[];
  readonly values: readonly Literal[];
}

export interface Update {
  readonly kind: 'update';
  readonly table: string;
  readonly assignments: readonly { readonly column: string; readonly value: Literal }[];
  readonly where?: Condition;
}

export interface Delete {
  readonly kind: 'delete';
  readonly table: string;
  readonly where?: Condition;
}

export type Statement = Select | Insert | Update | Delete;
