// What the bank of a test card says to payer authentication, by the numbers of the vendor's testing guide (3-D Secure 2.x).
import type { Card } from '../cards.ts';

export interface BankCase {
  /** `Y` confirmed, `A` attempted, `N` no, `R` rejected, `U` could not be asked; `C`: asks the payer. */
  readonly first: 'Y' | 'A' | 'N' | 'R' | 'U' | 'C';
  /** What the payer's answer comes to, where the bank asks. */
  readonly afterwards?: 'Y' | 'N' | 'U';
}

const VISA_PREFIX = '400000';
const MASTERCARD_PREFIX = '520000';

const cases: Readonly<Record<string, BankCase>> = {
  [`${VISA_PREFIX}2701`]: { first: 'Y' },
  [`${MASTERCARD_PREFIX}2235`]: { first: 'Y' },
  [`${VISA_PREFIX}2925`]: { first: 'N' },
  [`${MASTERCARD_PREFIX}2276`]: { first: 'N' },
  [`${VISA_PREFIX}2719`]: { first: 'A' },
  [`${MASTERCARD_PREFIX}2482`]: { first: 'A' },
  [`${VISA_PREFIX}2313`]: { first: 'U' },
  [`${VISA_PREFIX}2503`]: { first: 'C', afterwards: 'Y' },
  [`${MASTERCARD_PREFIX}2151`]: { first: 'C', afterwards: 'Y' },
  [`${VISA_PREFIX}2370`]: { first: 'C', afterwards: 'N' },
  [`${MASTERCARD_PREFIX}2490`]: { first: 'C', afterwards: 'N' },
};

/** A card that is no test card takes no part. */
export function bankCaseOf({ prefix, suffix }: Card): BankCase {
  return cases[`${prefix}${suffix}`] ?? { first: 'U' };
}

/** 20 bytes in base64, as banks sign. */
const CAVV = 'AAIBBYNoEwAAACcKhAJkdQAAAAA=';

/** `consumerAuthenticationInformation` of a result. */
export function resultFields(card: Card, result: 'Y' | 'A' | 'U', isValidation: boolean): object {
  const indicatorName = isValidation ? 'indicator' : 'ecommerceIndicator';
  const common = {
    paresStatus: result,
    veresEnrolled: result === 'U' ? 'U' : 'Y',
    specificationVersion: '2.2.0',
  };
  if (result === 'U') return { ...common, [indicatorName]: 'internet', eci: '07' };
  const xid = { xid: CAVV, directoryServerTransactionId: 'f25084f0-5b16-4c0a-ae5d-b24808a95e4b' };
  if (card.type === '002') {
    const isFull = result === 'Y';
    return {
      ...common,
      ...xid,
      [indicatorName]: 'spa',
      eciRaw: isFull ? '02' : '01',
      ucafAuthenticationData: CAVV,
      ucafCollectionIndicator: isFull ? '2' : '1',
    };
  }
  const isFull = result === 'Y';
  const eci = isFull ? '05' : '06';
  const indicator = isFull ? 'vbv' : 'vbv_attempted';
  return { ...common, ...xid, [indicatorName]: indicator, eci, eciRaw: eci, cavv: CAVV };
}
