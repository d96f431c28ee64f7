// Lists that begin with what changed last, read page by page down to a point in time.
import { ok, type Result } from '../../domain/result.ts';

export interface ChangedRow {
  readonly id: string;
  /** Epoch ms. */
  readonly changedAt: number;
}

/** More than these in the minutes between two polls is an import, whose last records are announced. */
const PAGES_MAX = 5;

/** One page of a list, and whether nothing newer can follow it. */
export interface ChangedPage {
  readonly rows: readonly ChangedRow[];
  readonly isLast: boolean;
}

/** @param readPage from 1; rows older than `sinceMs` are left out here. */
export async function readNewest(
  sinceMs: number,
  readPage: (page: number) => Promise<Result<ChangedPage>>,
): Promise<Result<readonly ChangedRow[]>> {
  const found: ChangedRow[] = [];
  for (let number = 1; number <= PAGES_MAX; number += 1) {
    const page = await readPage(number);
    if (!page.ok) return page;
    found.push(...page.value.rows.filter((row) => row.changedAt >= sinceMs));
    if (page.value.isLast) break;
  }
  return ok(found);
}

/**
 * A page of a list that was asked for by last change, newest first. The order ends it and not a filter alone: a filter that
 * a product does not know is ignored, which would list every record that there is.
 */
export function pageDownTo(
  sinceMs: number,
  perPage: number,
  rows: readonly ChangedRow[],
): ChangedPage {
  const oldest = rows.at(-1)?.changedAt ?? 0;
  return { rows, isLast: rows.length < perPage || oldest < sinceMs };
}
