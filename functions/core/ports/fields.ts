// What we need of the other sides to know which fields their records have in one organization.
import type { Result } from '../domain/result.ts';

/** Those that can tell. */
export const fieldProducts = ['books', 'inventory', 'crm', 'desk', 'woocommerce'] as const;
export type FieldProduct = (typeof fieldProducts)[number];

export interface FieldSource {
  /** The kinds of record whose fields it tells, by their names in the catalogs. */
  readonly objects: readonly string[];
  /** The product's own answer about one of them, as it came: catalogs read it. One call. */
  readFields(object: string): Promise<Result<unknown>>;
}

/** A product that is not connected is missing. */
export type FieldSources = Readonly<Partial<Record<FieldProduct, FieldSource>>>;
