// Card brands and the check digit; also runs in the browser.

export interface Brand {
  /** Numeric card type. */
  readonly type: string;
  readonly name: string;
  /** As `allowedCardNetworks` spells it. */
  readonly network: string;
  /** Leading digits. */
  readonly pattern: RegExp;
  readonly lengths: readonly number[];
  readonly securityCodeLength: number;
}

export const BRANDS: readonly Brand[] = [
  brand('001', 'VISA', 'VISA', /^4/, [13, 16, 19]),
  brand('002', 'MASTERCARD', 'MASTERCARD', /^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]),
  brand('003', 'AMERICAN EXPRESS', 'AMEX', /^3[47]/, [15], 4),
  brand('004', 'DISCOVER', 'DISCOVER', /^(6011|64[4-9]|65)/, [16, 19]),
  brand('007', 'JCB', 'JCB', /^35(2[89]|[3-8])/, [16, 19]),
];

/** The brand by leading digits, if it is one we know. */
export function brandOf(number: string): Brand | undefined {
  return BRANDS.find((candidate) => candidate.pattern.test(number));
}

/** The brand's printed name for a numeric card type. */
export function brandName(type: string): string {
  return BRANDS.find((candidate) => candidate.type === type)?.name ?? 'UNKNOWN';
}

/** The check digit holds. */
export function luhnValid(number: string): boolean {
  const sum = [...number].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

function brand(
  type: string,
  name: string,
  network: string,
  pattern: RegExp,
  lengths: readonly number[],
  securityCodeLength = 3,
): Brand {
  return { type, name, network, pattern, lengths, securityCodeLength };
}
