// Which card brands a typed number can be.
import { BRANDS, type Brand, luhnValid } from '../../card-brands.ts';
import type { DetectedCard } from './messages.ts';

/** The brands whose leading digits fit; all of them while nothing is typed. */
export function cardsFor(digits: string): DetectedCard[] {
  return BRANDS.filter((brand) => digits === '' || brand.pattern.test(digits)).map((brand) => ({
    name: brand.network.toLowerCase(),
    brandedName: brand.name,
    cardType: brand.type,
    valid: brand.lengths.includes(digits.length) && luhnValid(digits),
    couldBeValid: couldBecome(brand, digits),
    securityCode: { name: 'CVV', length: brand.securityCodeLength },
  }));
}

/** A whole number of a known brand with a right check digit. */
export function isCompleteNumber(digits: string): boolean {
  return /^\d+$/.test(digits) && digits !== '' && cardsFor(digits).some((card) => card.valid);
}

function couldBecome(brand: Brand, digits: string): boolean {
  return brand.lengths.some(
    (length) => digits.length < length || (digits.length === length && luhnValid(digits)),
  );
}
