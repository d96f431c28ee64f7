// The books' exchange rate of a day, for what is written in another currency than the books' own.
import * as z from 'zod/mini';
import { ok, type Result } from '../../domain/result.ts';
import { type ActionScope, paymentOf } from './define-action.ts';

/** Of the document that a record is about, as the books have it: 1 is their own currency. */
export const documentRate = z.optional(z.string());

/** No document tells it: the rate is looked up. */
export const UNKNOWN_RATE = '0';

/**
 * A payment names no currency in Books, only its rate: it is told wherever it is not 1.
 * @param date `YYYY-MM-DD` in the organization's time zone.
 * @returns nothing for the books' own currency: no call is made then.
 */
export async function dayRate(
  scope: ActionScope,
  known: string | undefined,
  date: string,
): Promise<Result<{ readonly exchangeRate?: string }>> {
  if (known === undefined || Number(known) === 1) return ok({});
  const { currency } = paymentOf(scope);
  const read = await scope.company.rates.readBaseRate({ currency, date });
  if (!read.ok) return read;
  return ok(read.value === undefined ? {} : { exchangeRate: read.value });
}
