// Takes the few fields that we need out of an answer, and says so when they are not there.
import * as z from 'zod/mini';
import { ok, type Result, refused } from '../../domain/result.ts';
import { unavailable, type ZohoProblem } from './zoho-problem.ts';
import type { ZohoProduct } from './zoho-product.ts';

/**
 * Reads a value by its schema. A shape that we do not know counts as no answer: after a write it is not known
 * what happened, and the retry looks before it writes.
 */
export function readShape<T>(
  product: ZohoProduct,
  schema: z.ZodMiniType<T>,
  value: unknown,
): Result<T, ZohoProblem> {
  const parsed = schema.safeParse(value);
  return parsed.success ? ok(parsed.data) : refused(unavailable(product));
}

/** A text that Zoho may send as null, as '' or not at all. */
export const maybeText = z.nullish(z.string());

/** Undefined for null, missing and blank texts. */
export function present(text: string | null | undefined): string | undefined {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? undefined : trimmed;
}
