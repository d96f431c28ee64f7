// What administrators see of the fields of connected products: shapes of GET /catalogs and POST /catalogs/refresh.
import * as z from 'zod/mini';
import type { ProblemView } from './panel.ts';

const word = z.string().check(z.regex(/^[a-z][a-z-]{0,38}$/));

/** GET /catalogs/:product/:object. */
export const catalogRequest = z.object({ product: word, object: word });
export type CatalogRequest = z.infer<typeof catalogRequest>;

/** POST /catalogs/refresh: all that were read before when no product is named. */
export const refreshRequest = z.object({ product: z.optional(word) });
export type RefreshRequest = z.infer<typeof refreshRequest>;

export interface CatalogSummary {
  readonly product: string;
  readonly object: string;
  readonly label: string;
  /** How many fields, and how many of them the organization has made itself. */
  readonly fields: number;
  readonly custom: number;
  /**
   * `fixed`: the product does not tell its fields. `unread`: it would, but nobody has asked it yet. `live`: as it told.
   */
  readonly source: 'fixed' | 'unread' | 'live';
  /** When the product told them, epoch ms. */
  readonly readAt?: number;
  /** Why asking again brought nothing: the fields are those of `readAt`, or the standard ones. */
  readonly problem?: ProblemView;
}

export interface CatalogsReply {
  readonly now: number;
  readonly catalogs: readonly CatalogSummary[];
}

interface CatalogFieldView {
  readonly path: string;
  readonly label: string;
  readonly type: string;
  readonly required?: true;
  readonly custom?: true;
  /** Characters. */
  readonly lengthMax?: number;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
}

export interface CatalogReply {
  readonly now: number;
  readonly catalog: CatalogSummary & { readonly list: readonly CatalogFieldView[] };
}
