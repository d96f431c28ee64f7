// The contract's fee of a merchant id and currency as a person types it, and what it says.
import type { MerchantView } from '../../../../functions/core/contract/setup.ts';
import { readAmount, writeAmount } from '../../../panel/amount-input.ts';

type CardFee = NonNullable<MerchantView['fees']>[string];

export interface CardFeeDraft {
  readonly percent: string;
  readonly fixed: string;
}

/** A percentage has two decimals, as an amount of this currency has: its minor unit is a hundredth of a percent. */
const PERCENT = 'USD';
/** All of it. */
const BASIS_POINTS_MAX = 10_000;
/** No contract takes more of each capture. */
const FIXED_MAX = 999_999_999;

export function draftOfFee(
  { basisPoints, fixedMinor }: CardFee = { basisPoints: 0, fixedMinor: 0 },
  currency: string,
  locale: string,
): CardFeeDraft {
  return {
    percent: basisPoints === 0 ? '' : writeAmount(basisPoints, PERCENT, locale),
    fixed: fixedMinor === 0 ? '' : writeAmount(fixedMinor, currency, locale),
  };
}

/** Undefined when something else than a number is typed; nothing and zero are no fee. */
export function readFee(
  { percent, fixed }: CardFeeDraft,
  currency: string,
  locale: string,
): CardFee | undefined {
  const basisPoints = orNothing(percent, PERCENT, locale, BASIS_POINTS_MAX);
  const fixedMinor = orNothing(fixed, currency, locale, FIXED_MAX);
  return basisPoints === undefined || fixedMinor === undefined
    ? undefined
    : { basisPoints, fixedMinor };
}

function orNothing(
  text: string,
  currency: string,
  locale: string,
  max: number,
): number | undefined {
  const read = readAmount(text, currency, locale, max);
  if (read.ok) return read.amountMinor;
  return read.fault === 'empty' || read.fault === 'zero' ? 0 : undefined;
}
