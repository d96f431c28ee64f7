// What the product needs of a store: rows with unique keys, conditional updates, no transactions.
import type { Column, NewRow, Row, TableName, UniqueColumn } from '../store/schema.ts';

type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'in';

/** `[column, operator, value]`; values are safe-character strings or integers. All conditions must hold. */
export type Condition<T extends TableName> = readonly [
  column: Column<T>,
  operator: Operator,
  value: string | number | readonly (string | number)[],
];

export interface Query<T extends TableName> {
  readonly where: readonly Condition<T>[];
  readonly orderBy?: readonly [column: Column<T>, direction: 'asc' | 'desc'];
  /** At most 300, the store's own limit; 300 when absent. */
  readonly limit?: number;
}

export type Patch<T extends TableName> = Partial<NewRow<T>>;

/** What a conditional change came to; `nothing`: no row fitted the conditions. */
export type Changed = 'updated' | 'nothing' | 'duplicate';

export type Inserted<T extends TableName> =
  | { readonly kind: 'inserted'; readonly row: Row<T> }
  /** A unique column already has this value (also the answer when our own first try got through). */
  | { readonly kind: 'duplicate' };

/**
 * The store as it really is: single rows, unique columns, at-least-once writes, no transactions.
 * Every method throws `StoreFailure` when the store cannot be reached or refuses the request; a write
 * that threw may have been applied.
 */
export interface Store {
  insert<T extends TableName>(table: T, row: NewRow<T>): Promise<Inserted<T>>;
  /** The row with this value in a unique column. */
  find<T extends TableName>(
    table: T,
    column: UniqueColumn<T>,
    value: string,
  ): Promise<Row<T> | undefined>;
  select<T extends TableName>(table: T, query: Query<T>): Promise<Row<T>[]>;
  /** Changes one row; a unique column's clash answers `duplicate`. */
  update<T extends TableName>(
    table: T,
    rowId: string,
    patch: Patch<T>,
  ): Promise<'updated' | 'duplicate'>;
  /**
   * Changes the rows (at most 300) that fit the conditions in one statement; values must be safe characters.
   * The answer is a hint only: read back by a token of your own to know what you own.
   */
  updateWhere<T extends TableName>(
    table: T,
    patch: Patch<T>,
    where: readonly Condition<T>[],
  ): Promise<Changed>;
  delete<T extends TableName>(table: T, rowId: string): Promise<void>;
  /** Deletes rows (at most 200) in one call; some may be gone already. */
  deleteAll<T extends TableName>(table: T, rowIds: readonly string[]): Promise<void>;
}

/** The store did not answer, or refused; what was asked may have happened. */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure';
  readonly code: string;
  constructor(code: string, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

/** Whether it is a `StoreFailure`; by its name, as parts of a function that are loaded later have classes of their own. */
export function isStoreFailure(error: unknown): boolean {
  return error instanceof Error && error.name === 'StoreFailure';
}
