// What a column of the Data Store can be, and the kinds of columns that our tables have.

/** Data Store column types that we use. Limits: Var Char 255, Text 10,000, BigInt 19 digits (Catalyst docs "Columns"). */
type ColumnType = 'varchar' | 'text' | 'encrypted text' | 'bigint' | 'int';

export interface ColumnSchema {
  readonly type: ColumnType;
  /** Characters (varchar, text) or digits (bigint, int). */
  readonly length: number;
  readonly unique?: true;
  readonly mandatory?: true;
  /** Looked up by: has a search index, so that its cost does not grow with the rows. */
  readonly indexed?: true;
}

/**
 * Words of ZCQL, which has no quotes for names: a column of such a name can be written and read but stands in no condition, order or
 * conditional change (Catalyst docs "ZCQL").
 */
export const zcqlWords = [
  ...(['select', 'distinct', 'from', 'inner', 'left', 'join', 'on', 'where', 'and', 'or'] as const),
  ...(['not', 'in', 'between', 'is', 'null', 'like', 'group', 'by', 'having', 'order'] as const),
  ...(['asc', 'desc', 'limit', 'offset', 'as', 'insert', 'into', 'values', 'update'] as const),
  ...(['set', 'delete', 'true', 'false', 'count', 'sum', 'avg', 'min', 'max'] as const),
] as const;

/** A table's columns by name; a word of ZCQL is none. */
export type TableSchema = Readonly<Record<string, ColumnSchema>> &
  Readonly<Partial<Record<(typeof zcqlWords)[number], never>>>;

/** A unique key: built by us from safe characters only, as ZCQL has no parameters. */
export const key = { type: 'varchar', length: 255, unique: true, mandatory: true } as const;
export const installation = { type: 'varchar', length: 40, mandatory: true } as const;
export const id = { type: 'varchar', length: 64 } as const;
export const code = { type: 'varchar', length: 40 } as const;
export const label = { type: 'varchar', length: 255 } as const;
export const text = { type: 'text', length: 10_000 } as const;
export const sealed = { type: 'encrypted text', length: 10_000 } as const;
/** Epoch milliseconds: DateTime columns may keep the writer's offset and compare wrongly. */
export const instant = { type: 'bigint', length: 19 } as const;
export const amountMinor = { type: 'bigint', length: 19 } as const;
export const count = { type: 'int', length: 10 } as const;
export const credits = { type: 'bigint', length: 19 } as const;

/** Who works on a row right now, until when, and when it is due next. */
export const leased = {
  state: { ...code, mandatory: true, indexed: true },
  due_at: { ...instant, indexed: true },
  attempts: count,
  lease_token: code,
  lease_until: instant,
  problem: text,
  /** The last request and answer before the problem, redacted. */
  exchange: text,
} as const;
