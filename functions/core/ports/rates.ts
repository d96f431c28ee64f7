// What we need of whoever knows exchange rates.
import type { Result } from '../domain/result.ts';

export interface ExchangeRates {
  /**
   * Units of `to` for one of `from` on a day (`YYYY-MM-DD`) as exact decimal text; undefined where that source knows
   * none.
   */
  readRate(ask: {
    readonly source: 'books' | 'gateway';
    readonly from: string;
    readonly to: string;
    readonly date: string;
  }): Promise<Result<string | undefined>>;
  /** Units of the books' own currency for one of this on a day; undefined for that currency itself, and where none is known. */
  readBaseRate(ask: {
    readonly currency: string;
    readonly date: string;
  }): Promise<Result<string | undefined>>;
}
